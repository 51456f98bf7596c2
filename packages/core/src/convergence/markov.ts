/**
 * How do places move between classes of a distribution, and where does that lead?
 *
 *   p_cd = n_cd / n_c        pi = pi P        stay_c = 1 / (1 - p_cc)
 *
 * n_cd counts the places that are in class c in one year of the data and in class d in the next, n_c all that start from c. pi
 * is the distribution that the moves lead to in the long run, stay_c the mean number of steps spent in a class.
 *
 * Classes are k quantiles of each year (`per-year`: a class is a band of ranks), quantiles of all years together (`pooled`: a
 * band of values, whose ends mean nothing where prices change), or lie between the `cuts` given; a value at an end belongs to
 * the class below it (as in PySAL). `value: relative` divides by the mean of the year first, as Quah (1993) does. Places need not
 * be there in every year: a move counts where both of its years are. A class that is never left, or from which nothing
 * starts, has no mean stay; where the chain falls apart or leads into such a class there is no steady state, with a warning.
 *
 * @example markov({ place: ["a", "b", "a", "b"], year: [0, 0, 1, 1], value: [1, 2, 3, 1] }, { k: 2 }).chain.counts // [0, 1, 1, 0]
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { valueTitle } from "../contract/place-columns.ts";
import { label, number, table } from "../contract/readings.ts";
import { percent } from "../contract/saying.ts";
import { labels, makeTable, numbers, tableOf } from "../contract/table.ts";
import type { PanelInput } from "./growth-span.ts";
import { type Chain, chainOf, chainWarnings } from "./markov-chain.ts";
import { classesTable, moveColumns, movesOf, panelTables } from "./markov-tables.ts";
import { walkExample } from "./panel-example.ts";
import {
  type ClassOptions,
  classConvention,
  classConventions,
  comparesLevels,
  countMoves,
  type StatePanel,
  stateClasses,
} from "./state-classes.ts";

export interface MarkovResult extends Outcome {
  readonly chain: Chain;
  readonly panel: StatePanel;
  readonly moves: number;
  /** Share of all moves that stay in their class. */
  readonly stayed: number;
}

export function markov(input: PanelInput, options: ClassOptions = {}): MarkovResult {
  const panel = stateClasses("markov", input, options);
  const chain = chainOf(
    countMoves(panel, () => true),
    panel.k,
  );
  const moves = chain.counts.reduce((a, b) => a + b, 0);
  const staying = Array.from({ length: panel.k }, (_, at) => chain.counts[at * panel.k + at] as number);
  return {
    chain,
    panel,
    moves,
    stayed: staying.reduce((a, b) => a + b, 0) / moves,
    n: input.place.length,
    warnings: [...panel.warnings, ...chainWarnings(chain)],
    convention: classConvention(options),
  };
}

export const classOptions = {
  classes: z.enum(["per-year", "pooled"]).default("per-year"),
  k: z.int().min(2).max(20).default(4),
  cuts: z.array(z.number()).min(1).max(19).optional(),
  value: z.enum(["level", "relative"]).default("level"),
};

export default defineMethod({
  id: "convergence/markov",
  version: 1,
  title: { en: "Markov chain of classes", zh: "马尔可夫转移分析" },
  question: {
    en: "How do places move between classes of a distribution, and where does that lead?",
    zh: "各地区在不同水平类别之间如何转移？长期将走向怎样的分布？",
  },
  formula: "p_cd = n_cd / n_c;  π = π P;  τ_c = 1 / (1 − p_cc)",
  where: {
    en: "n_cd: moves from class c to class d; n_c: all moves that start from c; π: steady state; τ_c: steps that a place stays in class c",
    zh: "n_cd：由 c 类到 d 类的转移次数；n_c：从 c 类出发的转移总数；π：稳态分布；τ_c：在 c 类停留的平均步数",
  },
  formulas: { probability: "p_cd", steady: "π", sojourn: "τ_c" },
  cites: [
    {
      text: "Quah, D. (1993). Empirical cross-section dynamics in economic growth. European Economic Review 37(2-3), 426-434.",
      checked: "unverified",
    },
    {
      text: "Rey, S. J. (2001). Spatial empirics for economic growth and convergence. Geographical Analysis 33(3), 195-214.",
      checked: "secondary",
    },
  ],
  conventions: classConventions,
  means: {
    k: { en: "number of classes", zh: "类别数" },
    cuts: {
      en: "bounds between classes, in the unit of the values, in place of quantiles",
      zh: "以给定界值（与取值同单位）代替分位数分类",
    },
  },
  pitfalls: [
    {
      en: "Quantiles of each year are bands of ranks: what moves is order, not level.",
      zh: "逐年分位数是位次带：移动的是位次，不是水平。",
    },
    {
      en: "The steady state extrapolates the moves seen; it is no forecast.",
      zh: "稳态分布是所见转移的外推，不是预测。",
    },
  ],
  inputs: { data: table({ place: label.one, year: number.one, value: number.one }) },
  options: z.strictObject(classOptions),
  gaps: "drop",
  comparesYears: comparesLevels,
  cost: "live",
  example: walkExample(6),
  worked: {
    source: {
      en: "by hand: halves of 1, 2, 3, 4, then 1, 3, 2, 4: of the two in the lower class one rises, of the two in the upper one falls; the chain of halves stays even, each class for 1 / (1 - 1/2) steps",
      zh: "手算：1、2、3、4 的两半，其后为 1、3、2、4：下半两地中一地上升，上半两地中一地下降；平稳分布各半，每类停留 1 / (1 − 1/2) 步",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels("place", ["a", "b", "c", "d", "a", "b", "c", "d"]),
          numbers("year", "year", [2010, 2010, 2010, 2010, 2020, 2020, 2020, 2020]),
          numbers("value", "yuan", [1, 2, 3, 4, 1, 3, 2, 4]),
        ],
      ),
    },
    options: { k: 2 },
    gives: {
      moves: 4,
      stayed: 0.5,
      "transitions[1].probability": 0.5,
      "classes[0].steady": 0.5,
      "classes[1].sojourn": 2,
    },
  },
  run: ({ data }, options) => markov(data, options),
  scalars: {
    moves: { title: { en: "Moves", zh: "转移次数" }, unit: "1" },
    stayed: { title: { en: "Share that stays in its class", zh: "留在原类的比例" }, unit: "1" },
  },
  tables: ({ chain, panel }, { data }, { value }) => [
    tableOf("transitions", ["from_class", "to_class"], movesOf(chain), moveColumns, {
      title: { en: "Moves between classes", zh: "转移概率矩阵" },
    }),
    classesTable(chain, panel),
    ...panelTables(panel, value === "relative" ? "1" : (data.units.value ?? "1"), data.titles.value ?? valueTitle),
  ],
  views: [
    {
      kind: "heatmap",
      table: "transitions",
      row: "from_class",
      column: "to_class",
      value: "probability",
      count: "count",
      scale: "sequential",
      rows: "as-listed",
    },
    { kind: "bars", table: "classes", category: "class", order: "as-listed", value: "steady" },
  ],
  findings: ({ stayed, moves, chain, panel }) => {
    if (moves === 0) return [];
    const top = panel.k - 1;
    const [low, high] = [chain.probability[0] as number, chain.probability[top * panel.k + top] as number];
    const values = { stayed: percent(stayed), moves, k: panel.k };
    const text = {
      en: "{stayed} of {moves} moves stay in their class (of {k})",
      zh: "{moves} 次转移中有 {stayed} 留在原类（共 {k} 类）",
    };
    if (Number.isNaN(low) || Number.isNaN(high)) return [{ text: { en: `${text.en}.`, zh: `${text.zh}。` }, values }];
    return [
      {
        text: {
          en: `${text.en}: {low} from the lowest, {high} from the highest.`,
          zh: `${text.zh}：最低类为 {low}，最高类为 {high}。`,
        },
        values: { ...values, low: percent(low), high: percent(high) },
      },
    ];
  },
});
