/**
 * Does it matter for a place's moves between classes whether its neighbours are rich or poor?
 *
 *   p_cd|m = n_cd|m / n_c|m        Q = sum_m sum_c n_c|m sum_d (p_cd|m - p_cd)^2 / p_cd
 *
 * As convergence/markov, apart for each class m of the spatial lag at the start of the move (Rey 2001): the mean of the
 * neighbours' values, by weights that add up to 1 over the neighbours with a figure in that year. Q and the likelihood ratio ask
 * whether all lag classes share one matrix (Bickenbach and Bode 2003), the chi-square of each whether its own moves follow the
 * matrix of all. Lags are put into classes by their own quantiles (`lag: own`, as PySAL's giddy), or by the ends of the
 * classes of the values (`same`: poor neighbours are then as poor as poor places).
 *
 * Classes as in convergence/markov. Places without a neighbour, edges to other places and of a place to itself are left
 * out and named; of neighbours that lack a figure the others count more. An empty lag class is named.
 *
 * @example
 * const panel = { place: ["a", "b", "a", "b"], year: [0, 0, 1, 1], value: [1, 2, 3, 1] };
 * spatialMarkov(panel, { from: ["a", "b"], to: ["b", "a"] }, { k: 2, lagK: 2 }).parts[1]?.counts // [0, 1, 0, 0]: the poor one, rich neighbour
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { valueTitle } from "../contract/place-columns.ts";
import { edges, label, number, table } from "../contract/readings.ts";
import { decimal, pValue } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import type { CompressedRows } from "../numeric/compressed-rows.ts";
import { lattice } from "../spatial/lattice.ts";
import { neighbourhood, type WeightEdges, type WeightStyle, weightStyles } from "../spatial/neighbourhood.ts";
import type { PanelInput } from "./growth-span.ts";
import { classOptions } from "./markov.ts";
import { type Chain, chainOf, chainWarnings } from "./markov-chain.ts";
import { walkTable } from "./panel-example.ts";
import { againstWhole, alikeThroughout, type ChiSquareTest } from "./regime-tests.ts";
import { spatialMarkovTables } from "./spatial-markov-tables.ts";
import {
  type ClassOptions,
  classConvention,
  classConventions,
  classOf,
  comparesLevels,
  countMoves,
  quantileEnds,
  type StatePanel,
  stateClasses,
} from "./state-classes.ts";

export interface LagChain extends Chain {
  /** From 0, the lowest. */
  readonly lagClass: number;
  readonly moves: number;
  readonly test: ChiSquareTest;
}

export interface SpatialMarkovResult extends Outcome {
  readonly whole: Chain;
  readonly parts: readonly LagChain[];
  readonly panel: StatePanel;
  readonly lag: Float64Array;
  readonly lagClass: Int32Array;
  readonly q: number;
  readonly freedom: number;
  readonly qP: number;
  readonly likelihoodRatio: number;
  readonly likelihoodP: number;
}

export interface SpatialMarkovOptions extends ClassOptions {
  readonly lagK?: number | undefined;
  readonly lag?: "own" | "same";
  readonly style?: WeightStyle;
}

export function spatialMarkov(
  input: PanelInput,
  edgesGiven: WeightEdges,
  { lagK, lag: lagClasses = "own", style = "row", ...classes }: SpatialMarkovOptions = {},
): SpatialMarkovResult {
  aligned("spatial-markov", { place: input.place, year: input.year, value: input.value });
  const names = [...new Set(input.place)].sort();
  const laid = neighbourhood("spatial-markov", { place: names, value: names.map(() => 1) }, edgesGiven, style);
  const kept = new Set(laid.place);
  const rows = input.place.flatMap((place, row) => (kept.has(place) ? [row] : []));
  const panel = stateClasses(
    "spatial-markov",
    {
      place: rows.map((row) => input.place[row] as string),
      year: rows.map((row) => input.year[row] as number),
      value: rows.map((row) => input.value[row] as number),
    },
    classes,
  );
  const { years, k } = panel;
  const lag = lagsOf(panel, laid.weights, style);
  const m = lagClasses === "same" ? k : (lagK ?? k);
  const ends = lagEnds(panel, lag, m, lagClasses, classes);
  const lagClass = Int32Array.from(lag, (each, cell) =>
    classOf(each, ends[ends.length === 1 ? 0 : cell % years.length] as number[]),
  );
  const whole = chainOf(
    countMoves(panel, (cell) => (lagClass[cell] as number) >= 0),
    k,
  );
  const counts = Array.from({ length: m }, (_, at) => countMoves(panel, (cell) => lagClass[cell] === at));
  const parts = counts.map(
    (own, at): LagChain => ({
      ...chainOf(own, k),
      lagClass: at,
      moves: own.reduce((a, b) => a + b, 0),
      test: againstWhole(own, whole.counts, k),
    }),
  );
  const { q, likelihoodRatio } = alikeThroughout(counts, k);
  return {
    whole,
    parts,
    panel,
    lag,
    lagClass,
    q: q.statistic,
    freedom: q.freedom,
    qP: q.p,
    likelihoodRatio: likelihoodRatio.statistic,
    likelihoodP: likelihoodRatio.p,
    n: rows.length,
    dropped: laid.dropped.map((each) => (each.input === "cities" ? { ...each, input: "data" } : each)),
    warnings: [...laid.warnings, ...panel.warnings, ...chainWarnings(whole), ...lagWarnings(parts, q)],
    convention: { ...classConvention(classes), lag: lagClasses, style },
  };
}

/** The neighbours' values in the same year; with `row`, over those that have one. */
function lagsOf({ places, years, value }: StatePanel, weights: CompressedRows, style: WeightStyle): Float64Array {
  const width = years.length;
  return Float64Array.from({ length: places.length * width }, (_, cell) => {
    const [row, at] = [Math.floor(cell / width), cell % width];
    let [sum, weight] = [0, 0];
    for (let edge = weights.starts[row] as number; edge < (weights.starts[row + 1] as number); edge += 1) {
      const theirs = value[(weights.indices[edge] as number) * width + at] as number;
      if (Number.isNaN(theirs)) continue;
      sum += (weights.values[edge] as number) * theirs;
      weight += weights.values[edge] as number;
    }
    if (weight === 0) return Number.NaN;
    return style === "row" ? sum / weight : sum;
  });
}

function lagEnds(
  { years, cuts }: StatePanel,
  lag: Float64Array,
  m: number,
  how: "own" | "same",
  { classes = "per-year", cuts: given }: ClassOptions,
): (readonly number[])[] {
  if (how === "same") return cuts.map(({ ends }) => ends);
  const known = (at: number | undefined) =>
    Array.from(lag).filter((each, cell) => !Number.isNaN(each) && (at === undefined || cell % years.length === at));
  if (given !== undefined || classes === "pooled") return [quantileEnds(known(undefined), m)];
  return years.map((_, at) => quantileEnds(known(at), m));
}

function lagWarnings(parts: readonly LagChain[], q: ChiSquareTest): Warning[] {
  const empty = parts.filter(({ moves }) => moves === 0).map(({ lagClass }) => lagClass + 1);
  const warnings: Warning[] = [];
  if (empty.length > 0) {
    warnings.push({
      code: "empty-lag-class",
      text: {
        en: `no move starts with neighbours of class ${empty.join(", ")}, so it has no probabilities`,
        zh: `没有邻居处于第 ${empty.join("、")} 类时开始的转移，其概率无从估计`,
      },
    });
  }
  if (Number.isNaN(q.p)) {
    warnings.push({
      code: "untested",
      text: {
        en: "fewer than two classes of neighbours share a class to start from: nothing can be tested",
        zh: "可比较的邻居类别不足两个，无法检验",
      },
    });
  }
  const sparse = 5;
  const thin = parts.some(({ counts, moves }) => moves > 0 && counts.some((count) => count > 0 && count < sparse));
  if (thin && !Number.isNaN(q.p)) {
    warnings.push({
      code: "sparse-cells",
      text: {
        en: `some moves were seen fewer than ${sparse} times with neighbours of one class: the chi-square tails are rough there`,
        zh: `部分邻居类别下的转移次数不足 ${sparse} 次，卡方近似较粗略`,
      },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "convergence/spatial-markov",
  version: 2,
  title: { en: "Spatial Markov chain", zh: "空间马尔可夫转移分析" },
  question: {
    en: "Does it matter for a place's moves between classes whether its neighbours are rich or poor?",
    zh: "邻居的水平高低是否影响一个地区在类别之间的转移？",
  },
  formula: "p_cd|m = n_cd|m / n_c|m;  Q = Σₘ Σ_c n_c|m Σ_d (p_cd|m − p_cd)² / p_cd",
  where: {
    en: "n_cd|m: moves from class c to d of places whose neighbours are in class m; p_cd: over all of them",
    zh: "n_cd|m：邻居处于 m 类时由 c 类到 d 类的转移次数；p_cd：总体转移概率",
  },
  cites: [
    {
      text: "Rey, S. J. (2001). Spatial empirics for economic growth and convergence. Geographical Analysis 33(3), 195-214.",
      checked: "secondary",
    },
    {
      text: "Bickenbach, F. and Bode, E. (2003). Evaluating the Markov property in studies of economic convergence. International Regional Science Review 26(3), 363-392.",
      checked: "secondary",
    },
  ],
  conventions: {
    ...classConventions,
    lag: {
      title: { en: "Classes of the neighbours' mean", zh: "空间滞后的分类" },
      choices: {
        own: { en: "by its own quantiles", zh: "按空间滞后自身的分位数" },
        same: { en: "by the ends of the classes of the values", zh: "与本地取值采用相同分界" },
      },
    },
    style: weightStyles,
  },
  means: {
    k: { en: "number of classes", zh: "类别数" },
    cuts: {
      en: "bounds between classes, in the unit of the values, in place of quantiles",
      zh: "以给定界值（与取值同单位）代替分位数分类",
    },
    lagK: {
      en: "number of classes of the spatial lag; as many as of the values unless said",
      zh: "空间滞后的类别数；缺省与取值类别数相同",
    },
    weights: { en: "who is whose neighbour", zh: "邻接关系" },
  },
  pitfalls: [
    {
      en: "With k classes there are k times k times k chances: few places leave most cells empty.",
      zh: "k 类时共有 k×k×k 个单元，地区少则多数为空。",
    },
  ],
  inputs: {
    data: table({ place: label.one, year: number.one, value: number.one }),
    weights: edges({ value: number.optional }),
  },
  options: z.strictObject({
    ...classOptions,
    lagK: z.int().min(2).max(20).optional(),
    lag: z.enum(["own", "same"]).default("own"),
    style: z.enum(["given", "binary", "row"]).default("row"),
  }),
  gaps: "drop",
  comparesYears: comparesLevels,
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: walkTable(seed, size, 6), weights: lattice(size, () => 0).weights },
    options: { k: 3 },
  }),
  worked: {
    source: {
      en: "by hand: halves of 1, 2, 3, 4, then 1, 3, 2, 4; neighbours a-b and c-d, so that lags are 2, 1, 4, 3: with poor neighbours a stays and b rises, with rich ones c falls and d stays: the same as all, Q 0",
      zh: "手算：1、2、3、4 的两半，其后为 1、3、2、4；邻接为 a-b 与 c-d，滞后为 2、1、4、3：邻居贫者 a 不变、b 上升，邻居富者 c 下降、d 不变：与总体相同，Q 为 0",
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
      weights: makeTable(
        "weights",
        ["from", "to"],
        [labels("from", ["a", "b", "c", "d"]), labels("to", ["b", "a", "d", "c"])],
      ),
    },
    options: { k: 2 },
    gives: { q: 0, likelihoodRatio: 0, "transitions[1].probability": 0.5, "lag_classes[0].moves": 2 },
  },
  run: ({ data, weights }, options) => spatialMarkov(data, weights, options),
  scalars: {
    q: { title: { en: "Q", zh: "Q 统计量" }, unit: "1" },
    qP: { title: { en: "p of Q", zh: "Q 的 p 值" }, unit: "1" },
    likelihoodRatio: { title: { en: "likelihood ratio", zh: "似然比" }, unit: "1" },
    likelihoodP: { title: { en: "p of the likelihood ratio", zh: "似然比的 p 值" }, unit: "1" },
    freedom: { title: { en: "degrees of freedom", zh: "自由度" }, unit: "1" },
  },
  tables: (result, { data }, { value }) =>
    spatialMarkovTables(
      result,
      value === "relative" ? "1" : (data.units.value ?? "1"),
      data.titles.value ?? valueTitle,
    ),
  views: [
    {
      kind: "heatmap",
      table: "regimes",
      row: "start",
      column: "to_class",
      value: "probability",
      scale: "sequential",
      rows: "as-listed",
    },
    { kind: "bars", table: "lag_classes", category: "lag_class", order: "as-listed", value: "rise" },
  ],
  findings: ({ q, qP, freedom, likelihoodP }) => {
    if (Number.isNaN(qP)) return [];
    const isDifferent = qP < 0.05 && likelihoodP < 0.05;
    const values = { q: decimal(q, 1), freedom, p: pValue(qP) };
    return [
      {
        text: isDifferent
          ? {
              en: "How places move depends on the class of their neighbours (Q = {q}, {freedom} degrees of freedom, p {p}).",
              zh: "地区的转移与邻居所属类别有关（Q = {q}，自由度 {freedom}，p {p}）。",
            }
          : {
              en: "That moves depend on the class of the neighbours cannot be told from chance (Q = {q}, {freedom} degrees of freedom, p {p}).",
              zh: "邻居类别对转移的影响与偶然波动无法区分（Q = {q}，自由度 {freedom}，p {p}）。",
            },
        values,
      },
    ];
  },
});
