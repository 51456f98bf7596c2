/**
 * How much of a ranking is the places, and how much the choices of whoever made the index?
 *
 * The recipe's choices are drawn again and again and the places ranked under each draw:
 *
 *   weights         at every node, among its children: uniform within 25 % of the stated ones (`uniform-25`), flat
 *                   Dirichlet (`dirichlet`: every weighting alike likely), or as stated; a stated weight of 0 stays 0
 *   normalisation   one of `normalisations`, with one of `aggregations` (for nodes without a mean of their own): pairs
 *                   alike likely; z-scores are paired with arithmetic means only; where another mean needs it, and the
 *                   pair is not the stated one, the range starts at .01
 *   indicators      with `leaveOneOut`, one indicator or none is left out, all alike likely
 *
 * Ranks are within group and year, ties share the better rank. For each place: median rank, the interval from the 5th to
 * the 95th percentile (ranks that were taken, no interpolation), mean rank, share of draws at each rank, and beside them
 * score and rank under the stated recipe. Tiers cut the order of median ranks (then mean ranks) where every place above
 * the cut ranks above every place below it in at least 95 % of the draws, ties counting half.
 *
 * Gaps are settled once, by the stated recipe: what it scores is ranked in every draw over the figures that it used, with
 * weights renormalised. One place alone is first in every draw. The intervals say nothing of errors in the data.
 *
 * @example
 * rankUncertainty({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 2, 3) },
 *   { name: "y", unit: "1", values: Float64Array.of(5, 7, 9) },
 * ] }).ranks.median // 3, 2, 1: c leads b and b leads a on both
 */
import { z } from "zod";
import { defineMethod } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { DeclaredDraws } from "./rank-choices.ts";
import { weightDraws } from "./rank-draws.ts";
import { rankFindings } from "./rank-findings.ts";
import type { RankPart } from "./rank-pairs.ts";
import { planDraws } from "./rank-plan.ts";
import { conclude, jobsFor, partOf, type RankUncertainty, rankTables, rankUnder } from "./rank-under.ts";
import { aggregates, normalisations, type Recipe } from "./recipe.ts";
import { compositeExample, recipeConventions, recipeFor, recipeInputs, tiesConvention } from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { traceToIndicators } from "./score-trace.ts";
import { statedOr } from "./stated-or.ts";

export type { RankUncertainty } from "./rank-under.ts";

const optionsSchema = z.strictObject({
  draws: z.int().min(1).max(1_000_000).default(5000),
  weights: z.enum(weightDraws).default("uniform-25"),
  normalisations: statedOr(normalisations).default(["stated", "min-max", "z-score", "rank"]),
  aggregations: statedOr(aggregates).default(["stated", "arithmetic", "geometric"]),
  leaveOneOut: z.boolean().default(false),
});

export interface RankUncertaintyOptions extends Partial<DeclaredDraws> {
  readonly recipe?: Recipe | undefined;
  readonly draws?: number;
  readonly seed?: number;
}

/** All draws in this thread. The method's own `run` shares them out over workers, with the same answer. */
export function rankUncertainty(
  data: CompositeData,
  { recipe, seed = 1, ...given }: RankUncertaintyOptions = {},
): RankUncertainty {
  checkRows("rank-uncertainty", data);
  const options = readOptions("composite/rank-uncertainty", optionsSchema, given);
  return rankUnder(data, { recipe: recipeFor(data, recipe), isGiven: recipe !== undefined }, options, seed);
}

const { recipe, scope, weigh } = recipeConventions;

export default defineMethod({
  id: "composite/rank-uncertainty",
  version: 3,
  title: { en: "Rank uncertainty", zh: "位次不确定性" },
  question: {
    en: "How much of a ranking is the places, and how much the choices of whoever made the index?",
    zh: "排名在多大程度上反映地区差异，又在多大程度上取决于指数编制方法的选择？",
  },
  formula: "P(rᵢ = k) = Dᵢₖ / D;  k | k + 1 ⇔ P(sᵢ > sⱼ) ≥ .95  ∀ i ≤ k < j",
  where: {
    en: "D: draws, each one set of weights, one pair of normalisation and aggregation, all or all but one of the indicators; Dᵢₖ: those in which i is k-th; k | k + 1: a cut between tiers; sᵢ: score",
    zh: "D：抽样次数，每次抽取一组权重、一种标准化与合成方法的组合、全部指标或剔除其一；Dᵢₖ：其中地区 i 居第 k 位的次数；k | k + 1：梯队分界；sᵢ：得分",
  },
  cites: [
    {
      text: "Saisana, M., Saltelli, A., Tarantola, S. (2005). Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators. Journal of the Royal Statistical Society A 168(2), 307-323.",
      doi: "10.1111/j.1467-985X.2005.00350.x",
      checked: "secondary",
    },
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: {
    recipe,
    scope,
    weigh,
    weights: {
      title: { en: "How weights vary", zh: "权重的变动方式" },
      choices: {
        "uniform-25": { en: "uniform within 25 % of the stated weights", zh: "在给定权重上下 25% 内均匀变动" },
        dirichlet: { en: "any weighting alike likely (flat Dirichlet at every node)", zh: "各层级内平坦狄利克雷分布" },
        stated: { en: "not at all", zh: "不变动" },
      },
    },
    normalisations: {
      title: { en: "Normalisations drawn from", zh: "抽取的标准化方法" },
      choices: recipeConventions.normalise.choices,
    },
    aggregations: {
      title: { en: "Means drawn from", zh: "抽取的合成方法" },
      choices: recipeConventions.aggregate.choices,
    },
    leaveOneOut: {
      title: { en: "Indicators left out", zh: "剔除指标" },
      choices: {
        none: { en: "none", zh: "不剔除" },
        "one-or-none": { en: "one or none a draw, all alike likely", zh: "每次剔除一项或不剔除，等可能" },
      },
    },
    gaps: {
      title: { en: "Gaps", zh: "缺失值" },
      choices: { "stated-recipe": { en: "settled once, by the stated recipe", zh: "按给定方案一次确定" } },
    },
    quantile: {
      title: { en: "Median and interval", zh: "中位数与区间" },
      choices: { "taken-rank": { en: "ranks that were taken, no interpolation", zh: "取实际出现的位次，不插值" } },
    },
    ties: tiesConvention,
  },
  means: {
    draws: { en: "how many recipes are drawn", zh: "抽取的方案个数" },
  },
  pitfalls: [
    {
      en: "Intervals hold for the choices that were varied and say nothing of errors in the figures.",
      zh: "区间只反映所变动的方法选择，不含数据误差。",
    },
    {
      en: "z-scores are paired with arithmetic means only, so not every combination is drawn.",
      zh: "Z 分数只与算术平均搭配，因此并非所有组合都会抽到。",
    },
  ],
  inputs: recipeInputs,
  options: optionsSchema,
  gaps: "pass",
  cost: "seconds",
  example: (seed, size) => ({ ...compositeExample(seed, size, {}), options: { draws: 600 } }),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 3, 2]), numbers("y", "1", [10, 30, 20])],
      ),
    },
    options: { draws: 1000 },
    gives: {
      "ranks[0].median_rank": 3,
      "ranks[0].low_rank": 3,
      "ranks[1].high_rank": 1,
      "ranks[2].tier": 2,
      settled: 1,
    },
    source: {
      en: "by hand: b leads c and c leads a on every indicator, so no weights and no normalisation can change the order",
      zh: "手算：各指标上 b 均领先 c、c 均领先 a，故任何权重与标准化都不改变次序",
    },
  },
  run: async ({ data, recipe }, options, context) => {
    const stated = { recipe: recipeFor(data, recipe), isGiven: recipe !== undefined };
    const planned = planDraws(stated.recipe, data, options);
    const jobs = jobsFor(planned, options, (part) => context.random(`draws/${part}`));
    const parts = (await context.map("draws", jobs)) as readonly RankPart[];
    return conclude(data, stated, options, planned, parts);
  },
  trace: (cell, tables, inputs) => {
    const ownRow = cell.table === "nodes" || cell.column === "score" || cell.column === "coverage";
    // a rank is one against all the others
    return ownRow ? traceToIndicators(cell, tables, inputs) : [{ input: "data" }];
  },
  findings: ({ ranks }, { data }) => rankFindings(ranks, data),
  kernels: { draws: partOf },
  random: true,
  scalars: {
    draws: { title: { en: "draws", zh: "抽取次数" }, unit: "1" },
    meanWidth: { title: { en: "mean width of the rank intervals", zh: "位次区间平均宽度" }, unit: "1" },
    settled: { title: { en: "share of places with one rank throughout", zh: "位次完全确定的地区占比" }, unit: "1" },
  },
  tables: (result, { data }) => rankTables(result, data),
  views: [
    {
      kind: "ranking",
      table: "ranks",
      place: "place",
      score: "score",
      rank: "rank",
      low: "low_rank",
      high: "high_rank",
      tier: "tier",
      group: "group",
      shares: { table: "rank-shares", place: "place", rank: "rank", share: "share" },
      cells: { table: "nodes", place: "place", aspect: "node", value: "score" },
    },
  ],
});
