/**
 * How do places stand on many indicators taken together, and what makes up each score?
 *
 *   S = mean over aspects of the mean over their indicators, to any depth   (arithmetic, geometric, harmonic or power)
 *
 * The recipe says everything: tree, directions, normalisation, weights, means, gaps (see recipe.ts); without one every
 * column counts upwards with equal weight. Weights may also come as a table, of composite/combine-weights say.
 * `power` puts a power mean in place of the recipe's mean at every node that has none of its own: above 1 strengths count
 * more than weaknesses, below 1 less; 1, 0 and -1 are the arithmetic, geometric and harmonic mean, and 0 is to be asked for
 * by that name.
 * Goalposts are pooled over all years, so that scores compare over time. Ranks are within group and year, ties share the
 * better rank. A gap takes its weight out of its node; below `missing.minimumShare` the node is a gap itself. Such places
 * are marked partial, with the share of weight they have (coverage). A constant column gives everyone the middle of the
 * scale. One place alone gets that middle, with a warning.
 *
 * Contributions add up to the score: weight times value for arithmetic means, value times slope in general.
 *
 * @example
 * compositeIndex({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 2, 3) },
 *   { name: "y", unit: "1", values: Float64Array.of(4, 4, 0) },
 * ] }).scores[1] // (1/2 + 1) / 2 = .75
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { indexFindings } from "./index-findings.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  poolsYears,
  recipeConventions,
  recipeFor,
  recipeInputs,
  tiesConvention,
} from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { type Scored, score } from "./score.ts";
import { goalpostsTable, indicatorsTable, nodesTable, scoresTable, weightsTable } from "./score-tables.ts";
import { traceToIndicators } from "./score-trace.ts";
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

export interface CompositeIndex extends Outcome {
  readonly scored: Scored;
  /** By row of the data. */
  readonly scores: Float64Array;
  /** Within group and year, 1 the best. */
  readonly ranks: Float64Array;
  /** Rows with a score, and those of them that rest on part of their indicators. */
  readonly withScore: number;
  readonly partial: number;
}

export interface CompositeIndexOptions {
  readonly recipe?: Recipe | undefined;
  /** Of the indicators in the whole, in place of the recipe's. */
  readonly weights?: GivenWeights | undefined;
  /** Exponent of a power mean, not 0. */
  readonly power?: number | undefined;
}

export function compositeIndex(
  data: CompositeData,
  { recipe, weights, power }: CompositeIndexOptions = {},
): CompositeIndex {
  checkRows("index", data);
  const used = weighedBy(recipeFor(data, recipe), weights);
  if (power === 0) throw powerZero();
  const scored = score(used, data, { power });
  const withScore = scored.total.filter((value) => !Number.isNaN(value)).length;
  return {
    scored,
    scores: scored.total,
    ranks: ranksWithin(pools(scored.n, data), scored.total),
    withScore,
    partial: scored.partial.filter((partly, row) => partly && !Number.isNaN(scored.total[row])).length,
    n: scored.n,
    warnings: scored.warnings,
    convention: {
      ...conventionOf(used, recipe !== undefined),
      ...(weights === undefined ? {} : { weigh: "table" }),
      ...(power === undefined ? {} : { aggregate: "power", power: String(power) }),
      ties: "best",
    },
  };
}

function powerZero(): InputError {
  return new InputError({
    code: "power-zero",
    text: {
      en: "index: power is 0, expected a number other than 0",
      zh: "综合指数：幂指数为 0，应为非零数",
    },
    hint: { en: "the mean of power 0 is aggregate: geometric", zh: "零次幂平均即 aggregate: geometric（几何平均）" },
    place: { path: "power" },
  });
}

export default defineMethod({
  id: "composite/index",
  version: 1,
  title: { en: "Composite index", zh: "综合指数" },
  question: {
    en: "How do places stand on many indicators taken together, and what makes up each score?",
    zh: "多项指标合在一起，各地水平如何？得分由哪些部分构成？",
  },
  formula: "S = Σ w v;  exp(Σ w ln v);  1 / Σ (w / v);  (Σ w vᵖ)^(1/p)",
  where: {
    en: "v: normalised children of a node; w: their weights, renormalised over those present",
    zh: "v：某层级下各项的标准化值；w：其权重，按现有项重新归一",
  },
  formulas: { arithmetic: "S", geometric: "exp", harmonic: "1 /", mixed: "(Σ" },
  cites: [
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
    {
      text: "Becker, W., Caperna, G., Del Sorbo, M., Norlén, H., Papadimitriou, E., Saisana, M. (2022). COINr: An R package for developing composite indicators. Journal of Open Source Software 7(78), 4567.",
      checked: "unverified",
    },
  ],
  conventions: {
    ...recipeConventions,
    aggregate: {
      title: recipeConventions.aggregate.title,
      choices: { ...recipeConventions.aggregate.choices, power: { en: "power mean", zh: "幂平均" } },
    },
    power: { title: { en: "Exponent of the power mean", zh: "幂平均的指数" }, choices: {} },
    ties: tiesConvention,
  },
  pitfalls: [
    {
      en: "Goalposts by year make scores incomparable over time; they are pooled unless the recipe says otherwise.",
      zh: "逐年取阈值则得分不可跨年比较；除非方案另有规定，阈值各年合并。",
    },
    {
      en: "Geometric and harmonic means need a range above 0, such as [.01, 1].",
      zh: "几何平均与调和平均要求取值大于 0，标准化区间可取 [0.01, 1]。",
    },
    {
      en: "A gap hands its weight to the other indicators: see `coverage` before comparing.",
      zh: "缺失指标的权重由其余指标分担，比较前请看 `coverage`。",
    },
  ],
  inputs: { ...recipeInputs, weights: weightsInput },
  options: z.strictObject({ power: z.number().optional() }),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c"]),
          numbers("gdp", "yuan", [10, 20, 30]),
          numbers("trade", "yuan", [4, 0, 1]),
          numbers("dust", "1", [50, 30, 40]),
        ],
      ),
      recipe: {
        nodes: [{ id: "economy", weight: 2 }, { id: "environment" }],
        indicators: [
          { id: "gdp", node: "economy", weight: 3 },
          { id: "trade", node: "economy" },
          { id: "dust", node: "environment", direction: "down" },
        ],
      },
    },
    gives: {
      "scores[0].score": 0.5 / 3,
      "scores[2].score": (2 * 0.8125 + 0.5) / 3,
      "scores[2].rank": 1,
      "nodes[1].score": 0.25,
    },
    source: {
      en: "by hand: c has gdp 1, trade .25, dust .5; economy .75 * 1 + .25 * .25 = .8125; (2 * .8125 + .5) / 3",
      zh: "手算：c 的 gdp 为 1，trade 为 .25，dust 为 .5；economy 为 .75 × 1 + .25 × .25 = .8125；(2 × .8125 + .5) / 3",
    },
  },
  run: ({ data, recipe, weights }, { power }) => compositeIndex(data, { recipe, weights, power }),
  scalars: {
    withScore: { title: { en: "rows scored", zh: "计分行数" }, unit: "1" },
    partial: { title: { en: "of them on part of the indicators", zh: "其中仅依据部分指标" }, unit: "1" },
  },
  tables: (result, { data }) => [
    scoresTable(result.scored, result.ranks, data),
    nodesTable(result.scored, data),
    indicatorsTable(result.scored, data),
    weightsTable(result.scored, result.convention.weigh),
    goalpostsTable(result.scored.goalposts, result.scored.indicators),
  ],
  views: [
    { kind: "trend", table: "scores", time: "year", value: "score", series: "place" },
    { kind: "bars", table: "scores", category: "place", value: "score", group: "group" },
    { kind: "heatmap", table: "nodes", row: "place", column: "node", value: "score", scale: "sequential" },
    { kind: "map", table: "scores", place: "place", value: "score" },
    {
      kind: "bars",
      table: "weights",
      category: "item",
      value: "weight",
      where: { kind: "indicator", basis: "found" },
      title: { en: "Weights of the indicators in the whole", zh: "各指标在总体中的权重" },
    },
  ],
  findings: (result, { data }) => indexFindings(result, data),
  trace: (cell, tables, inputs) => [
    ...traceToIndicators(cell, tables, inputs),
    ...(inputs.weights === undefined ? [] : [{ input: "weights" }]),
  ],
});
