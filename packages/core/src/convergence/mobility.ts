/**
 * How mobile are places between the classes of a distribution?
 *
 *   shorrocks     (k - tr P) / (k - 1)                       determinant   1 - |det P|          eigenvalue   1 - |lambda_2|
 *   leaving       (k - k sum_c s_c p_cc) / (k - 1)           distance      sum_c s_c sum_d p_cd |c - d| / (k - 1)
 *   prais_c       1 - p_cc, of each class
 *
 * P holds the probabilities of moving between k classes, as convergence/markov estimates them, lambda_2 is its second largest
 * eigenvalue in size, s the shares of the classes at the start: all alike (`uniform`, where `leaving` equals Shorrocks), as
 * observed over all moves, or those of the steady state. All are 0 where nothing ever moves; Shorrocks' (1978) measure is 1 where
 * the class of tomorrow does not depend on that of today, and may exceed 1.
 *
 * Classes as in convergence/markov. A class from which no move starts leaves the measures without a value, which is refused.
 *
 * @example mobility({ place: ["a", "b", "a", "b"], year: [0, 0, 1, 1], value: [1, 2, 3, 1] }, { k: 2 }).shorrocks // 2
 */
import { z } from "zod";
import { NumericalError } from "../contract/errors.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { label, number, table } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import type { PanelInput } from "./growth-span.ts";
import { classOptions } from "./markov.ts";
import { type Chain, chainOf, chainWarnings } from "./markov-chain.ts";
import { classesTable, moveColumns, movesOf } from "./markov-tables.ts";
import { type MobilityIndices, mobilityIndices } from "./mobility-indices.ts";
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

export interface MobilityResult extends Outcome, MobilityIndices {
  readonly chain: Chain;
  readonly panel: StatePanel;
}

export interface MobilityOptions extends ClassOptions {
  readonly start?: "uniform" | "observed" | "steady";
}

export function mobility(input: PanelInput, { start = "uniform", ...classes }: MobilityOptions = {}): MobilityResult {
  const panel = stateClasses("mobility", input, classes);
  const chain = chainOf(
    countMoves(panel, () => true),
    panel.k,
  );
  const { k, counts, probability, steady } = chain;
  const at = Array.from({ length: k }, (_, row) => row).find((row) => Number.isNaN(probability[row * k]));
  if (at !== undefined) throw classUnknown(at + 1);
  const all = counts.reduce((a, b) => a + b, 0);
  const shares = {
    uniform: new Float64Array(k).fill(1 / k),
    observed: Float64Array.from(
      { length: k },
      (_, row) => counts.subarray(row * k, (row + 1) * k).reduce((a, b) => a + b, 0) / all,
    ),
    steady,
  };
  return {
    ...mobilityIndices(chain, shares[start]),
    chain,
    panel,
    n: input.place.length,
    warnings: [...panel.warnings, ...chainWarnings(chain)],
    convention: { ...classConvention(classes), start },
  };
}

const indexNames = {
  shorrocks: { en: "Shorrocks, (k - tr P) / (k - 1)", zh: "Shorrocks 指数（迹）" },
  determinant: { en: "1 - |det P|", zh: "行列式指数 1 − |det P|" },
  eigenvalue: { en: "1 - second eigenvalue", zh: "特征值指数 1 − |λ₂|" },
  leaving: { en: "leaving, by start", zh: "离开原类（按期初占比）" },
  distance: { en: "mean distance moved", zh: "平均移动距离" },
};

function classUnknown(name: number): NumericalError {
  return new NumericalError("undefined", {
    en: `mobility: no move starts from class ${name}, so that its probabilities are not known; ask for fewer classes`,
    zh: `mobility：没有从第 ${name} 类出发的转移，转移概率未知；请减少类数`,
  });
}

export default defineMethod({
  id: "convergence/mobility",
  version: 1,
  title: { en: "Mobility between classes", zh: "流动性指数" },
  question: {
    en: "How mobile are places between the classes of a distribution?",
    zh: "各地区在不同水平类别之间的流动性有多强？",
  },
  formula: "M = (k − tr P) / (k − 1);  D = 1 − |det P|;  L = 1 − |λ₂|;  B = (k − k Σ s_c p_cc) / (k − 1)",
  where: {
    en: "P: probabilities of moving between k classes; λ₂: its second eigenvalue; s_c: share of class c at the start",
    zh: "P：k 类之间的转移概率矩阵；λ₂：第二大特征值；s_c：期初 c 类占比",
  },
  cites: [
    {
      text: "Shorrocks, A. F. (1978). The measurement of mobility. Econometrica 46(5), 1013-1024.",
      checked: "secondary",
    },
    {
      text: "Prais, S. J. (1955). Measuring social mobility. Journal of the Royal Statistical Society A 118(1), 56-66.",
      checked: "secondary",
    },
  ],
  conventions: {
    ...classConventions,
    start: {
      title: { en: "Shares of the classes at the start", zh: "期初各类占比" },
      choices: {
        uniform: { en: "all alike", zh: "各类相等" },
        observed: { en: "as observed over all moves", zh: "按实际观测" },
        steady: { en: "those of the steady state", zh: "按稳态分布" },
      },
    },
  },
  means: {
    k: { en: "number of classes", zh: "类别数" },
    cuts: {
      en: "bounds between classes, in the unit of the values, in place of quantiles",
      zh: "以给定界值（与取值同单位）代替分位数分类",
    },
  },
  pitfalls: [
    {
      en: "Measures depend on the classes: compare only under the same number and kind of classes.",
      zh: "各指标随分类而变，只能在相同分类下比较。",
    },
  ],
  inputs: { data: table({ place: label.one, year: number.one, value: number.one }) },
  options: z.strictObject({ ...classOptions, start: z.enum(["uniform", "observed", "steady"]).default("uniform") }),
  gaps: "drop",
  comparesYears: comparesLevels,
  cost: "live",
  example: walkExample(6),
  worked: {
    source: {
      en: "by hand: halves of 1, 2, 3, 4, then 1, 3, 2, 4: P is 1/2 throughout, so (2 - 1) / 1, det 0, eigenvalues 1 and 0; half of all move one class of one",
      zh: "手算：1、2、3、4 的两半，其后为 1、3、2、4：P 各元为 1/2，故 (2 − 1) / 1，行列式 0，特征值 1 与 0；半数地区变动一类",
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
    gives: { shorrocks: 1, determinant: 1, eigenvalue: 1, leaving: 1, distance: 0.5 },
  },
  run: ({ data }, options) => mobility(data, options),
  scalars: {
    shorrocks: { title: indexNames.shorrocks, unit: "1" },
    determinant: { title: indexNames.determinant, unit: "1" },
    eigenvalue: { title: indexNames.eigenvalue, unit: "1" },
    leaving: { title: indexNames.leaving, unit: "1" },
    distance: { title: indexNames.distance, unit: "1" },
  },
  tables: (result) => [
    tableOf(
      "indices",
      ["index"],
      (Object.keys(indexNames) as (keyof typeof indexNames)[]).map((index) => ({ index, value: result[index] })),
      [
        codeOf(
          "index",
          { en: "index", zh: "指数" },
          ({ index }) => index,
          ({ index }) => indexNames[index],
        ),
        numberOf("value", "1", { en: "mobility", zh: "流动性" }, ({ value }) => value),
      ],
      { title: { en: "Indices of mobility", zh: "流动性指数" } },
    ),
    classesTable(result.chain, result.panel),
    tableOf("transitions", ["from_class", "to_class"], movesOf(result.chain), moveColumns, {
      title: { en: "Moves between classes", zh: "转移概率矩阵" },
    }),
  ],
  views: [
    { kind: "bars", table: "classes", category: "class", order: "as-listed", value: "move" },
    {
      kind: "heatmap",
      table: "transitions",
      row: "from_class",
      column: "to_class",
      value: "probability",
      scale: "sequential",
      rows: "as-listed",
    },
  ],
  findings: ({ shorrocks, chain }) => [
    {
      text: {
        en: "The Shorrocks index of mobility between {k} classes is {index} (0: nobody moves; 1: the past does not matter).",
        zh: "{k} 类之间的 Shorrocks 流动性指数为 {index}（0 为毫无流动，1 为与过去无关）。",
      },
      values: { k: chain.k, index: decimal(shorrocks, 3) },
    },
  ],
});
