/**
 * Why did a place grow faster or slower than the economy it belongs to: its mix of industries, or its own industries?
 *
 *   classical (Dunn)   change = w g + w (g_j - g) + (change - w g_j)           national + mix + competitive
 *   esteban            competitive = w' (g_ij - g_j),  allocation = (w - w')(g_ij - g_j),  w' = w_i W_j / W
 *
 * summed over industries j; g, g_j, g_ij are the growth rates of the whole reference, of j there and of j in the place; w is
 * the place's figure of `base` year (`start`, as Dunn has it; `end`, or the `mean` of both), W that of the reference, and rates
 * are changes over the same weight, so that the parts add up to the change whichever is taken. `steps: yearly` is the
 * dynamic form (Barff and Knight): each year with the next, parts added up over the steps. The reference is the table given,
 * with the same years, or the sum of the places given; `self: exclude` takes the place itself out of it.
 *
 * Figures must be >= 0 and of at least two years; money should be in constant prices. Places and industries that are not in
 * every year compared are dropped by name, cells without a figure in each of them are left out of all. An industry that the
 * place starts from nothing has no rate: its change is competitive and named in a warning; one that the reference has
 * nothing of is held against the reference's growth.
 *
 * @example shiftShare({ slices: [
 *   { year: 1, places: ["a", "b"], industries: ["x", "y"], values: Float64Array.of(10, 30, 40, 20) },
 *   { year: 2, places: ["a", "b"], industries: ["x", "y"], values: Float64Array.of(15, 30, 60, 15) },
 * ] }).places[0] // change 5 = national 40 x .2 + mix (10 x .3 - 30 x .3) + competitive (0 + 3)
 */

import { z } from "zod";
import { heldBy } from "../contract/held-by.ts";
import { defineMethod, type NamedRow, type Outcome } from "../contract/method.ts";
import { composition } from "../contract/readings.ts";
import { balancedYears, type DatedSlice, type Steps } from "./balanced-years.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { originOf } from "./columns.ts";
import { exampleYears, smallYears } from "./example.ts";
import {
  baseConvention,
  baseOf,
  comparable,
  datedReference,
  referenceInput,
  type Self,
  selfConvention,
} from "./reference.ts";
import { refuseNegatives } from "./shares.ts";
import { shiftShareFindings } from "./shift-share-findings.ts";
import { addParts, type BaseWeight, type GrowthParts, noGrowth, placeStep } from "./shift-share-parts.ts";
import { shiftShareTables } from "./shift-share-tables.ts";
import { shiftShareWarnings } from "./shift-share-warnings.ts";
import { checkSlices } from "./slice-shape.ts";

/** The parts of one place's industry over all years compared. */
export interface ShiftShareEffect extends GrowthParts {
  readonly place: string;
  readonly industry: string;
  readonly start: number;
  readonly end: number;
  /** What the competitive part adds to the growth of the place: a share of the place's start. */
  readonly competitiveRate: number;
}

/** The parts of one place, or of all places of a group. */
export interface ShiftShareTotal extends GrowthParts {
  readonly name: string;
  readonly group: string;
  readonly start: number;
  readonly end: number;
}

export interface ShiftShareStep extends GrowthParts {
  readonly place: string;
  readonly since: number;
  readonly year: number;
}

export interface ShiftShareResult extends Outcome {
  readonly from: number;
  readonly to: number;
  readonly effects: readonly ShiftShareEffect[];
  readonly places: readonly ShiftShareTotal[];
  /** None where the places have no groups. */
  readonly groups: readonly ShiftShareTotal[];
  readonly steps: readonly ShiftShareStep[];
}

export interface ShiftShareInput extends ComposedInput {
  readonly groupOf?: Readonly<Record<string, string>>;
}

export interface ShiftShareOptions {
  readonly form?: "classical" | "esteban";
  readonly base?: BaseWeight;
  readonly steps?: Steps;
  readonly self?: Self;
}

export function shiftShare(
  { slices: given, reference, groupOf = {} }: ShiftShareInput,
  { form = "classical", base = "start", steps: stepping = "ends", self = "include" }: ShiftShareOptions = {},
): ShiftShareResult {
  const method = "shift-share";
  checkSlices(method, given, reference);
  datedReference(method, reference);
  for (const slice of given) refuseNegatives(method, slice);
  const compared = comparable(method, given, reference);
  const { slices, dropped, warnings } = balancedYears(method, compared.slices, stepping);
  const [first, last] = [slices[0] as DatedSlice, slices.at(-1) as DatedSlice];
  const width = first.industries.length;
  const row = (slice: DatedSlice, at: number) => slice.values.subarray(at * width, (at + 1) * width);
  const references = slices.map((slice) => baseOf(method, slice, reference, self));

  const effects: ShiftShareEffect[] = [];
  const steps: ShiftShareStep[] = [];
  const fromNothing = new Map<string, NamedRow>();
  first.places.forEach((place, at) => {
    const added: (GrowthParts | undefined)[] = first.industries.map(() => undefined);
    slices.slice(1).forEach((slice, step) => {
      const before = slices[step] as DatedSlice;
      const theirs = [references[step]?.(at), references[step + 1]?.(at)] as [Float64Array, Float64Array];
      const parts = placeStep([row(before, at), row(slice, at)], theirs, base, form);
      let whole = noGrowth;
      parts.forEach((part, column) => {
        if (part === undefined) return;
        whole = addParts(whole, part);
        added[column] = addParts(added[column] ?? noGrowth, part);
        const industry = first.industries[column] as string;
        if (part.fromNothing) fromNothing.set(`${place} ${industry}`, { place, industry });
      });
      steps.push({ place, since: before.year, year: slice.year, ...whole });
    });
    const total = row(first, at).reduce((sum, each) => sum + (Number.isNaN(each) ? 0 : each), 0);
    added.forEach((parts, column) => {
      if (parts === undefined) return;
      const [start, end] = [row(first, at)[column] as number, row(last, at)[column] as number];
      const competitiveRate = total > 0 ? parts.competitive / total : Number.NaN;
      effects.push({
        place,
        industry: first.industries[column] as string,
        start,
        end,
        competitiveRate,
        ...parts,
      });
    });
  });
  const places = totalsOf(effects, ({ place }) => place, groupOf);
  const isGrouped = Object.values(groupOf).some((group) => group !== "");
  return {
    from: first.year,
    to: last.year,
    effects,
    places,
    groups: isGrouped ? totalsOf(effects, ({ place }) => heldBy(groupOf, place) ?? "", {}) : [],
    steps,
    n: effects.length,
    dropped: [...compared.dropped, ...dropped],
    warnings: [...warnings, ...shiftShareWarnings([...fromNothing.values()], places)],
    convention: {
      form,
      base,
      steps: stepping,
      reference: reference === undefined ? "places" : "given",
      self,
      period: `${first.year}-${last.year}`,
    },
  };
}

function totalsOf(
  effects: readonly ShiftShareEffect[],
  nameOf: (effect: ShiftShareEffect) => string,
  groupOf: Readonly<Record<string, string>>,
): ShiftShareTotal[] {
  const found = new Map<string, ShiftShareTotal>();
  for (const effect of effects) {
    const name = nameOf(effect);
    const sofar = found.get(name) ?? { name, group: heldBy(groupOf, name) ?? "", start: 0, end: 0, ...noGrowth };
    found.set(name, {
      ...sofar,
      ...addParts(sofar, effect),
      start: sofar.start + effect.start,
      end: sofar.end + effect.end,
    });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

export default defineMethod({
  id: "structure/shift-share",
  version: 1,
  title: { en: "Shift-share analysis", zh: "偏离—份额分析" },
  question: {
    en: "Why did a place grow faster or slower than its economy: its mix of industries, or its own industries?",
    zh: "地区增长快于或慢于整体，是因为行业结构，还是因为自身行业的竞争力？",
  },
  formula: "Δeᵢⱼ = wᵢⱼ g + wᵢⱼ (gⱼ − g) + wᵢⱼ (gᵢⱼ − gⱼ)",
  where: {
    en: "wᵢⱼ: industry j in place i at the base weight; g, gⱼ: growth of the reference, in all and in j; gᵢⱼ: growth of j in i",
    zh: "wᵢⱼ：i 地 j 行业的基准值；g、gⱼ：参照总体与其 j 行业的增长率；gᵢⱼ：i 地 j 行业的增长率",
  },
  cites: [
    {
      text: "Dunn, E. S. (1960). A statistical and analytical technique for regional analysis. Papers of the Regional Science Association 6, 97-112.",
      checked: "secondary",
    },
    {
      text: "Esteban-Marquillas, J. M. (1972). A reinterpretation of shift-share analysis. Regional and Urban Economics 2, 249-255.",
      checked: "unverified",
    },
    {
      text: "Barff, R. A. and Knight, P. L. (1988). Dynamic shift-share analysis. Growth and Change 19, 1-10.",
      checked: "unverified",
    },
    {
      text: "Wieland, T. (2019). REAT: A Regional Economic Analysis Toolbox for R. REGION 6(3), R1-R57.",
      checked: "unverified",
    },
  ],
  conventions: {
    form: {
      title: { en: "Form", zh: "形式" },
      choices: {
        classical: { en: "classical (Dunn): three parts", zh: "经典形式（Dunn）：三个分量" },
        esteban: {
          en: "Esteban-Marquillas: allocation split from the competitive part",
          zh: "Esteban-Marquillas：从竞争力分量中分出配置分量",
        },
      },
    },
    base: {
      title: { en: "Base weight", zh: "基准权重" },
      choices: {
        start: { en: "figures of the first year of a step", zh: "期初值" },
        end: { en: "figures of the last year of a step", zh: "期末值" },
        mean: { en: "mean of the first and the last year of a step", zh: "期初与期末的平均值" },
      },
    },
    steps: {
      title: { en: "Steps", zh: "时段" },
      choices: {
        ends: { en: "first year with last (comparative static)", zh: "首末两年（比较静态）" },
        yearly: { en: "each year with the next, added up (dynamic)", zh: "逐年分解后加总（动态）" },
      },
    },
    reference: baseConvention,
    self: selfConvention,
    period: { title: { en: "Period", zh: "时期" }, choices: {} },
  },
  means: {
    reference: {
      en: "the economy of which the places are part; their sum without it",
      zh: "所属经济体；缺省为各地之和",
    },
  },
  pitfalls: [
    {
      en: "The base year's weight decides the parts: start, end and mean give others.",
      zh: "基期权重决定各分量：期初、期末与均值结果不同。",
    },
    { en: "Money should be in constant prices.", zh: "金额应为不变价。" },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    form: z.enum(["classical", "esteban"]).default("classical"),
    base: z.enum(["start", "end", "mean"]).default("start"),
    steps: z.enum(["ends", "yearly"]).default("ends"),
    self: z.enum(["include", "exclude"]).default("include"),
  }),
  gaps: "drop",
  comparesYears: () => true,
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleYears(seed, size) } }),
  worked: {
    source: {
      en: "by hand: a grows by 5; all by 20/100, x by 25/50, y by -5/50: national 40 x .2, mix 10 x .3 - 30 x .3, competitive 0 + 3",
      zh: "手算：a 增 5；总体增 20/100，x 增 25/50，y 增 −5/50：全国分量 40 × .2，结构分量 10 × .3 − 30 × .3，竞争力分量 0 + 3",
    },
    inputs: { data: smallYears },
    gives: {
      "places[0].change": 5,
      "places[0].national": 8,
      "places[0].mix": -6,
      "places[0].competitive": 3,
      "effects[1].competitive": 3,
    },
  },
  run: ({ data, reference }, options) => shiftShare({ slices: data.slices, reference, groupOf: data.groupOf }, options),
  scalars: {},
  tables: (result, { data }, { form }) => shiftShareTables(result, data, form),
  views: [
    { kind: "scatter", table: "places", place: "place", x: "mix_rate", y: "competitive_rate", group: "group" },
    {
      kind: "heatmap",
      table: "effects",
      row: "place",
      column: "industry",
      value: "competitive_rate",
      scale: "around-zero",
    },
  ],
  findings: shiftShareFindings,
  trace: (cell, tables, { reference }) => {
    if (cell.table === "groups")
      return [{ input: "data" }, ...(reference === undefined ? [] : [{ input: "reference" }])];
    const own = ["start", "end", "change", "rate"].includes(cell.column);
    return originOf(cell, tables, ["place"], own ? "none" : reference === undefined ? "data" : "reference", "all");
  },
});
