/**
 * Who beats whom on most of the weight, if no strength may make up for a weakness?
 *
 *   P_ij = sum of the weights of indicators on which i is better, ties counting half
 *   S_i  = number of places with P_ij > 1/2, less number with P_ij < 1/2                  (Copeland's rule on outranking)
 *
 * By how much a place is better on an indicator does not matter, so normalisation matters only where it makes values tie
 * (clipping at goalposts). Weights are the recipe's in the whole; directions are the recipe's. A pair is compared over the
 * indicators that both have, weights renormalised; a row that the recipe does not score is not compared. Within group and
 * year; ties of S share the better rank. A place that beats all others is the Condorcet winner; there need not be one, for
 * majorities can go round in a circle.
 *
 * Places compare each with the others at hand: who else is in the group changes S and can turn an order round.
 *
 * @example
 * copeland({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(3, 2, 1) }, { name: "y", unit: "1", values: Float64Array.of(1, 3, 2) },
 *   { name: "z", unit: "1", values: Float64Array.of(3, 2, 1) },
 * ] }).scores // a 2, b 0, c -2: a is better than b on two of three, b than c on all
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { defineMethod, type Finding, type Outcome, type Warning } from "../contract/method.ts";
import { lastYear, mostNamed } from "../contract/saying.ts";
import { labelOf, labels, makeTable, numberOf, numbers, type Table, tableOf } from "../contract/table.ts";
import { extremes } from "../numeric/spread.ts";
import { dataColumns, dataRows } from "./data-columns.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  recipeConventions,
  recipeFor,
  recipeInputs,
  tiesConvention,
} from "./recipe-input.ts";
import { type CompositeData, checkRows } from "./scale.ts";
import { type Scored, score } from "./score.ts";
import { type GivenWeights, weighedBy, weightsInput } from "./weighed-by.ts";

/** The weight on which one row is better than another of its group and year. */
export interface Outranking {
  readonly row: number;
  readonly other: number;
  readonly weight: number;
}

export interface Copeland extends Outcome {
  /** By row of the data: wins less losses; `NaN` for a row that is not compared. */
  readonly scores: Float64Array;
  readonly wins: Float64Array;
  readonly losses: Float64Array;
  readonly ties: Float64Array;
  readonly ranks: Float64Array;
  /** By the recipe's own mean. */
  readonly meanRanks: Float64Array;
  /** Pairs of the last year, both ways round. */
  readonly pairs: readonly Outranking[];
  /** Groups and years of two places or more, and those in which one place beats all others. */
  readonly contests: number;
  readonly decided: number;
}

export interface CopelandOptions {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
}

const half = 1e-12; // weights are shares: sums of some dozens are off by less
const mostListed = 100; // places in one group and year; the square of more fills a file that nobody reads

export function copeland(data: CompositeData, { recipe, weights }: CopelandOptions = {}): Copeland {
  checkRows("copeland", data);
  const used = weighedBy(recipeFor(data, recipe), weights);
  const scored = score(used, data);
  const blank = () => scored.total.map((value) => (Number.isNaN(value) ? value : 0));
  const [scores, wins, losses, ties] = [blank(), blank(), blank(), blank()];
  const pooled = pools(scored.n, data);
  const last = data.year === undefined ? undefined : extremes(data.year).most;
  const pairs: Outranking[] = [];
  let [contests, decided, unlisted] = [0, 0, 0];
  for (const { rows, year } of pooled) {
    const there = rows.filter((row) => !Number.isNaN(scored.total[row]));
    const listed = year === last && there.length <= mostListed;
    if (year === last && !listed) unlisted += 1;
    there.forEach((row, at) => {
      for (const other of there.slice(at + 1)) {
        const weight = betterOn(scored, row, other);
        if (listed && !Number.isNaN(weight))
          pairs.push({ row, other, weight }, { row: other, other: row, weight: 1 - weight });
        const outcome = weight > 0.5 + half ? 1 : weight < 0.5 - half ? -1 : 0;
        scores[row] += outcome;
        scores[other] -= outcome;
        const [winner, loser] = outcome >= 0 ? [row, other] : [other, row];
        if (outcome === 0) {
          ties[row] += 1;
          ties[other] += 1;
        } else {
          wins[winner] += 1;
          losses[loser] += 1;
        }
      }
    });
    if (there.length < 2) continue;
    contests += 1;
    if (there.some((row) => wins[row] === there.length - 1)) decided += 1;
  }
  const { recipe: source, scope, weigh } = conventionOf(used, recipe !== undefined);
  return {
    scores,
    wins,
    losses,
    ties,
    ranks: ranksWithin(pooled, scores),
    meanRanks: ranksWithin(pooled, scored.total),
    pairs,
    contests,
    decided,
    n: scored.n,
    warnings: [...scored.warnings, ...warningsOf(contests, decided, unlisted)],
    convention: {
      recipe: source,
      scope,
      weigh: weights === undefined ? weigh : "table",
      rule: "copeland",
      equals: "half",
      ties: "best",
    },
  };
}

/** Share of the weight, over the indicators that both rows have, on which the first is better; `NaN` without any. */
function betterOn({ indicators }: Scored, row: number, other: number): number {
  let [better, all] = [0, 0];
  for (const { normalised, weight } of indicators) {
    const [a, b] = [normalised[row], normalised[other]];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    all += weight;
    better += a > b ? weight : a === b ? weight / 2 : 0;
  }
  return all > 0 ? better / all : Number.NaN;
}

function warningsOf(contests: number, decided: number, unlisted: number): Warning[] {
  const warnings: Warning[] = [];
  if (decided < contests) {
    warnings.push({
      code: "no-winner",
      text: {
        en: `in ${contests - decided} of ${contests} groups and years nobody beats all others`,
        zh: `${contests} 个组（年）中有 ${contests - decided} 个不存在胜过其余各地的地区`,
      },
    });
  }
  if (unlisted > 0) {
    warnings.push({
      code: "pairs-not-listed",
      text: {
        en: `pairs of ${counted(unlisted, "group")} of more than ${mostListed} places are counted and not listed`,
        zh: `${unlisted} 个组的地区数超过 ${mostListed}，仅计胜负，不逐对列出`,
      },
    });
  }
  return warnings;
}

function copelandTables(result: Copeland, data: CompositeData): Table[] {
  const number = (name: string, values: Float64Array, en: string, zh: string) =>
    numberOf(name, "1", { en, zh }, ({ row }: { readonly row: number }) => values[row]);
  return [
    tableOf(
      "scores",
      ["place", "year"],
      dataRows(data),
      [
        dataColumns(data, { group: true }),
        number("score", result.scores, "wins less losses", "胜数减负数"),
        number("rank", result.ranks, "rank", "位次"),
        number("wins", result.wins, "places beaten", "胜过的地区数"),
        number("ties", result.ties, "places level", "持平的地区数"),
        number("losses", result.losses, "places lost to", "不及的地区数"),
        number("mean_rank", result.meanRanks, "rank by the recipe's mean", "按方案合成的位次"),
      ],
      { title: { en: "Wins and losses", zh: "两两比较结果" } },
    ),
    tableOf(
      "pairs",
      ["place", "year", "other"],
      result.pairs,
      [
        dataColumns(data, { group: false }),
        labelOf("other", { en: "against", zh: "对手" }, ({ other }) => data.place[other]),
        numberOf("weight", "1", { en: "weight on which it is better", zh: "占优指标的权重" }, ({ weight }) => weight),
      ],
      { title: { en: "Weight on which one place is better than another", zh: "两两占优权重" } },
    ),
  ];
}

/** Who beats all others of the group, in the last year, and how many ranks differ from those by the mean. */
function copelandFindings({ scores, ranks, meanRanks, wins }: Copeland, data: CompositeData): Finding[] {
  const all = data.place.map((place, row) => ({ place, row, year: data.year?.[row], group: data.group?.[row] }));
  const { rows, at, values } = lastYear(all.filter(({ row }) => !Number.isNaN(scores[row])));
  const sizes = new Map<string | undefined, number>();
  for (const { group } of rows) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const contests = [...sizes.values()].filter((size) => size > 1).length;
  if (contests === 0) return [];
  const winners = rows.filter(({ row, group }) => {
    const size = sizes.get(group) as number;
    return size > 1 && wins[row] === size - 1;
  });
  const among = contests > 1 ? { en: " of its group", zh: "同组其余各地" } : { en: "", zh: "其余各地" };
  const named = winners.length > 0 && winners.length <= mostNamed;
  const first = named
    ? {
        en: `{winners} {count, plural, one {beats} other {each beat}} every other place${among.en} on most of the weight${at.en}`,
        zh: `${at.zh}{winners}在多数权重上胜过${among.zh}`,
      }
    : {
        en: `{count, plural, =0 {No place beats} one {One place beats} other {# places beat}} every other${among.en} on most of the weight${at.en}`,
        zh: `${at.zh}{count, plural, =0 {没有地区} other {有 # 个地区}}在多数权重上胜过${among.zh}`,
      };
  return [
    {
      text: {
        en: `${first.en}; {moved} of {n} ranks differ from those by the mean of the recipe.`,
        zh: `${first.zh}；{n} 个位次中有 {moved} 个与按方案合成的不同。`,
      },
      values: {
        ...values,
        winners: { places: winners.map(({ place }) => place) },
        count: winners.length,
        moved: rows.filter(({ row }) => ranks[row] !== meanRanks[row]).length,
        n: rows.length,
      },
    },
  ];
}

const { recipe, scope, weigh } = recipeConventions;

export default defineMethod({
  id: "composite/copeland",
  version: 1,
  title: { en: "Outranking by Copeland's rule", zh: "Copeland 级别优先排序" },
  question: {
    en: "Who beats whom on most of the weight, if no strength may make up for a weakness?",
    zh: "若不允许以长补短，各地两两相比，谁在多数权重上占优？",
  },
  formula: "Pᵢⱼ = Σₖ wₖ [vᵢₖ > vⱼₖ] + ½ Σₖ wₖ [vᵢₖ = vⱼₖ];  Sᵢ = #{j: Pᵢⱼ > ½} − #{j: Pᵢⱼ < ½}",
  where: {
    en: "vᵢₖ: normalised indicator k of place i; w: weights in the whole",
    zh: "vᵢₖ：地区 i 的标准化指标 k；w：整体权重",
  },
  cites: [
    {
      text: "Munda, G. and Nardo, M. (2009). Noncompensatory/nonlinear composite indicators for ranking countries: a defensible setting. Applied Economics 41(12), 1513-1523.",
      checked: "unverified",
    },
    {
      text: "Becker, W., Caperna, G., Del Sorbo, M., Norlén, H., Papadimitriou, E., Saisana, M. (2022). COINr: An R package for developing composite indicators. Journal of Open Source Software 7(78), 4567.",
      checked: "unverified",
    },
  ],
  conventions: {
    recipe,
    scope,
    weigh,
    rule: {
      title: { en: "Rule", zh: "规则" },
      choices: { copeland: { en: "wins less losses", zh: "胜数减负数" } },
    },
    equals: {
      title: { en: "Equal values", zh: "同值" },
      choices: { half: { en: "half the weight each", zh: "双方各计一半权重" } },
    },
    ties: tiesConvention,
  },
  pitfalls: [
    {
      en: "Places are compared with those at hand: one more place in the group can turn an order round.",
      zh: "名次取决于同组参与比较的地区，增减一地可能使先后逆转。",
    },
    {
      en: "Majorities can go round in a circle, so a place that beats all others need not exist.",
      zh: "多数关系可能循环，未必存在胜过所有对手的地区。",
    },
  ],
  inputs: { ...recipeInputs, weights: weightsInput },
  options: z.strictObject({}),
  gaps: "pass",
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [
          labels("place", ["a", "b", "c"]),
          numbers("x", "1", [10, 0, 4]),
          numbers("y", "1", [0, 10, 4]),
          numbers("z", "1", [5, 0, 10]),
        ],
      ),
      recipe: {
        indicators: [
          { id: "x", weight: 3 },
          { id: "y", weight: 2 },
          { id: "z", weight: 2 },
        ],
      },
    },
    gives: { decided: 1, "scores[0].score": 0, "scores[1].score": -2, "scores[2].score": 2, "pairs[0].weight": 5 / 7 },
    source: {
      en: "by hand: a is better than b on x and z (5 of 7), c than a on y and z (4 of 7), c than b on x and z (5 of 7)",
      zh: "手算：a 在 x、z 上优于 b（7 分之 5），c 在 y、z 上优于 a（7 分之 4），c 在 x、z 上优于 b（7 分之 5）",
    },
  },
  run: ({ data, recipe, weights }) => copeland(data, { recipe, weights }),
  scalars: {
    contests: { title: { en: "groups and years", zh: "组（年）数" }, unit: "1" },
    decided: { title: { en: "of them with a place that beats all others", zh: "其中有全胜地区的" }, unit: "1" },
  },
  tables: (result, { data }) => copelandTables(result, data),
  views: [
    { kind: "bars", table: "scores", category: "place", value: "score", group: "group" },
    { kind: "heatmap", table: "pairs", row: "place", column: "other", value: "weight", scale: "sequential" },
    { kind: "map", table: "scores", place: "place", value: "score" },
  ],
  findings: (result, { data }) => copelandFindings(result, data),
});
