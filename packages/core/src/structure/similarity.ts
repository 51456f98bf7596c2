/**
 * Whose industrial structures are alike, within and between groups of places (产业同构)?
 *
 *   cosine (UNIDO)        sum s t / sqrt(sum s^2 sum t^2)
 *   krugman               1 - (1/2) sum |s - t|
 *   quotient correlation  correlation over industries of the two places' location quotients, weighed by reference shares
 *
 * s and t are the shares of two places over the industries that both have figures for (`industries` counts them), r the
 * reference: the table given, or the sum of the places given. The first two saturate on a coarse classification, because a
 * large industry that every place has makes every pair alike; the third measures both places from the reference, so what is
 * common to the whole economy counts for nothing. It is 1 for the same specialisation, 0 for unrelated, below 0 for
 * opposite ones, and equals the cosine of the two profiles in the chi-square metric of correspondence analysis; in this
 * use it is ours. It has no answer for a place that has exactly the reference's structure.
 *
 * `index` says which of the three fills `similarity` and drives medians, order and blocks: average linkage on 1 - similarity,
 * optimal leaf order, blocks cut where their mean similarity falls below that of the median pair (or below `cut`). With more
 * years than one the order is that of the last.
 *
 * @example similarity({ slices: [{ year: undefined, places: ["a", "b"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }).pairs[0]?.krugman // 1 - (|.75 - 1/6| + |.25 - 5/6|) / 2 = 5/12
 */

import { z } from "zod";
import { heldBy } from "../contract/held-by.ts";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type CompositionSlice, composition } from "../contract/readings.ts";
import { arrange } from "./arrange.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { originOf } from "./columns.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { similarityAmong } from "./pair-similarity.ts";
import { baseConvention, baseOf, comparable, type Reference, referenceInput } from "./reference.ts";
import { type Shares, sharesOf } from "./shares.ts";
import { similarityFindings } from "./similarity-findings.ts";
import { similarityTables } from "./similarity-tables.ts";
import { similarityWarnings } from "./similarity-warnings.ts";
import { type SimilaritySummary, summarise } from "./summarise.ts";

export type SimilarityIndex = "cosine" | "krugman" | "quotient-correlation";

export interface SimilarPair {
  readonly place: string;
  readonly other: string;
  readonly year: number | undefined;
  /** The index asked for. */
  readonly similarity: number;
  readonly cosine: number;
  readonly krugman: number;
  readonly quotientCorrelation: number;
  /** Industries that both places have figures for. */
  readonly industries: number;
  readonly group: string;
  readonly otherGroup: string;
}

export interface OrderedPlace {
  readonly place: string;
  readonly position: number;
  readonly block: number;
  readonly group: string;
}

export interface SimilarityResult extends Outcome {
  /** Depth of the classification: the most industries of any year. */
  readonly industries: number;
  /** The similarity at which blocks were cut. */
  readonly cut: number;
  /** Each pair once. */
  readonly pairs: readonly SimilarPair[];
  readonly summary: readonly SimilaritySummary[];
  readonly order: readonly OrderedPlace[];
  readonly blocks: readonly Block[];
}

export interface SimilarityInput {
  readonly slices: readonly CompositionSlice[];
  readonly reference?: Reference | undefined;
  readonly groupOf?: Readonly<Record<string, string>>;
}

export interface SimilarityOptions {
  readonly index?: SimilarityIndex;
  readonly cut?: "median" | number;
  /** How many leading industries describe a block. */
  readonly leading?: number;
}

export function similarity(
  { slices: given, reference, groupOf = {} }: SimilarityInput,
  { index = "krugman", cut = "median", leading = 2 }: SimilarityOptions = {},
): SimilarityResult {
  const compared = comparable("similarity", given, reference);
  const { slices, dropped, warnings } = sharesOf("similarity", compared.slices);
  const baseFor = (slice: Shares) => baseOf("similarity", slice, reference, "include")(0);
  const pairs = slices.flatMap((slice) => pairsOf(slice, baseFor(slice), index, groupOf));

  const last = slices.filter(({ places }) => places.length > 0).at(-1) as Shares;
  const n = last.places.length;
  const arrangement = arrange(matrixOf(last, pairs), n, cut);
  const order = arrangement.order.map((at, position): OrderedPlace => {
    const place = last.places[at] as string;
    return {
      place,
      position: position + 1,
      block: arrangement.block[at] as number,
      group: heldBy(groupOf, place) ?? "",
    };
  });
  const industries = Math.max(...slices.map((slice) => slice.industries.length));
  const total = slices.reduce((sum, { places }) => sum + places.length, 0);
  return {
    industries,
    cut: arrangement.cut,
    pairs,
    summary: summarise(slices, pairs),
    order,
    blocks: blocksOf(last, arrangement.block, baseFor(last), leading),
    n: total,
    dropped: [...compared.dropped, ...dropped],
    warnings: [...warnings, ...similarityWarnings(slices, pairs, industries, last)],
    convention: {
      base: reference === undefined ? "places" : "given",
      index,
      cut: cut === "median" ? "median" : "given",
      linkage: "average",
      ...(last.year === undefined ? {} : { orderYear: String(last.year) }),
    },
  };
}

function pairsOf(
  slice: Shares,
  base: Float64Array,
  index: SimilarityIndex,
  groupOf: Readonly<Record<string, string>>,
): SimilarPair[] {
  const groups = slice.places.map((place) => heldBy(groupOf, place) ?? "");
  const similarityOf = similarityAmong(slice, base);
  const pairs: SimilarPair[] = [];
  slice.places.forEach((place, a) => {
    for (let b = a + 1; b < slice.places.length; b += 1) {
      const { cosine, krugman, quotientCorrelation, industries } = similarityOf(a, b);
      const chosen = { cosine, krugman, "quotient-correlation": quotientCorrelation };
      pairs.push({
        place,
        other: slice.places[b] as string,
        year: slice.year,
        similarity: chosen[index],
        cosine,
        krugman,
        quotientCorrelation,
        industries,
        group: groups[a] as string,
        otherGroup: groups[b] as string,
      });
    }
  });
  return pairs;
}

function matrixOf(slice: Shares, pairs: readonly SimilarPair[]): Float64Array {
  const n = slice.places.length;
  const at = new Map(slice.places.map((place, row) => [place, row]));
  const matrix = new Float64Array(n * n).fill(1);
  for (const { place, other, year, similarity: value } of pairs) {
    if (year !== slice.year) continue;
    const [i, j] = [at.get(place) as number, at.get(other) as number];
    matrix[i * n + j] = value;
    matrix[j * n + i] = value;
  }
  return matrix;
}

export default defineMethod({
  id: "structure/similarity",
  version: 1,
  title: { en: "Similarity of industrial structures", zh: "产业同构（产业结构相似度）" },
  question: {
    en: "Whose industrial structures are alike, within and between groups of places?",
    zh: "哪些地区的产业结构相似？群内与群间各有多相似？",
  },
  formula: "cos = Σ s t / √(Σ s² Σ t²);  K = 1 − ½ Σ |s − t|;  ρ = Σ (s − r)(t − r)/r / √(Σ (s − r)²/r · Σ (t − r)²/r)",
  where: {
    en: "s, t: shares of an industry in the two places; r: its share in the reference; sums over industries both places have",
    zh: "s、t：某行业在两地的份额；r：该行业在参照中的份额；对两地均有数据的行业求和",
  },
  formulas: { cosine: "cos", krugman: "K", quotient_correlation: "ρ", "quotient-correlation": "ρ" },
  cites: [
    { text: "UNIDO (1979). World Industry since 1960: Progress and Prospects. United Nations.", checked: "unverified" },
    { text: "Krugman, P. (1991). Geography and Trade. MIT Press.", checked: "secondary" },
    {
      text: "Finger, J. M. and Kreinin, M. E. (1979). A measure of export similarity and its possible uses. Economic Journal 89, 905-912.",
      checked: "unverified",
    },
    {
      text: "Bar-Joseph, Z., Gifford, D. K. and Jaakkola, T. S. (2001). Fast optimal leaf ordering for hierarchical clustering. Bioinformatics 17 (Suppl. 1), 22-29.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: baseConvention,
    index: {
      title: { en: "Index", zh: "指数" },
      choices: {
        cosine: { en: "cosine (UNIDO similarity coefficient)", zh: "UNIDO 产业结构相似系数（余弦）" },
        krugman: {
          en: "Krugman similarity: one minus half the sum of differences",
          zh: "克鲁格曼相似度：1 减份额差之和的一半",
        },
        "quotient-correlation": {
          en: "correlation of location quotients, weighed by reference shares",
          zh: "区位商相关系数（以参照份额加权）",
        },
      },
    },
    cut: {
      title: { en: "Blocks join while their mean similarity is at least", zh: "类块合并的平均相似度下限" },
      choices: {
        median: { en: "that of the median pair", zh: "各对的中位数" },
        given: { en: "the level given", zh: "给定值" },
      },
    },
    orderYear: { title: { en: "Year of the order and the blocks", zh: "排序与类块所用年份" }, choices: {} },
    linkage: {
      title: { en: "Linkage", zh: "聚类方法" },
      choices: { average: { en: "average", zh: "类平均法" } },
    },
  },
  means: {
    reference: {
      en: "the economy that quotients are measured against; the sum of the places without it",
      zh: "计算区位商的参照经济体；缺省为各地之和",
    },
    leading: { en: "leading industries named for each block", zh: "每块列出的主导行业数" },
  },
  pitfalls: [
    {
      en: "On coarse industries nearly all pairs look alike: the classification drives the level.",
      zh: "行业分类粗时几乎所有地区对都相似：分类决定水平。",
    },
    {
      en: "Alike does not mean rivals: one industry of the table holds many products.",
      zh: "相似不等于竞争：同一门类包含许多产品。",
    },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    index: z.enum(["cosine", "krugman", "quotient-correlation"]).default("krugman"),
    cut: z.union([z.literal("median"), z.number().min(-1).max(1)]).default("median"),
    leading: z.int().min(1).default(2),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) },
  }),
  worked: {
    source: {
      en: "by hand: shares (3/4, 1/4) and (1/6, 5/6): overlap 1/6 + 1/4; cosine (3/4 1/6 + 1/4 5/6) / sqrt((9/16 + 1/16)(1/36 + 25/36)); either side of (.4, .6), so correlation -1",
      zh: "手算：份额 (3/4, 1/4) 与 (1/6, 5/6)：重合 1/6 + 1/4；余弦 (3/4 × 1/6 + 1/4 × 5/6) / √((9/16 + 1/16)(1/36 + 25/36))；分处 (.4, .6) 两侧，故相关系数 −1",
    },
    inputs: { data: smallCase },
    gives: {
      industries: 2,
      "pairs[0].krugman": 5 / 12,
      "pairs[0].cosine": 1 / 3 / Math.sqrt((10 / 16) * (26 / 36)),
      "pairs[0].quotient_correlation": -1,
    },
  },
  run: ({ data, reference }, options) => similarity({ slices: data.slices, reference, groupOf: data.groupOf }, options),
  scalars: {
    industries: { title: { en: "industries in the classification", zh: "行业分类数" }, unit: "1" },
    cut: { title: { en: "similarity at which blocks are cut", zh: "划分类块的相似度" }, unit: "1" },
  },
  tables: (result, { data }) => similarityTables(result, data.industryTitles),
  views: [
    {
      kind: "matrix",
      table: "pairs",
      row: "place",
      column: "other",
      value: "similarity",
      order: { table: "order", place: "place", position: "position", block: "block" },
      blocks: { table: "blocks", block: "block", label: "industry" },
    },
  ],
  findings: similarityFindings,
  trace: (cell, tables, { reference }) => {
    const base = reference === undefined ? "data" : "reference";
    if (cell.table !== "pairs") return [{ input: "data" }, ...(base === "data" ? [] : [{ input: base }])];
    const pairAlone = ["cosine", "krugman", "industries"].includes(cell.column);
    return originOf(cell, tables, ["place", "other"], pairAlone ? "none" : base);
  },
});
