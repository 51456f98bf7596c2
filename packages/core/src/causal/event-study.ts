/**
 * How far do treated places stand from the others in each year before and after treatment, by one regression?
 *
 *   y_it = Σ_e b_e 1[t - g_i = e] + a_i + c_t + d x_it + u_it,    e other than `reference`
 *
 * g is the first year under treatment. Steps beyond `before` and `after` are binned into the outermost. Errors by cluster (places
 * unless given; withheld where too few clusters carry an effect, cluster-rule) as fixest has them; t with G - 1 degrees of freedom.
 * `pretest` is the F test of all steps before the reference that have an error.
 *
 * Where places adopt at different times and effects differ between cohorts, each b_e mixes effects of other steps, with
 * negative weights too: causal/interaction-weighted and causal/group-time-att do not. Places treated from the first year on
 * are dropped by name.
 *
 * @example eventStudy({ place, year, outcome, treated }).steps // [{ at: -3, effect: .1, ... }, ...]
 */

import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { counted } from "../contract/counted.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers, tableOf } from "../contract/table.ts";
import { fisherUpperTail } from "../numeric/fisher.ts";
import { adoptionExample } from "./adoption-example.ts";
import { areTooFew, errorBy, supportOf } from "./cluster-rule.ts";
import { collinear } from "./collinear-column.ts";
import { changeUnit, estimateColumns, estimateOf, quadratic, type StepEstimate, stepColumn } from "./estimate.ts";
import { eventEstimate } from "./event-estimate.ts";
import { checkAfter, checkNever, eventRows, noComparison, noStep, stepsIn } from "./event-steps.ts";
import { eventFindings, eventMeans, eventWarnings, jointF } from "./event-words.ts";
import { factorOf } from "./factors.ts";
import { only, outcomeWeights, panelRegression } from "./panel-regression.ts";
import { clustered } from "./sandwich.ts";
import { type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";

export interface EventStudyResult extends Outcome {
  readonly steps: readonly StepEstimate[];
  /** Mean over the steps from treatment on. */
  readonly effect: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly pretest: number;
  readonly pretestP: number;
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  /** How many alike would carry `effect` as they do. */
  readonly effectiveClusters: number;
}

export interface EventInput extends TreatedPanelInput {
  readonly covariates?: readonly NamedNumbers[] | undefined;
  readonly cluster?: readonly string[] | undefined;
}

export interface EventStudyOptions {
  readonly reference?: number;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly level?: number;
}

export function eventStudy(
  input: EventInput,
  {
    reference = -1,
    before = Number.POSITIVE_INFINITY,
    after = Number.POSITIVE_INFINITY,
    level = 0.95,
  }: EventStudyOptions = {},
): EventStudyResult {
  const { covariates = [], cluster } = input;
  aligned("event-study", { place: input.place, cluster }, covariates);
  const panel = treatedPanel("event-study", input);
  const rows = eventRows(panel, covariates);
  checkNever("event-study", rows);
  // a place that is never treated has no step, whichever bins there are
  const binned = (step: number) => (Number.isFinite(step) ? Math.max(-before, Math.min(after, step)) : step);
  const steps = stepsIn(rows, reference, binned);
  const stepOf = Float64Array.from(rows.first, (start, row) => binned(rows.year[row] - start));
  if (!stepOf.includes(reference)) throw noStep("event-study", reference);
  const effects = [factorOf(rows.place), factorOf(rows.year)];
  const dummies = steps.map((step) => stepOf.map((each) => (each === step ? 1 : 0)));
  checkAfter("event-study", rows);
  const fit = panelRegression({ outcome: rows.outcome, columns: [...dummies, ...rows.columns], effects });
  if ("collinear" in fit) {
    const covariate = covariates[fit.collinear - steps.length];
    throw covariate === undefined
      ? noComparison("event-study", stepWords(steps[fit.collinear]))
      : collinear("event-study", covariate);
  }
  const way = factorOf(cluster === undefined ? rows.place : Array.from(rows.rows, (row) => cluster[row]));
  const { values, freedom } = clustered(fit, [way], effects);
  const k = fit.coefficients.length;
  const supportBy = (combination: Float64Array) => supportOf(outcomeWeights(fit, combination), way);
  const supports = steps.map((_, which) => supportBy(only(which, k)));
  const own = steps.map((at, which): StepEstimate => {
    const variance = errorBy(supports[which], values[which * k + which]);
    const { p: _, ...estimate } = estimateOf(fit.coefficients[which], variance, freedom, level);
    return { at, ...estimate };
  });
  const nothing = { at: reference, effect: 0, standardError: Number.NaN, low: Number.NaN, high: Number.NaN };
  const later = steps.filter((step) => step >= 0).length;
  const weights = Float64Array.from({ length: k }, (_, at) => (steps[at] >= 0 ? 1 / later : 0));
  const mean = fit.coefficients.reduce((sum, each, at) => sum + weights[at] * each, 0);
  const support = supportBy(weights);
  const overall = estimateOf(mean, errorBy(support, quadratic(weights, values)), freedom, level);
  const earlier = steps.flatMap((step, at) => (step < reference && !areTooFew(supports[at]) ? [at] : []));
  const pretest = jointF(earlier, fit.coefficients, values, way.levels);
  const places = new Map(rows.place.map((place, row) => [place, rows.first[row]]));
  return {
    steps: [...own, nothing].sort((a, b) => a.at - b.at),
    ...overall,
    pretest,
    pretestP: fisherUpperTail(pretest, earlier.length, freedom),
    treatedPlaces: [...places.values()].filter(Number.isFinite).length,
    controlPlaces: [...places.values()].filter((start) => start === Number.POSITIVE_INFINITY).length,
    clusters: way.levels,
    effectiveClusters: support.effective,
    n: fit.rows,
    dropped: rows.dropped,
    warnings: eventWarnings(support, supports, new Set(places.values()).size - 1, { ...overall, pretest }),
    convention: {
      reference: String(reference),
      ends: Number.isFinite(before) || Number.isFinite(after) ? "binned" : "open",
    },
  };
}

const stepWords = (step: number) =>
  step < 0
    ? { en: `${counted(-step, "year")} before treatment`, zh: `处理前第 ${-step} 年` }
    : { en: `${counted(step, "year")} after treatment began`, zh: `处理后第 ${step} 年` };

const title = { en: "Event study", zh: "事件研究法" };

export default defineMethod({
  id: "causal/event-study",
  version: 4,
  title,
  question: {
    en: "How far do treated places stand from the others in each year before and after treatment?",
    zh: "处理前后各年，处理组与对照组相差多少？",
  },
  formula: "y_it = Σ_e b_e 1[t − g_i = e] + a_i + c_t + d x_it + u_it",
  where: {
    en: "g: first year under treatment; e: years since, without the reference; a, c: effects of places and years; x: covariates",
    zh: "g：首个处理年份；e：距处理年数，不含基期；a、c：地区与年份效应；x：协变量",
  },
  cites: [
    {
      text: "Sun, L. and Abraham, S. (2021). Estimating dynamic treatment effects in event studies with heterogeneous treatment effects. Journal of Econometrics 225(2), 175-199.",
      checked: "unverified",
    },
  ],
  conventions: {
    reference: { title: { en: "Step that effects are measured from", zh: "基期（距处理年数）" }, choices: {} },
    ends: {
      title: { en: "Steps far from treatment", zh: "远端各期" },
      choices: {
        binned: { en: "binned into the outermost", zh: "并入最外一期" },
        open: { en: "each by itself", zh: "各自单列" },
      },
    },
  },
  means: eventMeans,
  pitfalls: [
    {
      en: "With cohorts whose effects differ, a step's coefficient holds effects of other steps, pre-trends included.",
      zh: "各批次效应不同时，某一期系数会混入其他各期效应，处理前各期亦然。",
    },
    {
      en: "Steps are calendar years: data of every second year have no year right before treatment to measure from and are refused, unless reference names one that they have; causal/group-time-att measures from the last year that there is.",
      zh: "各期以日历年计：隔年数据没有处理前一年作为基期，除非 reference 指定数据具备的年份，否则拒绝；causal/group-time-att 以现有数据的处理前最后一年为基期。",
    },
    {
      en: "Binning assumes that effects beyond the window are constant.",
      zh: "合并远端各期即假设窗口之外效应不变。",
    },
  ],
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
      clustering: label.optional,
      covariates: number.named,
    }),
  },
  options: z.strictObject({
    reference: z.int().max(-1).default(-1),
    before: z.int().min(2).optional(),
    after: z.int().min(1).optional(),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => adoptionExample(seed, size),
  worked: {
    source: {
      en: "by hand: b, treated from 3 on, less the mean of a and c: 1 - 2.5, 3 - 4, 7 - 5; from the year before treatment -0.5 and 3",
      zh: "手算：b 自第 3 年起受处理，减去 a 与 c 的均值：1 - 2.5、3 - 4、7 - 5；以处理前一年为基期得 -0.5 与 3",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3]),
          numbers("outcome", "1", [0, 1, 2, 1, 3, 7, 5, 7, 8]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 1, 0, 0, 0]),
        ],
      ),
    },
    gives: { effect: 3, "by_event_time[0].effect": -0.5, "by_event_time[2].effect": 3 },
  },
  run: ({ data }, options) => eventStudy({ ...data, cluster: data.clustering }, options),
  scalars: {
    effect: { title: { en: "Mean effect from treatment on", zh: "处理后平均效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    pretestP: {
      title: { en: "p of all steps before the reference being 0", zh: "基期前各期联合为 0 的 p 值" },
      unit: "1",
    },
  },
  tables: (result, inputs, { level }) => [
    tableOf(
      "by_event_time",
      ["event_time"],
      result.steps,
      [stepColumn, ...estimateColumns(changeUnit(inputs.data.units.outcome))],
      { title: { en: "Effects by years since treatment", zh: "按处理年数的效应" } },
    ),
    eventEstimate("event-study", title, "t", result, inputs, level),
  ],
  views: [{ kind: "effects", table: "by_event_time", time: "event_time", value: "effect", low: "low", high: "high" }],
  findings: (result, { data }) => eventFindings(result, changeUnit(data.units.outcome)),
});
