/**
 * Which choice of whoever made the index moves the ranking most?
 *
 *   S_i = V(E(Y | X_i)) / V(Y)            what would be gone of the doubt if choice i were settled     (Saltelli et al. 2010)
 *   T_i = E(V(Y | X_-i)) / V(Y)           what choice i has a hand in, interactions included            (Jansen 1999)
 *
 * Y is the mean distance of the places' ranks from those of the stated recipe, and beside it the rank of every place. The
 * choices vary independently of each other: normalisation, kind of mean, goalposts pooled or by year, way of weighing, the
 * indicator left out (all answers alike likely), and the weight of everything under the root, or of everything with
 * siblings (`weightsOf: indicators`), within 25 % or freely (Dirichlet). Normalisations that do not go with every mean
 * (z-scores) make one choice with the mean. N (d + 2) rankings for d choices.
 *
 * Intervals are 95 % percentile bootstrap over the N base samples. An index near 0 may come out below it: that is noise, and
 * is not cut off. T of all choices add up to more than 1 where choices interact, S to less. Where no ranking differs from
 * another there is nothing to share out: gaps, with a warning. Gaps in the data are settled once, by the stated recipe; a
 * place that a choice leaves without a score counts as last.
 *
 * @example
 * sobol({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 2, 3) },
 *   { name: "y", unit: "1", values: Float64Array.of(9, 5, 4) },
 * ] }, { normalisations: ["stated"], aggregations: ["stated"], leaveOneOut: false }).indices // two weights
 */
import { z } from "zod";
import { fewDraws } from "../contract/few-draws.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { type Random, random } from "../contract/random.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { drawParts } from "./draw-parts.ts";
import { weightDraws } from "./rank-draws.ts";
import { aggregates, normalisations, type Recipe, weighings } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  recipeConventions,
  recipeFor,
  recipeInputs,
  tiesConvention,
} from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { type DeclaredChoices, type Factor, type SobolSetup, sobolSetup } from "./sobol-factors.ts";
import { sobolIndices, sobolIntervals } from "./sobol-indices.ts";
import { type PlaceSensitivity, placeSensitivity } from "./sobol-places.ts";
import { runSobol, type SobolJob, type SobolPart } from "./sobol-runs.ts";
import { sobolFindings, sobolTables } from "./sobol-tables.ts";
import { sobolWarnings } from "./sobol-warnings.ts";
import { statedOr } from "./stated-or.ts";

export interface FactorIndices extends Factor {
  readonly first: number;
  readonly firstLow: number;
  readonly firstHigh: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

export interface Sobol extends Outcome {
  readonly indices: readonly FactorIndices[];
  readonly places: PlaceSensitivity;
  readonly statedRank: Float64Array;
  /** Rankings made, and the mean distance of their ranks from the stated ones. */
  readonly runs: number;
  readonly meanShift: number;
  /** What the choices do only together: 1 less the sum of first-order indices. */
  readonly interactions: number;
}

const optionsSchema = z.strictObject({
  samples: z.int().min(2).max(100_000).default(1000),
  bootstrap: z.int().min(10).max(10_000).default(500),
  normalisations: statedOr(normalisations).default(["stated", "min-max", "rank"]),
  aggregations: statedOr(aggregates).default(["stated", "arithmetic", "geometric"]),
  scopes: statedOr(["pooled", "by-year"]).default(["stated", "pooled", "by-year"]),
  weighings: statedOr(weighings).default(["stated", "equal"]),
  weights: z.enum(weightDraws).default("uniform-25"),
  weightsOf: z.enum(["aspects", "indicators"]).default("aspects"),
  leaveOneOut: z.boolean().default(true),
});

type Options = z.output<typeof optionsSchema>;

export interface SobolOptions extends Partial<DeclaredChoices> {
  readonly recipe?: Recipe | undefined;
  readonly samples?: number;
  readonly bootstrap?: number;
  readonly seed?: number;
}

/** All runs in this thread. The method's own `run` shares them out over workers, with the same answer. */
export function sobol(data: CompositeData, { recipe, seed = 1, ...given }: SobolOptions = {}): Sobol {
  checkRows("sobol", data);
  const options = readOptions("composite/sobol", optionsSchema, given);
  const setup = sobolSetup(recipeFor(data, recipe), data, options);
  const stream = (name: string) => random(seed, `composite/sobol/${name}`);
  return conclude(data, recipe, options, setup, jobsFor(setup, options, stream).map(runSobol), stream);
}

const samplesAPart = 100;

function jobsFor({ sobol }: SobolSetup, { samples }: Options, stream: (name: string) => Random): SobolJob[] {
  const parts = drawParts(samples, samplesAPart, (part) => stream(`runs/${part}`));
  return parts.map(({ seed, draws }) => ({ sobol, seed, samples: draws }));
}

function conclude(
  data: CompositeData,
  recipe: Recipe | undefined,
  options: Options,
  { factors, stated, statedRank, ranked }: SobolSetup,
  parts: readonly SobolPart[],
  stream: (name: string) => Random,
): Sobol {
  const width = factors.length + 2;
  const shifts = parts.flatMap((part) => Array.from(part.shifts));
  const column = (run: number) => Float64Array.from({ length: options.samples }, (_, at) => shifts[at * width + run]);
  const runs = { a: column(0), b: column(1), mixed: factors.map((_, at) => column(at + 2)) };
  const { first, total } = sobolIndices(runs);
  const within = sobolIntervals(runs, { draws: options.bootstrap, ends: [0.025, 0.975], random: stream("bootstrap") });
  const places = placeSensitivity(parts, ranked.order, factors.length, data.place.length);
  const {
    recipe: source,
    weigh,
    scope,
    normalise,
    aggregate,
  } = conventionOf(recipeFor(data, recipe), recipe !== undefined);
  return {
    indices: factors.map((factor, at) => ({
      ...factor,
      first: first[at],
      firstLow: within.firstLow[at],
      firstHigh: within.firstHigh[at],
      total: total[at],
      totalLow: within.totalLow[at],
      totalHigh: within.totalHigh[at],
    })),
    places,
    statedRank,
    runs: options.samples * width,
    meanShift: (mean(runs.a) + mean(runs.b)) / 2,
    interactions: 1 - first.reduce((sum, each) => sum + each, 0),
    n: stated.n,
    convention: {
      recipe: source,
      normalise,
      scope,
      weigh,
      aggregate,
      weights: options.weights,
      weightsOf: options.weightsOf,
      estimator: "saltelli-jansen",
      interval: "bootstrap-95",
      gaps: "stated-recipe",
      ties: "best",
    },
    warnings: [
      ...stated.warnings,
      ...ranked.unpaired,
      ...sobolWarnings(first, places, statedRank),
      ...fewDraws(options.samples, { en: "indices", zh: "各项指数" }),
    ],
  };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const { recipe, normalise, scope, weigh, aggregate } = recipeConventions;

export default defineMethod({
  id: "composite/sobol",
  version: 3,
  title: { en: "Sensitivity of ranks (Sobol)", zh: "排名敏感性（Sobol 指数）" },
  question: {
    en: "Which choice of whoever made the index moves the ranking most?",
    zh: "指数编制中的哪一项选择对排名影响最大？",
  },
  formula: "Sᵢ = V(E(Y | Xᵢ)) / V(Y);  Tᵢ = E(V(Y | X₋ᵢ)) / V(Y)",
  where: {
    en: "Y: mean distance of ranks from the stated ones; Xᵢ: choice i, X₋ᵢ: all others",
    zh: "Y：位次与既定方案位次的平均差；Xᵢ：第 i 项选择，X₋ᵢ：其余选择",
  },
  cites: [
    {
      text: "Saltelli, A., Annoni, P., Azzini, I., Campolongo, F., Ratto, M., Tarantola, S. (2010). Variance based sensitivity analysis of model output. Computer Physics Communications 181(2), 259-270.",
      checked: "unverified",
    },
    {
      text: "Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117(1-2), 35-43.",
      checked: "unverified",
    },
    {
      text: "Saisana, M., Saltelli, A., Tarantola, S. (2005). Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators. Journal of the Royal Statistical Society A 168(2), 307-323.",
      doi: "10.1111/j.1467-985X.2005.00350.x",
      checked: "secondary",
    },
  ],
  conventions: {
    recipe,
    normalise,
    scope,
    weigh,
    aggregate,
    weights: {
      title: { en: "How weights vary", zh: "权重的变动方式" },
      choices: {
        "uniform-25": { en: "uniform within 25 % of what they are", zh: "在原权重上下 25% 内均匀变动" },
        dirichlet: { en: "any weighting alike likely (flat Dirichlet)", zh: "平坦狄利克雷分布" },
        stated: { en: "not at all", zh: "不变动" },
      },
    },
    weightsOf: {
      title: { en: "Weights that vary", zh: "变动的权重" },
      choices: {
        aspects: { en: "of what hangs under the root", zh: "一级维度" },
        indicators: { en: "of everything that has siblings", zh: "各层级全部权重" },
      },
    },
    estimator: {
      title: { en: "Estimators", zh: "估计量" },
      choices: {
        "saltelli-jansen": {
          en: "Saltelli 2010 and Jansen 1999, noise not cut off",
          zh: "Saltelli 2010 与 Jansen 1999，不截断负值",
        },
      },
    },
    interval: {
      title: { en: "Intervals", zh: "区间" },
      choices: {
        "bootstrap-95": { en: "95 % percentile bootstrap over base samples", zh: "对基础样本的 95% 百分位自助法" },
      },
    },
    gaps: {
      title: { en: "Gaps", zh: "缺失值" },
      choices: { "stated-recipe": { en: "settled once, by the stated recipe", zh: "按给定方案一次确定" } },
    },
    ties: tiesConvention,
  },
  means: {
    samples: {
      en: "base samples; the index is ranked that many times for each choice and twice more",
      zh: "基础样本数 N，共排名 N×(选择数+2) 次",
    },
    bootstrap: { en: "draws behind the intervals", zh: "区间的自助抽样次数" },
    normalisations: { en: "normalisations among which to choose", zh: "参与变动的标准化方法" },
    aggregations: { en: "means among which to choose", zh: "参与变动的合成方法" },
    scopes: { en: "goalposts among which to choose", zh: "参与变动的阈值范围" },
    weighings: { en: "ways of weighing among which to choose", zh: "参与变动的赋权方法" },
    leaveOneOut: { en: "whether one indicator may be left out", zh: "是否可去掉一个指标" },
  },
  pitfalls: [
    {
      en: "An index near 0 may come out below it: that is noise of sampling, and is not cut off.",
      zh: "接近 0 的指数可能为负，属抽样误差，不作截断。",
    },
    {
      en: "Total effects may add up to more than 1: interactions count in each choice that takes part.",
      zh: "总效应之和可能大于 1，因为交互作用在每个相关选择中都计入。",
    },
  ],
  inputs: recipeInputs,
  options: optionsSchema,
  gaps: "pass",
  cost: "seconds",
  example: (seed, size) => ({ ...compositeExample(seed, size, {}), options: { samples: 64, bootstrap: 40 } }),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 3, 2]), numbers("y", "1", [10, 30, 20])],
      ),
    },
    options: { samples: 50 },
    gives: { runs: 350, meanShift: 0, "places[1].rank": 1, "places[1].deviation": 0 },
    source: {
      en: "by hand: b leads c and c leads a on every indicator, so nothing can move; five choices (normalisation, mean, indicator left out, two weights) take 50 (5 + 2) runs",
      zh: "手算：各指标上 b 均领先 c、c 均领先 a，故名次不变；五项选择（标准化、合成、剔除的指标、两个权重）共 50 (5 + 2) 次计算",
    },
  },
  run: async ({ data, recipe }, options, context) => {
    const setup = sobolSetup(recipeFor(data, recipe), data, options);
    const stream = (name: string) => context.random(name);
    const parts = (await context.map("runs", jobsFor(setup, options, stream))) as readonly SobolPart[];
    return conclude(data, recipe, options, setup, parts, stream);
  },
  kernels: { runs: runSobol },
  random: true,
  scalars: {
    runs: { title: { en: "rankings made", zh: "排名次数" }, unit: "1" },
    meanShift: { title: { en: "mean distance from the stated ranks", zh: "与既定位次的平均差" }, unit: "1" },
    interactions: { title: { en: "share of choices acting together", zh: "交互作用占比" }, unit: "1" },
  },
  tables: (result, { data }) => sobolTables(result, data),
  views: [
    {
      kind: "bars",
      table: "indices",
      category: "factor",
      value: "total",
      low: "total_low",
      high: "total_high",
      inner: "first",
      title: {
        en: "What moves the ranking (total indices, 95 % intervals)",
        zh: "各项选择对排名的影响（总效应指数及 95% 区间）",
      },
    },
    {
      kind: "heatmap",
      table: "place_indices",
      row: "place",
      column: "factor",
      value: "total",
      scale: "sequential",
      title: { en: "What moves each place's rank", zh: "各地位次受哪些选择影响" },
    },
  ],
  findings: (result, { data }) => sobolFindings(result, data),
});
