/**
 * How concentrated is each industry in space, compared with people, area or the whole economy?
 *
 *   G_j = 1 - sum_i p_i (X_i-1 + X_i)        X_i: x added up over the places, in the order of x / p
 *   Hoover_j = (1/2) sum_i |x_i - p_i|
 *
 * x_i is place i's share of industry j, p_i its share of the base: people, area or another figure a place (Hoover 1936), or
 * without such a table of all industries together (locational Gini, where x / p is the location quotient). G is twice the
 * area between the Lorenz curve and the diagonal, from 0 to 1; `scale: half` is the area itself, to one half, as Krugman
 * (1991) and EconGeo's locational.Gini have it (its Hoover.Gini is the full one). Nothing is rounded, and the Hoover index
 * is a share, not a percentage. G weighs each place by p; the unweighted Gini of location quotients is another index.
 *
 * Figures must be >= 0. A place without a figure of the industry is left out of both its sides and counted in `places`; one
 * without a base figure is dropped by name. An industry that is nowhere has no index. Ties in x / p do not matter.
 *
 * @example locationalGini({ slices: [{ year: undefined, places: ["a", "b"], industries: ["x", "y"],
 *   values: Float64Array.of(30, 10, 10, 50) }] }).industries[0]?.hoover // |.75 - .4| = .35
 */

import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import { heldBy } from "../contract/held-by.ts";
import { type Dropped, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { type CompositionSlice, composition, label, number, optional, table } from "../contract/readings.ts";
import { decimal, lastYear, percent } from "../contract/saying.ts";
import { findColumn } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { type ConcentrationPoint, concentrationOf } from "./concentration.ts";
import { exampleComposition, smallCase } from "./example.ts";
import { locationalGiniTables } from "./locational-gini-tables.ts";
import { named, refuseNegatives } from "./shares.ts";
import { checkSlices } from "./slice-shape.ts";

export interface ConcentratedIndustry {
  readonly industry: string;
  readonly year: number | undefined;
  readonly gini: number;
  readonly hoover: number;
  /** Places with a figure of the industry. */
  readonly places: number;
  /** The place with the largest share of the industry. */
  readonly largest: string | null;
  readonly largestShare: number;
}

export interface IndustryPoint extends ConcentrationPoint {
  readonly industry: string;
  readonly year: number | undefined;
}

export interface LocationalGiniResult extends Outcome {
  /** By year, from the most concentrated to the least. */
  readonly industries: readonly ConcentratedIndustry[];
  readonly lorenz: readonly IndustryPoint[];
}

/** What places are held against: one figure a place (and year). */
export interface PlaceBase {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly year?: ArrayLike<number> | undefined;
}

export interface LocationalGiniInput {
  readonly slices: readonly CompositionSlice[];
  readonly base?: PlaceBase | undefined;
}

export interface LocationalGiniOptions {
  readonly scale?: "full" | "half";
}

export function locationalGini(
  { slices, base }: LocationalGiniInput,
  { scale = "full" }: LocationalGiniOptions = {},
): LocationalGiniResult {
  checkSlices("locational-gini", slices, undefined);
  if (base !== undefined) aligned("locational-gini", { place: base.place, value: base.value, year: base.year });
  const dropped: Dropped[] = [];
  const [industries, lorenz]: [ConcentratedIndustry[], IndustryPoint[]] = [[], []];
  for (const slice of slices) {
    refuseNegatives("locational-gini", slice);
    const width = slice.industries.length;
    const figures = basesOf(slice, base, dropped);
    const found = slice.industries.map((industry, column): ConcentratedIndustry => {
      const rows = slice.places.flatMap((place, at) => {
        const value = slice.values[at * width + column] as number;
        const own = figures[at] as number;
        return Number.isNaN(value) || Number.isNaN(own) ? [] : [{ place, value, own }];
      });
      const total = rows.reduce((sum, { value }) => sum + value, 0);
      const whole = rows.reduce((sum, { own }) => sum + own, 0);
      const about = { industry, year: slice.year, places: rows.length };
      if (!(total > 0 && whole > 0)) {
        return { ...about, gini: Number.NaN, hoover: Number.NaN, largest: null, largestShare: Number.NaN };
      }
      const shares = rows.map(({ place, value, own }) => ({ place, share: value / total, baseShare: own / whole }));
      const { gini, hoover, points } = concentrationOf(shares);
      for (const point of points) lorenz.push({ industry, year: slice.year, ...point });
      const largest = shares.reduce((most, each) => (each.share > most.share ? each : most));
      return {
        ...about,
        gini: scale === "full" ? gini : gini / 2,
        hoover,
        largest: largest.place,
        largestShare: largest.share,
      };
    });
    found.sort((a, b) => rank(b) - rank(a) || (a.industry < b.industry ? -1 : 1));
    for (const each of found) industries.push(each);
  }
  return {
    industries,
    lorenz,
    n: lorenz.length,
    dropped,
    warnings: nowhereWarning(industries),
    convention: { base: base === undefined ? "industries" : "given", scale },
  };
}

const rank = ({ gini }: ConcentratedIndustry) => (Number.isNaN(gini) ? -1 : gini);

/** The base figure of each place of the slice: the one given for it, or its total over industries. */
function basesOf(slice: CompositionSlice, base: PlaceBase | undefined, dropped: Dropped[]): number[] {
  const width = slice.industries.length;
  if (base === undefined) {
    return slice.places.map((_, at) =>
      slice.values
        .subarray(at * width, (at + 1) * width)
        .reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0),
    );
  }
  const figures = new Map<string, number>();
  base.place.forEach((place, row) => {
    const value = base.value[row] as number;
    if (value < 0) refuseNegativeBase(place, value);
    if (base.year === undefined || base.year[row] === slice.year) figures.set(place, value);
  });
  return slice.places.map((place) => {
    const figure = figures.get(place) ?? Number.NaN;
    if (Number.isNaN(figure)) {
      const reason = { en: "no figure in the base", zh: "基准数据中无此地区" };
      dropped.push({ input: "data", row: named(place, slice.year), reason });
    }
    return figure;
  });
}

function refuseNegativeBase(place: string, value: number): never {
  throw new InputError({
    code: "value-out-of-range",
    text: {
      en: `locational-gini: base of ${place} is ${value}, expected at least 0`,
      zh: `locational-gini：${place} 的基准值为 ${value}，应不小于 0`,
    },
  });
}

function nowhereWarning(industries: readonly ConcentratedIndustry[]): Warning[] {
  const nowhere = industries.filter(({ gini }) => Number.isNaN(gini));
  if (nowhere.length === 0) return [];
  return [
    {
      code: "industry-nowhere",
      text: {
        en: "nothing of the industry, or of the base, in the places with figures, so no index: {industries}",
        zh: "有数据的地区中该行业或基准合计为 0，无法计算：{industries}",
      },
      values: { industries: { industries: [...new Set(nowhere.map(({ industry }) => industry))] } },
    },
  ];
}

export default defineMethod({
  id: "structure/locational-gini",
  version: 2,
  title: { en: "Locational Gini and Hoover index of industries", zh: "区位基尼系数与胡佛指数" },
  question: {
    en: "How concentrated is each industry in space, compared with people, area or the whole economy?",
    zh: "与人口、面积或全部产业相比，各行业在空间上有多集中？",
  },
  formula: "Gⱼ = 1 − Σᵢ pᵢ (Xᵢ₋₁ + Xᵢ);  Hⱼ = ½ Σᵢ |xᵢ − pᵢ|",
  where: {
    en: "xᵢ: place i's share of the industry; pᵢ: its share of the base; Xᵢ: x added up in the order of x / p",
    zh: "xᵢ：i 地占该行业的份额；pᵢ：占基准的份额；Xᵢ：按 x / p 升序累计的 x",
  },
  formulas: { gini: "G", hoover: "H" },
  cites: [
    {
      text: "Hoover, E. M. (1936). The measurement of industrial localization. Review of Economics and Statistics 18, 162-171.",
      checked: "secondary",
    },
    { text: "Krugman, P. (1991). Geography and Trade. MIT Press.", checked: "secondary" },
    {
      text: "Balland, P.-A. (2017). Economic Geography in R: Introduction to the EconGeo package. Papers in Evolutionary Economic Geography 17.09.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: {
      title: { en: "Held against", zh: "基准" },
      choices: {
        given: { en: "the figures given for each place", zh: "给定的各地数值" },
        industries: { en: "all industries together", zh: "全部行业合计" },
      },
    },
    scale: {
      title: { en: "Range of the Gini", zh: "基尼系数的取值范围" },
      choices: {
        full: { en: "twice the area, 0 to 1", zh: "面积的两倍，0—1" },
        half: { en: "the area, 0 to 1/2 (EconGeo)", zh: "面积本身，0—0.5（EconGeo）" },
      },
    },
  },
  means: {
    base: {
      en: "people, area or another figure of each place; all industries together without it",
      zh: "各地人口、面积等基准；缺省为全部行业之和",
    },
  },
  pitfalls: [
    {
      en: "It weighs places by the base: the plain Gini of location quotients is another index.",
      zh: "以基准为权；区位商的简单基尼系数是另一指标。",
    },
    {
      en: "EconGeo's locational.Gini is half of this one, and rounds.",
      zh: "EconGeo 的 locational.Gini 为其一半且经舍入。",
    },
  ],
  inputs: {
    data: composition(),
    base: optional(table({ place: label.one, year: number.optional, value: number.one })),
  },
  options: z.strictObject({ scale: z.enum(["full", "half"]).default("full") }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleComposition(seed, size) } }),
  worked: {
    source: {
      en: "by hand: x of .25 and .75 against .6 and .4: 1 - .6 x .25 - .4 x 1.25 = .35, Hoover (.35 + .35) / 2",
      zh: "手算：x 为 .25 与 .75，对照 .6 与 .4：1 − .6 × .25 − .4 × 1.25 = .35，Hoover 指数 (.35 + .35) / 2",
    },
    inputs: { data: smallCase },
    gives: {
      "industries[0].gini": 0.35,
      "industries[0].hoover": 0.35,
      "industries[1].gini": 1 - 0.4 / 6 - 0.6 * (7 / 6),
    },
  },
  run: ({ data, base }, options) => locationalGini({ slices: data.slices, base }, options),
  scalars: {},
  tables: (result, { data }) => locationalGiniTables(result, data.industryTitles),
  views: [{ kind: "bars", table: "industries", category: "industry", value: "gini" }],
  findings: ({ industries }, { data }) => {
    const { rows, at, values } = lastYear(industries);
    const known = rows.filter(({ gini }) => !Number.isNaN(gini));
    const [top, least] = [known[0], known.at(-1)];
    if (top === undefined || least === undefined || top === least || top.largest === null) return [];
    const title = (industry: string) => ({ text: heldBy(data.industryTitles, industry) ?? same(industry) });
    return [
      {
        text: {
          en: `The most concentrated industry${at.en} is {most} (Gini {high}), {share} of it in {place}; the most even is {least} ({low}).`,
          zh: `${at.zh}空间上最集中的行业是{most}（基尼系数 {high}），其中 {share} 在{place}；最分散的是{least}（{low}）。`,
        },
        values: {
          ...values,
          most: title(top.industry),
          least: title(least.industry),
          high: decimal(top.gini, 2),
          low: decimal(least.gini, 2),
          share: percent(top.largestShare),
          place: { place: top.largest },
        },
      },
    ];
  },
  trace: ({ table: name, row }, tables, { base }) => {
    const found = tables.find((each) => each.name === name);
    const cell = (column: string) => (found === undefined ? undefined : findColumn(found, column)?.values[row]);
    const [industry, year] = [cell("industry"), cell("year")];
    const when = typeof year === "number" ? { year: [year] } : {};
    // without a base, every industry counts in the totals that this one is held against
    const which = base === undefined || typeof industry !== "string" ? {} : { industry: [industry] };
    return [{ input: "data", where: { ...which, ...when } }, ...(base === undefined ? [] : [{ input: "base" }])];
  },
});
