/**
 * Which industries belong together, and how near is what a place has to what it lacks?
 *
 *   phi_ij = min(P(i | j), P(j | i)) = s_ij / max(s_i, s_j)        density_ci = sum_j M_cj phi_ij / sum_j phi_ij
 *
 * s_ij is the number of places in which both industries are present, s_i that in which i is; M_cj is 1 where j is present in
 * place c: a location quotient of 1 or more against the reference given, or the sum of the places given. Density is the share of an
 * industry's nearness that lies in what the place has already, from 0 to 1 (EconGeo prints it times 100, rounded): the higher
 * for an industry that is not there, the nearer the way to it (Hidalgo et al. 2007). `own: in` counts the industry itself,
 * with nearness 1.
 *
 * Other measures of nearness set s_ij in relation to how often each industry meets others (m_i = sum_j s_ij, j not i; m their
 * sum): `association` s_ij m / (m_i m_j), `steijn` the same against drawing pairs without putting back, `cosine`
 * s_ij / sqrt(m_i m_j), `jaccard` s_ij / (m_i + m_j - s_ij), as EconGeo has them. Each year has a
 * nearness of its own. An industry that meets no other has no density, with a warning.
 *
 * @example relatedness({ slices }).pairs[0]?.proximity
 */

import { z } from "zod";
import { heldBy } from "../contract/held-by.ts";
import { defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, yearColumn } from "../contract/place-columns.ts";
import { composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear } from "../contract/saying.ts";
import { codeOf, labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { arrange } from "./arrange.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { groupColumnOf, industryColumn } from "./columns.ts";
import { exampleComposition, exampleReference } from "./example.ts";
import { type Presence, presenceConvention, presenceOf, type Threshold } from "./presence.ts";
import { baseConvention, referenceInput } from "./reference.ts";
import { densityOf, type Nearness, nearnessOf, togetherOf } from "./relatedness-measures.ts";

export interface NearPair {
  readonly industry: string;
  readonly other: string;
  readonly year: number | undefined;
  readonly proximity: number;
  /** Places that have both. */
  readonly together: number;
}

export interface PlaceDensity {
  readonly place: string;
  readonly industry: string;
  readonly year: number | undefined;
  readonly quotient: number;
  readonly present: number;
  readonly density: number;
}

export interface RelatednessResult extends Outcome {
  readonly pairs: readonly NearPair[];
  readonly densities: readonly PlaceDensity[];
  readonly industries: readonly {
    industry: string;
    ubiquity: number;
    nearness: number;
    position: number;
    block: number;
  }[];
}

export interface RelatednessOptions {
  readonly measure?: Nearness;
  readonly own?: "out" | "in";
  readonly present?: Threshold;
}

export function relatedness(
  input: ComposedInput,
  { measure = "min-conditional", own = "out", present = "at-least" }: RelatednessOptions = {},
): RelatednessResult {
  const { years, dropped, warnings } = presenceOf("relatedness", input, present);
  const found = years.map((slice) => {
    const width = slice.industries.length;
    const together = togetherOf(slice);
    const near = nearnessOf(together, width, measure);
    return { slice, together, near, density: densityOf(slice, near, own) };
  });
  const pairs = found.flatMap(({ slice, together, near }) => {
    const width = slice.industries.length;
    return slice.industries.flatMap((industry, a) =>
      slice.industries.flatMap((other, b) =>
        a === b
          ? []
          : [
              {
                industry,
                other,
                year: slice.year,
                proximity: near[a * width + b] as number,
                together: together[a * width + b] as number,
              },
            ],
      ),
    );
  });
  const densities = found.flatMap(({ slice, density }) => {
    const width = slice.industries.length;
    return Array.from(
      density,
      (each, cell): PlaceDensity => ({
        place: slice.places[Math.floor(cell / width)] as string,
        industry: slice.industries[cell % width] as string,
        year: slice.year,
        quotient: slice.quotient[cell] as number,
        present: slice.present[cell] as number,
        density: each,
      }),
    );
  });
  const last = found.at(-1) as (typeof found)[number];
  return {
    pairs,
    densities,
    industries: industriesOf(last.slice, last.together, last.near),
    n: densities.length,
    dropped,
    warnings: [...warnings, ...lonelyWarnings(densities)],
    convention: { base: input.reference === undefined ? "places" : "given", measure, own, present },
  };
}

/** The best order takes time with the cube of their number; nobody looks at a matrix of more. */
const mostOrdered = 300;

/** Of the last year: how near each industry is to the others, and the order that puts near ones together. */
function industriesOf(
  { industries }: Presence,
  together: Float64Array,
  near: Float64Array,
): RelatednessResult["industries"] {
  const width = industries.length;
  const most = near.reduce((a, b) => Math.max(a, b), 0);
  const { order, block } =
    width > mostOrdered
      ? { order: industries.map((_, at) => at), block: industries.map(() => 1) }
      : arrange(most > 1 ? near.map((each) => each / most) : near, width, "median");
  const position = new Map(order.map((at, index) => [at, index + 1]));
  return industries.map((industry, at) => ({
    industry,
    ubiquity: together[at * width + at] as number,
    nearness: near.subarray(at * width, (at + 1) * width).reduce((a, b) => a + b, 0) / Math.max(1, width - 1),
    position: position.get(at) as number,
    block: block[at] as number,
  }));
}

function lonelyWarnings(densities: readonly PlaceDensity[]): Warning[] {
  const lonely = new Set(densities.filter(({ density }) => Number.isNaN(density)).map(({ industry }) => industry));
  if (lonely.size === 0) return [];
  return [
    {
      code: "near-to-none",
      text: {
        en: "no place has another industry beside it, so there is no density: {industries}",
        zh: "没有任何地区同时存在其他产业，无相关密度：{industries}",
      },
      values: { industries: { industries: [...lonely] } },
    },
  ];
}

const otherColumn = (titles: Readonly<Record<string, { en: string; zh: string }>>) =>
  codeOf<NearPair>(
    "other",
    { en: "other industry", zh: "另一产业" },
    ({ other }) => other,
    ({ other }) => heldBy(titles, other) ?? same(other),
  );

export default defineMethod({
  id: "structure/relatedness",
  version: 1,
  title: { en: "Relatedness of industries, and density", zh: "产业关联（邻近度）与相关密度" },
  question: {
    en: "Which industries belong together, and how near is what a place has to what it lacks?",
    zh: "哪些产业常在一处？一个地区已有的产业与其尚缺的产业有多近？",
  },
  formula: "φᵢⱼ = sᵢⱼ / max(sᵢ, sⱼ);  density_ci = Σⱼ M_cj φᵢⱼ / Σⱼ φᵢⱼ",
  where: {
    en: "sᵢⱼ: places in which both industries are present; sᵢ: those in which i is; M_cj: 1 where place c has industry j",
    zh: "sᵢⱼ：两产业同时存在的地区数；sᵢ：i 产业存在的地区数；M_cj：c 地存在 j 产业为 1",
  },
  cites: [
    {
      text: "Hidalgo, C. A., Klinger, B., Barabasi, A.-L. and Hausmann, R. (2007). The product space conditions the development of nations. Science 317, 482-487.",
      checked: "secondary",
    },
    {
      text: "Steijn, M. P. A. (2021). Improvement on the association strength: implementing a probabilistic measure based on combinations without repetition. Quantitative Science Studies 2(2), 778-794.",
      checked: "unverified",
    },
    {
      text: "Balland, P.-A. (2017). Economic Geography in R: Introduction to the EconGeo package. Papers in Evolutionary Economic Geography 17.09.",
      checked: "secondary",
    },
  ],
  conventions: {
    base: baseConvention,
    measure: {
      title: { en: "Nearness", zh: "邻近度" },
      choices: {
        "min-conditional": { en: "the smaller conditional probability", zh: "条件概率的较小者" },
        association: { en: "association strength", zh: "关联强度" },
        steijn: { en: "association by pairs without repetition (Steijn)", zh: "不放回概率关联（Steijn）" },
        cosine: { en: "cosine", zh: "余弦" },
        jaccard: { en: "Jaccard", zh: "Jaccard 系数" },
      },
    },
    own: {
      title: { en: "The industry itself in its density", zh: "相关密度是否计入产业自身" },
      choices: { out: { en: "left out", zh: "不计入" }, in: { en: "counted, nearness 1", zh: "计入，邻近度为 1" } },
    },
    present: presenceConvention,
  },
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    measure: z.enum(["min-conditional", "association", "steijn", "cosine", "jaccard"]).default("min-conditional"),
    own: z.enum(["out", "in"]).default("out"),
    present: z.enum(["at-least", "above"]).default("at-least"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) } }),
  worked: {
    source:
      "by hand: a has x and y, b y and z, c z alone: x and y meet once in the two places of y, 1/2; so do y and z, in two each; a has half of y's nearness (x, not z)",
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
      "proximity[0].proximity": 0.5,
      "proximity[1].proximity": 0,
      "density[1].density": 0.5,
      "density[2].density": 1,
    },
  },
  run: ({ data, reference }, options) => relatedness({ slices: data.slices, reference }, options),
  scalars: {},
  tables: ({ pairs, densities, industries }, { data }) => [
    tableOf(
      "proximity",
      ["industry", "other", "year"],
      pairs,
      [
        industryColumn(data.industryTitles),
        otherColumn(data.industryTitles),
        yearColumn,
        numberOf("proximity", "1", { en: "proximity", zh: "邻近度" }, ({ proximity }) => proximity),
        numberOf("together", "1", { en: "places with both", zh: "同时存在的地区数" }, ({ together }) => together),
      ],
      { title: { en: "Proximity of industries", zh: "产业邻近度" } },
    ),
    tableOf(
      "density",
      ["place", "industry", "year"],
      densities,
      [
        placeColumn,
        industryColumn(data.industryTitles),
        yearColumn,
        groupColumnOf(data.groupOf),
        numberOf("quotient", "1", { en: "location quotient", zh: "区位商" }, ({ quotient }) => quotient),
        numberOf("present", "1", { en: "present (1: yes)", zh: "存在（1 为是）" }, ({ present }) => present),
        numberOf("density", "1", { en: "relatedness density", zh: "相关密度" }, ({ density }) => density),
      ],
      { title: { en: "Relatedness density", zh: "相关密度" } },
    ),
    tableOf(
      "industries",
      ["industry"],
      industries,
      [
        industryColumn(data.industryTitles),
        numberOf("ubiquity", "1", { en: "places present", zh: "存在的地区数" }, ({ ubiquity }) => ubiquity),
        numberOf("nearness", "1", { en: "mean proximity", zh: "平均邻近度" }, ({ nearness }) => nearness),
        numberOf("position", "1", { en: "position", zh: "排列位置" }, ({ position }) => position),
        numberOf("block", "1", { en: "block", zh: "块" }, ({ block }) => block),
      ],
      { title: { en: "Industries, last year", zh: "各产业（最后一年）" } },
    ),
  ],
  views: [
    {
      kind: "matrix",
      table: "proximity",
      row: "industry",
      column: "other",
      value: "proximity",
      order: { table: "industries", place: "industry", position: "position", block: "block" },
    },
    { kind: "heatmap", table: "density", row: "place", column: "industry", value: "density", scale: "sequential" },
  ],
  findings: ({ densities }, { data }) => {
    const { rows, at, values } = lastYear(densities);
    const absent = rows.filter(({ present, density }) => present === 0 && !Number.isNaN(density));
    const [top] = foremost(absent, ({ density }) => density);
    if (top === undefined || absent.length < 2) return [];
    return [
      {
        text: {
          en: `Nearest to what it has${at.en}: {industry} in {place}, where it is not yet a strength (relatedness density {density}).`,
          zh: `${at.zh}离既有产业最近的潜在方向：{place}的{industry}（尚非优势产业，相关密度 {density}）。`,
        },
        values: {
          ...values,
          place: { place: top.place },
          industry: { text: heldBy(data.industryTitles, top.industry) ?? same(top.industry) },
          density: decimal(top.density, 2),
        },
      },
    ];
  },
});
