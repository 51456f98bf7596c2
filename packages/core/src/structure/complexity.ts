/**
 * How complex is what a place does, and how complex is an industry, judged by who else does it?
 *
 *   ECI_c = mean over c's industries of PCI_p,   PCI_p = mean over p's places of ECI_c   (each up to a factor)
 *
 * Solved as the second eigenvector of D^-1 M U^-1 M' (Hidalgo and Hausmann 2009 in the form of later work): M is 1 where an
 * industry is present in a place, D the number of industries of each place (diversity), U that of places of each industry
 * (ubiquity). Presence is a location quotient of 1 or more against the reference given, or against the sum of the places
 * given: the indices say how a place stands within that set, and change with it. Signs: ECI goes with diversity, by their
 * correlation.
 *
 * Both are standardised: ECI by mean and standard deviation of the places (`population`, as py-ecomplexity; `sample` divides by
 * n - 1), PCI by its own or (`pci: eci`) by ECI's, as py-ecomplexity, so that ECI is the plain mean of PCI. Places and
 * industries with nothing present are left out by name. Where the network falls apart each part has a scale of its own, so that
 * the largest is taken and the others are left out by name. Where the second eigenvalue comes twice there is no such index,
 * and a network of one place or one industry has none.
 *
 * @example complexity({ slices }).places[0]?.eci
 */

import { z } from "zod";
import { NumericalError } from "../contract/errors.ts";
import { heldBy } from "../contract/held-by.ts";
import { type Dropped, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear } from "../contract/saying.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import { complexityOf, connectedParts, type Part } from "./complexity-kernel.ts";
import { exampleComposition, exampleReference } from "./example.ts";
import { type Presence, presenceConvention, presenceOf, type Threshold } from "./presence.ts";
import { baseConvention, referenceInput } from "./reference.ts";
import { named } from "./shares.ts";

export interface ComplexPlace {
  readonly place: string;
  readonly year: number | undefined;
  readonly diversity: number;
  readonly eci: number;
  readonly rank: number;
}
export interface ComplexIndustry {
  readonly industry: string;
  readonly year: number | undefined;
  readonly ubiquity: number;
  readonly pci: number;
  readonly rank: number;
}

export interface ComplexityResult extends Outcome {
  readonly places: readonly ComplexPlace[];
  readonly industries: readonly ComplexIndustry[];
  readonly years: readonly {
    year: number | undefined;
    second: number;
    third: number;
    places: number;
    industries: number;
  }[];
}

export interface ComplexityOptions {
  readonly present?: Threshold;
  readonly standardise?: "population" | "sample";
  readonly pci?: "own" | "eci";
}

/** Two eigenvalues that are closer are one: their vectors can be turned into one another. */
const tied = 1e-9;

export function complexity(
  input: ComposedInput,
  { present = "at-least", standardise = "population", pci = "own" }: ComplexityOptions = {},
): ComplexityResult {
  const { years, dropped, warnings } = presenceOf("complexity", input, present);
  const left: Dropped[] = [];
  const found = years.map((slice) => {
    const parts = connectedParts(slice);
    const part = parts[0];
    if (part === undefined) throw nothingPresent();
    left.push(...leftOut(slice, part));
    const solved = complexityOf(slice, part);
    if (solved === undefined || Math.abs(solved.second - solved.third) < tied)
      throw noIndex(slice.year, solved === undefined);
    return {
      slice,
      part,
      isApart: parts.length > 1,
      ...standardised(slice, part, solved, standardise, pci),
      ...solved,
    };
  });
  return {
    places: found.flatMap(({ places }) => places),
    industries: found.flatMap(({ industries }) => industries),
    years: found.map(({ slice, second, third, places, industries }) => ({
      year: slice.year,
      second,
      third,
      places: places.length,
      industries: industries.length,
    })),
    n: found.reduce((sum, { places }) => sum + places.length, 0),
    dropped: [...dropped, ...left],
    warnings: [...warnings, ...apartWarnings(found.filter(({ isApart }) => isApart).map(({ slice }) => slice.year))],
    convention: {
      base: input.reference === undefined ? "places" : "given",
      present,
      standardise,
      pci,
      disconnected: "largest",
    },
  };
}

function leftOut({ places, industries, present, year }: Presence, { rows, columns }: Part): Dropped[] {
  const width = industries.length;
  const [kept, keptColumns] = [new Set(rows), new Set(columns)];
  const apart = { en: "apart from the largest connected part", zh: "不在最大连通部分内" };
  return [
    ...places.flatMap((place, row) => {
      if (kept.has(row)) return [];
      const isEmpty = !present.subarray(row * width, (row + 1) * width).includes(1);
      const reason = isEmpty ? { en: "no industry is present", zh: "没有“存在”的产业" } : apart;
      return [{ input: "data", row: named(place, year), reason }];
    }),
    ...industries.flatMap((industry, column) => {
      if (keptColumns.has(column)) return [];
      const isEmpty = !places.some((_, row) => present[row * width + column] === 1);
      const reason = isEmpty ? { en: "present in no place", zh: "不“存在”于任何地区" } : apart;
      return [{ input: "data", row: named(industry, year), reason }];
    }),
  ];
}

function standardised(
  { places, industries, present, year }: Presence,
  { rows, columns }: Part,
  { ofPlaces, ofIndustries, second }: { ofPlaces: Float64Array; ofIndustries: Float64Array; second: number },
  how: "population" | "sample",
  pci: "own" | "eci",
): { places: ComplexPlace[]; industries: ComplexIndustry[] } {
  const width = industries.length;
  const at = (row: number, column: number) => present[row * width + column] as number;
  const diversity = rows.map((row) => columns.reduce((sum, column) => sum + at(row, column), 0));
  const ubiquity = columns.map((column) => rows.reduce((sum, row) => sum + at(row, column), 0));
  const sign = covariance(ofPlaces, diversity) < 0 ? -1 : 1;
  const scale = moments(ofPlaces, how);
  const eci = ofPlaces.map((each) => (sign * (each - scale.mean)) / scale.deviation);
  const averaged = ofIndustries.map((each) => each / Math.sqrt(Math.max(0, second)));
  const other = pci === "own" ? moments(ofIndustries, how) : scale;
  const product = (pci === "own" ? ofIndustries : averaged).map(
    (each) => (sign * (each - other.mean)) / other.deviation,
  );
  return {
    places: ranked(eci).map(({ value, rank }, place) => ({
      place: places[rows[place] as number] as string,
      year,
      diversity: diversity[place] as number,
      eci: value,
      rank,
    })),
    industries: ranked(product).map(({ value, rank }, column) => ({
      industry: industries[columns[column] as number] as string,
      year,
      ubiquity: ubiquity[column] as number,
      pci: value,
      rank,
    })),
  };
}

function moments(values: Float64Array, how: "population" | "sample"): { mean: number; deviation: number } {
  const n = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (how === "population" ? n : n - 1)) };
}

function covariance(a: Float64Array, b: readonly number[]): number {
  const mean = b.reduce((x, y) => x + y, 0) / b.length;
  const own = a.reduce((x, y) => x + y, 0) / a.length;
  return a.reduce((sum, each, at) => sum + (each - own) * ((b[at] as number) - mean), 0);
}

/** Places within rounding of each other share a rank. */
function ranked(values: Float64Array): { value: number; rank: number }[] {
  const rounding = 1e-9;
  return Array.from(values, (value) => ({
    value,
    rank: 1 + values.reduce((sum, other) => sum + Number(other > value + rounding), 0),
  }));
}

function apartWarnings(years: readonly (number | undefined)[]): Warning[] {
  if (years.length === 0) return [];
  const told = years.filter((year) => year !== undefined).join(", ");
  return [
    {
      code: "disconnected",
      text: {
        en: `places and industries fall into parts that share nothing${told === "" ? "" : ` (${told})`}: indices are of the largest part, the others are left out by name`,
        zh: `地区与产业网络分为互不相连的部分${told === "" ? "" : `（${told}）`}：指数仅针对最大部分，其余已逐一剔除`,
      },
    },
  ];
}

function nothingPresent(): NumericalError {
  return new NumericalError("undefined", {
    en: "complexity: no industry is present in any place, expected location quotients of 1 or more",
    zh: "complexity：没有任何地区存在区位商达到 1 的产业",
  });
}

function noIndex(year: number | undefined, isSmall: boolean): NumericalError {
  const [en, zh] = year === undefined ? ["", ""] : [` in ${year}`, `${year} 年`];
  if (isSmall) {
    return new NumericalError("undefined", {
      en: `complexity: one place or one industry alone is connected${en}, expected at least two of both`,
      zh: `complexity：${zh}仅有一个地区或一个产业相连，至少各需两个`,
    });
  }
  return new NumericalError("undefined", {
    en: `complexity: the second eigenvalue comes twice${en}, so that the order of places is not determined`,
    zh: `complexity：${zh}第二大特征值为重根，复杂度排序不确定`,
  });
}

export default defineMethod({
  id: "structure/complexity",
  version: 1,
  title: { en: "Economic complexity (ECI, PCI)", zh: "经济复杂度（ECI、PCI）" },
  question: {
    en: "How complex is what a place does, and how complex is an industry, judged by who else does it?",
    zh: "从“谁还在做”来看，各地区的产业结构有多复杂？各产业有多复杂？",
  },
  formula: "M̃ = D⁻¹ M U⁻¹ Mᵀ;  ECI = z(second eigenvector of M̃)",
  where: {
    en: "M: 1 where an industry is present in a place (location quotient); D: industries of each place; U: places of each industry",
    zh: "M：产业在地区“存在”（区位商）为 1；D：各地区的产业数；U：各产业的地区数",
  },
  cites: [
    {
      text: "Hidalgo, C. A. and Hausmann, R. (2009). The building blocks of economic complexity. Proceedings of the National Academy of Sciences 106(26), 10570-10575.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: baseConvention,
    present: presenceConvention,
    standardise: {
      title: { en: "Standard deviation", zh: "标准差" },
      choices: {
        population: { en: "over n (py-ecomplexity)", zh: "除以 n（py-ecomplexity）" },
        sample: { en: "over n - 1", zh: "除以 n − 1" },
      },
    },
    pci: {
      title: { en: "PCI is set in relation to", zh: "PCI 的标准化" },
      choices: {
        own: { en: "its own mean and deviation", zh: "自身的均值与标准差" },
        eci: { en: "those of ECI (py-ecomplexity)", zh: "ECI 的均值与标准差（py-ecomplexity）" },
      },
    },
    disconnected: {
      title: { en: "Where the network falls apart", zh: "网络不连通时" },
      choices: { largest: { en: "the largest part is taken", zh: "取最大连通部分" } },
    },
  },
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    present: z.enum(["at-least", "above"]).default("at-least"),
    standardise: z.enum(["population", "sample"]).default("population"),
    pci: z.enum(["own", "eci"]).default("own"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) } }),
  worked: {
    source:
      "by hand: a has x and y, b y and z, c z alone. D^-1 M U^-1 M' = ((3, 1, 0), (1, 2, 1), (0, 2, 2)) / 4 has trace 7/4 and determinant 1/16, so beside 1 the eigenvalues add up to 3/4 and multiply to 1/16",
    inputs: {
      data: makeTable(
        "data",
        ["place", "industry"],
        [
          labels("place", ["a", "a", "a", "b", "b", "b", "c", "c", "c"]),
          labels("industry", ["x", "y", "z", "x", "y", "z", "x", "y", "z"]),
          numbers("value", "person", [10, 10, 0, 0, 10, 10, 0, 0, 20]),
        ],
      ),
      reference: makeTable(
        "reference",
        ["industry"],
        [labels("industry", ["x", "y", "z"]), numbers("value", "person", [1, 1, 1])],
      ),
    },
    gives: {
      "networks[0].second": (3 + Math.sqrt(5)) / 8,
      "networks[0].third": (3 - Math.sqrt(5)) / 8,
      "places[2].diversity": 1,
    },
  },
  run: ({ data, reference }, options) => complexity({ slices: data.slices, reference }, options),
  scalars: {},
  tables: ({ places, industries, years }, { data }) => [
    tableOf(
      "places",
      ["place", "year"],
      places,
      [
        placeColumn,
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("eci", "1", { en: "economic complexity (ECI)", zh: "经济复杂度指数 ECI" }, ({ eci }) => eci),
        numberOf("rank", "rank", { en: "rank", zh: "位次" }, ({ rank }) => rank),
        numberOf("diversity", "1", { en: "industries present", zh: "多样性（存在的产业数）" }, (row) => row.diversity),
      ],
      { title: { en: "Complexity of places", zh: "各地区经济复杂度" } },
    ),
    tableOf(
      "industries",
      ["industry", "year"],
      industries,
      [
        industryColumn(data.industryTitles),
        yearColumn,
        numberOf("pci", "1", { en: "complexity (PCI)", zh: "产业复杂度 PCI" }, ({ pci }) => pci),
        numberOf("rank", "rank", { en: "rank", zh: "位次" }, ({ rank }) => rank),
        numberOf("ubiquity", "1", { en: "places present", zh: "遍在性（存在的地区数）" }, ({ ubiquity }) => ubiquity),
      ],
      { title: { en: "Complexity of industries", zh: "各产业复杂度" } },
    ),
    tableOf(
      "networks",
      years.some(({ year }) => year !== undefined) ? ["year"] : [],
      years,
      [
        yearColumn,
        numberOf("places", "1", { en: "places", zh: "地区数" }, (row) => row.places),
        numberOf("industries", "1", { en: "industries", zh: "产业数" }, (row) => row.industries),
        numberOf("second", "1", { en: "second eigenvalue", zh: "第二大特征值" }, ({ second }) => second),
        numberOf("third", "1", { en: "third eigenvalue", zh: "第三大特征值" }, ({ third }) => third),
      ],
      { title: { en: "The network", zh: "地区—产业网络" } },
    ),
  ],
  views: [
    { kind: "bars", table: "places", category: "place", value: "eci" },
    { kind: "scatter", table: "places", place: "place", x: "diversity", y: "eci", group: "group" },
    { kind: "bars", table: "industries", category: "industry", value: "pci" },
  ],
  findings: ({ places, industries }, { data }) => {
    const { rows, at, values } = lastYear(places);
    const [top] = foremost(rows, ({ eci }) => eci);
    const [industry] = foremost(lastYear(industries).rows, ({ pci }) => pci);
    if (top === undefined || industry === undefined || rows.length < 2) return [];
    return [
      {
        text: {
          en: `Most complex of {n} places${at.en} is {place} (ECI {eci}); of industries {industry} (PCI {pci}).`,
          zh: `${at.zh}{n} 个地区中经济复杂度最高的是{place}（ECI {eci}），最复杂的产业是{industry}（PCI {pci}）。`,
        },
        values: {
          ...values,
          n: rows.length,
          place: { place: top.place },
          eci: decimal(top.eci, 2),
          industry: { text: heldBy(data.industryTitles, industry.industry) ?? same(industry.industry) },
          pci: decimal(industry.pci, 2),
        },
      },
    ];
  },
});
