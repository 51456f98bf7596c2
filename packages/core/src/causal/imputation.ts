/**
 * What would treated places have been without the policy, by what untreated rows tell of places and years, and how far are they
 * from it?
 *
 *   y_it = a_i + c_t + b x_it + u_it on the rows not (yet) treated;    tau_it = y_it - (a_i + c_t + b x_it) on the others
 *
 * Effects are means of tau_it: over all treated rows, by years since treatment, by cohort (Borusyak, Jaravel and Spiess 2024;
 * Gardner 2022). Errors by cluster (places unless given; withheld where too few carry an effect, cluster-rule) from the weights that every row
 * has in the mean, with tau less its mean by cohort and step as the errors of treated rows: too large where many are treated and
 * effects differ, too small where few are. z intervals.
 *
 * `pretest` is the F test of dummies for the `leads` years before treatment among untreated rows, by the same clusters, so that
 * looking at it does not change the effects. A treated row whose place has no untreated year, whose year no untreated place, or
 * whose place and year no chain of untreated rows ties together, has no counterpart: it is left out of every mean and named.
 * Places treated from the first year on are dropped. An error of 0 is no error: it and its interval are `NaN`.
 *
 * @example imputation({ place: ["a", "a", "b", "b"], year: [1, 2, 1, 2], outcome: [1, 4, 1, 2], treated: [0, 1, 0, 0] }).effect // 2
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { fisherUpperTail } from "../numeric/fisher.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { adoptionExample } from "./adoption-example.ts";
import { areTooFew, clusterWarnings, errorBy, type Support, supportOf } from "./cluster-rule.ts";
import { type Counterparts, counterparts, weightsOf } from "./counterparts.ts";
import { changeUnit, type Estimate, estimateColumns, type StepEstimate, stepColumn } from "./estimate.ts";
import { eventEstimate } from "./event-estimate.ts";
import { eventRows } from "./event-steps.ts";
import type { EventInput } from "./event-study.ts";
import { eventFindings, eventMeans } from "./event-words.ts";
import { factorOf } from "./factors.ts";
import type { CohortEstimate } from "./interaction-weighted.ts";
import { knownError } from "./known-error.ts";
import { treatedPanel } from "./treated-panel.ts";
import { untreatedPretest } from "./untreated-pretest.ts";

export interface ImputationResult extends Outcome, Estimate {
  readonly p: number;
  readonly pretest: number;
  readonly pretestP: number;
  readonly steps: readonly (StepEstimate & { readonly rows: number })[];
  readonly cohorts: readonly CohortEstimate[];
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  /** How many alike would carry `effect` as they do. */
  readonly effectiveClusters: number;
  /** Share of the treated rows that have no counterpart. */
  readonly uncovered: number;
}

export interface ImputationOptions {
  readonly leads?: number;
  readonly level?: number;
}

export function imputation(input: EventInput, { leads = 3, level = 0.95 }: ImputationOptions = {}): ImputationResult {
  const { covariates = [], cluster } = input;
  aligned("imputation", { place: input.place, cluster }, covariates);
  const panel = treatedPanel("imputation", input);
  const all = eventRows(panel, covariates);
  const { rows, found, dropped } = counterparts("imputation", all, covariates);
  const way = factorOf(cluster === undefined ? rows.place : Array.from(rows.rows, (row) => cluster[row]));
  const wide = normalQuantile((1 - level) / 2);
  const estimate = (chosen: (row: number) => boolean): Supported => {
    const own = found.treated.filter(chosen);
    const weights = new Float64Array(rows.place.length);
    for (const row of own) weights[row] = 1 / own.length;
    const effect = own.reduce((sum, row) => sum + found.gap[row] / own.length, 0);
    const pulls = new Float64Array(way.levels);
    const spreadOut = weightsOf(rows, found, weights);
    for (const [row, weight] of spreadOut.entries()) pulls[way.of[row]] += weight * errorOf(found, row);
    const support = supportOf(spreadOut, way);
    const variance = pulls.reduce((sum, each) => sum + each * each, 0);
    const standardError = errorBy(support, knownError(variance, rows.outcome));
    return {
      effect,
      standardError,
      low: effect - wide * standardError,
      high: effect + wide * standardError,
      rows: own.length,
      support,
    };
  };
  const stepOf = (row: number) => rows.year[row] - rows.first[row];
  const placesOf = (chosen: (row: number) => boolean) =>
    new Set(found.treated.filter(chosen).map((row) => rows.place[row])).size;
  const distinct = (of: (row: number) => number) => [...new Set(found.treated.map(of))].sort((a, b) => a - b);
  const { support, ...overall } = estimate(() => true);
  const steps = distinct(stepOf).map((at) => ({ at, ...estimate((row) => stepOf(row) === at) }));
  const cohorts = distinct((row) => rows.first[row]).map((cohort) => {
    const own = (row: number) => rows.first[row] === cohort;
    return { cohort, places: placesOf(own), ...estimate(own) };
  });
  const { pretest, freedom, count } = untreatedPretest(rows, leads, cluster);
  return {
    ...overall,
    p: normalTwoSided(overall.effect / overall.standardError),
    pretest,
    pretestP: fisherUpperTail(pretest, count, freedom),
    steps,
    cohorts,
    treatedPlaces: placesOf(() => true),
    controlPlaces: new Set(rows.place.filter((_, row) => rows.first[row] === Number.POSITIVE_INFINITY)).size,
    clusters: way.levels,
    effectiveClusters: support.effective,
    uncovered: 1 - found.treated.length / all.year.filter((year, row) => year >= all.first[row]).length,
    n: rows.place.length,
    dropped,
    warnings: warningsOf(support, [...steps, ...cohorts], pretest, overall.standardError),
    convention: { errors: "cohort-and-step", pretest: "untreated-rows" },
  };
}

/** The mean effect on some of the treated rows, and what its error rests on. */
interface Supported extends Estimate {
  readonly rows: number;
  readonly support: Support;
}

/** Residuals of untreated rows; of treated ones the gap less its mean by cohort and step. */
function errorOf({ gap, expected }: Counterparts, row: number): number {
  return gap[row] - expected[row];
}

function warningsOf(support: Support, parts: readonly Supported[], pretest: number, standardError: number): Warning[] {
  const warnings = clusterWarnings(support, { parts: parts.map((each) => each.support) });
  if (Number.isNaN(pretest)) {
    warnings.push({
      code: "no-pretest",
      text: {
        en: "no joint test of the years before treatment: too few of them, or too few places",
        zh: "无法联合检验处理前各年：年份或地区过少",
      },
    });
  }
  if (Number.isNaN(standardError) && !areTooFew(support)) {
    warnings.push({
      code: "no-error",
      text: {
        en: "the error is 0: untreated rows are fitted exactly, or every cohort and step has one place",
        zh: "标准误为 0：未处理观测被完全拟合，或每个批次各期仅有一个地区",
      },
    });
  }
  return warnings;
}

const title = { en: "Imputation estimator", zh: "插补估计量" };

export default defineMethod({
  id: "causal/imputation",
  version: 4,
  title,
  question: {
    en: "What would the treated have been without the policy, and how far are they from it?",
    zh: "若无政策，处理组会是怎样？实际与之相差多少？",
  },
  formula: "τ_it = y_it − (a_i + c_t + b x_it)",
  where: {
    en: "a, c: effects of places and years, b: of the covariates x, all from rows not yet treated; effects: means of τ over all treated rows, by years since treatment, by cohort",
    zh: "a、c：地区与年份效应，b：协变量 x 的系数，均由尚未处理的观测估计；效应：τ 对全部处理观测、按处理年数、按批次的均值",
  },
  cites: [
    {
      text: "Borusyak, K., Jaravel, X. and Spiess, J. (2024). Revisiting event-study designs: robust and efficient estimation. Review of Economic Studies 91(6), 3253-3285.",
      checked: "unverified",
    },
    { text: "Gardner, J. (2022). Two-stage differences in differences. arXiv:2207.05943.", checked: "unverified" },
  ],
  conventions: {
    errors: {
      title: { en: "Errors of treated rows", zh: "处理观测的误差" },
      choices: {
        "cohort-and-step": { en: "gap less its mean by cohort and step", zh: "缺口减去同批次同期均值" },
      },
    },
    pretest: {
      title: { en: "Test of the years before", zh: "处理前检验" },
      choices: {
        "untreated-rows": {
          en: "dummies for the leads among rows not yet treated",
          zh: "仅用未处理观测，对处理前各年设虚拟变量",
        },
      },
    },
  },
  means: { ...eventMeans, leads: { en: "years before treatment that are tested", zh: "检验的处理前年数" } },
  pitfalls: [
    {
      en: "Every untreated row counts, however long before treatment: a trend that differs early on moves the effect.",
      zh: "所有未处理观测都参与拟合：较早时期的趋势差异也会影响估计。",
    },
    {
      en: "With one place a cohort and step the errors of its treated rows are 0: the interval is too narrow, and there is none where all errors are.",
      zh: "若某批次某期仅有一个地区，其处理观测误差为 0，区间偏窄；若误差全为 0，则不给出区间。",
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
    leads: z.int().min(1).max(20).default(3),
    level: z.number().gt(0.5).lt(1).default(0.95),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  relabelling: "permutes",
  example: (seed, size) => adoptionExample(seed, size),
  worked: {
    source: {
      en: "by hand: untreated rows say a rises by 1, 1; b is 3 above a in year 1 and c 1 above a on average of years 1, 2: gaps 9 - (1 + 3), 8 - (2 + 3) and 7 - (2 + 1)",
      zh: "手算：由未处理观测知 a 每年升 1；b 在第 1 年高于 a 3，c 在第 1、2 年平均高于 a 1：差距为 9 - (1 + 3)、8 - (2 + 3) 与 7 - (2 + 1)",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3]),
          numbers("outcome", "1", [0, 1, 2, 3, 9, 8, 1, 2, 7]),
          numbers("treated", "1", [0, 0, 0, 0, 1, 1, 0, 0, 1]),
        ],
      ),
    },
    gives: { effect: 4, "by_event_time[0].effect": 4.5, "by_event_time[1].effect": 3, "by_cohort[1].effect": 4 },
  },
  run: ({ data }, options) => imputation({ ...data, cluster: data.clustering }, options),
  scalars: {
    effect: { title: { en: "Mean effect on the treated", zh: "处理组平均效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    pretestP: {
      title: { en: "p of the years before treatment being alike", zh: "处理前各年无差异的 p 值" },
      unit: "1",
    },
  },
  tables: (result, inputs, { level }) => {
    const { steps, cohorts } = result;
    const estimate = estimateColumns(changeUnit(inputs.data.units.outcome));
    return [
      tableOf(
        "by_event_time",
        ["event_time"],
        steps,
        [
          stepColumn,
          ...estimate,
          numberOf<{ readonly rows: number }>(
            "rows",
            "1",
            { en: "treated rows", zh: "处理观测数" },
            ({ rows }) => rows,
          ),
        ],
        { title: { en: "Effects by years since treatment", zh: "按处理年数的效应" } },
      ),
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
      eventEstimate("imputation", title, "normal", result, inputs, level),
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
