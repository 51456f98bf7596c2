/**
 * Which place is the best compromise: good on most indicators, and not too bad on any?
 *
 *   S_i = sum_j w_j (x_j+ - x_ij) / (x_j+ - x_j-)        R_i = max_j of the same        (regrets)
 *   Q_i = v (S_i - S*) / (S- - S*) + (1 - v) (R_i - R*) / (R- - R*)        the least is the best
 *
 * v weighs the group's regret against the largest single one. The first place by Q stands alone only if it leads the second
 * by 1 / (n - 1) (advantage) and is first by S or R too (stability); otherwise the answer is a set of places, which the
 * column `compromise` marks and the table `conditions` explains. `variants` has Q under v = 0, .25, .5, .75 and 1.
 *
 * 0/0: an indicator that is the same everywhere adds no regret; if all S are alike, or all R, that term of Q is 0; if both
 * are, every row has Q = 0, and all are the compromise, with a warning.
 *
 * Best and worst values are pooled over all years unless the recipe's scope is by-year. The recipe gives directions, weights
 * and logarithms; weights may also come as a table. Rows with a gap are left out and named. Ranks are within group and year.
 *
 * @example
 * vikor({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(1, 2, 3) },
 *   { name: "y", unit: "1", values: Float64Array.of(6, 6, 4) },
 * ] }).compromise // S = .5 .25 .5, R = .5 .25 .5: Q = 1, 0, 1
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { extremes } from "../numeric/spread.ts";
import { type Decision, decisionConventions, decisionInputs, decisionOf, towardsBest } from "./decision.ts";
import { decisionFindings } from "./decision-findings.ts";
import { type Removal, reversalsOf } from "./rank-reversal.ts";
import { pools, ranksWithin } from "./ranking.ts";
import type { Recipe } from "./recipe.ts";
import { compositeExample, poolsYears, recipeFor, tiesConvention } from "./recipe-input.ts";
import type { CompositeData } from "./scale.ts";
import { type VikorConditions, vikorConditions, vikorMeasures } from "./vikor-compromise.ts";
import { vikorTables } from "./vikor-tables.ts";
import type { GivenWeights } from "./weighed-by.ts";

export interface VikorRow {
  /** Position of the row in the data. */
  readonly row: number;
  readonly group: number;
  readonly individual: number;
  readonly compromise: number;
  /** Whether the row belongs to the compromise of its scope. */
  readonly chosen: boolean;
  /** Weighed, by indicator. */
  readonly regrets: readonly number[];
}

export interface VikorScope extends Omit<VikorConditions, "compromise"> {
  readonly year?: number | undefined;
  readonly chosen: number;
}

export interface VikorResult extends Outcome {
  readonly decision: Decision;
  readonly rows: readonly VikorRow[];
  /** Q by row of the data; `NaN` of one that was left out. */
  readonly compromise: Float64Array;
  readonly ranks: Float64Array;
  readonly groupRanks: Float64Array;
  readonly individualRanks: Float64Array;
  /** One a scope: all rows, or those of a year. */
  readonly conditions: readonly VikorScope[];
  readonly variants: readonly {
    readonly v: number;
    readonly row: number;
    readonly compromise: number;
    readonly rank: number;
  }[];
  readonly removals: readonly Removal[];
  readonly reversals: number;
  /** Rows in the compromise of the last scope. */
  readonly chosen: number;
}

export interface VikorOptions {
  readonly recipe?: Recipe | undefined;
  readonly weights?: GivenWeights | undefined;
  readonly v?: number;
}

const shownV = [0, 0.25, 0.5, 0.75, 1];

export function vikor(data: CompositeData, options: VikorOptions = {}): VikorResult {
  const { v = 0.5 } = options;
  const decision = decisionOf("vikor", data, options);
  const pooled = pools(data.place.length, data);
  const byRow = (pick: (each: VikorRow) => number, rows: readonly VikorRow[]) => {
    const column = new Float64Array(data.place.length).fill(Number.NaN);
    for (const each of rows) column[each.row] = pick(each);
    return column;
  };
  const ranked = (column: Float64Array) =>
    ranksWithin(
      pooled,
      column.map((value) => -value),
    );
  const under = (weightOfGroup: number) =>
    decision.scopes.map(({ year, rows, values }) => {
      const regrets = regretsOf(values, decision);
      const measures = vikorMeasures(regrets, weightOfGroup);
      const { compromise, ...conditions } = vikorConditions(measures);
      return {
        conditions: { ...(year === undefined ? {} : { year }), ...conditions, chosen: compromise.length },
        rows: rows.map(
          (row, at): VikorRow => ({
            row,
            group: measures.group[at],
            individual: measures.individual[at],
            compromise: measures.compromise[at],
            chosen: compromise.includes(at),
            regrets: regrets.map((column) => column[at]),
          }),
        ),
      };
    });
  const scopes = under(v);
  const rows = scopes.flatMap((each) => each.rows);
  const compromise = byRow((each) => each.compromise, rows);
  const gone = reversalsOf(data, decision.scopes, pooled, (values) =>
    vikorMeasures(regretsOf(values, decision), v).compromise.map((q) => -q),
  );
  const conditions = scopes.map((each): VikorScope => each.conditions);
  return {
    decision,
    rows,
    compromise,
    ranks: ranked(compromise),
    groupRanks: ranked(byRow((each) => each.group, rows)),
    individualRanks: ranked(byRow((each) => each.individual, rows)),
    conditions,
    variants: shownV.flatMap((each) => {
      const found = under(each).flatMap((scope) => scope.rows);
      const ranks = ranked(byRow((row) => row.compromise, found));
      return found.map((row) => ({ v: each, row: row.row, compromise: row.compromise, rank: ranks[row.row] }));
    }),
    removals: gone.removals,
    reversals: gone.reversals,
    chosen: conditions[conditions.length - 1].chosen,
    n: decision.n,
    dropped: decision.dropped,
    warnings: [...decision.warnings, ...gone.warnings, ...warningsOf(scopes)],
    convention: { v: String(v), ...decision.convention, ties: "best" },
  };
}

function regretsOf(values: readonly Float64Array[], { indicators }: Decision): Float64Array[] {
  return indicators.map(({ falling, weight }, k) => {
    const { least, most } = extremes(values[k]);
    // towards the best is 0 for all where they are alike, and so is the regret
    return towardsBest(values[k], falling).map((value) => (least < most ? weight * (1 - value) : 0));
  });
}

function warningsOf(scopes: readonly { readonly rows: readonly VikorRow[] }[]): Warning[] {
  const alike = scopes.filter(({ rows }) => rows.every(({ compromise }) => compromise === 0));
  if (alike.length === 0) return [];
  const count = alike.reduce((sum, { rows }) => sum + rows.length, 0);
  return [
    {
      code: "all-alike",
      text: {
        en: `${counted(count, "row has", "rows have")} the same S and the same R as every row of the comparison: Q is 0/0, taken as 0, and all of them are the compromise`,
        zh: `${count} 行的 S 与 R 均与所比各行相同：Q 为 0/0，按 0 处理，全部列为折衷解`,
      },
    },
  ];
}

export default defineMethod({
  id: "composite/vikor",
  version: 1,
  title: { en: "VIKOR compromise ranking", zh: "VIKOR 法（折衷排序）" },
  question: {
    en: "Which place is the best compromise: good on most indicators, and not too bad on any?",
    zh: "哪个地区是最佳折衷：多数指标较优，且没有明显短板？",
  },
  formula: "Q = v (S − S*) / (S⁻ − S*) + (1 − v)(R − R*) / (R⁻ − R*)",
  where: {
    en: "S: sum of weighed regrets; R: the largest of them; v: weight of S; * the least, ⁻ the greatest",
    zh: "S：加权遗憾之和（群体效用）；R：最大加权遗憾（个体遗憾）；v：决策机制系数；*、⁻：最小与最大值",
  },
  cites: [
    {
      text: "Opricovic, S. and Tzeng, G.-H. (2004). Compromise solution by MCDM methods: A comparative analysis of VIKOR and TOPSIS. European Journal of Operational Research 156(2), 445-455.",
      checked: "secondary",
    },
  ],
  conventions: {
    v: { title: { en: "Weight v of the group's regret", zh: "决策机制系数 v" }, choices: {} },
    ...decisionConventions,
    ties: tiesConvention,
  },
  pitfalls: [
    {
      en: "The answer may be a set of places; the least Q alone is not the winner unless both conditions hold.",
      zh: "结果可能是一组折中方案；两条件不满足时，Q 最小者并非唯一优胜。",
    },
  ],
  inputs: decisionInputs,
  options: z.strictObject({ v: z.number().min(0).max(1).default(0.5) }),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    source: {
      en: "by hand: weights 1/2, regrets a (.5, 0), b (.25, 0), c (0, .5); S = R = .5 .25 .5, Q = 1 0 1",
      zh: "手算：权重 1/2，遗憾值 a (.5, 0)、b (.25, 0)、c (0, .5)；S = R = .5、.25、.5，Q = 1、0、1",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("x", "1", [1, 2, 3]), numbers("y", "1", [6, 6, 4])],
      ),
    },
    gives: {
      "scores[0].q": 1,
      "scores[1].q": 0,
      "scores[2].s": 0.5,
      "conditions[0].advantage": 1,
      "conditions[0].needed": 0.5,
      chosen: 1,
    },
  },
  run: ({ data, recipe, weights }, options) => vikor(data, { recipe, weights, ...options }),
  scalars: {
    chosen: { title: { en: "rows in the compromise", zh: "折衷解包含的行数" }, unit: "1" },
    reversals: { title: { en: "places whose removal reorders others", zh: "剔除后引起逆序的地区数" }, unit: "1" },
  },
  tables: (result, { data, recipe }) => vikorTables(result, data, recipeFor(data, recipe).normalise.log),
  views: [
    { kind: "bars", table: "scores", category: "place", value: "q", group: "group" },
    {
      kind: "scatter",
      table: "scores",
      place: "place",
      x: "s",
      y: "r",
      title: { en: "Regret on the whole and at its largest", zh: "群体效用与个体遗憾" },
    },
    {
      kind: "heatmap",
      table: "regrets",
      row: "place",
      column: "indicator",
      value: "regret",
      scale: "sequential",
      title: { en: "Regrets", zh: "加权遗憾" },
    },
  ],
  findings: ({ rows, compromise, conditions, chosen }, { data }) => {
    const last = conditions[conditions.length - 1];
    return decisionFindings(data, rows, compromise, {
      better: "less",
      first: { en: "Best compromise{at}: {places} (Q {score}).", zh: "{at}最佳折衷是{places}（Q 值 {score}）。" },
      doubt: {
        text: {
          en: "The first {alone, select, yes {stands alone: its lead} other {does not stand alone: the compromise is {chosen} of {n} rows, and its lead}} in Q is {advantage}, of {needed} needed.",
          zh: "首位{alone, select, yes {可单独作为折衷解} other {不能单独作为折衷解，折衷解为 {n} 行中的 {chosen} 行}}：Q 值优势 {advantage}，所需 {needed}。",
        },
        values: {
          alone: chosen === 1 ? "yes" : "no",
          chosen,
          n: last.rows,
          advantage: { number: last.advantage, unit: "1", digits: 3 },
          needed: { number: last.needed, unit: "1", digits: 3 },
        },
      },
    });
  },
});
