import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

export const borderTitle = { en: "Discontinuity at a border", zh: "边界断点回归" };

/** The answers that are taken where the literature has more than one. */
export const borderConventions = {
  distance: {
    title: { en: "Distance", zh: "距离" },
    choices: {
      border: { en: "to the nearest point of the border's great-circle arcs", zh: "到边界大圆弧上最近一点" },
      given: { en: "as given, signed by treated", zh: "按给定值，符号由 treated 决定" },
    },
  },
  segments: {
    title: { en: "Stretches", zh: "边界分段" },
    choices: {
      "equal-length": { en: "of equal length along the border", zh: "沿边界等长" },
      given: { en: "as given", zh: "按给定分段" },
      none: { en: "none: one stretch", zh: "不分段" },
    },
  },
  weights: {
    title: { en: "Stretches weigh by", zh: "各段权重" },
    choices: { places: { en: "places within the bandwidth", zh: "带宽内地区数" } },
  },
  errors: {
    title: { en: "Errors", zh: "标准误" },
    choices: {
      nearest: { en: "beside three nearest neighbours in distance", zh: "按距离最近的三个邻点" },
      hc1: { en: "heteroskedasticity-robust, HC1", zh: "异方差稳健（HC1）" },
    },
  },
} as const satisfies Readonly<Record<string, Convention>>;

/** What roles and options are. */
export const borderMeans = {
  outcome: { en: "what may jump at the border", zh: "可能在边界处跳跃的结果变量" },
  treated: { en: "1 inside the policy's territory, 0 outside", zh: "政策范围之内记 1，之外记 0" },
  distance: {
    en: "kilometres to the border, instead of points and border",
    zh: "到边界的公里数；可代替经纬度与边界",
  },
  segment: { en: "stretch of the border that a place lies beside", zh: "所邻边界分段" },
  border: { en: "the border's corners, one after the other", zh: "边界折点，逐点排列" },
  point: { en: "name of a corner of the border", zh: "边界折点名称" },
  position: { en: "place of a corner along the border, rising", zh: "折点沿边界的次序，依次增大" },
  segments: { en: "stretches of equal length that the border is cut into", zh: "边界等分的段数" },
  bandwidth: {
    en: "of all stretches, km; chosen from all places unless given",
    zh: "各段共用的带宽（公里）；缺省由全部地区选取",
  },
  biasBandwidth: { en: "of the bias, likewise", zh: "偏误带宽，同上" },
  donut: { en: "places nearer than this many km are left out", zh: "距边界小于此公里数的地区不用" },
  level: { en: "coverage of intervals", zh: "区间的置信水平" },
} as const satisfies Readonly<Record<string, Text>>;

/** What users trip over. */
export const borderPitfalls = [
  {
    en: "A border of a policy is mostly that of a province too: whatever else ends there is told as effect. Set the years before beside.",
    zh: "政策边界往往也是省界：止于此处的其他因素都会计入效应。应与政策实施前各年对照。",
  },
  {
    en: "Errors take places for independent; neighbours that err together make the interval too narrow.",
    zh: "标准误假定各地独立；邻近地区误差相关时区间偏窄。",
  },
] as const satisfies readonly Text[];
