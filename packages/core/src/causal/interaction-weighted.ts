/**
 * What did a policy do in each year since it began, when places adopted at different times, in one regression?
 *
 *   y_it = Σ_g Σ_e d_ge 1[G_i = g] 1[t - g = e] + a_i + c_t + b x_it + u_it,    e other than -1
 *   effect of step e = Σ_g w_ge d_ge,    w_ge: share of cohort g among the rows at step e
 *
 * Every cohort has effects of its own, beside places that are never treated, so that no effect of one step stands in for another
 * (Sun and Abraham 2021). Errors by cluster as fixest has them, by the covariance of the d with the shares held
 * fixed; withheld where too few clusters carry an effect (cluster-rule).
 * `effect` is the mean over all rows under treatment, `by_cohort` that of each cohort.
 *
 * Without a place that is never treated the regression has no answer and is refused. Places treated from the first year on are
 * dropped by name; a cohort without the year before its treatment measures from nothing, is left out and named. One without a
 * row from treatment on has no effect of its own.
 *
 * @example interactionWeighted({ place, year, outcome, first }).steps // [{ at: 0, effect: -5.188, ... }, ...]
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { fisherUpperTail } from "../numeric/fisher.ts";
import { adoptionExample } from "./adoption-example.ts";
import { areTooFew, errorBy, supportOf } from "./cluster-rule.ts";
import { collinear } from "./collinear-column.ts";
import {
  changeUnit,
  type Estimate,
  estimateColumns,
  estimateOf,
  quadratic,
  type StepEstimate,
  stepColumn,
} from "./estimate.ts";
import { eventEstimate } from "./event-estimate.ts";
import { checkAfter, checkNever, type EventRows, eventRows, keepRows, noComparison, noStep } from "./event-steps.ts";
import type { EventInput } from "./event-study.ts";
import { eventFindings, eventMeans, eventWarnings, jointF } from "./event-words.ts";
import { factorOf } from "./factors.ts";
import { outcomeWeights, panelRegression } from "./panel-regression.ts";
import { clustered } from "./sandwich.ts";
import { treatedPanel } from "./treated-panel.ts";

export interface CohortEstimate extends Estimate {
  readonly cohort: number;
  readonly places: number;
}
export interface InteractionWeightedResult extends Outcome, Estimate {
  readonly p: number;
  readonly pretest: number;
  readonly pretestP: number;
  readonly steps: readonly StepEstimate[];
  readonly cohorts: readonly CohortEstimate[];
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  /** How many alike would carry `effect` as they do. */
  readonly effectiveClusters: number;
}

export interface InteractionWeightedOptions {
  readonly level?: number;
}

const reference = -1;

export function interactionWeighted(
  input: EventInput,
  { level = 0.95 }: InteractionWeightedOptions = {},
): InteractionWeightedResult {
  const { covariates = [], cluster } = input;
  aligned("interaction-weighted", { place: input.place, cluster }, covariates);
  const panel = treatedPanel("interaction-weighted", input);
  const { rows, dropped } = anchored(eventRows(panel, covariates));
  checkNever("interaction-weighted", rows);
  const cells = cellsOf(rows);
  if (cells.length === 0) throw noStep("interaction-weighted", reference);
  checkAfter("interaction-weighted", rows);
  const effects = [factorOf(rows.place), factorOf(rows.year)];
  const dummies = cells.map(({ cohort, step }) =>
    Float64Array.from(rows.first, (start, row) => (start === cohort && rows.year[row] - start === step ? 1 : 0)),
  );
  const fit = panelRegression({ outcome: rows.outcome, columns: [...dummies, ...rows.columns], effects });
  if ("collinear" in fit) {
    const covariate = covariates[fit.collinear - cells.length];
    throw covariate === undefined
      ? noComparison("interaction-weighted", cellWords(cells[fit.collinear]))
      : collinear("interaction-weighted", covariate);
  }
  const way = factorOf(cluster === undefined ? rows.place : Array.from(rows.rows, (row) => cluster[row]));
  const { values, freedom } = clustered(fit, [way], effects);
  const k = fit.coefficients.length;
  /** Mean of the cells that are chosen, by their rows. */
  const weightsOf = (chosen: (cell: Cell) => boolean): Float64Array => {
    const total = cells.reduce((sum, cell) => sum + (chosen(cell) ? cell.rows : 0), 0);
    return Float64Array.from({ length: k }, (_, at) =>
      at < cells.length && chosen(cells[at]) ? cells[at].rows / total : 0,
    );
  };
  const supportBy = (weights: Float64Array) => supportOf(outcomeWeights(fit, weights), way);
  const mean = (weights: Float64Array) =>
    estimateOf(
      fit.coefficients.reduce((sum, each, at) => sum + weights[at] * each, 0),
      errorBy(supportBy(weights), quadratic(weights, values)),
      freedom,
      level,
    );
  const steps = [...new Set(cells.map(({ step }) => step))].sort((a, b) => a - b);
  const byStep = steps.map((at) => weightsOf(({ step }) => step === at));
  const own = steps.map((at, which): StepEstimate => {
    const { p: _, ...estimate } = mean(byStep[which]);
    return { at, ...estimate };
  });
  const supports = byStep.map(supportBy);
  const early = steps.flatMap((step, at) => (step < reference && !areTooFew(supports[at]) ? [at] : []));
  const between = Float64Array.from({ length: early.length ** 2 }, (_, at) => {
    const [a, b] = [byStep[early[Math.floor(at / early.length)]], byStep[early[at % early.length]]];
    return (
      (quadratic(
        Float64Array.from(a, (each, i) => each + b[i]),
        values,
      ) -
        quadratic(
          Float64Array.from(a, (each, i) => each - b[i]),
          values,
        )) /
      4
    );
  });
  const pretest = jointF(
    [...early.keys()],
    Float64Array.from(early, (at) => own[at].effect),
    between,
    way.levels,
  );
  const afterwards = weightsOf(({ step }) => step >= 0);
  const [overall, support] = [mean(afterwards), supportBy(afterwards)];
  const placesOf = (cohort: number) => new Set(rows.place.filter((_, row) => rows.first[row] === cohort)).size;
  const cohorts = [...new Set(cells.flatMap(({ cohort, step }) => (step >= 0 ? [cohort] : [])))].sort((a, b) => a - b);
  const nothing = { at: reference, effect: 0, standardError: Number.NaN, low: Number.NaN, high: Number.NaN };
  const ofCohort = cohorts.map((cohort) => weightsOf((cell) => cell.cohort === cohort && cell.step >= 0));
  return {
    ...overall,
    pretest,
    pretestP: fisherUpperTail(pretest, early.length, freedom),
    steps: [...own, nothing].sort((a, b) => a.at - b.at),
    cohorts: cohorts.map((cohort, at) => {
      const { p: _, ...estimate } = mean(ofCohort[at]);
      return { cohort, places: placesOf(cohort), ...estimate };
    }),
    treatedPlaces: cohorts.reduce((sum, cohort) => sum + placesOf(cohort), 0),
    controlPlaces: placesOf(Number.POSITIVE_INFINITY),
    clusters: way.levels,
    effectiveClusters: support.effective,
    n: fit.rows,
    dropped,
    warnings: eventWarnings(support, [...supports, ...ofCohort.map(supportBy)], 1, { ...overall, pretest }),
    convention: { weights: "rows", reference: "last-before" },
  };
}

interface Cell {
  readonly cohort: number;
  readonly step: number;
  readonly rows: number;
}

const cellWords = ({ cohort, step }: Cell) => ({
  en: `places treated from ${cohort} in ${cohort + step}`,
  zh: `${cohort} 年起处理者在 ${cohort + step} 年`,
});

/** Cohorts by steps that occur, without the reference. */
function cellsOf({ first, year }: EventRows): Cell[] {
  const counts = new Map<number, Map<number, number>>();
  for (const [row, start] of first.entries()) {
    const step = year[row] - start;
    if (!Number.isFinite(start) || step === reference) continue;
    const own = counts.get(start) ?? new Map<number, number>();
    counts.set(start, own.set(step, (own.get(step) ?? 0) + 1));
  }
  return [...counts]
    .flatMap(([cohort, steps]) => [...steps].map(([step, rows]) => ({ cohort, step, rows })))
    .sort((a, b) => a.cohort - b.cohort || a.step - b.step);
}

/** Without the places that are not observed in the year before their treatment: their effects are measured from nothing. */
function anchored(all: EventRows): { readonly rows: EventRows; readonly dropped: readonly Dropped[] } {
  const known = new Set(
    all.place.filter(
      (_, row) => all.first[row] === Number.POSITIVE_INFINITY || all.year[row] - all.first[row] === reference,
    ),
  );
  const loose = [...new Set(all.place)].filter((place) => !known.has(place));
  return {
    rows: keepRows(all, (row) => known.has(all.place[row])),
    dropped: [...all.dropped, ...loose.map((row) => ({ input: "data", row, reason: noYearBefore }))],
  };
}

const noYearBefore = { en: "no value in the year before treatment", zh: "处理前一年无数据" };

const title = { en: "Interaction-weighted effects", zh: "交互加权处理效应" };

export default defineMethod({
  id: "causal/interaction-weighted",
  version: 4,
  title,
  question: {
    en: "What did a policy do in each year since it began, when places adopted at different times?",
    zh: "各地分批实施政策时，实施后各年的效应有多大？",
  },
  formula: "y_it = Σ_g Σ_e d_ge 1[G_i = g] 1[t − g = e] + a_i + c_t + u_it;  τ_e = Σ_g w_ge d_ge",
  where: {
    en: "g: first year under treatment; e: years since, without −1; τ_e: effect in step e; w: share of cohort g among the rows at e; a, c: effects of places and years",
    zh: "g：首个处理年份；e：距处理年数，不含 −1；τ_e：第 e 期效应；w：批次 g 在第 e 期观测中的占比；a、c：地区与年份效应",
  },
  cites: [
    {
      text: "Sun, L. and Abraham, S. (2021). Estimating dynamic treatment effects in event studies with heterogeneous treatment effects. Journal of Econometrics 225(2), 175-199.",
      checked: "unverified",
    },
  ],
  conventions: {
    weights: {
      title: { en: "Weights of cohorts", zh: "批次权重" },
      choices: { rows: { en: "by rows, held fixed in the errors", zh: "按观测数，计算标准误时视为固定" } },
    },
    reference: {
      title: { en: "Measured from", zh: "基期" },
      choices: {
        "last-before": {
          en: "the year before treatment, beside places never treated",
          zh: "处理前一年，以从未处理地区为对照",
        },
      },
    },
  },
  means: eventMeans,
  pitfalls: [
    {
      en: "Steps are calendar years, measured from the year right before treatment: places of data of every second year that lack it are left out, and all of them lacking it is refused; causal/group-time-att measures from the last year that there is.",
      zh: "各期以日历年计，以处理前一年为基期：隔年数据中缺少该年的地区被剔除，全部缺少时拒绝；causal/group-time-att 以现有数据的处理前最后一年为基期。",
    },
    {
      en: "Controls are the never treated alone: few of them carry everything.",
      zh: "对照组仅为从未处理的地区：若其数量少，结果全系于此。",
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
  options: z.strictObject({ level: z.number().gt(0.5).lt(1).default(0.95) }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => adoptionExample(seed, size),
  worked: {
    source: {
      en: "by hand: b from 2 and c from 3 on, less the mean of a and d, from the year before: 5 - 2 - 1 = 2, 9 - 2 - 2 = 5; 8 - 4 - 1 = 3; step 0: (2 + 3) / 2; all treated rows: (2 + 5 + 3) / 3",
      zh: "手算：b 自第 2 年、c 自第 3 年起受处理，减去 a 与 d 的均值，以处理前一年为基期：5 - 2 - 1 = 2，9 - 2 - 2 = 5；8 - 4 - 1 = 3；第 0 期：(2 + 3) / 2；全部处理观测：(2 + 5 + 3) / 3",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"]),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]),
          numbers("outcome", "1", [0, 2, 2, 2, 5, 9, 3, 4, 8, 5, 5, 7]),
          numbers("treated", "1", [0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0]),
        ],
      ),
    },
    gives: { effect: 10 / 3, "by_event_time[2].effect": 2.5, "by_event_time[3].effect": 5, "by_cohort[1].effect": 3 },
  },
  run: ({ data }, options) => interactionWeighted({ ...data, cluster: data.clustering }, options),
  scalars: {
    effect: { title: { en: "Mean effect on the treated", zh: "处理组平均效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    pretestP: {
      title: { en: "p of all steps before the reference being 0", zh: "基期前各期联合为 0 的 p 值" },
      unit: "1",
    },
  },
  tables: (result, inputs, { level }) => {
    const { steps, cohorts } = result;
    const estimate = estimateColumns(changeUnit(inputs.data.units.outcome));
    return [
      tableOf("by_event_time", ["event_time"], steps, [stepColumn, ...estimate], {
        title: { en: "Effects by years since treatment", zh: "按处理年数的效应" },
      }),
      tableOf(
        "by_cohort",
        ["cohort"],
        cohorts,
        [
          numberOf<CohortEstimate>("cohort", "year", { en: "treated from", zh: "处理起始年" }, ({ cohort }) => cohort),
          ...estimate,
          numberOf<CohortEstimate>("places", "1", { en: "places", zh: "地区数" }, ({ places }) => places),
        ],
        { title: { en: "Effects by cohort", zh: "各批次效应" } },
      ),
      eventEstimate("interaction-weighted", title, "t", result, inputs, level),
    ];
  },
  views: [
    { kind: "effects", table: "by_event_time", time: "event_time", value: "effect", low: "low", high: "high" },
    {
      kind: "bars",
      table: "by_cohort",
      category: "cohort",
      value: "effect",
      low: "low",
      high: "high",
      order: "as-listed",
    },
  ],
  findings: (result, { data }) => eventFindings(result, changeUnit(data.units.outcome)),
});
