/**
 * How far is the industrial structure of a place from that of the economy it is compared with?
 *
 *   K_i = sum_j |s_ij - s_j|                        in [0, 2]; half of it, in [0, 1], with `scale: half`
 *
 * s_ij is the share of industry j in place i, s_j that in the reference: the table given, or the sum of the places given;
 * `self: exclude` takes the place itself out of it (the rest of the economy). The half is the share of jobs that would have to
 * change industry for the place to look like the reference.
 *
 * Figures must be >= 0. Where a place has gaps, both sides are shares of the industries that the place has figures for, so
 * that the bounds hold, and the place is named in a warning. A place that is alone and taken out of its own reference has no
 * index. The contribution of an industry is its |s_ij - s_j|, on the same scale as the index.
 *
 * @example krugman({ slices: [{ year: undefined, places: ["a", "b"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }).places[0]?.krugman // |.75 - .4| + |.25 - .6| = 0.7
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { composition } from "../contract/readings.ts";
import { decimal, lastYear } from "../contract/saying.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { type BesideRow, besideReference, type ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, industryColumn, originOf } from "./columns.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { baseConvention, referenceInput, type Self, selfConvention } from "./reference.ts";

export interface KrugmanPlace {
  readonly place: string;
  readonly year: number | undefined;
  readonly krugman: number;
  /** Industries that the place has figures for. */
  readonly industries: number;
}

export interface KrugmanDifference {
  readonly place: string;
  readonly industry: string;
  readonly year: number | undefined;
  readonly share: number;
  readonly referenceShare: number;
  readonly difference: number;
  readonly contribution: number;
}

export interface KrugmanResult extends Outcome {
  readonly places: readonly KrugmanPlace[];
  readonly differences: readonly KrugmanDifference[];
}

export interface KrugmanOptions {
  readonly self?: Self;
  readonly scale?: "full" | "half";
}

export function krugman(
  input: ComposedInput,
  { self = "include", scale = "full" }: KrugmanOptions = {},
): KrugmanResult {
  const beside = besideReference("krugman", input, self);
  const differences = beside.places.map((rows) => rows.map((row) => differenceOf(row, scale === "full" ? 1 : 0.5)));
  const places = differences.map((rows): KrugmanPlace => {
    const { place, year } = rows[0] as KrugmanDifference;
    const present = rows.filter(({ share }) => !Number.isNaN(share));
    return {
      place,
      year,
      krugman: present.reduce((total, { contribution }) => total + contribution, 0),
      industries: present.length,
    };
  });
  return {
    places,
    differences: differences.flat(),
    n: places.length,
    dropped: beside.dropped,
    warnings: [...beside.warnings, ...aloneWarning(places)],
    convention: { base: input.reference === undefined ? "places" : "given", self, scale },
  };
}

function differenceOf({ place, industry, year, share, referenceShare }: BesideRow, scale: number): KrugmanDifference {
  const difference = share - referenceShare;
  return { place, industry, year, share, referenceShare, difference, contribution: scale * Math.abs(difference) };
}

function aloneWarning(places: readonly KrugmanPlace[]): Warning[] {
  const alone = places.filter((each) => Number.isNaN(each.krugman));
  if (alone.length === 0) return [];
  return [
    {
      code: "no-reference-left",
      text: {
        en: "the reference has nothing in the industries of {rows}, so no index",
        zh: "在 {rows} 有数据的行业中参照为 0，无法计算指数",
      },
      values: { rows: { rows: alone.map(({ place, year }) => ({ place, year })) } },
    },
  ];
}

export default defineMethod({
  id: "structure/krugman",
  version: 1,
  title: { en: "Krugman specialisation index", zh: "克鲁格曼专业化指数" },
  question: {
    en: "How far is the industrial structure of a place from that of the economy it is compared with?",
    zh: "各地区的产业结构与参照经济体相差多远？",
  },
  formula: "Kᵢ = Σⱼ |sᵢⱼ − sⱼ|",
  where: {
    en: "sᵢⱼ: share of industry j in place i; sⱼ: its share in the reference",
    zh: "sᵢⱼ：i 地 j 行业的份额；sⱼ：该行业在参照中的份额",
  },
  cites: [
    { text: "Krugman, P. (1991). Geography and Trade. MIT Press.", checked: "secondary" },
    {
      text: "Balland, P.-A. (2017). Economic Geography in R: Introduction to the EconGeo package. Papers in Evolutionary Economic Geography 17.09.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: baseConvention,
    self: selfConvention,
    scale: {
      title: { en: "Range", zh: "取值范围" },
      choices: {
        full: { en: "sum, 0 to 2", zh: "绝对差之和，0—2" },
        half: { en: "half the sum, 0 to 1", zh: "绝对差之和的一半，0—1" },
      },
    },
  },
  means: {
    reference: { en: "the economy compared with; the sum of the places without it", zh: "参照经济体；缺省为各地之和" },
  },
  pitfalls: [
    {
      en: "Two scales are in use, to 2 and to 1: the convention says which.",
      zh: "文献有 [0, 2] 与 [0, 1] 两种尺度，结果注明。",
    },
    { en: "A small place looks specialised for being small.", zh: "小地方因规模小而显得专业化。" },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    self: z.enum(["include", "exclude"]).default("include"),
    scale: z.enum(["full", "half"]).default("full"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) },
  }),
  worked: {
    source: {
      en: "by hand: a has shares .75 and .25 against .4 and .6 in both places: .35 + .35",
      zh: "手算：a 的份额 .75 与 .25，两地合计 .4 与 .6：.35 + .35",
    },
    inputs: { data: smallCase },
    gives: { "places[0].krugman": 0.7, "places[1].krugman": 7 / 15, "differences[1].difference": -0.35 },
  },
  run: ({ data, reference }, options) => krugman({ slices: data.slices, reference }, options),
  scalars: {},
  tables: ({ places, differences }, { data }) => [
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("krugman", "1", { en: "Krugman index", zh: "克鲁格曼指数" }, (row) => row.krugman),
        numberOf("industries", "1", { en: "industries with figures", zh: "有数据的行业数" }, (row) => row.industries),
      ],
      { title: { en: "Krugman index", zh: "克鲁格曼专业化指数" } },
    ),
    tableOf(
      "differences",
      ["place", "industry", "year"],
      differences,
      [
        placeColumn,
        industryColumn(data.industryTitles),
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("share", "1", { en: "share", zh: "份额" }, ({ share }) => share),
        numberOf("reference_share", "1", { en: "reference share", zh: "参照份额" }, (row) => row.referenceShare),
        numberOf("difference", "1", { en: "difference", zh: "份额之差" }, ({ difference }) => difference),
        numberOf("contribution", "1", { en: "contribution", zh: "贡献" }, ({ contribution }) => contribution),
      ],
      { title: { en: "Differences by industry", zh: "分行业份额差" } },
    ),
  ],
  views: [
    { kind: "dots", table: "places", place: "place", value: "krugman", group: "group" },
    {
      kind: "heatmap",
      table: "differences",
      row: "place",
      column: "industry",
      value: "difference",
      scale: "around-zero",
    },
  ],
  findings: ({ places }) => {
    const { rows, at, values } = lastYear(places);
    const sorted = rows.filter((row) => !Number.isNaN(row.krugman)).sort((a, b) => b.krugman - a.krugman);
    const [first, least] = [sorted[0], sorted.at(-1)];
    if (first === undefined || least === undefined || first === least) return [];
    return [
      {
        text: {
          en: `The structure furthest from the reference${at.en} is that of {most} ({high}), the nearest that of {least} ({low}).`,
          zh: `${at.zh}产业结构与参照相差最大的是{most}（{high}），最接近的是{least}（{low}）。`,
        },
        values: {
          ...values,
          most: { place: first.place },
          least: { place: least.place },
          high: decimal(first.krugman, 2),
          low: decimal(least.krugman, 2),
        },
      },
    ];
  },
  trace: (cell, tables, { reference }) => {
    if (cell.column === "share" || cell.column === "industries") return originOf(cell, tables, ["place"], "none");
    return originOf(cell, tables, ["place"], reference === undefined ? "data" : "reference");
  },
});
