/**
 * How complex is what a place does, and how complex is an industry, judged by who else does it?
 *
 *   ECI_c = mean over c's industries of PCI_p,   PCI_p = mean over p's places of ECI_c   (each up to a factor)
 *
 * Solved as the second eigenvector of D^-1 M U^-1 M' (Hidalgo and Hausmann 2009 in the form of later work): M is 1 where an
 * industry is present in a place, D the number of industries of each place (diversity), U that of places of each industry
 * (ubiquity). Presence is a location quotient of 1 or more against the reference given, or against the sum of the places
 * given: the indices say how a place stands within that set, and change with it. Signs: ECI goes with diversity, by their
 * correlation; where there is none nothing says which end is the complex one, and a warning does.
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
import { heldBy } from "../contract/held-by.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear } from "../contract/saying.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import { type ComplexIndustry, type ComplexPlace, complexIndices } from "./complexity-indices.ts";
import { apartWarnings, directionWarnings, leftOut, noIndex } from "./complexity-problems.ts";
import { exampleComposition, exampleReference, threePlaces } from "./example.ts";
import { presenceConvention, presenceOf, type Threshold } from "./presence.ts";
import { baseConvention, referenceInput } from "./reference.ts";

export type { ComplexIndustry, ComplexPlace };

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

export function complexity(
  input: ComposedInput,
  { present = "at-least", standardise = "population", pci = "own" }: ComplexityOptions = {},
): ComplexityResult {
  const { years, dropped, warnings } = presenceOf("complexity", input, present);
  const left: Dropped[] = [];
  const found = years.map((slice) => {
    const solved = complexIndices(slice, { standardise, pci });
    if ("because" in solved) throw noIndex(slice.year, solved.because);
    for (const each of leftOut(slice, solved.part)) left.push(each);
    return { slice, ...solved };
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
    warnings: [
      ...warnings,
      ...apartWarnings(found.filter(({ isApart }) => isApart).map(({ slice }) => slice.year)),
      ...directionWarnings(found.filter(({ isDirected }) => !isDirected).map(({ slice }) => slice.year)),
    ],
    convention: {
      base: input.reference === undefined ? "places" : "given",
      present,
      standardise,
      pci,
      disconnected: "largest",
    },
  };
}

export default defineMethod({
  id: "structure/complexity",
  version: 2,
  title: { en: "Economic complexity (ECI, PCI)", zh: "经济复杂度（ECI、PCI）" },
  question: {
    en: "How complex is what a place does, and how complex is an industry, judged by who else does it?",
    zh: "从“谁还在做”来看，各地区的产业结构有多复杂？各产业有多复杂？",
  },
  formula: "M̃ = D⁻¹ M U⁻¹ Mᵀ;  M̃ v₂ = λ₂ v₂;  ECI = z(v₂)",
  where: {
    en: "M: 1 where an industry is present in a place (location quotient); D: industries of each place; U: places of each industry; v₂: second eigenvector; z: standardised",
    zh: "M：产业在地区“存在”（区位商）为 1；D：各地区的产业数；U：各产业的地区数；v₂：第二特征向量；z：标准化",
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
  means: {
    reference: {
      en: "the economy that presence is measured against; the sum of the places without it",
      zh: "判断“存在”的参照经济体；缺省为各地之和",
    },
  },
  pitfalls: [
    {
      en: "The index says how a place stands among these places: with others it changes.",
      zh: "指数只表示在这些地区之中的位置，换一组地区即改变。",
    },
    {
      en: "Few coarse industries carry little: the second eigenvector then hangs on one or two of them.",
      zh: "行业少而粗时信息有限，第二特征向量可能只取决于一两个行业。",
    },
  ],
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
    source: {
      en: "by hand: a has x and y, b y and z, c z alone. D^-1 M U^-1 M' = ((3, 1, 0), (1, 2, 1), (0, 2, 2)) / 4 has trace 7/4 and determinant 1/16, so beside 1 the eigenvalues add up to 3/4 and multiply to 1/16",
      zh: "手算：a 有 x、y，b 有 y、z，c 只有 z。D⁻¹ M U⁻¹ Mᵀ = ((3, 1, 0), (1, 2, 1), (0, 2, 2)) / 4，迹 7/4，行列式 1/16，故除 1 外两个特征值之和为 3/4，积为 1/16",
    },
    inputs: threePlaces,
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
