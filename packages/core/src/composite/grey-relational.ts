/**
 * How closely does a place follow the best there is, indicator by indicator?
 *
 *   xi_ij = (m + rho M) / (D_ij + rho M)        degree_i = sum_j w_j xi_ij        D_ij = |x_j* - x_ij|
 *
 * x* is the best value seen of each normalised indicator (the reference sequence), D the distance from it, m and M the least
 * and the greatest D: of all places and indicators (Deng's two-level extremes, `global`), or of each place by itself (`own`),
 * which makes a place that is equally far from the best everywhere look perfect, and is there to reproduce papers that do it.
 * rho, .5 unless said, sets how far coefficients spread, so that a degree means nothing by itself: only its order does, and
 * `variants` has the ranks under other rho.
 *
 * Indicators are normalised between least and greatest (`min-max`), or over their mean (`mean`), which keeps their relative
 * spread and needs a mean above 0. Best values are pooled over all years unless the recipe's scope is by-year. The recipe
 * gives directions, weights and logarithms; weights may also come as a table. Rows with a gap are left out and named. An
 * indicator that is the same everywhere has distance 0 for all; if all are, 0/0 is taken as 1, with a warning.
 *
 * @example
 * greyRelational({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(0, 1, 2) }, // D = 1, .5, 0
 * ] }).degrees // .5 / 1.5, .5 / 1, .5 / .5
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { extremes } from "../numeric/spread.ts";
import {
  type Decision,
  type DecisionScope,
  decisionConventions,
  decisionInputs,
  decisionOf,
  towardsBest,
} from "./decision.ts";
import { decisionFindings } from "./decision-findings.ts";
import { greyTables } from "./grey-tables.ts";
import { type Removal, reversalsOf } from "./rank-reversal.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { compositeExample, poolsYears, recipeFor, tiesConvention } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import type { GivenWeights } from "./weighed-by.ts";

const greyNormalisations = ["min-max", "mean"] as const;
const greyExtremes = ["global", "own"] as const;
export type GreyNormalisation = (typeof greyNormalisations)[number];
export type GreyExtremes = (typeof greyExtremes)[number];

export interface GreyRow {
  /** Position of the row in the data. */
  readonly row: number;
  readonly degree: number;
  /** By indicator. */
  readonly distances: readonly number[];
  readonly coefficients: readonly number[];
}

export interface GreyResult extends Outcome {
  readonly decision: Decision;
  readonly rows: readonly GreyRow[];
  /** By row of the data; `NaN` of one that was left out. */
  readonly degrees: Float64Array;
  readonly ranks: Float64Array;
  readonly variants: readonly {
    readonly rho: number;
    readonly row: number;
    readonly degree: number;
    readonly rank: number;
  }[];
  readonly removals: readonly Removal[];
  readonly reversals: number;
  /** Rows whose rank is not the same under every rho shown. */
  readonly rankDepends: number;
}

export interface GreyOptions {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
  readonly normalise?: GreyNormalisation;
  readonly extremes?: GreyExtremes;
  readonly rho?: number;
}

const shownRho = [0.1, 0.3, 0.5, 0.7, 0.9];

export function greyRelational(data: CompositeData, options: GreyOptions = {}): GreyResult {
  const { normalise = "min-max", extremes = "global", rho = 0.5 } = options;
  const decision = decisionOf("grey-relational", data, options);
  if (normalise === "mean") refuseMeans(decision);
  const pooled = pools(data.place.length, data);
  const measured = decision.scopes.map((scope) => ({
    ...scope,
    distances: distancesOf(scope.values, decision, normalise),
  }));
  const under = (each: number) => {
    const rows = measured.flatMap(({ rows: own, distances }) => relate(own, distances, decision, extremes, each));
    const degrees = new Float64Array(data.place.length).fill(Number.NaN);
    for (const { row, degree } of rows) degrees[row] = degree;
    return { rho: each, rows, degrees, ranks: ranksWithin(pooled, degrees) };
  };
  const chosen = under(rho);
  const others = shownRho.map(under);
  const gone = reversalsOf(data, decision.scopes, pooled, (values) =>
    degreesOf(distancesOf(values, decision, normalise), decision, extremes, rho),
  );
  return {
    decision,
    rows: chosen.rows,
    degrees: chosen.degrees,
    ranks: chosen.ranks,
    variants: others.flatMap(({ rho: each, rows, ranks }) =>
      rows.map(({ row, degree }) => ({ rho: each, row, degree, rank: ranks[row] })),
    ),
    removals: gone.removals,
    reversals: gone.reversals,
    rankDepends: chosen.rows.filter(({ row }) => others.some(({ ranks }) => ranks[row] !== chosen.ranks[row])).length,
    n: decision.n,
    dropped: decision.dropped,
    warnings: [...decision.warnings, ...gone.warnings, ...alikeWarning(measured)],
    convention: { normalise, extremes, rho: String(rho), ...decision.convention, ties: "best" },
  };
}

/** Distances from the best by indicator, of one scope. */
function distancesOf(
  values: readonly Float64Array[],
  { indicators }: Decision,
  how: GreyNormalisation,
): Float64Array[] {
  return indicators.map(({ falling }, k) => {
    const { least, most } = extremes(values[k]);
    if (!(least < most)) return new Float64Array(values[k].length);
    if (how === "min-max") return towardsBest(values[k], falling).map((value) => 1 - value);
    const mean = meanOf(values[k]);
    return values[k].map((value) => (falling ? value - least : most - value) / mean);
  });
}

function relate(
  rows: readonly number[],
  distances: readonly Float64Array[],
  decision: Decision,
  extremes: GreyExtremes,
  rho: number,
): GreyRow[] {
  const coefficients = coefficientsOf(distances, extremes, rho);
  const degrees = degreesOf(distances, decision, extremes, rho);
  return rows.map((row, at) => ({
    row,
    degree: degrees[at],
    distances: distances.map((column) => column[at]),
    coefficients: coefficients.map((column) => column[at]),
  }));
}

function degreesOf(
  distances: readonly Float64Array[],
  { indicators }: Decision,
  extremes: GreyExtremes,
  rho: number,
): Float64Array {
  const degrees = new Float64Array(distances[0].length);
  coefficientsOf(distances, extremes, rho).forEach((column, k) => {
    const { weight } = indicators[k];
    for (let at = 0; at < degrees.length; at += 1) degrees[at] += weight * column[at];
  });
  return degrees;
}

/** By indicator. */
function coefficientsOf(distances: readonly Float64Array[], over: GreyExtremes, rho: number): Float64Array[] {
  const n = distances[0].length;
  const [least, most] = [new Float64Array(n).fill(Number.POSITIVE_INFINITY), new Float64Array(n)];
  for (const column of distances) {
    for (let at = 0; at < n; at += 1) {
      if (column[at] < least[at]) least[at] = column[at];
      if (column[at] > most[at]) most[at] = column[at];
    }
  }
  if (over === "global") {
    const [m, M] = [extremes(least).least, extremes(most).most];
    least.fill(m);
    most.fill(M);
  }
  return distances.map((column) =>
    column.map((each, at) => (most[at] === 0 ? 1 : (least[at] + rho * most[at]) / (each + rho * most[at]))),
  );
}

const meanOf = (values: Float64Array) => values.reduce((sum, each) => sum + each, 0) / values.length;

function refuseMeans({ scopes, indicators }: Decision): void {
  for (const { values } of scopes) {
    const at = values.findIndex((column) => !(meanOf(column) > 0));
    if (at < 0) continue;
    const mean = Number(meanOf(values[at]).toPrecision(6));
    throw new InputError({
      code: "mean-not-positive",
      text: {
        en: `grey-relational: ${indicators[at].id} has a mean of ${mean}, normalising by the mean needs more than 0`,
        zh: `grey-relational：指标 ${indicators[at].id} 的均值为 ${mean}，均值化要求均值大于 0`,
      },
      hint: { en: "take normalise: min-max", zh: "请改用 normalise: min-max" },
    });
  }
}

function alikeWarning(scopes: readonly (DecisionScope & { readonly distances: readonly Float64Array[] })[]): Warning[] {
  const alike = scopes.filter(({ distances }) => distances.every((column) => column.every((each) => each === 0)));
  if (alike.length === 0) return [];
  const count = alike.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    {
      code: "all-alike",
      text: {
        en: `${counted(count, "row is", "rows are")} compared with none that differs: every distance is 0, and 0/0 is taken as a degree of 1`,
        zh: `${count} 行与所比各行完全相同：各项距离均为 0，0/0 按关联度 1 处理`,
      },
    },
  ];
}

export default defineMethod({
  id: "composite/grey-relational",
  version: 1,
  title: { en: "Grey relational degree", zh: "灰色关联度" },
  question: {
    en: "How closely does a place follow the best there is, indicator by indicator?",
    zh: "各地与最优参考序列的接近程度如何？",
  },
  formula: "ξᵢⱼ = (Δmin + ρ Δmax) / (Δᵢⱼ + ρ Δmax);  rᵢ = Σⱼ wⱼ ξᵢⱼ",
  where: {
    en: "Δᵢⱼ: distance of the normalised value from the best; ρ: distinguishing coefficient; wⱼ: weight",
    zh: "Δᵢⱼ：标准化值与最优值之差；ρ：分辨系数；wⱼ：权重",
  },
  formulas: { coefficient: "ξ", degree: "r" },
  cites: [
    {
      text: "Deng, J. L. (1989). Introduction to grey system theory. The Journal of Grey System 1(1), 1-24.",
      checked: "unverified",
    },
  ],
  conventions: {
    normalise: {
      title: { en: "Normalisation", zh: "标准化方法" },
      choices: {
        "min-max": { en: "between the least and the greatest value", zh: "极差标准化（区间化）" },
        mean: { en: "over the mean", zh: "均值化" },
      },
    },
    extremes: {
      title: { en: "Least and greatest distance", zh: "两级最小差与最大差" },
      choices: {
        global: { en: "of all places and indicators", zh: "全部地区与指标（两级）" },
        own: { en: "of each place by itself", zh: "各地区各自" },
      },
    },
    rho: { title: { en: "Distinguishing coefficient", zh: "分辨系数 ρ" }, choices: {} },
    ...decisionConventions,
    ties: tiesConvention,
  },
  pitfalls: [
    {
      en: "The size of a degree depends on rho and means nothing by itself: read its order, and see `variants`.",
      zh: "关联度大小取决于 ρ，本身无意义，只看先后；`variants` 给出不同 ρ 下的名次。",
    },
  ],
  inputs: decisionInputs,
  options: z.strictObject({
    normalise: z.enum(greyNormalisations).default("min-max"),
    extremes: z.enum(greyExtremes).default("global"),
    rho: z.number().gt(0).max(1).default(0.5),
  }),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    source: {
      en: "by hand: distances (1, 0), (.5, .5), (0, 1): coefficients 1/3 and 1, 1/2 and 1/2",
      zh: "手算：距离 (1, 0)、(.5, .5)、(0, 1)：关联系数 1/3 与 1、1/2 与 1/2",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 2, 3]), numbers("y", "1", [8, 6, 4])],
      ),
    },
    gives: { "scores[0].degree": 2 / 3, "scores[1].degree": 0.5, "coefficients[0].coefficient": 1 / 3 },
  },
  run: ({ data, recipe, weights }, options) => greyRelational(data, { recipe, weights, ...options }),
  scalars: {
    reversals: { title: { en: "places whose removal reorders others", zh: "剔除后引起逆序的地区数" }, unit: "1" },
    rankDepends: { title: { en: "rows whose rank depends on rho", zh: "位次因分辨系数而异的行数" }, unit: "1" },
  },
  tables: (result, { data, recipe }) => greyTables(result, data, recipeFor(data, recipe).normalise.log),
  views: [
    { kind: "trend", table: "scores", time: "year", value: "degree", series: "place" },
    { kind: "bars", table: "scores", category: "place", value: "degree", group: "group" },
    {
      kind: "heatmap",
      table: "coefficients",
      row: "place",
      column: "indicator",
      value: "coefficient",
      scale: "sequential",
      title: { en: "Relational coefficients", zh: "关联系数" },
    },
    { kind: "map", table: "scores", place: "place", value: "degree" },
  ],
  findings: ({ rows, degrees, rankDepends, n }, { data }) =>
    decisionFindings(data, rows, degrees, {
      first: {
        en: "Closest to the best sequence{at}: {places} ({score}).",
        zh: "{at}与最优参考序列关联度最高的是{places}（{score}）。",
      },
      doubt: {
        text: {
          en: "{k} of {n} ranks change with the distinguishing coefficient between 0.1 and 0.9.",
          zh: "分辨系数在 0.1 至 0.9 之间变动时，{n} 个位次中有 {k} 个改变。",
        },
        values: { k: rankDepends, n },
      },
    }),
});
