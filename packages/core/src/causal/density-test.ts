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
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { ruleBandwidth } from "./density-bandwidth.ts";
import { type Bins, binsOf } from "./density-bins.ts";
import { type DensityLimits, densityLimits } from "./density-limits.ts";
import { densityFindings, densityTables, densityWarnings } from "./density-sayings.ts";
import { densityConventions, densityMeans, densityPitfalls } from "./density-words.ts";
import { discontinuityExample } from "./discontinuity-example.ts";
import { valueAt } from "./local-polynomial.ts";
import { checkReach, ofPolynomials } from "./within-reach.ts";

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
  const x = Float64Array.from(running, (each) => each - cutoff)
    .filter(Number.isFinite)
    .sort();
  const n = x.length;
  if (n < fewestValues) throw tooFew(n);
  if (x[0] >= 0 || x[n - 1] < 0) throw oneSided(running, cutoff);
  checkReach(name, "running", x, ofPolynomials);
  const bins = binsOf(name, x, bin);
  const h = bandwidth ?? ruleBandwidth(name, bins);
  const near = x.filter((each) => Math.abs(each) < h);
  if (near.every((each) => each < 0) || near.every((each) => each >= 0)) throw emptySide(h);
  const limits = densityLimits(name, bins, h);
  const { left, right } = limits;
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
    bin: bins.width,
    bandwidth: h,
    bins: shownBins(bins, limits, h, cutoff),
    n,
    warnings: densityWarnings(x, near.length, h),
    convention: { test: "mccrary", bandwidth: bandwidth === undefined ? "rule" : "given" },
  };
}

function shownBins(
  { counts, middles, density }: Bins,
  { leftFit, rightFit, left, right }: DensityLimits,
  h: number,
  cutoff: number,
): DensityBin[] {
  return Array.from(counts, (count, at): DensityBin => {
    const away = middles[at];
    const fit = away < 0 ? leftFit : rightFit;
    return {
      side: away < 0 ? "left" : "right",
      running: cutoff + away,
      density: density[at],
      fitted: Math.abs(away) < h ? valueAt(fit, away) : Number.NaN,
      count,
      away,
      limit: away < 0 ? left : right,
    };
  });
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

export default defineMethod({
  id: "causal/density-test",
  version: 2,
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
  conventions: densityConventions,
  means: densityMeans,
  pitfalls: densityPitfalls,
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
    source: {
      en: "by hand: twelve values before the line in bins of 1 (4, 4, 4), twenty-four beyond (8, 8, 8): the bins within 2.5 lie level, at 4/36 and 8/36, and the density doubles",
      zh: "手算：断点前十二个取值，组距为 1，各组 4、4、4 个；断点后二十四个，各组 8、8、8 个：2.5 以内各组持平，密度为 4/36 与 8/36，即增至两倍",
    },
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
  tables: densityTables,
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
  findings: densityFindings,
});
