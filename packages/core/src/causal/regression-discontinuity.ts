/**
 * What does crossing a line do: a threshold of a rule, a border, a date?
 *
 *   effect = lim E[y | x ↓ c] - lim E[y | x ↑ c]
 *
 * by a polynomial on each side, weighted by a kernel over a bandwidth. The bandwidth of least mean square error is too wide for the
 * plain interval, so that the estimate is corrected by its bias, estimated with a wider bandwidth and one order more, and the
 * interval holds the error of both (Calonico, Cattaneo and Titiunik 2014; figures are those of the rdrobust package). Errors come
 * from residuals beside the three nearest neighbours, or HC1.
 *
 * At the cutoff itself is the far side (x >= c is treated). For a border `running` is the signed distance to it, for a date the time
 * since; `donut` leaves out what lies nearer than that. Sharp designs only: everyone beyond the line is treated, no one before it.
 * Rows without a figure are dropped. Repeated values of `running` (mass points) widen the bandwidth to ten distinct ones, as in rdrobust, and
 * are warned of with how many lie within; where a side has fewer than a polynomial has coefficients there is no answer.
 *
 * @example regressionDiscontinuity({ running: margin, outcome: vote }).effect // 7.41: incumbency in the US Senate
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { type Bandwidths, type Choice, chooseBandwidths } from "./discontinuity-bandwidth.ts";
import { discontinuity, type EstimateKind } from "./discontinuity-estimate.ts";
import { discontinuityExample } from "./discontinuity-example.ts";
import {
  type Bin,
  binned,
  discontinuityEstimate,
  discontinuityFindings,
  discontinuityTables,
} from "./discontinuity-tables.ts";
import {
  biasAlone,
  discontinuityWarnings,
  fewestToChoose,
  narrowBias,
  oneSided,
  tooFew,
} from "./discontinuity-warnings.ts";
import { discontinuityConventions, discontinuityMeans, discontinuityPitfalls } from "./discontinuity-words.ts";
import type { Estimate } from "./estimate.ts";
import type { Side } from "./local-polynomial.ts";
import { massPointWarnings, refuseFewValues, refuseNarrow } from "./mass-points.ts";
import { checkVaries } from "./varying-outcome.ts";
import { checkReach, ofPolynomials } from "./within-reach.ts";

export interface RegressionDiscontinuityInput {
  /** What the line is drawn in: a score, the signed distance to a border, time. */
  readonly running: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
}

export interface RegressionDiscontinuityOptions {
  readonly cutoff?: number;
  readonly order?: number;
  readonly kernel?: Choice["kernel"];
  readonly errors?: Choice["errors"];
  readonly bandwidths?: Choice["bandwidths"];
  /** Of the estimate and of its bias, instead of the chosen. */
  readonly bandwidth?: number | undefined;
  readonly biasBandwidth?: number | undefined;
  readonly design?: "score" | "border" | "time";
  readonly donut?: number;
  readonly level?: number;
}

export interface RegressionDiscontinuityResult extends Outcome {
  /** The jump, conventional; its interval and p are the robust ones. */
  readonly effect: number;
  readonly corrected: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly bandwidthLeft: number;
  readonly bandwidthRight: number;
  readonly biasLeft: number;
  readonly biasRight: number;
  readonly usedLeft: number;
  readonly usedRight: number;
  readonly estimates: readonly (Estimate & { readonly kind: EstimateKind; readonly p: number })[];
  /** The robust estimate at other bandwidths, as shares of the chosen. */
  readonly sensitivity: readonly (Estimate & { readonly share: number })[];
  readonly bins: readonly Bin[];
}

const name = "regression-discontinuity";

export function regressionDiscontinuity(
  input: RegressionDiscontinuityInput,
  options: RegressionDiscontinuityOptions = {},
): RegressionDiscontinuityResult {
  const { cutoff = 0, order = 1, kernel = "triangular", errors = "nearest", bandwidths = "common" } = options;
  const { bandwidth, biasBandwidth, design = "score", donut = 0, level = 0.95 } = options;
  aligned(name, { running: input.running, outcome: input.outcome });
  const [left, right] = sidesOf(input, cutoff, donut);
  const choice: Choice = { order, kernel, errors, bandwidths };
  const isChosen = bandwidth === undefined;
  if (isChosen && left.x.length + right.x.length < fewestToChoose) throw tooFew(left.x.length + right.x.length);
  refuseFewValues([left, right], choice, isChosen);
  if (bandwidth === undefined && biasBandwidth !== undefined) throw biasAlone();
  checkReach(name, "running", [...left.x, ...right.x], ofPolynomials);
  checkVaries(name, [...left.y, ...right.y]);
  const chosen =
    bandwidth === undefined ? chooseBandwidths(left, right, choice) : given(bandwidth, biasBandwidth ?? bandwidth);
  refuseNarrow([left, right], choice, chosen);
  const { estimates, used, fits } = discontinuity(left, right, choice, chosen, level);
  const [{ effect }, { effect: corrected }, { low, high, p }] = estimates;
  const result = {
    effect,
    corrected,
    low,
    high,
    p,
    bandwidthLeft: chosen.h[0],
    bandwidthRight: chosen.h[1],
    biasLeft: chosen.b[0],
    biasRight: chosen.b[1],
    usedLeft: used[0],
    usedRight: used[1],
    estimates,
    sensitivity: [0.5, 0.75, 1, 1.5, 2].flatMap((share) => otherwise(left, right, choice, chosen, share, level)),
    bins: [left, right].flatMap((side, at) => binned(side, fits[at], chosen.h[at], cutoff)),
    n: left.x.length + right.x.length,
  };
  return {
    ...result,
    warnings: [
      ...massPointWarnings([left, right], choice, chosen),
      ...discontinuityWarnings(used, donut, design, !Number.isNaN(p)),
      ...(chosen.b.some((width, at) => width < chosen.h[at]) ? [narrowBias(chosen)] : []),
    ],
    convention: { kernel, errors, design, bandwidths: bandwidth === undefined ? bandwidths : "given" },
  };
}

const given = (h: number, b: number): Bandwidths => ({ h: [h, h], b: [b, b] });

/** Distances from the cutoff and outcomes, in an order that rests on them alone. */
function sidesOf({ running, outcome }: RegressionDiscontinuityInput, cutoff: number, donut: number): [Side, Side] {
  const rows = Array.from(running, (each, at): [number, number] => [each - cutoff, outcome[at]])
    .filter(([x]) => Math.abs(x) >= donut)
    .sort(([a, y], [b, z]) => a - b || y - z);
  const side = (isOn: (x: number) => boolean): Side => {
    const own = rows.filter(([x]) => isOn(x));
    return { x: Float64Array.from(own, ([x]) => x), y: Float64Array.from(own, ([, y]) => y) };
  };
  const sides: [Side, Side] = [side((x) => x < 0), side((x) => x >= 0)];
  if (sides.some(({ x }) => x.length === 0)) throw oneSided(running, cutoff);
  return sides;
}

/** The robust estimate with both bandwidths times a share; nothing where too few observations are left. */
function otherwise(left: Side, right: Side, choice: Choice, { h, b }: Bandwidths, share: number, level: number) {
  const times = ([l, r]: readonly [number, number]) => [share * l, share * r] as const;
  const carries = [left, right].every(
    ({ x }, at) =>
      new Set(x.filter((each) => Math.abs(each) < share * Math.min(h[at], b[at]))).size >= choice.order + 3,
  );
  if (!carries) return [];
  const { estimates } = discontinuity(left, right, choice, { h: times(h), b: times(b) }, level);
  const { effect, standardError, low, high } = estimates[2];
  return [{ share, effect, standardError, low, high }];
}

const title = { en: "Regression discontinuity", zh: "断点回归" };

export default defineMethod({
  id: "causal/regression-discontinuity",
  version: 4,
  title,
  question: {
    en: "What does crossing a line do: a threshold, a border, a date?",
    zh: "越过一条线（门槛、边界、日期）带来多大变化？",
  },
  formula: "τ = lim_(x↓c) E[y|x] − lim_(x↑c) E[y|x]",
  where: {
    en: "each limit by a polynomial weighted by K(|x − c| / h); bias by one of one order more over b ≥ h",
    zh: "两侧极限由核权重 K(|x − c|/h) 的局部多项式估计；偏误由带宽 b 上高一次的多项式估计",
  },
  cites: [
    {
      text: "Calonico, S., Cattaneo, M. D. and Titiunik, R. (2014). Robust nonparametric confidence intervals for regression-discontinuity designs. Econometrica 82(6), 2295-2326.",
      checked: "secondary",
    },
  ],
  conventions: discontinuityConventions,
  means: discontinuityMeans,
  pitfalls: discontinuityPitfalls,
  inputs: {
    data: table({ place: label.optional, year: number.optional, running: number.one, outcome: number.one }),
  },
  options: z.strictObject({
    cutoff: z.number().default(0),
    order: z.int().min(1).max(3).default(1),
    kernel: z.enum(["triangular", "uniform", "epanechnikov"]).default("triangular"),
    errors: z.enum(["nearest", "hc1"]).default("nearest"),
    bandwidths: z.enum(["common", "two"]).default("common"),
    bandwidth: z.number().positive().optional(),
    biasBandwidth: z.number().positive().optional(),
    design: z.enum(["score", "border", "time"]).default("score"),
    donut: z.number().nonnegative().default(0),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  cost: "live",
  relabelling: "permutes",
  example: discontinuityExample,
  worked: {
    source: {
      en: "by hand: 2 + x on the left and 5 + 3 x on the right, without error: the jump is 3",
      zh: "手算：左侧为 2 + x，右侧为 5 + 3 x，无误差：跳跃为 3",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]),
          numbers("running", "1", [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]),
          numbers("outcome", "1", [-3, -2, -1, 0, 1, 8, 11, 14, 17, 20]),
        ],
      ),
    },
    options: { bandwidth: 6 },
    gives: { effect: 3, corrected: 3, usedLeft: 5, usedRight: 5 },
  },
  run: ({ data }, options) => regressionDiscontinuity(data, options),
  scalars: {
    effect: { title: { en: "Jump at the line", zh: "断点处跳跃" }, unit: "1" },
    corrected: { title: { en: "Jump, bias-corrected", zh: "跳跃（偏误修正）" }, unit: "1" },
    low: { title: { en: "Low, robust", zh: "下限（稳健）" }, unit: "1" },
    high: { title: { en: "High, robust", zh: "上限（稳健）" }, unit: "1" },
    p: { title: { en: "p, robust", zh: "p 值（稳健）" }, unit: "1" },
    bandwidthLeft: { title: { en: "Bandwidth, left", zh: "带宽（左）" }, unit: "1" },
    bandwidthRight: { title: { en: "Bandwidth, right", zh: "带宽（右）" }, unit: "1" },
    biasLeft: { title: { en: "Bandwidth of the bias, left", zh: "偏误带宽（左）" }, unit: "1" },
    biasRight: { title: { en: "Bandwidth of the bias, right", zh: "偏误带宽（右）" }, unit: "1" },
    usedLeft: { title: { en: "Observations used, left", zh: "所用观测（左）" }, unit: "1" },
    usedRight: { title: { en: "Observations used, right", zh: "所用观测（右）" }, unit: "1" },
  },
  tables: (result, inputs, { level }) => [
    ...discontinuityTables(result, inputs),
    discontinuityEstimate(name, title, result, inputs, level),
  ],
  views: [
    {
      kind: "discontinuity",
      table: "bins",
      x: "running",
      y: "outcome",
      side: "side",
      fitted: "fitted",
      away: "away",
      limit: "limit",
    },
    {
      kind: "bars",
      table: "sensitivity",
      category: "share",
      value: "effect",
      low: "low",
      high: "high",
      order: "as-listed",
    },
  ],
  findings: discontinuityFindings,
});
