/**
 * Does a place manage or make things, compared with the economy it belongs to?
 *
 *   FS_i = (M_i / P_i) / (M / P) - 1
 *
 * M and P are the figures of the functions called management and production: two lists of industries or occupations of the
 * composition (a wide table with one column each is one too), in the place and in the reference, which is the table given or
 * the sum of the places given; `self: exclude` takes the place itself out of it. Above 0 the place is specialised in
 * management, -1 means none of it.
 *
 * Duranton and Puga (2005) count occupations: executives and managers against production workers. `figures: industries` says
 * that sectors stand in for them (producer services against manufacturing, as in most Chinese papers), and a warning repeats
 * it. Codings of occupations change between censuses (China 2010 and 2020): compare within one.
 *
 * Figures must be >= 0. A place that lacks a figure of any of the industries named is dropped by name, and so is not part of a
 * reference summed over places. A place without production has no ratio: empty, with a warning.
 *
 * @example functionalSpecialisation({ slices: [{ year: undefined, places: ["a", "b"], industries: ["m", "p"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }, { management: ["m"], production: ["p"] }).places[0]?.index // 3 / (2/3) - 1
 */
import { z } from "zod";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { type CompositionSlice, composition } from "../contract/readings.ts";
import { decimal, lastYear } from "../contract/saying.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, originOf } from "./columns.ts";
import { exampleComposition, exampleReference, smallCase } from "./example.ts";
import { functionalWarnings, method, refuseBoth, refuseEmpty, refuseUnknown } from "./functional-problems.ts";
import { baseConvention, baseOf, comparable, referenceInput, type Self, selfConvention } from "./reference.ts";
import { named, refuseNegatives } from "./shares.ts";

export interface FunctionalPlace {
  readonly place: string;
  readonly year: number | undefined;
  readonly management: number;
  readonly production: number;
  readonly ratio: number;
  readonly referenceRatio: number;
  readonly index: number;
}

export interface FunctionalSpecialisationResult extends Outcome {
  readonly places: readonly FunctionalPlace[];
}

export interface FunctionalSpecialisationOptions {
  readonly management: readonly string[];
  readonly production: readonly string[];
  readonly figures?: "occupations" | "industries";
  readonly self?: Self;
}

export function functionalSpecialisation(
  { slices: given, reference }: ComposedInput,
  { management, production, figures = "industries", self = "include" }: FunctionalSpecialisationOptions,
): FunctionalSpecialisationResult {
  refuseBoth(management, production);
  const wanted = [...management, ...production];
  const dropped: Dropped[] = [];
  const compared = comparable(method, given, reference);
  refuseUnknown(wanted, compared.slices);
  const kept = compared.slices.map((slice) => withFunctions(slice, wanted, dropped));
  const places = kept.flatMap((slice) => {
    const base = baseOf(method, slice, reference, self);
    return slice.places.map((place, at): FunctionalPlace => {
      const own = slice.values.subarray(at * wanted.length, (at + 1) * wanted.length);
      const split = management.length;
      const [ours, theirs] = [own, base(at)].map((row) => ({ m: total(row, 0, split), p: total(row, split) })) as [
        Functions,
        Functions,
      ];
      const ratio = ours.p > 0 ? ours.m / ours.p : Number.NaN;
      const referenceRatio = theirs.p > 0 ? theirs.m / theirs.p : Number.NaN;
      return {
        place,
        year: slice.year,
        management: ours.m,
        production: ours.p,
        ratio,
        referenceRatio,
        index: referenceRatio > 0 ? ratio / referenceRatio - 1 : Number.NaN,
      };
    });
  });
  if (places.length === 0) refuseEmpty(wanted);
  return {
    places,
    n: places.length,
    dropped,
    warnings: functionalWarnings(places, figures),
    convention: {
      base: reference === undefined ? "places" : "given",
      self,
      figures,
      management: management.join(", "),
      production: production.join(", "),
    },
  };
}

interface Functions {
  readonly m: number;
  readonly p: number;
}

const total = (row: Float64Array, from: number, to?: number) => row.subarray(from, to).reduce((a, b) => a + b, 0);

/** The slice with the industries named alone, in that order, and the places that have a figure of each. */
function withFunctions(slice: CompositionSlice, wanted: readonly string[], dropped: Dropped[]): CompositionSlice {
  refuseNegatives(method, slice);
  const columns = wanted.map((industry) => slice.industries.indexOf(industry));
  const width = slice.industries.length;
  const rows = slice.places.map((place, at) => ({
    place,
    row: columns.map((column) => (column < 0 ? Number.NaN : (slice.values[at * width + column] as number))),
  }));
  const complete = rows.filter(({ place, row }) => {
    const gap = row.findIndex(Number.isNaN);
    if (gap < 0) return true;
    const reason = { en: `no figure of ${wanted[gap]}`, zh: `缺少 ${wanted[gap]} 的数据` };
    dropped.push({ input: "data", row: named(place, slice.year), reason });
    return false;
  });
  return {
    year: slice.year,
    places: complete.map(({ place }) => place),
    industries: wanted,
    values: Float64Array.from(complete.flatMap(({ row }) => row)),
  };
}

export default defineMethod({
  id: "structure/functional-specialisation",
  version: 1,
  title: { en: "Functional specialisation", zh: "功能专业化" },
  question: {
    en: "Does a place manage or make things, compared with the economy it belongs to?",
    zh: "与参照经济体相比，各地区偏重管理职能还是生产职能？",
  },
  formula: "FSᵢ = (Mᵢ / Pᵢ) / (M / P) − 1",
  where: {
    en: "Mᵢ, Pᵢ: management and production in place i; M, P: those of the reference",
    zh: "Mᵢ、Pᵢ：i 地的管理与生产职能；M、P：参照经济体的相应值",
  },
  cites: [
    {
      text: "Duranton, G. and Puga, D. (2005). From sectoral to functional urban specialisation. Journal of Urban Economics 57, 343-370.",
      checked: "unverified",
    },
  ],
  conventions: {
    base: baseConvention,
    self: selfConvention,
    figures: {
      title: { en: "What the figures count", zh: "数据含义" },
      choices: {
        occupations: { en: "occupations", zh: "职业" },
        industries: { en: "industries, standing in for functions", zh: "行业，用以代替职能" },
      },
    },
    management: { title: { en: "Management", zh: "管理职能" }, choices: {} },
    production: { title: { en: "Production", zh: "生产职能" }, choices: {} },
  },
  means: {
    reference: { en: "the economy compared with; the sum of the places without it", zh: "参照经济体；缺省为各地之和" },
  },
  pitfalls: [
    {
      en: "Sectors are not functions: a head office of a factory counts as manufacturing.",
      zh: "行业不等于职能：工厂总部仍计入制造业。",
    },
    {
      en: "Codings of occupations change between censuses: compare within one.",
      zh: "职业编码在普查间有变动，只可在同次普查内比较。",
    },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    management: z.array(z.string()).min(1),
    production: z.array(z.string()).min(1),
    figures: z.enum(["occupations", "industries"]).default("industries"),
    self: z.enum(["include", "exclude"]).default("include"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({
    inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) },
    options: { management: ["E", "F"], production: ["C"] },
  }),
  worked: {
    source: {
      en: "by hand: 30/10 in a and 10/50 in b against 40/60 in both: 3 / (2/3) - 1, (1/5) / (2/3) - 1",
      zh: "手算：a 为 30/10，b 为 10/50，两地合计 40/60：3 / (2/3) − 1，(1/5) / (2/3) − 1",
    },
    inputs: { data: smallCase },
    options: { management: ["x"], production: ["y"] },
    gives: { "places[0].index": 3.5, "places[1].index": -0.7 },
  },
  run: ({ data, reference }, options) => functionalSpecialisation({ slices: data.slices, reference }, options),
  scalars: {},
  tables: ({ places }, { data }) => [
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("index", "1", { en: "functional specialisation", zh: "功能专业化指数" }, ({ index }) => index),
        numberOf("ratio", "1", { en: "management to production", zh: "管理与生产之比" }, ({ ratio }) => ratio),
        numberOf(
          "reference_ratio",
          "1",
          { en: "the same in the reference", zh: "参照的管理与生产之比" },
          (row) => row.referenceRatio,
        ),
        numberOf("management", data.unit, { en: "management", zh: "管理职能" }, ({ management }) => management),
        numberOf("production", data.unit, { en: "production", zh: "生产职能" }, ({ production }) => production),
      ],
      { title: { en: "Functional specialisation", zh: "功能专业化" } },
    ),
  ],
  views: [
    { kind: "dots", table: "places", place: "place", value: "index", group: "group" },
    { kind: "map", table: "places", place: "place", value: "index" },
  ],
  findings: ({ places }) => {
    const { rows, at, values } = lastYear(places);
    const known = rows.filter(({ index }) => !Number.isNaN(index)).sort((a, b) => b.index - a.index);
    const [first, least] = [known[0], known.at(-1)];
    if (first === undefined || least === undefined || first === least) return [];
    return [
      {
        text: {
          en: `{above} of {all} places lean to management more than the reference does${at.en}: most {most} ({high}), least {least} ({low}).`,
          zh: `${at.zh}{all} 个地区中有 {above} 个比参照更偏重管理职能，最高为{most}（{high}），最低为{least}（{low}）。`,
        },
        values: {
          ...values,
          above: known.filter(({ index }) => index > 0).length,
          all: known.length,
          most: { place: first.place },
          least: { place: least.place },
          high: decimal(first.index, 2),
          low: decimal(least.index, 2),
        },
      },
    ];
  },
  trace: (cell, tables, { reference }) => {
    const own = ["management", "production", "ratio"].includes(cell.column);
    return originOf(cell, tables, ["place"], own ? "none" : reference === undefined ? "data" : "reference");
  },
});
