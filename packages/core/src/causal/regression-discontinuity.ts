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
 * Rows without a figure are dropped. Repeated values of `running` widen the bandwidth to ten distinct ones, as in rdrobust.
 *
 * @example regressionDiscontinuity({ running: margin, outcome: vote }).effect // 7.41: incumbency in the US Senate
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
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
import type { Estimate } from "./estimate.ts";
import type { Side } from "./local-polynomial.ts";

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
  refuseFew(left, right, order, bandwidth === undefined);
  if (bandwidth === undefined && biasBandwidth !== undefined) throw biasAlone();
  if ([left, right].every(({ y }) => y.every((each) => each === left.y[0]))) throw constant(left.y[0]);
  const chosen =
    bandwidth === undefined ? chooseBandwidths(left, right, choice) : given(bandwidth, biasBandwidth ?? bandwidth);
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
    warnings: warningsOf(left, right, used, donut, design),
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

const [fewestToChoose, many] = [20, 30];

function refuseFew(left: Side, right: Side, order: number, choosing: boolean): void {
  const count = left.x.length + right.x.length;
  if (choosing && count < fewestToChoose) throw tooFew(count);
  // the first bandwidth carries a polynomial of two orders more, and its bias one of three
  const needed = choosing ? order + 4 : order + 2;
  for (const [side, { x }] of [left, right].entries()) {
    const distinct = new Set(x).size;
    if (distinct < needed) throw tooFewDistinct(side === 0, distinct, needed);
  }
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

function warningsOf(
  left: Side,
  right: Side,
  used: readonly [number, number],
  donut: number,
  design: NonNullable<RegressionDiscontinuityOptions["design"]>,
): Warning[] {
  const warnings: Warning[] = [];
  if (Math.min(...used) < many) {
    warnings.push({
      code: "few-near",
      text: {
        en: `${used[0]} and ${used[1]} observations within the bandwidth: with fewer than ${many} on a side the normal interval is too narrow`,
        zh: `带宽内左右观测分别为 ${used[0]}、${used[1]} 个：任一侧不足 ${many} 个时正态区间偏窄`,
      },
    });
  }
  const repeated = [left, right].reduce((most, { x }) => Math.max(most, 1 - new Set(x).size / x.length), 0);
  if (repeated >= 0.1) {
    warnings.push({
      code: "repeated-values",
      text: {
        en: `${Math.round(100 * repeated)} percent of the values of running repeat others: it is discrete, and the limit at the cutoff rests on the form of the polynomial`,
        zh: `驱动变量有 ${Math.round(100 * repeated)}% 的取值重复：变量离散，断点处的极限取决于多项式的形式`,
      },
    });
  }
  if (design === "border") {
    warnings.push({
      code: "border",
      text: {
        en: "a border separates more than one policy, and distance to it mixes places far from each other: compare segments of it, and what was there before",
        zh: "边界两侧不止一项政策不同，且到边界的距离混合了相距甚远的地点：请分段比较，并与政策实施前对照",
      },
    });
  }
  if (design === "time") {
    warnings.push({
      code: "time",
      text: {
        en: `errors of neighbouring dates go together, which these do not count, and all else that changed on the date is told as effect${donut > 0 ? "" : "; without a donut so is what was put forward or off"}`,
        zh: `相邻日期的误差相关，此处未计入；同日发生的其他变化也会计入效应${donut > 0 ? "" : "；未设空档（donut）时，提前或推迟的行为亦然"}`,
      },
    });
  }
  return warnings;
}

function oneSided(running: ArrayLike<number>, cutoff: number): InputError {
  const all = Array.from(running);
  const [least, most] = [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  return new InputError({
    code: "cutoff-outside",
    text: {
      en: `${name}: cutoff is ${cutoff} and running goes from ${least} to ${most}, expected observations on both sides beyond the donut`,
      zh: `${name}：断点为 ${cutoff}，而 running 在 ${least} 至 ${most} 之间，断点两侧（空档之外）均应有观测`,
    },
  });
}

function biasAlone(): InputError {
  return new InputError({
    code: "bandwidth-missing",
    text: {
      en: `${name}: biasBandwidth is given without bandwidth, expected both or bandwidth alone`,
      zh: `${name}：给出了 biasBandwidth 而未给 bandwidth，应同时给出或只给 bandwidth`,
    },
    place: { path: "biasBandwidth" },
  });
}

function constant(value: number): InputError {
  return new InputError({
    code: "outcome-constant",
    text: {
      en: `${name}: outcome is ${value} everywhere, expected some variation`,
      zh: `${name}：结果变量处处为 ${value}，应有变异`,
    },
  });
}

function tooFew(count: number): InputError {
  return new InputError({
    code: "too-few-rows",
    text: {
      en: `${name}: ${count} observations, expected at least ${fewestToChoose} to choose a bandwidth from`,
      zh: `${name}：仅 ${count} 个观测，选择带宽至少需 ${fewestToChoose} 个`,
    },
    hint: { en: "give bandwidth", zh: "请给出 bandwidth" },
  });
}

function tooFewDistinct(isLeft: boolean, distinct: number, needed: number): InputError {
  return new InputError({
    code: "too-few-values",
    text: {
      en: `${name}: running has ${distinct} distinct values ${isLeft ? "below" : "above"} the cutoff, expected at least ${needed}`,
      zh: `${name}：断点${isLeft ? "左" : "右"}侧 running 仅有 ${distinct} 个不同取值，至少应有 ${needed} 个`,
    },
  });
}

const title = { en: "Regression discontinuity", zh: "断点回归" };

export default defineMethod({
  id: "causal/regression-discontinuity",
  version: 2,
  title,
  question: {
    en: "What does crossing a line do: a threshold, a border, a date?",
    zh: "越过一条线（门槛、边界、日期）带来多大变化？",
  },
  formula: "τ = lim_{x↓c} E[y|x] − lim_{x↑c} E[y|x]",
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
  conventions: {
    kernel: {
      title: { en: "Kernel", zh: "核函数" },
      choices: {
        triangular: { en: "triangular", zh: "三角核" },
        uniform: { en: "uniform", zh: "均匀核" },
        epanechnikov: { en: "Epanechnikov", zh: "Epanechnikov 核" },
      },
    },
    errors: {
      title: { en: "Errors", zh: "标准误" },
      choices: {
        nearest: { en: "beside three nearest neighbours", zh: "三个最近邻" },
        hc1: { en: "heteroskedasticity-robust, HC1", zh: "异方差稳健（HC1）" },
      },
    },
    bandwidths: {
      title: { en: "Bandwidth", zh: "带宽" },
      choices: {
        common: { en: "of least mean square error, one for both sides", zh: "均方误差最小，两侧相同" },
        two: { en: "of least mean square error, one each", zh: "均方误差最小，两侧各自选取" },
        given: { en: "given", zh: "给定" },
      },
    },
    design: {
      title: { en: "Line", zh: "断点类型" },
      choices: {
        score: { en: "threshold of a score", zh: "指标门槛" },
        border: { en: "border, by signed distance", zh: "边界（带符号距离）" },
        time: { en: "date", zh: "日期" },
      },
    },
  },
  means: {
    running: {
      en: "what the line is drawn in: a score, the signed distance to a border, time",
      zh: "驱动变量：指标得分、到边界的带符号距离或时间",
    },
    outcome: { en: "what may jump at the line", zh: "可能在断点处跳跃的结果变量" },
    cutoff: { en: "where the line is; at it one is treated", zh: "断点；等于断点者受处理" },
    order: { en: "order of the polynomials", zh: "多项式次数" },
    bandwidth: {
      en: "of the estimate, in units of running; chosen unless given",
      zh: "估计所用带宽（与 running 同单位）；缺省自动选取",
    },
    biasBandwidth: {
      en: "of its bias; that of the estimate where only this is given",
      zh: "偏误估计所用带宽；仅给出 bandwidth 时与其相同",
    },
    donut: { en: "observations nearer to the line than this are left out", zh: "距断点小于此值的观测不用" },
    level: { en: "coverage of intervals", zh: "区间的置信水平" },
  },
  pitfalls: [
    {
      en: "Whether units sorted themselves to one side is not tested here: look at the counts of the bins next to the line.",
      zh: "此处不检验个体是否自行选择断点一侧：请查看断点两旁各组的观测数。",
    },
    {
      en: "The interval is that of the bias-corrected estimate, so that the conventional effect need not be at its middle.",
      zh: "区间为偏误修正估计的稳健区间，常规估计值不一定居中。",
    },
  ],
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
    source: "by hand: 2 + x on the left and 5 + 3 x on the right, without error: the jump is 3",
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
