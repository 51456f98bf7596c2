/**
 * What would a treated place have been, by a mixture of places never treated that was like it before?
 *
 *   effect = mean over the years after of Y_t - Σ_j w_j Y_jt      w ≥ 0, Σ w = 1
 *
 * Without predictors w brings the mixture's outcome nearest over the years before. With predictors w minimises
 * Σ_k v_k (x_k - Σ_j w_j x_jk)², and v is such that the mixture's outcome comes nearest (Abadie and Gardeazabal 2003; Abadie,
 * Diamond and Hainmueller 2010): v is not unique, w given v is, so that `importance` may be given. Predictors are means over the years fitted, in deviations; the
 * outcome's own mean is one of them. Several treated places get a twin each and the effect is their mean.
 *
 * Inference is by placebos. One treated: every donor is taken for treated, with the other donors as its pool. Several: every set of
 * as many places among all, the treated included, or `draws` different ones where there are more; each place of a set has those
 * outside it as its pool, as the treated have, so that under no effect any set might have been the treated (the importance of
 * predictors, where sought, is each place's beside the donors). p is the rank of the ratio of the root mean square gap after to
 * that before, in the mean of places. The interval holds the effects, alike in all treated, that a share `level` of sets do not
 * speak against; it supposes that the treated would have strayed as others do.
 *
 * A treated place beyond every donor before treatment is named: no mixture comes near, and the distance is told as effect.
 *
 * Treatment begins in one year for all. Places that lack a year of the outcome, or a predictor in all years fitted, are dropped by
 * name; predictors without variation are left out and named.
 *
 * @example syntheticControl({ place, year, outcome, treated, predictors }, { fitFrom: 1960 }).effect // -0.88 thousand dollars a head: Basque Country
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { blockExample } from "./adoption-example.ts";
import { effectInterval, placeboSets, referenceOf } from "./placebo-sets.ts";
import { importanceOf } from "./predictor-importance.ts";
import { syntheticFindings, syntheticWarnings, yearlyChange } from "./synthetic-control-sayings.ts";
import { syntheticTables } from "./synthetic-control-tables.ts";
import {
  syntheticControlConventions,
  syntheticControlMeans,
  syntheticControlPitfalls,
} from "./synthetic-control-words.ts";
import { outcomeMatch, squareGap } from "./synthetic-match.ts";
import { meanOf, rankP, ratioOf, type Twin, twinOf } from "./synthetic-placebos.ts";
import { backdated, leftOut } from "./synthetic-sensitivity.ts";
import { type SyntheticControlInput, type SyntheticUnits, syntheticUnits } from "./synthetic-units.ts";

export interface PlaceTwin {
  readonly place: string;
  readonly isTreated: boolean;
  readonly effect: number;
  /** Root mean square gap over the years fitted, after treatment, and the second over the first. */
  readonly before: number;
  readonly after: number;
  readonly ratio: number;
  /** Rank of the ratio among donors'; of treated places only. */
  readonly p: number;
  readonly gaps: Float64Array;
}

export interface SyntheticControlResult extends Outcome {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
  readonly ratio: number;
  /** Root mean square gap before treatment, and the least that any mixture of these donors has. */
  readonly fit: number;
  readonly attainable: number;
  /** That gap in root mean square changes from year to year among donors. */
  readonly misfit: number;
  /** The smallest p that so many sets of places allow. */
  readonly smallestP: number;
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly treatedFrom: number;
  /** Treated places first, then donors as placebos. */
  readonly twins: readonly PlaceTwin[];
  readonly weights: readonly { readonly treated: string; readonly place: string; readonly weight: number }[];
  readonly predictors: readonly Predictor[];
  readonly path: readonly { readonly year: number; readonly treated: number; readonly synthetic: number }[];
  readonly steps: readonly {
    readonly at: number;
    readonly effect: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly leftOut: readonly { readonly place: string; readonly effect: number; readonly fit: number }[];
  /** The comparison as if treatment had begun in `from`, over the years before it did. */
  readonly inTime:
    | { readonly from: number; readonly effect: number; readonly gaps: Float64Array; readonly years: readonly number[] }
    | undefined;
}

export interface Predictor {
  readonly name: string;
  readonly title?: { readonly en: string; readonly zh: string };
  readonly importance: number;
  readonly treated: number;
  readonly synthetic: number;
  readonly donors: number;
}

export interface SyntheticControlOptions {
  readonly fitFrom?: number | undefined;
  readonly backdate?: number | undefined;
  /** Of each predictor, by its name. */
  readonly importance?: Readonly<Record<string, number>> | undefined;
  readonly draws?: number;
  readonly level?: number;
  readonly seed?: number;
}

export function syntheticControl(
  input: SyntheticControlInput,
  options: SyntheticControlOptions = {},
): SyntheticControlResult {
  return estimated(input, options, random(options.seed ?? 1, "causal/synthetic-control"));
}

function estimated(
  input: SyntheticControlInput,
  { fitFrom, backdate, importance, draws = 1000, level = 0.9 }: SyntheticControlOptions,
  draw: Random,
): SyntheticControlResult {
  const units = syntheticUnits("synthetic-control", input, fitFrom);
  const { treated, donors, years, span } = units;
  const given = importanceOf(units, importance);
  const own = treated.map((unit) => twinOf(unit, donors, span, given));
  const placebos = donors.map((unit, at) => twinOf(unit, donors.toSpliced(at, 1), span, given));
  const ratios = placebos.map((twin) => ratioOf([twin]));
  const reference = referenceOf(donors.length, treated.length, draws, draw);
  const sets = placeboSets(reference, treated, donors, [...own, ...placebos], span);
  const mean = (of: (twin: Twin) => number) => meanOf(own.map(of));
  const effect = mean((twin) => twin.effect);
  const ratio = ratioOf(own);
  const placed = (twin: Twin, place: string, p: number): PlaceTwin => ({
    ...pick(twin),
    place,
    isTreated: !Number.isNaN(p),
    p,
  });
  const twins = [
    ...own.map((twin, at) => placed(twin, treated[at].place, rankP(ratioOf([twin]), ratios))).sort(byPlace),
    ...placebos.map((twin, at) => placed(twin, donors[at].place, Number.NaN)).sort(byPlace),
  ];
  const steps = years.map((year, step) => {
    const gap = mean(({ gaps }) => gaps[step]);
    const atStep = sets.map(({ gaps, share }) => ({ effect: gaps[step], share }));
    return { at: year - years[span.to], effect: gap, ...effectInterval(level, gap, atStep) };
  });
  const fit = Math.sqrt(mean(({ before }) => before ** 2));
  const result = {
    effect,
    ...effectInterval(level, effect, sets),
    p: rankP(
      ratio,
      sets.map((set) => set.ratio),
    ),
    ratio,
    fit,
    misfit: fit / yearlyChange(units),
    attainable: Math.sqrt(
      meanOf(treated.map((unit) => squareGap(unit, donors, outcomeMatch(unit, donors, span).weights, span))),
    ),
    smallestP: 1 / (1 + sets.length),
    treatedPlaces: treated.length,
    controlPlaces: donors.length,
    treatedFrom: years[span.to],
    twins,
    weights: weightsOf(units, own),
    predictors: predictorsOf(units, own),
    path: years.map((year, step) => {
      const actual = meanOf(treated.map(({ outcome }) => outcome[step]));
      return { year, treated: actual, synthetic: actual - steps[step].effect };
    }),
    steps,
    leftOut: leftOut(units, own, given),
    inTime: backdated(units, input, backdate, importance),
    n: (treated.length + donors.length) * years.length,
    dropped: units.dropped,
  };
  return {
    ...result,
    warnings: syntheticWarnings(result, units, level),
    convention: {
      match: units.predictors.length === 0 ? "outcome" : given ? "given" : "nested",
      reference: reference.kind,
    },
  };
}

const pick = (twin: Twin) => {
  const { effect, before, after, gaps } = twin;
  return { effect, before, after, ratio: ratioOf([twin]), gaps };
};
const byPlace = (a: { readonly place: string }, b: { readonly place: string }) => (a.place < b.place ? -1 : 1);

function weightsOf({ treated, donors }: SyntheticUnits, own: readonly Twin[]) {
  return treated
    .flatMap(({ place }, at) =>
      donors.map((donor, j) => ({ treated: place, place: donor.place, weight: own[at].weights[j] })),
    )
    .sort((a, b) => (a.treated === b.treated ? byPlace(a, b) : a.treated < b.treated ? -1 : 1));
}

function predictorsOf({ treated, donors, predictors }: SyntheticUnits, own: readonly Twin[]): Predictor[] {
  return predictors.map(({ name, title }, k) => ({
    name,
    ...(title === undefined ? {} : { title }),
    importance: meanOf(own.map(({ importance }) => importance[k])),
    treated: meanOf(treated.map((unit) => unit.predictors[k])),
    synthetic: meanOf(
      own.map(({ weights }) => donors.reduce((sum, donor, j) => sum + weights[j] * donor.predictors[k], 0)),
    ),
    donors: meanOf(donors.map((unit) => unit.predictors[k])),
  }));
}

export default defineMethod({
  id: "causal/synthetic-control",
  version: 4,
  title: { en: "Synthetic control", zh: "合成控制法" },
  question: {
    en: "What would a treated place have been, by a mixture of untreated places that was like it before?",
    zh: "以处理前与之相近的未处理地区加权合成，受处理地区本会怎样？",
  },
  formula: "τ = (1/(T − T₀)) Σₜ (Y₁ₜ − Σⱼ wⱼ Yⱼₜ), t > T₀;  min Σₖ vₖ (x₁ₖ − Σⱼ wⱼ xⱼₖ)²",
  where: {
    en: "1: a treated place; j: donors; w: their weights, ≥ 0 and of sum 1, for which the second sum is least; x: predictors before treatment; v: their importance, such that the outcome before is fitted best; T₀: last year before treatment, T: last year",
    zh: "1：受处理地区；j：对照地区；w：其权重，非负且和为 1，使第二式最小；x：处理前的预测变量；v：其重要性，使处理前结果变量拟合最优；T₀：处理前最后一年，T：末年",
  },
  cites: [
    {
      text: "Abadie, A. and Gardeazabal, J. (2003). The economic costs of conflict: a case study of the Basque Country. American Economic Review 93(1), 113-132.",
      checked: "unverified",
    },
    {
      text: "Abadie, A., Diamond, A. and Hainmueller, J. (2010). Synthetic control methods for comparative case studies. Journal of the American Statistical Association 105(490), 493-505.",
      checked: "unverified",
    },
  ],
  conventions: syntheticControlConventions,
  means: syntheticControlMeans,
  pitfalls: syntheticControlPitfalls,
  inputs: {
    data: table({
      place: label.one,
      year: number.one,
      outcome: number.gappy,
      treated: number.optional,
      first: number.optional,
      predictors: number.named,
    }),
  },
  options: z.strictObject({
    fitFrom: z.int().optional(),
    backdate: z.int().optional(),
    importance: z.record(z.string(), z.number().nonnegative()).optional(),
    draws: z.int().min(0).max(100_000).default(1000),
    level: z.number().gt(0.5).lt(1).default(0.9),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "seconds",
  random: true,
  example: blockExample,
  worked: {
    source: {
      en: "by hand: d is a fourth of a and three fourths of c in years 1 to 3 (2.5, 4, 5); in year 4 that mixture is 1 + 4.5 = 5.5 and d is 8",
      zh: "手算：第 1 至 3 年 d 为 a 的四分之一加 c 的四分之三（2.5、4、5）；第 4 年该合成为 1 + 4.5 = 5.5，而 d 为 8",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels(
            "place",
            ["a", "b", "c", "d"].flatMap((place) => [place, place, place, place]),
          ),
          numbers("year", "year", [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4]),
          numbers("outcome", "1", [1, 1, 2, 4, 9, 2, 1, 7, 3, 5, 6, 6, 2.5, 4, 5, 8]),
          numbers("treated", "1", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
        ],
      ),
    },
    gives: { effect: 2.5, p: 0.25, "controls[0].weight": 0.25, "controls[2].weight": 0.75 },
  },
  run: ({ data }, options, ctx) => estimated(data, options, ctx.random("placebo")),
  scalars: {
    effect: { title: { en: "Mean effect after treatment", zh: "处理后平均效应" }, unit: "1" },
    low: { title: { en: "Low, by placebos", zh: "下限（安慰剂）" }, unit: "1" },
    high: { title: { en: "High, by placebos", zh: "上限（安慰剂）" }, unit: "1" },
    p: { title: { en: "p, by rank among placebos", zh: "p 值（安慰剂排序）" }, unit: "1" },
    smallestP: { title: { en: "Smallest p possible", zh: "可能的最小 p 值" }, unit: "1" },
    ratio: { title: { en: "Gap after over gap before", zh: "处理后与处理前误差之比" }, unit: "1" },
    fit: { title: { en: "Root mean square gap before", zh: "处理前均方根误差" }, unit: "1" },
    attainable: { title: { en: "Least that any mixture has", zh: "任何合成所能达到的最小值" }, unit: "1" },
    treatedPlaces: { title: { en: "Treated places", zh: "受处理地区数" }, unit: "1" },
    controlPlaces: { title: { en: "Donors", zh: "对照地区数" }, unit: "1" },
  },
  tables: syntheticTables,
  views: [
    {
      kind: "synthetic",
      table: "path",
      time: "year",
      value: "value",
      series: "series",
      gaps: { table: "gaps", time: "year", value: "gap", since: "event_time" },
      placebos: { table: "placebo_gaps", time: "year", value: "gap", place: "place" },
      p: { table: "estimate", value: "p" },
    },
    { kind: "effects", table: "by_event_time", time: "event_time", value: "effect", low: "low", high: "high" },
    { kind: "bars", table: "controls", category: "place", value: "weight", nothing: "counted" },
    { kind: "bars", table: "twins", category: "place", value: "ratio" },
  ],
  findings: syntheticFindings,
});
