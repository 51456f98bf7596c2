import type { Finding } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { EstimateKind } from "./discontinuity-estimate.ts";
import { changeUnit, estimateColumns } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import { type LocalFit, type Side, valueAt } from "./local-polynomial.ts";
import type { RegressionDiscontinuityResult } from "./regression-discontinuity.ts";

/** Means of neighbouring observations, and the polynomial at their middle where it is fitted. */
export interface Bin {
  readonly bin: string;
  readonly side: "left" | "right";
  readonly running: number;
  readonly outcome: number;
  readonly fitted: number;
  readonly count: number;
  /** From the line to the mean of running. */
  readonly away: number;
  /** What the polynomial of the side comes to at the line. */
  readonly limit: number;
}

const mostBins = 20;

/** One side cut into groups of like count. */
export function binned({ x, y }: Side, fit: LocalFit, width: number, cutoff: number): Bin[] {
  const bins = Math.min(mostBins, Math.ceil(Math.sqrt(x.length)));
  const side = x[0] < 0 ? "left" : "right";
  return Array.from({ length: bins }, (_, at) => {
    const [from, to] = [at, at + 1].map((edge) => Math.round((edge * x.length) / bins));
    const mean = (values: Float64Array) => values.subarray(from, to).reduce((sum, each) => sum + each, 0) / (to - from);
    const middle = mean(x);
    return {
      bin: `${side[0]}${String(at + 1).padStart(2, "0")}`,
      side,
      running: cutoff + middle,
      outcome: mean(y),
      fitted: Math.abs(middle) <= width ? valueAt(fit, middle) : Number.NaN,
      count: to - from,
      away: middle,
      limit: valueAt(fit, 0),
    } as const;
  });
}

const kinds = {
  conventional: { en: "conventional", zh: "常规" },
  "bias-corrected": { en: "bias-corrected", zh: "偏误修正" },
  robust: { en: "bias-corrected, robust", zh: "偏误修正，稳健" },
} as const satisfies Record<EstimateKind, { en: string; zh: string }>;

const sides = {
  left: { en: "below the line", zh: "断点左侧" },
  right: { en: "beyond the line", zh: "断点右侧" },
} as const;

/** Its row of the table `estimate`: observations near the line stand for places. */
export function discontinuityEstimate(
  estimator: string,
  title: Text,
  { effect, low, high, p, usedLeft, usedRight }: RegressionDiscontinuityResult,
  inputs: EstimateInputs,
  level: number,
): Table {
  const used = { rows: usedLeft + usedRight, treated: usedRight, controls: usedLeft };
  return estimateTable(title, { estimator, effect, low, high, level, p, basis: "normal", ...used }, inputs);
}

export function discontinuityTables(
  { estimates, sensitivity, bins }: RegressionDiscontinuityResult,
  { data: { units } }: { readonly data: Pick<EstimateInputs["data"], "units"> },
): Table[] {
  const [unit, distance] = [units.outcome ?? "1", units.running ?? "1"];
  return [
    tableOf(
      "estimates",
      ["estimate"],
      estimates,
      [
        codeOf<(typeof estimates)[number]>(
          "estimate",
          { en: "estimate", zh: "估计" },
          ({ kind }) => kind,
          ({ kind }) => kinds[kind],
        ),
        ...estimateColumns(changeUnit(unit)),
        numberOf("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p),
      ],
      { title: { en: "The jump at the line", zh: "断点处的跳跃" } },
    ),
    tableOf(
      "sensitivity",
      ["share"],
      sensitivity,
      [
        labelOf("share", { en: "times the bandwidth", zh: "带宽倍数" }, ({ share }) => String(share)),
        ...estimateColumns(changeUnit(unit)),
      ],
      { title: { en: "With other bandwidths, robust", zh: "其他带宽下的稳健估计" } },
    ),
    tableOf(
      "bins",
      ["bin"],
      bins,
      [
        labelOf("bin", { en: "bin", zh: "分组" }, ({ bin }) => bin),
        codeOf<Bin>(
          "side",
          { en: "side", zh: "侧" },
          ({ side }) => side,
          ({ side }) => sides[side],
        ),
        numberOf("running", distance, { en: "mean of running", zh: "驱动变量均值" }, ({ running }) => running),
        numberOf("outcome", unit, { en: "mean outcome", zh: "结果均值" }, ({ outcome }) => outcome),
        numberOf("fitted", unit, { en: "polynomial", zh: "多项式拟合" }, ({ fitted }) => fitted),
        numberOf("count", "1", { en: "observations", zh: "观测数" }, ({ count }) => count),
        numberOf("away", distance, { en: "distance from the line", zh: "距断点" }, ({ away }) => away),
        numberOf("limit", unit, { en: "polynomial at the line", zh: "断点处拟合值" }, ({ limit }) => limit),
      ],
      { title: { en: "Means along the running variable", zh: "沿驱动变量的分组均值" } },
    ),
  ];
}

export function discontinuityFindings(
  { effect, low, high, p, sensitivity, usedLeft, usedRight }: RegressionDiscontinuityResult,
  { data }: { readonly data: Pick<EstimateInputs["data"], "units"> },
): Finding[] {
  if (!Number.isFinite(p)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const values = {
    effect: number(effect),
    low: number(low),
    high: number(high),
    n: usedLeft + usedRight,
    p: { text: { en: pValue(p), zh: pValue(p) } },
  };
  const isOne = low > 0 || high < 0;
  const main: Finding = {
    text: isOne
      ? {
          en: "At the line the outcome jumps by {effect} (robust interval {low} to {high}, p {p}; {n} observations near it).",
          zh: "结果变量在断点处跳跃 {effect}（稳健区间 {low} 至 {high}，p {p}；断点附近 {n} 个观测）。",
        }
      : {
          en: "Whether the outcome jumps at the line cannot be told: {effect} (robust interval {low} to {high}, p {p}; {n} observations near it).",
          zh: "结果变量在断点处是否跳跃尚不能判断：{effect}（稳健区间 {low} 至 {high}，p {p}；断点附近 {n} 个观测）。",
        },
    values,
  };
  if (sensitivity.length < 2) return [main];
  const sayers = sensitivity.filter((each) => (each.low > 0 || each.high < 0) === isOne).length;
  return [
    main,
    {
      text: {
        en: "Of {all} bandwidths tried, from half the chosen to twice it, {same} say the same.",
        zh: "在所选带宽的一半至两倍之间试 {all} 种带宽，其中 {same} 种结论相同。",
      },
      values: { all: sensitivity.length, same: sayers },
    },
  ];
}
