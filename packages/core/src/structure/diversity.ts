/**
 * How diverse is the economy of a place, in itself and compared with the economy it belongs to?
 *
 *   HHI = sum_j s_j^2        H = -sum_j s_j log s_j        effective number = 1 / HHI,  exp H
 *   Hachman = 1 / sum_j s_j^2 / r_j                         evenness = H / log J
 *
 * s_j is the share of industry j in the place, r_j in the reference (the table given, or the sum of the places given; `self:
 * exclude` takes the place itself out of it), J the industries with figures. HHI runs from 1/J to 1 (not 10,000); H is in
 * `nats`, or in `bits` as EconGeo has it; the effective number, exp H in nats, does not depend on that. The Hachman index is
 * 1 where a place looks like the reference: it asks for likeness, the others for evenness.
 *
 * All but Hachman depend on how finely industries are cut: compare places, not classifications. Figures must be >= 0. Where
 * a place has gaps, both sides are shares of the industries that it has figures for; it is named in a warning. A place with
 * an industry that its reference lacks has Hachman 0, one alone and taken out of its own reference has none.
 *
 * @example diversity({ slices: [{ year: undefined, places: ["a"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10) }] }).places[0]?.hhi // .75^2 + .25^2 = .625
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { composition } from "../contract/readings.ts";
import { decimal, lastYear } from "../contract/saying.ts";
import { type BesideRow, besideReference, type ComposedInput } from "./beside-reference.ts";
import { originOf } from "./columns.ts";
import { type DiversityMeasures, diversityOf, hachmanOf, type LogarithmBase } from "./diversity-measures.ts";
import { diversityTables } from "./diversity-tables.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { baseConvention, referenceInput, type Self, selfConvention } from "./reference.ts";
import { sharesWhere } from "./shares.ts";

export interface DiversePlace extends DiversityMeasures {
  readonly place: string;
  readonly year: number | undefined;
  readonly hachman: number;
  readonly largestIndustry: string;
}

export interface DiverseReference extends DiversityMeasures {
  readonly year: number | undefined;
  readonly largestIndustry: string;
}

export interface DiversityResult extends Outcome {
  readonly places: readonly DiversePlace[];
  /** The economy that they are compared with, itself. */
  readonly reference: readonly DiverseReference[];
}

export interface DiversityOptions {
  readonly logarithm?: LogarithmBase;
  readonly self?: Self;
}

export function diversity(
  input: ComposedInput,
  { logarithm = "nats", self = "include" }: DiversityOptions = {},
): DiversityResult {
  const beside = besideReference("diversity", input, self);
  const places = beside.places.map((rows): DiversePlace => {
    const { place, year } = rows[0] as BesideRow;
    const shares = Float64Array.from(rows, ({ share }) => share);
    const theirs = Float64Array.from(rows, ({ referenceShare }) => referenceShare);
    return { place, year, hachman: hachmanOf(shares, theirs), ...described(shares, rows, logarithm) };
  });
  const whole = self === "include" ? beside : besideReference("diversity", input, "include");
  const firsts = new Map([...whole.places].reverse().map((rows) => [rows[0]?.year, rows]));
  const reference = [...firsts].reverse().map(([year, rows]): DiverseReference => {
    return { year, ...described(sharesWhere(Float64Array.from(rows, ({ base }) => base)), rows, logarithm) };
  });
  return {
    places,
    reference,
    n: places.length,
    dropped: beside.dropped,
    warnings: [...beside.warnings, ...diversityWarnings(places)],
    convention: { logarithm, base: input.reference === undefined ? "places" : "given", self },
  };
}

function described(shares: Float64Array, rows: readonly BesideRow[], logarithm: LogarithmBase) {
  const found = diversityOf(shares, logarithm);
  return { ...found, largestIndustry: rows[found.largestAt]?.industry as string };
}

function diversityWarnings(places: readonly DiversePlace[]): Warning[] {
  const told = (code: string, found: (row: DiversePlace) => boolean, en: string, zh: string): Warning[] => {
    const rows = places.filter(found).map(({ place, year }) => ({ place, year }));
    return rows.length === 0 ? [] : [{ code, text: { en, zh }, values: { rows: { rows } } }];
  };
  return [
    ...told(
      "one-industry",
      ({ industries }) => industries === 1,
      "one industry alone, so no evenness: {rows}",
      "只有一个行业，无均匀度：{rows}",
    ),
    ...told(
      "no-reference-left",
      ({ hachman }) => Number.isNaN(hachman),
      "nothing is left to compare {rows} with",
      "{rows} 没有可比较的参照",
    ),
    ...told(
      "absent-from-reference",
      ({ hachman }) => hachman === 0,
      "an industry of the place is absent from the reference, so the Hachman index is 0: {rows}",
      "存在参照中没有的行业，Hachman 指数为 0：{rows}",
    ),
  ];
}

export default defineMethod({
  id: "structure/diversity",
  version: 1,
  title: { en: "Diversity of industries", zh: "产业多样性" },
  question: {
    en: "How diverse is the economy of a place, in itself and compared with the economy it belongs to?",
    zh: "各地区的产业有多多样？与参照经济体相比又如何？",
  },
  formula: "HHI = Σⱼ sⱼ²;  H = −Σⱼ sⱼ ln sⱼ;  K = 1 / Σⱼ (sⱼ² / rⱼ)",
  where: {
    en: "sⱼ: share of industry j in the place; rⱼ: its share in the reference; effective number: 1/HHI, exp H; K: Hachman's index",
    zh: "sⱼ：行业 j 在该地的份额；rⱼ：在参照中的份额；有效行业数：1/HHI、exp H；K：Hachman 指数",
  },
  formulas: { hhi: "HHI", effective_hhi: "HHI", entropy: "H =", effective_entropy: "H =", hachman: "K" },
  cites: [
    {
      text: "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal 27, 379-423.",
      checked: "unverified",
    },
    {
      text: "Balland, P.-A. (2017). Economic Geography in R: Introduction to the EconGeo package. Papers in Evolutionary Economic Geography 17.09.",
      checked: "secondary",
    },
  ],
  conventions: {
    logarithm: {
      title: { en: "Unit of entropy", zh: "熵的单位" },
      choices: {
        nats: { en: "nats (natural logarithm)", zh: "奈特（自然对数）" },
        bits: { en: "bits (logarithm to base 2)", zh: "比特（以 2 为底）" },
      },
    },
    base: baseConvention,
    self: selfConvention,
  },
  means: {
    reference: {
      en: "the economy of the Hachman index; the sum of the places without it",
      zh: "Hachman 指数的参照经济体；缺省为各地之和",
    },
  },
  pitfalls: [
    {
      en: "All but Hachman depend on how finely industries are cut: compare places, not classifications.",
      zh: "除 Hachman 外均取决于行业分类粗细：可比地区，不可比分类。",
    },
    { en: "Entropy in bits and in nats differ by a factor of .693.", zh: "以比特或奈特计的熵相差 0.693 倍。" },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    logarithm: z.enum(["nats", "bits"]).default("nats"),
    self: z.enum(["include", "exclude"]).default("include"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) },
  }),
  worked: {
    source: {
      en: "by hand: shares 3/4 and 1/4, and 1/6 and 5/6, against 2/5 and 3/5: 9/16 + 1/16; 1 / (9/16 / .4 + 1/16 / .6)",
      zh: "手算：份额 3/4 与 1/4、1/6 与 5/6，对照 2/5 与 3/5：9/16 + 1/16；1 / (9/16 / .4 + 1/16 / .6)",
    },
    inputs: { data: smallCase },
    gives: {
      "places[0].hhi": 0.625,
      "places[0].effective_hhi": 1.6,
      "places[0].entropy": 0.75 * Math.log(4 / 3) + 0.25 * Math.log(4),
      "places[0].hachman": 1 / (9 / 6.4 + 1 / 9.6),
      "reference[0].hhi": 0.52,
    },
  },
  run: ({ data, reference }, options) => diversity({ slices: data.slices, reference }, options),
  scalars: {},
  tables: (result, { data }, { logarithm }) => diversityTables(result, data, logarithm),
  views: [
    { kind: "dots", table: "places", place: "place", value: "effective_entropy", group: "group" },
    { kind: "scatter", table: "places", place: "place", x: "effective_entropy", y: "hachman", group: "group" },
  ],
  findings: ({ places, reference }) => {
    const { rows, at, values } = lastYear(places);
    const sorted = [...rows].sort((a, b) => b.effectiveByEntropy - a.effectiveByEntropy);
    const [first, least] = [sorted[0], sorted.at(-1)];
    const whole = lastYear(reference).rows[0];
    if (first === undefined || least === undefined || first === least || whole === undefined) return [];
    return [
      {
        text: {
          en: `The most diverse economy${at.en} is that of {most}, as diverse as {high} industries of one size; the least that of {least}, {low}; the reference has {reference}.`,
          zh: `${at.zh}产业最多样的是{most}，相当于 {high} 个等规模行业；最单一的是{least}，相当于 {low} 个；参照为 {reference} 个。`,
        },
        values: {
          ...values,
          most: { place: first.place },
          least: { place: least.place },
          high: decimal(first.effectiveByEntropy, 1),
          low: decimal(least.effectiveByEntropy, 1),
          reference: decimal(whole.effectiveByEntropy, 1),
        },
      },
    ];
  },
  trace: (cell, tables, { reference }) => {
    const base = reference === undefined ? "data" : "reference";
    if (cell.table === "reference") return [{ input: base }];
    return originOf(cell, tables, ["place"], cell.column === "hachman" ? base : "none");
  },
});
