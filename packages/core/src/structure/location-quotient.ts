/**
 * In which industries is a place specialised, compared with an economy it belongs to?
 *
 *   LQ_ij = (e_ij / e_i) / (e_j / e)
 *
 * e_ij is the figure of industry j in place i (jobs, output), e_i the place's total, e_j and e those of the reference. The
 * reference is the table given, or the sum of the places given; `self: exclude` takes the place itself out of it.
 *
 * Figures must be >= 0. A missing cell stays missing: the place's total is formed over the cells it has (it is named in a
 * warning), and a sum of places counts the gap as nothing. Industries that only one side has are dropped by name, so both
 * shares are of the same set. 0/0 is 0 unless `absent: missing`. A place that has an industry which its reference lacks has
 * no finite quotient: empty, counted as specialised, named in a warning. Specialised is LQ > 1 (EconGeo) or, with
 * `specialised: at-least`, LQ >= 1 (Atlas of Economic Complexity); a quotient within rounding of 1 is 1.
 *
 * @example locationQuotient({ slices: [{ year: undefined, places: ["a", "b"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }).quotients[0]?.quotient // (30/40) / (40/100) = 1.875
 */
import { z } from "zod";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { type CompositionSlice, composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear, percent } from "../contract/saying.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { groupColumnOf, industryColumn, originOf } from "./columns.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { placeList } from "./naming.ts";
import {
  baseConvention,
  baseOf,
  comparable,
  type Reference,
  referenceInput,
  type Self,
  selfConvention,
} from "./reference.ts";
import { named, type Shares, sharesOf, sharesWhere } from "./shares.ts";

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

export interface LocationQuotientInput {
  readonly slices: readonly CompositionSlice[];
  readonly reference?: Reference | undefined;
}

export interface LocationQuotientOptions {
  readonly self?: Self;
  readonly specialised?: "above" | "at-least";
  readonly absent?: "zero" | "missing";
}

/** How far from 1 a quotient may be by rounding alone: a ratio of two shares, each a sum of up to some thousand terms. */
const rounding = 1e-12;

export function locationQuotient(
  { slices: given, reference }: LocationQuotientInput,
  { self = "include", specialised = "above", absent = "zero" }: LocationQuotientOptions = {},
): LocationQuotientResult {
  const method = "location-quotient";
  const compared = comparable(method, given, reference);
  const { slices, dropped, warnings } = sharesOf(method, compared.slices);
  const quotients = slices.flatMap((slice) => {
    const base = baseOf(method, slice, reference, self);
    return slice.places.flatMap((_, at) => ofPlace(slice, at, base(at), absent, specialised));
  });
  return {
    quotients,
    n: quotients.filter(({ share }) => !Number.isNaN(share)).length,
    dropped: [...compared.dropped, ...dropped],
    warnings: [...warnings, ...emptyWarnings(quotients)],
    convention: { base: reference === undefined ? "places" : "given", self, specialised, absent },
  };
}

function ofPlace(
  slice: Shares,
  at: number,
  base: Float64Array,
  absent: "zero" | "missing",
  threshold: "above" | "at-least",
): Quotient[] {
  const baseShares = sharesWhere(base);
  return slice.industries.map((industry, column) => {
    const cell = at * slice.industries.length + column;
    const [value, share] = [slice.values[cell] as number, slice.shares[cell] as number];
    const referenceShare = baseShares[column] as number;
    const bare = base[column] === 0;
    const quotient = !bare ? share / referenceShare : value === 0 && absent === "zero" ? 0 : Number.NaN;
    const above = bare ? value > 0 : threshold === "above" ? quotient > 1 + rounding : quotient >= 1 - rounding;
    return {
      place: slice.places[at] as string,
      industry,
      year: slice.year,
      value,
      share,
      referenceShare,
      quotient,
      specialised: Number.isNaN(share) || Number.isNaN(referenceShare) ? Number.NaN : Number(above),
    };
  });
}

function emptyWarnings(quotients: readonly Quotient[]): Warning[] {
  const alone = quotients.filter(({ share, referenceShare }) => share >= 0 && Number.isNaN(referenceShare));
  const endless = quotients.filter(({ share, referenceShare }) => share > 0 && referenceShare === 0);
  const absent = quotients.filter(
    ({ share, referenceShare, quotient }) => share === 0 && referenceShare === 0 && Number.isNaN(quotient),
  );
  const warnings: Warning[] = [];
  if (alone.length > 0) {
    const list = placeList([...new Set(alone.map(({ place, year }) => named(place, year)))]);
    warnings.push({
      code: "no-reference-left",
      text: { en: `nothing is left to compare ${list.en} with`, zh: `剔除自身后，${list.zh} 没有可比较的参照` },
    });
  }
  if (endless.length > 0) {
    const list = placeList(endless.map(({ place, industry, year }) => `${named(place, year)} ${industry}`));
    warnings.push({
      code: "absent-from-reference",
      text: {
        en: `the reference has nothing of an industry that the place has, so no finite quotient: ${list.en}`,
        zh: `地区有而参照中没有的行业，区位商无有限值：${list.zh}`,
      },
    });
  }
  if (absent.length > 0) {
    const list = placeList([...new Set(absent.map(({ industry }) => industry))]);
    warnings.push({
      code: "industry-nowhere",
      text: { en: `present nowhere, so no quotient: ${list.en}`, zh: `各处均不存在的行业，无区位商：${list.zh}` },
    });
  }
  return warnings;
}

export default defineMethod({
  id: "structure/location-quotient",
  version: 1,
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
    source: "by hand: 30 of 40 in a against 40 of 100 in both give (3/4) / (2/5); 10 of 60 in b gives (1/6) / (2/5)",
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
        numberOf("value", data.unit, { en: "value", zh: "数值" }, ({ value }) => value),
        numberOf("share", "1", { en: "share", zh: "份额" }, ({ share }) => share),
        numberOf("reference_share", "1", { en: "reference share", zh: "参照份额" }, (row) => row.referenceShare),
        numberOf("quotient", "1", { en: "location quotient", zh: "区位商" }, ({ quotient }) => quotient),
        numberOf("specialised", "1", { en: "specialised (1: yes)", zh: "专业化（1 为是）" }, (row) => row.specialised),
      ],
      { title: { en: "Location quotients", zh: "区位商" } },
    ),
  ],
  views: [
    { kind: "heatmap", table: "quotients", row: "place", column: "industry", value: "quotient", scale: "around-one" },
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
          industry: { text: data.industryTitles[top.industry] ?? same(top.industry) },
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
