/**
 * Did units sort themselves to one side of a line: does their density jump there?
 *
 *   θ = ln f(c+) - ln f(c-)      error² = (24/5) (1/f(c+) + 1/f(c-)) / (n h)
 *
 * McCrary's test (2008): counts in bins that do not cross the cutoff, then a line through them on each side, weighted by a
 * triangle of half-width h. Bins are 2 deviations / sqrt(n) wide; h is the mean over the sides of 3.348 (s² (range) / Σ f''²)^(1/5),
 * from a polynomial of order four through the bins of each side, unless given. Bins beyond the range count as empty, as DCdensity
 * of the R package rdd has them. Not the test of Cattaneo, Jansson and Ma (2020), which needs no bins.
 *
 * A jump says that a discontinuity at the line may be one of who stands there. None found does not prove that there was no sorting.
 * A density that meets the cutoff at 0 or below has no logarithm: refused, with the bandwidth to blame. Gaps are dropped.
 *
 * @example densityTest({ running: [-3, -2, -1, 1, 2, 3, ...] }).p
 */
import { z } from "zod";
import { InputError, NumericalError } from "../contract/errors.ts";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { discontinuityExample } from "./discontinuity-example.ts";
import { localFit, valueAt } from "./local-polynomial.ts";

export interface DensityBin {
  readonly side: "left" | "right";
  readonly running: number;
  readonly density: number;
  /** The line at the bin; `NaN` beyond the bandwidth. */
  readonly fitted: number;
  readonly count: number;
  /** From the line to the middle of the bin. */
  readonly away: number;
  /** What the line of the side comes to at the cutoff. */
  readonly limit: number;
}

export interface DensityTestResult extends Outcome {
  /** ln of the density just beyond the line over that just before. */
  readonly jump: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly z: number;
  readonly p: number;
  readonly densityLeft: number;
  readonly densityRight: number;
  readonly bin: number;
  readonly bandwidth: number;
  readonly bins: readonly DensityBin[];
}

export interface DensityTestOptions {
  readonly cutoff?: number;
  readonly bandwidth?: number | undefined;
  readonly bin?: number | undefined;
  readonly level?: number;
}

const name = "density-test";
const fewestValues = 20;

export function densityTest(
  { running }: { readonly running: ArrayLike<number> },
  { cutoff = 0, bandwidth, bin, level = 0.95 }: DensityTestOptions = {},
): DensityTestResult {
  const x = Float64Array.from(running, (each) => each - cutoff).sort();
  const n = x.length;
  if (n < fewestValues) throw tooFew(n);
  if (x[0] >= 0 || x[n - 1] < 0) throw oneSided(running, cutoff);
  const width = bin ?? (2 * deviation(x)) / Math.sqrt(n);
  const first = Math.floor(x[0] / width);
  const counts = new Float64Array(Math.floor(x[n - 1] / width) - first + 1);
  for (const each of x) counts[Math.floor(each / width) - first] += 1;
  const middles = Float64Array.from(counts, (_, at) => (first + at + 0.5) * width);
  const density = counts.map((each) => each / n / width);
  const h = bandwidth ?? chosen(middles, density, width);
  const near = x.filter((each) => Math.abs(each) < h);
  if (near.every((each) => each < 0) || near.every((each) => each >= 0)) throw emptySide(h);
  const padding = Math.ceil(h / width);
  const [leftFit, rightFit] = [-1, 1].map((side) => {
    const all = Array.from({ length: counts.length + 2 * padding }, (_, at) => at - padding).filter(
      (at) => Math.sign(first + at + 0.5) === side,
    );
    const middle = (at: number) => (first + at + 0.5) * width;
    const kept = all.filter((at) => Math.abs(middle(at)) < h);
    const points = { x: Float64Array.from(kept, middle), y: Float64Array.from(kept, (at) => density[at] ?? 0) };
    if (kept.length < 2) throw fewBins(h, width);
    return localFit(
      points,
      points.x.map((each) => 1 - Math.abs(each) / h),
      1,
      h,
    );
  });
  const [left, right] = [valueAt(leftFit, 0), valueAt(rightFit, 0)];
  if (!(left > 0 && right > 0)) throw noDensity(left, right, h);
  const jump = Math.log(right) - Math.log(left);
  const standardError = Math.sqrt(((24 / 5) * (1 / left + 1 / right)) / (n * h));
  const half = normalQuantile((1 - level) / 2) * standardError;
  return {
    jump,
    standardError,
    low: jump - half,
    high: jump + half,
    z: jump / standardError,
    p: normalTwoSided(jump / standardError),
    densityLeft: left,
    densityRight: right,
    bin: width,
    bandwidth: h,
    bins: Array.from(counts, (count, at): DensityBin => {
      const side = first + at < 0 ? "left" : "right";
      const fit = side === "left" ? leftFit : rightFit;
      return {
        side,
        running: cutoff + middles[at],
        density: density[at],
        fitted: Math.abs(middles[at]) < h ? valueAt(fit, middles[at]) : Number.NaN,
        count,
        away: middles[at],
        limit: side === "left" ? left : right,
      };
    }),
    n,
    warnings: warningsOf(x, near.length),
    convention: { test: "mccrary", bandwidth: bandwidth === undefined ? "rule" : "given" },
  };
}

/** McCrary's rule: by the curvature of a polynomial of order four through the bins of each side. */
function chosen(middles: Float64Array, density: Float64Array, width: number): number {
  const sides = [-1, 1].map((side) => {
    const own = [...middles.keys()].filter((at) => Math.sign(middles[at]) === side);
    const reach = Math.abs(middles[side < 0 ? 0 : middles.length - 1]);
    // powers of the share of the reach, so that they are of like size; curvature is told in the running variable's unit again
    const u = Float64Array.from(own, (at) => middles[at] / reach);
    const fit =
      own.length < 6
        ? undefined
        : linearRegression(
            Float64Array.from(own, (at) => density[at]),
            [0, 1, 2, 3, 4].map((power) => u.map((each) => each ** power)),
          );
    if (fit === undefined || "collinear" in fit) throw fewBins(Number.NaN, width);
    const variance = fit.residuals.reduce((sum, each) => sum + each * each, 0) / fit.freedom;
    const [, , b2, b3, b4] = fit.coefficients;
    const curvature = u.reduce(
      (sum, each) => sum + ((2 * b2 + 6 * b3 * each + 12 * b4 * each * each) / reach ** 2) ** 2,
      0,
    );
    return 3.348 * ((variance * reach) / curvature) ** 0.2;
  });
  const h = (sides[0] + sides[1]) / 2;
  if (!Number.isFinite(h) || !(h > 0)) throw noBandwidth();
  return h;
}

function deviation(x: Float64Array): number {
  const mean = x.reduce((sum, each) => sum + each, 0) / x.length;
  return Math.sqrt(x.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (x.length - 1));
}

const [fewNear, repeated] = [50, 0.1];

function warningsOf(x: Float64Array, near: number): Warning[] {
  const warnings: Warning[] = [];
  if (near < fewNear) {
    warnings.push({
      code: "few-near",
      text: {
        en: `${near} units within the bandwidth: with fewer than ${fewNear} only gross sorting would show`,
        zh: `带宽内仅 ${near} 个个体：不足 ${fewNear} 个时只有严重的自选择才能显现`,
      },
    });
  }
  const share = 1 - new Set(x).size / x.length;
  if (share >= repeated) {
    warnings.push({
      code: "repeated-values",
      text: {
        en: `${Math.round(100 * share)} percent of the values repeat others: heaps near the line look like a jump`,
        zh: `${Math.round(100 * share)}% 的取值重复：断点附近的堆积会被当作跳跃`,
      },
    });
  }
  return warnings;
}

function tooFew(n: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `${name}: ${n} values, expected at least ${fewestValues}`,
      zh: `${name}：仅 ${n} 个取值，至少应有 ${fewestValues} 个`,
    },
  });
}

function oneSided(running: ArrayLike<number>, cutoff: number): InputError {
  const all = Array.from(running);
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  return new InputError({
    code: "cutoff-outside",
    text: {
      en: `${name}: cutoff is ${cutoff} and running goes from ${least} to ${most}, expected values on both sides`,
      zh: `${name}：断点为 ${cutoff}，而 running 在 ${least} 至 ${most} 之间，断点两侧均应有取值`,
    },
    place: { path: "cutoff" },
  });
}

function emptySide(h: number): InputError {
  return new InputError({
    code: "bandwidth-empty",
    text: {
      en: `${name}: within ${h} of the cutoff one side has no value, expected some on both`,
      zh: `${name}：距断点 ${h} 以内有一侧没有取值，两侧均应有`,
    },
    hint: { en: "give a larger bandwidth", zh: "请给出更大的 bandwidth" },
    place: { path: "bandwidth" },
  });
}

function fewBins(h: number, width: number): InputError {
  const within = Number.isNaN(h) ? "" : ` within ${h}`;
  return new InputError({
    code: "too-few-bins",
    text: {
      en: `${name}: too few bins of ${width} on a side${within}, expected at least ${Number.isNaN(h) ? 6 : 2}`,
      zh: `${name}：断点某一侧宽度为 ${width} 的分组过少，至少应有 ${Number.isNaN(h) ? 6 : 2} 组`,
    },
    hint: { en: "give bandwidth, or a narrower bin", zh: "请给出 bandwidth，或更窄的 bin" },
  });
}

function noBandwidth(): NumericalError {
  return new NumericalError("undefined", {
    en: `${name}: the rule gives no bandwidth, for the bins of a side lie on a curve exactly; give bandwidth`,
    zh: `${name}：断点某一侧各组恰在一条曲线上，规则无法给出带宽；请给出 bandwidth`,
  });
}

function noDensity(left: number, right: number, h: number): NumericalError {
  return new NumericalError("undefined", {
    en: `${name}: the density at the cutoff is ${left} before and ${right} beyond with a bandwidth of ${h}, expected more than 0`,
    zh: `${name}：带宽为 ${h} 时断点左右的密度为 ${left} 与 ${right}，应大于 0`,
  });
}

function findingsOf({ jump, p, densityLeft, densityRight }: DensityTestResult): Finding[] {
  const values = {
    times: { number: densityRight / densityLeft, unit: "1", digits: 2 },
    p: { text: { en: pValue(p), zh: pValue(p) } },
  };
  return [
    {
      text:
        p <= 0.05
          ? {
              en: `Just beyond the line units are {times} times as dense as just before (p {p}): they may have sorted themselves, and a discontinuity there is in doubt.`,
              zh: `断点右侧的密度为左侧的 {times} 倍（p {p}）：个体可能自行选择了${jump > 0 ? "右" : "左"}侧，该处的断点估计存疑。`,
            }
          : {
              en: "The density does not show a jump at the line ({times} times, p {p}), which does not prove that nobody sorted.",
              zh: "断点处密度未见跳跃（{times} 倍，p {p}），但这并不证明没有自选择。",
            },
      values,
    },
  ];
}

const sides = {
  left: { en: "before the line", zh: "断点左侧" },
  right: { en: "beyond the line", zh: "断点右侧" },
} as const;

export default defineMethod({
  id: "causal/density-test",
  version: 1,
  title: { en: "Density test at a line", zh: "断点密度检验" },
  question: {
    en: "Did units sort themselves to one side of a line: does their density jump there?",
    zh: "个体是否自行选择断点一侧：密度在断点处是否跳跃？",
  },
  formula: "θ = ln f(c+) − ln f(c−);  σ² = (24/5)(1/f(c+) + 1/f(c−)) / (n h)",
  where: {
    en: "f: density from a line through bins, weighted by a triangle of half-width h",
    zh: "f：以半宽为 h 的三角核对分组密度做局部线性拟合所得",
  },
  cites: [
    {
      text: "McCrary, J. (2008). Manipulation of the running variable in the regression discontinuity design: a density test. Journal of Econometrics 142(2), 698-714.",
      checked: "unverified",
    },
  ],
  conventions: {
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
  },
  means: {
    running: { en: "what the line is drawn in", zh: "驱动变量" },
    cutoff: { en: "where the line is; at it a unit is beyond", zh: "断点；等于断点者属右侧" },
    bandwidth: { en: "in units of running; chosen unless given", zh: "带宽（与 running 同单位）；缺省自动选取" },
    bin: {
      en: "width of the bins; two deviations over the root of their number unless given",
      zh: "分组宽度；缺省为 2 倍标准差除以个数平方根",
    },
    level: { en: "coverage of the interval", zh: "区间的置信水平" },
  },
  pitfalls: [
    {
      en: "Places do not choose where they lie: at a border the test tells how densely places lie, not whether they sorted.",
      zh: "地区无法选择位置：用于边界时，检验反映的是地区疏密，而非自选择。",
    },
    {
      en: "Sorting in both directions can leave the density as it was.",
      zh: "双向自选择可能使密度保持不变。",
    },
  ],
  inputs: { data: table({ place: label.optional, running: number.one }) },
  options: z.strictObject({
    cutoff: z.number().default(0),
    bandwidth: z.number().positive().optional(),
    bin: z.number().positive().optional(),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  cost: "live",
  relabelling: "permutes",
  example: discontinuityExample,
  worked: {
    source:
      "by hand: twelve values before the line in bins of 1 (4, 4, 4), twenty-four beyond (8, 8, 8): the bins within 2.5 lie level, at 4/36 and 8/36, and the density doubles",
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels(
            "place",
            Array.from({ length: 36 }, (_, at) => `p${String(at).padStart(2, "0")}`),
          ),
          numbers(
            "running",
            "1",
            Array.from({ length: 36 }, (_, at) =>
              at < 12
                ? -2.9 + Math.floor(at / 4) + 0.2 * (at % 4)
                : 0.1 + Math.floor((at - 12) / 8) + 0.1 * ((at - 12) % 8),
            ),
          ),
        ],
      ),
    },
    options: { bandwidth: 2.5, bin: 1 },
    gives: {
      jump: Math.log(2),
      densityLeft: 1 / 9,
      densityRight: 2 / 9,
      // (24/5) (9 + 4.5) / (36 x 2.5) = .72
      standardError: Math.sqrt(0.72),
    },
  },
  run: ({ data }, options) => densityTest({ running: data.running }, options),
  scalars: {
    jump: { title: { en: "Jump of the log density", zh: "对数密度跳跃" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    z: { title: { en: "z", zh: "z 值" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    densityLeft: { title: { en: "Density before the line", zh: "断点左侧密度" }, unit: "1" },
    densityRight: { title: { en: "Density beyond the line", zh: "断点右侧密度" }, unit: "1" },
    bin: { title: { en: "Width of the bins", zh: "分组宽度" }, unit: "1" },
    bandwidth: { title: { en: "Bandwidth", zh: "带宽" }, unit: "1" },
  },
  tables: ({ bins }, { data }) => [
    tableOf(
      "bins",
      ["running"],
      bins,
      [
        numberOf(
          "running",
          data.units.running ?? "1",
          { en: "middle of the bin", zh: "组中值" },
          ({ running }) => running,
        ),
        codeOf<DensityBin>(
          "side",
          { en: "side", zh: "侧" },
          ({ side }) => side,
          ({ side }) => sides[side],
        ),
        numberOf("density", "1", { en: "density", zh: "密度" }, ({ density }) => density),
        numberOf("fitted", "1", { en: "line", zh: "拟合" }, ({ fitted }) => fitted),
        numberOf("count", "1", { en: "units", zh: "个体数" }, ({ count }) => count),
        numberOf("away", data.units.running ?? "1", { en: "distance from the line", zh: "距断点" }, ({ away }) => away),
        numberOf("limit", "1", { en: "density at the line", zh: "断点处密度" }, ({ limit }) => limit),
      ],
      { title: { en: "Density along the running variable", zh: "沿驱动变量的密度" } },
    ),
  ],
  views: [
    {
      kind: "discontinuity",
      table: "bins",
      x: "running",
      y: "density",
      side: "side",
      fitted: "fitted",
      away: "away",
      limit: "limit",
    },
  ],
  findings: findingsOf,
});
