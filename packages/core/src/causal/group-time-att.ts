/**
 * What did a policy do to the places that came under it at different times?
 *
 *   ATT(g, t) = E[Y_t - Y_base | first treated in g] - E[Y_t - Y_base | not treated (yet)]
 *
 * g is the first year under treatment, base the last year before it (less `anticipation`). Effects by cohort and year are
 * never compared with places that are treated already, which is what a regression with two-way fixed effects does, with
 * negative weights. Controls are those never treated, or not yet treated by the later of the two years. Covariates adjust the
 * comparison by a regression among controls, by weights p / (1 - p), or by both (doubly robust: right if either model is).
 *
 * Aggregates weigh cohorts by their places: `simple` over all effects after treatment, by event time, by cohort, by year.
 * Errors come from influence functions, by clusters where they are given, else by places; they are withheld where too few carry an
 * effect (cluster-rule), as that on a cohort of one place, and are too small with few treated or few controls: warnings say by how
 * much. The band over event times holds for all that have an error at once, by a multiplier bootstrap of the same functions.
 *
 * Places that lack a year of the outcome or of a covariate, and those treated from the first year on, are dropped by name, from
 * every comparison alike: all of them are then of the same places. `treated` must be 0 or 1 and for
 * good. Cells without a control, with fewer places than covariates, or whose adjustment has no answer, are listed and left out
 * of every aggregate. Before treatment, and before it is anticipated, effects should be near 0: the joint test is `pretest`,
 * and says nothing of what would have come after.
 *
 * @example groupTimeAtt({ place: ["a", "a", "b", "b"], year: [1, 2, 1, 2], outcome: [1, 4, 1, 2], treated: [0, 1, 0, 0] }).effect // (4 - 1) - (2 - 1) = 2
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, type NamedNumbers, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import { adoptionExample } from "./adoption-example.ts";
import { areTooFew, errorBy, supportOf } from "./cluster-rule.ts";
import { changeUnit, type Estimate } from "./estimate.ts";
import { eventFindings } from "./event-words.ts";
import { factorOf } from "./factors.ts";
import { type Aggregate, type Aggregation, aggregate, standardError } from "./group-time-aggregates.ts";
import { baseFindings } from "./group-time-base.ts";
import {
  comparablePlaces,
  type GroupTimeChoices,
  groupTimeEffects,
  noBase,
  type Unanswered,
} from "./group-time-effects.ts";
import { clustersOf, droppedFrom, isComplete, laidOut, sizeOf } from "./group-time-sample.ts";
import { groupTimeTables, groupTimeTitle } from "./group-time-tables.ts";
import { groupTimeWarnings } from "./group-time-warnings.ts";
import { groupTimeConventions, groupTimeMeans, groupTimePitfalls } from "./group-time-words.ts";
import { type Pretest, pretest } from "./pretest.ts";
import { type TreatedPanelInput, treatedPanel } from "./treated-panel.ts";
import { uniformBand } from "./uniform-band.ts";

export interface CellEstimate extends Estimate {
  readonly cohort: number;
  readonly year: number;
  readonly base: number;
  readonly treated: number;
  readonly controls: number;
}
/** Of one event time, cohort or year. */
export interface PartEstimate extends Estimate {
  readonly at: number;
  /** Bounds that hold for all event times together; `NaN` where no band was drawn. */
  readonly bandLow: number;
  readonly bandHigh: number;
}

export interface GroupTimeResult extends Outcome, Estimate {
  readonly p: number;
  /** Whether effects before treatment are 0 together. */
  readonly pretest: Pretest;
  readonly pretestP: number;
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  /** How many alike would carry `effect` as they do. */
  readonly effectiveClusters: number;
  readonly cells: readonly CellEstimate[];
  readonly byEventTime: readonly PartEstimate[];
  readonly byCohort: readonly PartEstimate[];
  readonly byYear: readonly PartEstimate[];
  /** The overall effect of each aggregation. */
  readonly overall: Readonly<Record<Aggregation, Estimate>>;
  readonly unanswered: readonly Unanswered[];
}

export interface GroupTimeInput extends TreatedPanelInput {
  readonly covariates?: readonly NamedNumbers[] | undefined;
  /** Places of one cluster err together; without it every place for itself. */
  readonly cluster?: readonly string[] | undefined;
}

export interface GroupTimeOptions extends Partial<GroupTimeChoices> {
  readonly headline?: Aggregation;
  readonly level?: number;
  /** Draws of the uniform band; 0 leaves it out. */
  readonly draws?: number;
  readonly seed?: number;
}

export function groupTimeAtt(input: GroupTimeInput, options: GroupTimeOptions = {}): GroupTimeResult {
  return estimated(input, options, random(options.seed ?? 1, "causal/group-time-att"));
}

function estimated(input: GroupTimeInput, options: GroupTimeOptions, draw: Random): GroupTimeResult {
  const {
    control = "never-treated",
    base = "varying",
    adjustment = "doubly-robust",
    anticipation = 0,
    headline = "by-event-time",
    level = 0.95,
    draws = 1000,
  } = options;
  const { covariates = [] } = input;
  aligned("group-time-att", { place: input.place, cluster: input.cluster }, covariates);
  const panel = treatedPanel("group-time-att", input);
  const laid = covariates.map(({ values }) => laidOut(panel, values));
  const sample = comparablePlaces(panel).filter((at) => isComplete(panel, laid, at));
  const cohortOf = Float64Array.from(sample, (at) => panel.first[at]);
  const choices = { control, base, adjustment, anticipation };
  const described = covariates.map(({ name, title = same(name) }, at) => ({ title, values: laid[at] }));
  const { cells, unanswered } = groupTimeEffects(panel, sample, described, choices);
  const answers = aggregationsOf(cells, cohortOf);
  if (answers === undefined) throw noEffect(unanswered, new Set(cohortOf.filter(Number.isFinite)).size, control);
  const clusters = clustersOf(panel, sample, input.cluster);
  const way = factorOf(clusters ?? sample);
  const supportBy = ({ weights }: Pick<Aggregate, "weights">) => supportOf(weights, way);
  const isTold = (of: Pick<Aggregate, "weights">) => !areTooFew(supportBy(of));
  const scale = sizeOf(panel, sample);
  const wide = normalQuantile((1 - level) / 2);
  const estimate = (of: Aggregate): Estimate => {
    const { effect, influence } = of;
    const own = influence.length === 0 ? Number.NaN : standardError(influence, scale, clusters);
    const error = errorBy(supportBy(of), own);
    return { effect, standardError: error, low: effect - wide * error, high: effect + wide * error };
  };
  const partsOf = (kind: Aggregation): PartEstimate[] => {
    const { parts } = answers[kind];
    const banded = kind === "by-event-time" && draws > 0 ? parts.filter(isTold) : [];
    const critical =
      banded.length > 0
        ? uniformBand(
            banded.map(({ influence }) => influence),
            clusters,
            draws,
            level,
            draw,
          ).critical
        : Number.NaN;
    return parts.map((part) => {
      const own = estimate(part);
      const half = critical * own.standardError;
      return { at: part.at, ...own, bandLow: own.effect - half, bandHigh: own.effect + half };
    });
  };
  const overall = {
    simple: estimate(answers.simple.overall),
    "by-event-time": estimate(answers["by-event-time"].overall),
    "by-cohort": estimate(answers["by-cohort"].overall),
    "by-year": estimate(answers["by-year"].overall),
  };
  const shown = overall[headline];
  const support = supportBy(answers[headline].overall);
  const parts = [cells, ...Object.values(answers).map((each) => each.parts)].flat().map(supportBy);
  const before = pretest(cells.filter(isTold), clusters, anticipation);
  const treatedPlaces = cohortOf.filter(Number.isFinite).length;
  return {
    ...shown,
    p: normalTwoSided(shown.effect / shown.standardError),
    pretest: before,
    pretestP: before.p,
    treatedPlaces,
    controlPlaces: sample.length - treatedPlaces,
    clusters: way.levels,
    effectiveClusters: support.effective,
    cells: cells.map((cell) => ({ ...cell, ...estimate(cell) })),
    byEventTime: partsOf("by-event-time"),
    byCohort: partsOf("by-cohort"),
    byYear: partsOf("by-year"),
    overall,
    unanswered,
    n: sample.length * panel.years.length,
    dropped: droppedFrom(panel, laid, covariates, new Set(sample)),
    warnings: groupTimeWarnings(support, parts, unanswered, before, shown),
    convention: { control, base, adjustment, headline, errors: clusters === undefined ? "places" : "clusters" },
  };
}

function aggregationsOf(cells: Parameters<typeof aggregate>[1], cohortOf: Float64Array) {
  const [simple, events, cohorts, years] = (["simple", "by-event-time", "by-cohort", "by-year"] as const).map((kind) =>
    aggregate(kind, cells, cohortOf),
  );
  if (simple === undefined || events === undefined || cohorts === undefined || years === undefined) return undefined;
  return { simple, "by-event-time": events, "by-cohort": cohorts, "by-year": years };
}

function noEffect(
  unanswered: readonly Unanswered[],
  cohorts: number,
  control: GroupTimeChoices["control"],
): InputError {
  const { reason } = unanswered.find(({ isOfCovariates }) => isOfCovariates) ??
    unanswered[0] ?? { reason: nobodyWhole };
  return new InputError({
    code: "no-comparison",
    text: {
      en: `group-time-att: no effect after treatment can be computed: ${reason.en}`,
      zh: `group-time-att：无法计算处理后的效应：${reason.zh}`,
    },
    hint: wouldHelp(unanswered, cohorts, control),
  });
}

const nobodyWhole: Text = {
  en: "no treated place is observed in every year and before its treatment",
  zh: "没有各年均有数据且处理前已有观测的受处理地区",
};

function wouldHelp(unanswered: readonly Unanswered[], cohorts: number, control: GroupTimeChoices["control"]): Text {
  if (unanswered.some(({ isOfCovariates }) => isOfCovariates))
    return { en: "leave the covariate out, or bring more places", zh: "请去掉该协变量，或补充地区" };
  if (unanswered.length === 0) {
    return {
      en: "bring years before treatment, and the years that places lack; causal/imputation takes places with gaps",
      zh: "请补充处理前的年份与各地缺失的年份；causal/imputation 可用于有缺失年份的地区",
    };
  }
  if (unanswered.every(({ reason }) => reason === noBase))
    return { en: "bring earlier years, or take a smaller anticipation", zh: "请补充更早的年份，或减小 anticipation" };
  if (cohorts > 1 && control === "never-treated") {
    return {
      en: "bring places that are never treated; with control: not-yet-treated later cohorts serve as controls",
      zh: "请补充从未受处理的地区；若设 control: not-yet-treated，较晚受处理者可作对照",
    };
  }
  // nobody comes later who could serve
  return {
    en: "bring places that are never treated, or treated in another year",
    zh: "请补充从未受处理或在其他年份受处理的地区",
  };
}

const year = { en: "year", zh: "年份" };

export default defineMethod({
  id: "causal/group-time-att",
  version: 5,
  title: groupTimeTitle,
  question: {
    en: "What did a policy do to the places that came under it at different times?",
    zh: "各地在不同时点实施的政策，对实施地产生了多大影响？",
  },
  formula: "ATT(g, t) = E[Y_t − Y_base | G = g] − E[Y_t − Y_base | C];  θ = Σ w(g, t) ATT(g, t)",
  where: {
    en: "G: first year under treatment; base: last year before it, or before it may be anticipated; C: controls, adjusted for covariates by a regression, by odds of treatment, or both; w: places of each cohort",
    zh: "G：首个处理年份；base：处理（及可能的提前反应）前最后一年；C：对照组，以回归、处理概率之比或两者并用调整协变量；w：各批次的地区数",
  },
  cites: [
    {
      text: "Callaway, B. and Sant'Anna, P. H. C. (2021). Difference-in-differences with multiple time periods. Journal of Econometrics 225(2), 200-230.",
      checked: "unverified",
    },
    {
      text: "Sant'Anna, P. H. C. and Zhao, J. (2020). Doubly robust difference-in-differences estimators. Journal of Econometrics 219(1), 101-122.",
      checked: "unverified",
    },
  ],
  conventions: groupTimeConventions,
  means: groupTimeMeans,
  pitfalls: groupTimePitfalls,
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
    control: z.enum(["never-treated", "not-yet-treated"]).default("never-treated"),
    base: z.enum(["varying", "universal"]).default("varying"),
    adjustment: z.enum(["regression", "weighting", "doubly-robust"]).default("doubly-robust"),
    anticipation: z.int().min(0).default(0),
    headline: z.enum(["simple", "by-event-time", "by-cohort", "by-year"]).default("by-event-time"),
    level: z.number().gt(0.5).lt(1).default(0.95),
    draws: z.int().min(0).max(100_000).default(1000),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  relabelling: "ties",
  example: adoptionExample,
  worked: {
    source: {
      en: "by hand: b, treated from 2 on, gains 3, 5 and a and c (never treated) 1, 2 and 3, 2: 3 - 2 = 1, and 5 - 2 = 3; mean 2",
      zh: "手算：b 自第 2 年起受处理，变动 3、5；a 与 c（从未受处理）变动 1、2 与 3、2：3 - 2 = 1，5 - 2 = 3；均值 2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
          numbers("year", "year", [1, 2, 3, 1, 2, 3, 1, 2, 3], { title: year }),
          numbers("outcome", "1", [0, 1, 2, 1, 4, 6, 5, 8, 7]),
          numbers("treated", "1", [0, 0, 0, 0, 1, 1, 0, 0, 0]),
        ],
      ),
    },
    gives: { effect: 2, "cells[0].effect": 1, "cells[1].effect": 3, treatedPlaces: 1, controlPlaces: 2 },
  },
  run: ({ data }, options, ctx) => estimated({ ...data, cluster: data.clustering }, options, ctx.random("band")),
  scalars: {
    effect: { title: { en: "Effect", zh: "处理效应" }, unit: "1" },
    standardError: { title: { en: "Standard error", zh: "标准误" }, unit: "1" },
    low: { title: { en: "Low", zh: "下限" }, unit: "1" },
    high: { title: { en: "High", zh: "上限" }, unit: "1" },
    p: { title: { en: "p", zh: "p 值" }, unit: "1" },
    pretestP: {
      title: { en: "p of all effects before treatment being 0", zh: "处理前效应联合为 0 的 p 值" },
      unit: "1",
    },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    controlPlaces: { title: { en: "Places never treated", zh: "从未处理地区数" }, unit: "1" },
  },
  tables: groupTimeTables,
  views: [
    {
      kind: "effects",
      table: "by_event_time",
      time: "event_time",
      value: "effect",
      low: "low",
      high: "high",
      bandLow: "band_low",
      bandHigh: "band_high",
    },
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
  findings: (result, { data }, options) => {
    const found = eventFindings(result, changeUnit(data.units.outcome));
    return found.length === 0 ? [] : [...found, ...baseFindings(result.cells, options)];
  },
});
