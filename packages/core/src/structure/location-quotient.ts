/**
 * In which industries is a place specialised, compared with an economy it belongs to?
 *
 *   LQ_ij = (e_ij / e_i) / (e_j / e)
 *
 * e_ij is the figure of industry j in place i (jobs, output), e_i the place's total, e_j and e those of the reference. The
 * reference is the table given, or the sum of the places given; `self: exclude` takes the place itself out of it.
 *
 * Figures must be >= 0. Both shares are of the same industries: what only one side has is dropped by name, and where a place
 * has gaps, both sides are shares of the industries that the place has figures for (it is named in a warning). A gap counts
 * as nothing in a sum of places. 0/0 is 0 unless `absent: missing`. A place that has an industry which its reference lacks has
 * no finite quotient: empty, counted as specialised, named in a warning. Specialised is LQ > 1 (EconGeo) or, with
 * `specialised: at-least`, LQ >= 1 (Atlas of Economic Complexity); a quotient within rounding of 1 is 1.
 *
 * @example locationQuotient({ slices: [{ year: undefined, places: ["a", "b"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }).quotients[0]?.quotient // (30/40) / (40/100) = 1.875
 */

import { z } from "zod";
import { heldBy } from "../contract/held-by.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear, percent } from "../contract/saying.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { type BesideRow, besideReference, type ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, industryColumn, originOf } from "./columns.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { baseConvention, referenceInput, type Self, selfConvention } from "./reference.ts";
import { named } from "./shares.ts";

export interface Quotient {
  readonly place: string;
  readonly industry: string;
  readonly year: number | undefined;
  readonly value: number;
  readonly share: number;
  readonly referenceShare: number;
  readonly quotient: number;
  /** 1 or 0; `NaN` where the cell is missing. */
  readonly specialised: number;
}

export interface LocationQuotientResult extends Outcome {
  readonly quotients: readonly Quotient[];
}

export interface LocationQuotientOptions {
  readonly self?: Self;
  readonly specialised?: "above" | "at-least";
  readonly absent?: "zero" | "missing";
}

/** How far from 1 a quotient may be by rounding alone: a ratio of two shares, each a sum of up to some thousand terms. */
const rounding = 1e-12;

export function locationQuotient(
  input: ComposedInput,
  { self = "include", specialised = "above", absent = "zero" }: LocationQuotientOptions = {},
): LocationQuotientResult {
  const beside = besideReference("location-quotient", input, self);
  const quotients = beside.places.flat().map((row) => quotientOf(row, absent, specialised));
  return {
    quotients,
    n: quotients.filter(({ share }) => !Number.isNaN(share)).length,
    dropped: beside.dropped,
    warnings: [...beside.warnings, ...emptyWarnings(quotients)],
    convention: { base: input.reference === undefined ? "places" : "given", self, specialised, absent },
  };
}

function quotientOf(
  { base, ...row }: BesideRow,
  absent: "zero" | "missing",
  threshold: "above" | "at-least",
): Quotient {
  const { value, share, referenceShare } = row;
  const bare = base === 0;
  const quotient = !bare ? share / referenceShare : value === 0 && absent === "zero" ? 0 : Number.NaN;
  const above = bare ? value > 0 : threshold === "above" ? quotient > 1 + rounding : quotient >= 1 - rounding;
  const known = !Number.isNaN(share) && !Number.isNaN(referenceShare);
  return { ...row, quotient, specialised: known ? Number(above) : Number.NaN };
}

function emptyWarnings(quotients: readonly Quotient[]): Warning[] {
  const alone = quotients.filter(({ share, referenceShare }) => share >= 0 && Number.isNaN(referenceShare));
  const endless = quotients.filter(({ share, referenceShare }) => share > 0 && referenceShare === 0);
  const absent = quotients.filter(
    ({ share, referenceShare, quotient }) => share === 0 && referenceShare === 0 && Number.isNaN(quotient),
  );
  const warnings: Warning[] = [];
  if (alone.length > 0) {
    const rows = new Map(alone.map(({ place, year }) => [named(place, year), { place, year }]));
    warnings.push({
      code: "no-reference-left",
      text: { en: "nothing is left to compare {rows} with", zh: "{rows} 没有可比较的参照" },
      values: { rows: { rows: [...rows.values()] } },
    });
  }
  if (endless.length > 0) {
    warnings.push({
      code: "absent-from-reference",
      text: {
        en: "the reference has nothing of an industry that the place has, so no finite quotient: {rows}",
        zh: "地区有而参照中没有的行业，区位商无有限值：{rows}",
      },
      values: { rows: { rows: endless.map(({ place, year, industry }) => ({ place, year, industry })) } },
    });
  }
  if (absent.length > 0) {
    warnings.push({
      code: "industry-nowhere",
      text: { en: "present nowhere, so no quotient: {industries}", zh: "各处均不存在的行业，无区位商：{industries}" },
      values: { industries: { industries: [...new Set(absent.map(({ industry }) => industry))] } },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "structure/location-quotient",
  version: 3,
  title: { en: "Location quotient", zh: "区位商" },
  question: {
    en: "In which industries is a place specialised, compared with an economy it belongs to?",
    zh: "与参照经济体相比，各地区在哪些行业上专业化？",
  },
  formula: "LQᵢⱼ = (eᵢⱼ / eᵢ) / (eⱼ / e)",
  where: {
    en: "eᵢⱼ: industry j in place i; eᵢ: total of place i; eⱼ, e: industry j and total of the reference",
    zh: "eᵢⱼ：i 地 j 行业；eᵢ：i 地合计；eⱼ、e：参照经济体的 j 行业与合计",
  },
  cites: [
    {
      text: "Balassa, B. (1965). Trade liberalisation and revealed comparative advantage. The Manchester School 33, 99-123.",
      checked: "unverified",
    },
    {
      text: "Balland, P.-A. (2017). Economic Geography in R: Introduction to the EconGeo package. Papers in Evolutionary Economic Geography 17.09.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: baseConvention,
    self: selfConvention,
    specialised: {
      title: { en: "Specialised", zh: "专业化的判定" },
      choices: { above: { en: "LQ > 1", zh: "区位商 > 1" }, "at-least": { en: "LQ >= 1", zh: "区位商 ≥ 1" } },
    },
    absent: {
      title: { en: "Industry that neither side has (0/0)", zh: "双方都没有的行业（0/0）" },
      choices: { zero: { en: "quotient 0", zh: "区位商记 0" }, missing: { en: "no quotient", zh: "不计算" } },
    },
  },
  means: {
    reference: { en: "the economy compared with; the sum of the places without it", zh: "参照经济体；缺省为各地之和" },
  },
  pitfalls: [
    {
      en: "A small industry in a small place has a large quotient: read it beside the jobs.",
      zh: "小地方的小行业区位商往往很大，应结合就业规模。",
    },
    {
      en: "Above 1 and at least 1 differ in packages; here a quotient within rounding of 1 is 1.",
      zh: "各软件以 >1 或 ≥1 判定不一；此处与 1 之差在舍入误差内者视为 1。",
    },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    self: z.enum(["include", "exclude"]).default("include"),
    specialised: z.enum(["above", "at-least"]).default("above"),
    absent: z.enum(["zero", "missing"]).default("zero"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) },
  }),
  worked: {
    source: {
      en: "by hand: 30 of 40 in a against 40 of 100 in both give (3/4) / (2/5); 10 of 60 in b gives (1/6) / (2/5)",
      zh: "手算：a 为 40 中的 30，两地合计 100 中的 40，得 (3/4) / (2/5)；b 为 60 中的 10，得 (1/6) / (2/5)",
    },
    inputs: { data: smallCase },
    gives: { "quotients[0].quotient": 1.875, "quotients[2].quotient": 5 / 12, "quotients[0].specialised": 1 },
  },
  run: ({ data, reference }, options) => locationQuotient({ slices: data.slices, reference }, options),
  scalars: {},
  tables: ({ quotients }, { data }) => [
    tableOf(
      "quotients",
      ["place", "industry", "year"],
      quotients,
      [
        placeColumn,
        industryColumn(data.industryTitles),
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("value", data.unit, { en: "what the place has of it", zh: "本地规模" }, ({ value }) => value),
        numberOf("share", "1", { en: "share", zh: "份额" }, ({ share }) => share),
        numberOf("reference_share", "1", { en: "reference share", zh: "参照份额" }, (row) => row.referenceShare),
        numberOf("quotient", "1", { en: "location quotient", zh: "区位商" }, ({ quotient }) => quotient),
        numberOf("specialised", "1", { en: "specialised (1: yes)", zh: "专业化（1 为是）" }, (row) => row.specialised),
      ],
      { title: { en: "Location quotients", zh: "区位商" } },
    ),
  ],
  views: [
    {
      kind: "heatmap",
      table: "quotients",
      row: "place",
      rows: "as-listed", // by code, where neighbours stand together; the quotients of one industry order nothing
      column: "industry",
      value: "quotient",
      scale: "around-one",
    },
  ],
  findings: ({ quotients }, { data }) => {
    const { rows, at, values } = lastYear(quotients);
    const [top] = foremost(
      rows.filter(({ quotient }) => !Number.isNaN(quotient)),
      ({ share, referenceShare }) => share - referenceShare,
    );
    if (top === undefined) return [];
    return [
      {
        text: {
          en: `Furthest above the reference${at.en}: {place} in {industry}, {share} of its total against {reference} (location quotient {quotient}).`,
          zh: `${at.zh}高出参照最多的是{place}的{industry}：占 {share}，参照为 {reference}（区位商 {quotient}）。`,
        },
        values: {
          ...values,
          place: { place: top.place },
          industry: { text: heldBy(data.industryTitles, top.industry) ?? same(top.industry) },
          share: percent(top.share, 1),
          reference: percent(top.referenceShare, 1),
          quotient: decimal(top.quotient, 2),
        },
      },
    ];
  },
  trace: (cell, tables, { reference }) => {
    if (cell.column === "value" || cell.column === "share") return originOf(cell, tables, ["place"], "none");
    return originOf(cell, tables, ["place"], reference === undefined ? "data" : "reference");
  },
});
