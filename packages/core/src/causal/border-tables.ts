import { counted } from "../contract/counted.ts";
import type { Finding, Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { BorderDiscontinuityResult, BorderPlace, BorderSegment, PlaceboLine } from "./border-discontinuity.ts";
import { discontinuityTables } from "./discontinuity-tables.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";

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
} as const;

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
} as const;

export const borderPitfalls = [
  {
    en: "A border of a policy is mostly that of a province too: whatever else ends there is told as effect. Set the years before beside.",
    zh: "政策边界往往也是省界：止于此处的其他因素都会计入效应。应与政策实施前各年对照。",
  },
  {
    en: "Errors take places for independent; neighbours that err together make the interval too narrow.",
    zh: "标准误假定各地独立；邻近地区误差相关时区间偏窄。",
  },
] as const;

const fewInside = 30;
const sides = {
  outside: { en: "outside the border", zh: "界外" },
  inside: { en: "inside the border", zh: "界内" },
} as const;

export const borderTitle = { en: "Discontinuity at a border", zh: "边界断点回归" };

export function borderTables(
  result: BorderDiscontinuityResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const { segments, placebos, places, together } = result;
  const { data } = inputs;
  const unit = data.units.outcome ?? "1";
  const segmentColumn = labelOf<{ readonly segment: string }>(
    "segment",
    { en: "stretch", zh: "边界段" },
    ({ segment }) => segment,
  );
  const along = { data: { ...data, units: { ...data.units, running: "km" } } };
  const bins = discontinuityTables(together, along).filter(({ name }) => name === "bins" || name === "sensitivity");
  const pColumn = numberOf<{ readonly p: number }>("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p);
  return [
    tableOf(
      "segments",
      ["segment"],
      segments,
      [
        segmentColumn,
        ...estimateColumns(changeUnit(unit)),
        pColumn,
        numberOf<BorderSegment>("outside", "1", { en: "places outside", zh: "界外地区数" }, (row) => row.outside),
        numberOf<BorderSegment>("inside", "1", { en: "places inside", zh: "界内地区数" }, (row) => row.inside),
        numberOf<BorderSegment>("weight", "1", { en: "weight", zh: "权重" }, ({ weight }) => weight),
      ],
      { title: { en: "The jump, stretch by stretch", zh: "各段边界的跳跃" } },
    ),
    ...bins,
    ...(placebos.length === 0
      ? []
      : [
          tableOf(
            "placebos",
            ["side"],
            placebos,
            [
              codeOf<PlaceboLine>(
                "side",
                { en: "side", zh: "侧" },
                ({ side }) => side,
                ({ side }) => sides[side],
              ),
              numberOf<PlaceboLine>("at", "km", { en: "line drawn at", zh: "虚设边界位置" }, ({ at }) => at),
              ...estimateColumns(changeUnit(unit)),
              pColumn,
            ],
            { title: { en: "Placebo lines within each side", zh: "两侧内部的安慰剂边界" } },
          ),
        ]),
    tableOf(
      "places",
      ["place"],
      places,
      [
        placeColumn,
        numberOf<BorderPlace>(
          "distance",
          "km",
          { en: "distance, inside positive", zh: "距离（界内为正）" },
          (row) => row.distance,
        ),
        segmentColumn,
        numberOf<BorderPlace>("outcome", unit, { en: "outcome", zh: "结果" }, ({ outcome }) => outcome),
      ],
      { title: { en: "Places along the border", zh: "边界两侧地区" } },
    ),
    estimateTable(
      borderTitle,
      {
        estimator: "border-discontinuity",
        effect: result.effect,
        standardError: result.standardError,
        low: result.low,
        high: result.high,
        level,
        p: result.p,
        basis: "normal",
        rows: segments.reduce((sum, { outside, inside }) => sum + outside + inside, 0),
        treated: segments.reduce((sum, { inside }) => sum + inside, 0),
        controls: segments.reduce((sum, { outside }) => sum + outside, 0),
      },
      inputs,
    ),
  ];
}

export function borderWarnings({
  segments,
  qP,
  placebos,
  dropped,
}: Omit<BorderDiscontinuityResult, "convention">): Warning[] {
  const warnings: Warning[] = [];
  const few = segments.filter(({ outside, inside }) => Math.min(outside, inside) < fewInside);
  if (few.length > 0) {
    warnings.push({
      code: "few-near",
      text: {
        en: `beside ${few.length} of ${segments.length} stretches fewer than ${fewInside} places lie within the bandwidth on a side: their normal intervals are too narrow`,
        zh: `${segments.length} 段中有 ${few.length} 段在带宽内任一侧不足 ${fewInside} 个地区：其正态区间偏窄`,
      },
    });
  }
  if (dropped !== undefined && dropped.length > 0) {
    warnings.push({
      code: "segments-left-out",
      text: {
        en: `left out of the effect, with too few places beside: ${counted(dropped.length, "stretch", "stretches")}`,
        zh: `有 ${dropped.length} 段边界附近地区过少，未计入效应`,
      },
    });
  }
  if (qP < 0.05) {
    warnings.push({
      code: "segments-differ",
      text: {
        en: "the stretches do not agree: read them one by one, the mean is of no single border",
        zh: "各段结果不一致：应逐段解读，均值不代表任何一段",
      },
    });
  }
  const jumping = placebos.filter(({ p }) => p < 0.05);
  if (jumping.length > 0) {
    warnings.push({
      code: "placebo-jumps",
      text: {
        en: "the outcome jumps at a placebo line too, where no policy ends: distance alone does not make places alike",
        zh: "在并无政策分界的虚设边界处结果变量也有跳跃：仅凭距离不能保证可比",
      },
    });
  }
  if (segments.some(({ standardError }) => !(standardError > 0))) {
    warnings.push({
      code: "no-error",
      text: { en: "no error for some stretches: nothing varies", zh: "部分边界段没有标准误：没有变异" },
    });
  }
  return warnings;
}

export function borderFindings(result: BorderDiscontinuityResult, { data }: EstimateInputs): Finding[] {
  const { effect, low, high, p, segments, qP } = result;
  if (!(result.standardError > 0)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const say = (value: number) => ({ text: { en: pValue(value), zh: pValue(value) } });
  const values = { effect: number(effect), low: number(low), high: number(high), p: say(p), n: segments.length };
  const isOne = low > 0 || high < 0;
  const main: Finding = {
    text: isOne
      ? {
          en: "Places just inside the border stand {effect} from those just outside (interval {low} to {high}, p {p}; {n, plural, one {# stretch} other {# stretches}}).",
          zh: "边界内侧紧邻地区与外侧相差 {effect}（区间 {low} 至 {high}，p {p}；共 {n} 段）。",
        }
      : {
          en: "Whether places just inside the border differ from those just outside cannot be told: {effect} (interval {low} to {high}, p {p}; {n, plural, one {# stretch} other {# stretches}}).",
          zh: "边界内外两侧紧邻地区是否有别尚不能判断：{effect}（区间 {low} 至 {high}，p {p}；共 {n} 段）。",
        },
    values,
  };
  if (Number.isNaN(qP)) return [main];
  return [
    main,
    {
      text:
        qP < 0.05
          ? {
              en: "The stretches of the border do not agree (p {p}).",
              zh: "各段边界的结果不一致（p {p}）。",
            }
          : {
              en: "The stretches of the border do not differ by more than chance would have it (p {p}).",
              zh: "各段边界之差未超出偶然范围（p {p}）。",
            },
      values: { p: say(qP) },
    },
  ];
}
