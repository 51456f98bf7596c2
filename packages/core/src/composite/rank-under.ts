/**
 * What draws of a recipe's choices come to, where recipe and options are settled: the arithmetic of rank uncertainty. A hand that
 * moves a weight asks it again and again, so it loads no schema.
 */
import { fewDraws } from "../contract/few-draws.ts";
import type { Outcome } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import type { Table } from "../contract/table.ts";
import { drawParts } from "./draw-parts.ts";
import type { DeclaredDraws } from "./rank-choices.ts";
import { type DrawJob, drawRanks } from "./rank-draws.ts";
import type { RankPart } from "./rank-pairs.ts";
import { planDraws, type RankPlan } from "./rank-plan.ts";
import { type RankSummary, summariseRanks } from "./rank-summary.ts";
import { choicesTable, ranksTable, sharesTable } from "./rank-tables.ts";
import { ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { conventionOf } from "./recipe-conventions.ts";
import type { CompositeData } from "./scale.ts";
import type { Scored } from "./score.ts";
import { nodesTable } from "./score-tables.ts";

export interface RankUncertainty extends Outcome {
  /** Under the stated recipe. */
  readonly stated: Scored;
  readonly statedRank: Float64Array;
  readonly ranks: RankSummary;
  /** Pairs of normalisation and aggregation that were drawn from. */
  readonly choices: readonly { readonly normalisation: string; readonly aggregate: string }[];
  readonly draws: number;
  /** Mean width of the intervals, in ranks, and the share of places with the same rank at both ends. */
  readonly meanWidth: number;
  readonly settled: number;
}

export interface RankOptions extends DeclaredDraws {
  readonly draws: number;
}

/** A recipe with every default filled in, and whether it was given or made of the columns. */
export interface StatedRecipe {
  readonly recipe: Recipe;
  readonly isGiven: boolean;
}

/** All draws in this thread. */
export function rankUnder(
  data: CompositeData,
  stated: StatedRecipe,
  options: RankOptions,
  seed: number,
): RankUncertainty {
  const planned = planDraws(stated.recipe, data, options);
  const jobs = jobsFor(planned, options, (part) => random(seed, `composite/rank-uncertainty/draws/${part}`));
  return conclude(data, stated, options, planned, jobs.map(partOf));
}

const drawsAPart = 500;

export function jobsFor(
  { plan }: RankPlan,
  { draws }: RankOptions,
  stream: (part: number) => { integer(n: number): number },
): DrawJob[] {
  return drawParts(draws, drawsAPart, stream).map((part) => ({ plan, ...part }));
}

export function partOf(job: DrawJob): RankPart {
  return { draws: job.draws, ranks: drawRanks(job) };
}

export function conclude(
  data: CompositeData,
  { recipe: settled, isGiven }: StatedRecipe,
  options: RankOptions,
  planned: RankPlan,
  parts: readonly RankPart[],
): RankUncertainty {
  const { stated, pools, plan } = planned;
  const ranks = summariseRanks(planned, data.place, parts);
  const widths = ranks.low.map((low, row) => ranks.high[row] - low).filter((width) => !Number.isNaN(width));
  const { recipe: source, weigh, scope } = conventionOf(settled, isGiven);
  return {
    stated,
    statedRank: ranksWithin(pools, stated.total),
    ranks,
    choices: plan.choices.map(({ normalisation, aggregate }) => ({ normalisation, aggregate })),
    draws: options.draws,
    meanWidth: widths.reduce((sum, width) => sum + width, 0) / widths.length,
    settled: widths.filter((width) => width === 0).length / widths.length,
    n: stated.n,
    convention: {
      recipe: source,
      scope,
      weigh,
      weights: options.weights,
      normalisations: distinct(plan.choices.map(({ normalisation }) => normalisation)),
      aggregations: distinct(plan.choices.map(({ aggregate }) => aggregate)),
      leaveOneOut: options.leaveOneOut ? "one-or-none" : "none",
      gaps: "stated-recipe",
      quantile: "taken-rank",
      ties: "best",
    },
    warnings: [
      ...stated.warnings,
      ...planned.unpaired,
      ...fewDraws(options.draws, { en: "ranks, intervals and tiers", zh: "位次、区间和梯队" }),
      {
        code: "scope",
        text: {
          en: "the intervals cover choices of method (weights, normalisation, aggregation, indicators left out), not errors in the data",
          zh: "区间只反映方法选择（权重、标准化、合成方式、剔除指标）带来的不确定性，不包含数据误差",
        },
      },
    ],
  };
}

/** Ranks, shares of draws, aspects, and what was drawn from. */
export function rankTables(result: RankUncertainty, data: CompositeData): readonly Table[] {
  return [
    ranksTable(result, data),
    sharesTable(result.ranks, data),
    nodesTable({ ...result.stated, nodes: result.stated.nodes.filter(({ depth }) => depth === 1) }, data),
    choicesTable(result.choices),
  ];
}

function distinct(values: readonly string[]): string {
  return [...new Set(values)].join(", ");
}
