import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const densityConventions = {
  test: {
    title: { en: "Test", zh: "检验" },
    choices: { mccrary: { en: "McCrary's, by bins", zh: "McCrary 检验（分组）" } },
  },
  bandwidth: {
    title: { en: "Bandwidth", zh: "带宽" },
    choices: {
      rule: { en: "by the curvature on each side", zh: "由两侧曲率确定" },
      given: { en: "given", zh: "给定" },
    },
  },
} as const satisfies Readonly<Record<string, Convention>>;

/** What roles and options are. */
export const densityMeans = {
  running: { en: "what the line is drawn in", zh: "驱动变量" },
  cutoff: { en: "where the line is; at it a unit is beyond", zh: "断点；等于断点者属右侧" },
  bandwidth: { en: "in units of running; chosen unless given", zh: "带宽（与 running 同单位）；缺省自动选取" },
  bin: {
    en: "width of the bins; two deviations over the root of their number unless given",
    zh: "分组宽度；缺省为 2 倍标准差除以个数平方根",
  },
  level: { en: "coverage of the interval", zh: "区间的置信水平" },
} as const satisfies Readonly<Record<string, Text>>;

/** What users trip over. */
export const densityPitfalls = [
  {
    en: "Places do not choose where they lie: at a border the test tells how densely places lie, not whether they sorted.",
    zh: "地区无法选择位置：用于边界时，检验反映的是地区疏密，而非自选择。",
  },
  {
    en: "Sorting in both directions can leave the density as it was.",
    zh: "双向自选择可能使密度保持不变。",
  },
] as const satisfies readonly Text[];
