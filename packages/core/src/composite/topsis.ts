/**
 * How near is a place to the best there is on every indicator, and how far from the worst?
 *
 *   closeness = d- / (d+ + d-)        d+- = sqrt( sum_j (w_j x_ij - w_j x_j+-)^2 )
 *
 * x is normalised first, by the length of its column (`vector`, Hwang and Yoon) or between its least and greatest value
 * (`min-max`); then weighed. The two give other orders, so `variants` has both. x+ is the best value seen (the least, of an
 * indicator of which less is better), x- the worst, over all years unless the recipe's scope is by-year.
 *
 * The recipe gives directions, weights and logarithms; its own normalisation serves only to find weights by data. Weights may
 * also come as a table (`weights`), of composite/ahp-weights say. Rows with a gap are left out and named. An indicator that
 * is the same everywhere decides nothing; where all rows are alike d+ and d- are 0 and every row gets the middle, .5, with a
 * warning. Ranks are within group and year, ties share the better rank.
 *
 * Closeness is relative to the rows compared: with one place more or less others may change order (rank reversal). The table
 * `removals` says whose removal does that, of up to 1,000 places.
 *
 * @example
 * topsis({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1, 2) },
 * ] }).closeness // 0, .5, 1
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { extremes } from "../numeric/spread.ts";
import { dataColumns } from "./data-columns.ts";
import { type Decision, decisionConventions, decisionInputs, decisionOf, towardsBest } from "./decision.ts";
import { decisionFindings } from "./decision-findings.ts";
import { idealsTable, removalsTable } from "./decision-tables.ts";
import { type Removal, reversalsOf } from "./rank-reversal.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { compositeExample, poolsYears, recipeFor, tiesConvention } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import type { GivenWeights } from "./weighed-by.ts";

const topsisNormalisations = ["vector", "min-max"] as const;
export type TopsisNormalisation = (typeof topsisNormalisations)[number];

export interface TopsisRow {
  /** Position of the row in the data. */
  readonly row: number;
  readonly toBest: number;
  readonly toWorst: number;
  readonly closeness: number;
}

export interface TopsisResult extends Outcome {
  readonly decision: Decision;
  /** Rows with a figure for every indicator. */
  readonly rows: readonly TopsisRow[];
  /** By row of the data; `NaN` of one that was left out. */
  readonly closeness: Float64Array;
  readonly ranks: Float64Array;
  readonly variants: readonly (TopsisRow & { readonly normalise: TopsisNormalisation; readonly rank: number })[];
  readonly removals: readonly Removal[];
  /** Places whose removal alone changes the order of others; `NaN` of too many places to try. */
  readonly reversals: number;
  /** Rows whose rank is not the same under both normalisations. */
  readonly rankDepends: number;
}

export interface TopsisOptions {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
  readonly normalise?: TopsisNormalisation;
}

export function topsis(data: CompositeData, options: TopsisOptions = {}): TopsisResult {
  const { normalise = "vector" } = options;
  const decision = decisionOf("topsis", data, options);
  const pooled = pools(data.place.length, data);
  const under = (how: TopsisNormalisation) => {
    const rows = decision.scopes.flatMap(({ rows, values }) =>
      distances(values, decision, how).map((each, at): TopsisRow => ({ row: rows[at], ...each })),
    );
    const closeness = new Float64Array(data.place.length).fill(Number.NaN);
    for (const each of rows) closeness[each.row] = each.closeness;
    return { how, rows, closeness, ranks: ranksWithin(pooled, closeness) };
  };
  const both = topsisNormalisations.map(under);
  const chosen = both[topsisNormalisations.indexOf(normalise)];
  const gone = reversalsOf(data, decision.scopes, pooled, (values) =>
    Float64Array.from(distances(values, decision, normalise), ({ closeness }) => closeness),
  );
  const alike = chosen.rows.filter(({ toBest, toWorst }) => toBest + toWorst === 0).length;
  return {
    decision,
    rows: chosen.rows,
    closeness: chosen.closeness,
    ranks: chosen.ranks,
    variants: both.flatMap(({ how, rows, ranks }) =>
      rows.map((each) => ({ ...each, normalise: how, rank: ranks[each.row] })),
    ),
    removals: gone.removals,
    reversals: gone.reversals,
    rankDepends: chosen.rows.filter(({ row }) => both[0].ranks[row] !== both[1].ranks[row]).length,
    n: decision.n,
    dropped: decision.dropped,
    warnings: [
      ...decision.warnings,
      ...gone.warnings,
      ...(alike === 0
        ? []
        : [
            {
              code: "all-alike",
              text: {
                en: `${counted(alike, "row is", "rows are")} compared with none that differs: best and worst are one, and closeness is .5 by convention`,
                zh: `${alike} 行与所比各行完全相同：最优与最劣重合，贴近度按惯例记 0.5`,
              },
            },
          ]),
    ],
    convention: { normalise, ...decision.convention, ties: "best" },
  };
}

/** Of every row of a scope. */
function distances(values: readonly Float64Array[], { indicators }: Decision, how: TopsisNormalisation) {
  const n = values[0].length;
  const [toBest, toWorst] = [new Float64Array(n), new Float64Array(n)];
  indicators.forEach(({ falling, weight }, k) => {
    const scaled = how === "min-max" ? towardsBest(values[k], falling) : towardsLength(values[k], falling);
    const { least, most } = extremes(scaled);
    for (let at = 0; at < n; at += 1) {
      toBest[at] += (weight * (most - scaled[at])) ** 2;
      toWorst[at] += (weight * (scaled[at] - least)) ** 2;
    }
  });
  return Array.from(toBest, (square, at) => {
    const [best, worst] = [Math.sqrt(square), Math.sqrt(toWorst[at])];
    return { toBest: best, toWorst: worst, closeness: best + worst === 0 ? 0.5 : worst / (best + worst) };
  });
}

/** Over the length of the column; a falling indicator with its sign turned, so that more is better. */
function towardsLength(values: Float64Array, falling: boolean): Float64Array {
  const most = values.reduce((greatest, each) => Math.max(greatest, Math.abs(each)), 0);
  if (most === 0) return values;
  let squares = 0;
  for (const value of values) squares += (value / most) ** 2; // squares of large values would overflow
  const length = most * Math.sqrt(squares) * (falling ? -1 : 1);
  return values.map((value) => value / length);
}

const normaliseChoices: Readonly<Record<TopsisNormalisation, Text>> = {
  vector: { en: "by the length of the column (vector)", zh: "向量归一化" },
  "min-max": { en: "between the least and the greatest value", zh: "极差标准化" },
};

const closenessTitle = { en: "closeness to the best", zh: "贴近度" };
const rankTitle = { en: "rank", zh: "位次" };

export default defineMethod({
  id: "composite/topsis",
  version: 1,
  title: { en: "TOPSIS", zh: "TOPSIS 法（优劣解距离法）" },
  question: {
    en: "How near is a place to the best there is on every indicator, and how far from the worst?",
    zh: "各地距最优解有多近、距最劣解有多远？",
  },
  formula: "Cᵢ = d⁻ᵢ / (d⁺ᵢ + d⁻ᵢ);  d±ᵢ = √(Σⱼ wⱼ² (xᵢⱼ − x±ⱼ)²)",
  where: {
    en: "xᵢⱼ: normalised indicator; x⁺ⱼ, x⁻ⱼ: best and worst value seen; wⱼ: weight",
    zh: "xᵢⱼ：标准化值；x⁺ⱼ、x⁻ⱼ：正、负理想解；wⱼ：权重",
  },
  cites: [
    {
      text: "Hwang, C.-L. and Yoon, K. (1981). Multiple Attribute Decision Making: Methods and Applications. Springer.",
      checked: "unverified",
    },
  ],
  conventions: {
    normalise: { title: { en: "Normalisation", zh: "标准化方法" }, choices: normaliseChoices },
    ...decisionConventions,
    ties: tiesConvention,
  },
  pitfalls: [
    {
      en: "Vector and min-max normalisation give other orders; `variants` has both.",
      zh: "向量归一与极差归一给出不同排序，`variants` 并列。",
    },
    {
      en: "Closeness is relative to the rows compared: one more place can turn an order round.",
      zh: "贴近度相对于参与比较的地区，增加一地可能使先后逆转。",
    },
  ],
  inputs: decisionInputs,
  options: z.strictObject({ normalise: z.enum(topsisNormalisations).default("vector") }),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    source: {
      en: "by hand: min-max values (0, 1), (1/2, 1/2), (1, 0) under weights 1/2; b is 1/sqrt 8 from both ends",
      zh: "手算：极差标准化值 (0, 1)、(1/2, 1/2)、(1, 0)，权重各 1/2；b 距两端均为 1/√8",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 2, 3]), numbers("y", "1", [8, 6, 4])],
      ),
    },
    options: { normalise: "min-max" },
    gives: { "scores[1].closeness": 0.5, "scores[1].to_best": 0.35355339059327373, "scores[0].to_worst": 0.5 },
  },
  run: ({ data, recipe, weights }, options) => topsis(data, { recipe, weights, ...options }),
  scalars: {
    reversals: { title: { en: "places whose removal reorders others", zh: "剔除后引起逆序的地区数" }, unit: "1" },
    rankDepends: {
      title: { en: "rows whose rank depends on the normalisation", zh: "位次因标准化方法而异的行数" },
      unit: "1",
    },
  },
  tables: ({ rows, ranks, variants, removals: gone, decision }, { data, recipe }) => [
    tableOf(
      "scores",
      ["place", "year"],
      rows,
      [
        dataColumns(data, { group: true }),
        numberOf("closeness", "1", closenessTitle, ({ closeness }) => closeness),
        numberOf("rank", "1", rankTitle, ({ row }) => ranks[row]),
        numberOf("to_best", "1", { en: "distance from the best", zh: "到正理想解的距离" }, ({ toBest }) => toBest),
        numberOf("to_worst", "1", { en: "distance from the worst", zh: "到负理想解的距离" }, ({ toWorst }) => toWorst),
      ],
      { title: { en: "Closeness to the best", zh: "TOPSIS 贴近度" } },
    ),
    tableOf(
      "variants",
      ["normalise", "place", "year"],
      variants,
      [
        codeOf(
          "normalise",
          { en: "normalisation", zh: "标准化方法" },
          (row) => row.normalise,
          (row) => normaliseChoices[row.normalise],
        ),
        dataColumns(data, { group: false }),
        numberOf("closeness", "1", closenessTitle, ({ closeness }) => closeness),
        numberOf("rank", "1", rankTitle, ({ rank }) => rank),
      ],
      { title: { en: "The same under both normalisations", zh: "两种标准化方法对照" } },
    ),
    idealsTable(decision, recipeFor(data, recipe).normalise.log),
    removalsTable(gone),
  ],
  views: [
    { kind: "trend", table: "scores", time: "year", value: "closeness", series: "place" },
    { kind: "bars", table: "scores", category: "place", value: "closeness", group: "group" },
    {
      kind: "scatter",
      table: "scores",
      place: "place",
      x: "to_best",
      y: "to_worst",
      title: { en: "Distances from the best and the worst", zh: "到正、负理想解的距离" },
    },
    { kind: "map", table: "scores", place: "place", value: "closeness" },
  ],
  findings: ({ rows, closeness, rankDepends, reversals, removals: gone, n }, { data }) =>
    decisionFindings(data, rows, closeness, {
      first: {
        en: "Nearest to the best{at}: {places} ({score}).",
        zh: "{at}最接近理想解的是{places}（贴近度 {score}）。",
      },
      doubt: {
        text:
          gone.length === 0
            ? {
                en: "{k} of {n} ranks change with the normalisation.",
                zh: "{n} 个位次中有 {k} 个因标准化方法而变。",
              }
            : {
                en: "{k} of {n} ranks change with the normalisation; {r} of {p} places reorder the others when left out.",
                zh: "{n} 个位次中有 {k} 个因标准化方法而变；{p} 个地区中有 {r} 个一经剔除会使其他地区次序改变。",
              },
        values: { k: rankDepends, n, r: gone.length === 0 ? 0 : reversals, p: gone.length },
      },
    }),
});
