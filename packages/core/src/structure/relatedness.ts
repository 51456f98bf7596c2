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
 * Outlook: what it lacks, each industry by its nearness and its complexity (PCI of `structure/complexity`, of the same presence),
 *
 *   COI_c = sum_p (1 - M_cp) density_cp PCI_p,   gain_cp = sum_q (1 - M_cq) phi_pq / sum_r phi_rq PCI_q - density_cp PCI_p   (q not p)
 *
 * the gain being what COI would change by with industry p (`gain: gross` leaves out what p itself stops counting for, as py-ecomplexity).
 * Industries without a PCI are out of both; where the network has no complexity indices there is no outlook, with a warning.
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
import { defineMethod, type Finding, type Outcome } from "../contract/method.ts";
import { composition } from "../contract/readings.ts";
import { decimal, foremost, lastYear } from "../contract/saying.ts";
import { same } from "../language/text.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { exampleComposition, exampleReference, threePlaces } from "./example.ts";
import { type Gain, outlookOf } from "./outlook.ts";
import { presenceConvention, presenceOf, type Threshold } from "./presence.ts";
import { baseConvention, referenceInput } from "./reference.ts";
import { complexities, industriesOf } from "./relatedness-industries.ts";
import { densityOf, type Nearness, nearnessOf, togetherOf } from "./relatedness-measures.ts";
import { lonelyWarnings, outlookWarnings } from "./relatedness-problems.ts";
import { relatednessTables } from "./relatedness-tables.ts";

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
  /** What it would add to the place's outlook; `NaN` where it is there already. */
  readonly gain: number;
}

/** How much, and how complex, lies near to what a place has. */
export interface PlaceOutlook {
  readonly place: string;
  readonly year: number | undefined;
  readonly outlook: number;
}

export interface RelatednessResult extends Outcome {
  readonly pairs: readonly NearPair[];
  readonly densities: readonly PlaceDensity[];
  readonly outlooks: readonly PlaceOutlook[];
  readonly industries: readonly {
    industry: string;
    ubiquity: number;
    pci: number;
    nearness: number;
    position: number;
    block: number;
  }[];
}

export interface RelatednessOptions {
  readonly measure?: Nearness;
  readonly own?: "out" | "in";
  readonly present?: Threshold;
  readonly gain?: Gain;
}

export function relatedness(
  input: ComposedInput,
  { measure = "min-conditional", own = "out", present = "at-least", gain = "net" }: RelatednessOptions = {},
): RelatednessResult {
  const { years, dropped, warnings } = presenceOf("relatedness", input, present);
  const found = years.map((slice) => {
    const width = slice.industries.length;
    const together = togetherOf(slice);
    const near = nearnessOf(together, width, measure);
    const density = densityOf(slice, near, own);
    const pci = complexities(slice);
    return { slice, together, near, density, pci, outlook: outlookOf(slice, near, density, pci, { own, gain }) };
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
  const densities = found.flatMap(({ slice, density, outlook }) => {
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
        gain: outlook.gain[cell] as number,
      }),
    );
  });
  const last = found.at(-1) as (typeof found)[number];
  return {
    pairs,
    densities,
    outlooks: found.flatMap(({ slice, pci, outlook }) =>
      slice.places.map((place, row) => ({
        place,
        year: slice.year,
        outlook: pci.every(Number.isNaN) ? Number.NaN : (outlook.index[row] as number),
      })),
    ),
    industries: industriesOf(last.slice, last.together, last.near, last.pci),
    n: densities.length,
    dropped,
    warnings: [
      ...warnings,
      ...lonelyWarnings(densities),
      ...outlookWarnings(found.filter(({ pci }) => pci.every(Number.isNaN)).map(({ slice }) => slice.year)),
    ],
    convention: { base: input.reference === undefined ? "places" : "given", measure, own, present, gain },
  };
}

export default defineMethod({
  id: "structure/relatedness",
  version: 2,
  title: { en: "Relatedness of industries, and density", zh: "产业关联（邻近度）与相关密度" },
  question: {
    en: "Which industries belong together, and how near is what a place has to what it lacks?",
    zh: "哪些产业常在一处？一个地区已有的产业与其尚缺的产业有多近？",
  },
  formula: "φᵢⱼ = sᵢⱼ / max(sᵢ, sⱼ);  δ_ci = Σⱼ M_cj φᵢⱼ / Σⱼ φᵢⱼ",
  where: {
    en: "sᵢⱼ: places in which both industries are present; sᵢ: those in which i is; M_cj: 1 where place c has industry j; δ: density",
    zh: "sᵢⱼ：两产业同时存在的地区数；sᵢ：i 产业存在的地区数；M_cj：c 地存在 j 产业为 1；δ：关联密度",
  },
  formulas: { proximity: "φ", density: "δ" },
  cites: [
    {
      text: "Hidalgo, C. A., Klinger, B., Barabasi, A.-L. and Hausmann, R. (2007). The product space conditions the development of nations. Science 317, 482-487.",
      checked: "secondary",
    },
    {
      text: "Hausmann, R., Hidalgo, C. A., Bustos, S., Coscia, M., Simoes, A. and Yildirim, M. A. (2014). The Atlas of Economic Complexity: Mapping Paths to Prosperity. MIT Press.",
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
    gain: {
      title: { en: "Gain in outlook", zh: "机会增益" },
      choices: {
        net: { en: "the change of the outlook", zh: "前景指数的变化量" },
        gross: {
          en: "without what the industry itself stops counting for (py-ecomplexity)",
          zh: "不扣除该产业自身的贡献（py-ecomplexity）",
        },
      },
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
      en: "Industries that are everywhere are near to everything; `association` corrects for that.",
      zh: "遍布各地的行业与一切都“近”，`association` 对此修正。",
    },
    { en: "Few places make proximity coarse: with n places it has few values.", zh: "地区少时邻近度取值粗略。" },
  ],
  inputs: { data: composition(), reference: referenceInput },
  options: z.strictObject({
    measure: z.enum(["min-conditional", "association", "steijn", "cosine", "jaccard"]).default("min-conditional"),
    own: z.enum(["out", "in"]).default("out"),
    present: z.enum(["at-least", "above"]).default("at-least"),
    gain: z.enum(["net", "gross"]).default("net"),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => ({ inputs: { data: exampleComposition(seed, size), reference: exampleReference(seed) } }),
  worked: {
    source: {
      en: "by hand: a has x and y, b y and z, c z alone: x and y meet once in the two places of y, 1/2; so do y and z, in two each; a has half of y's nearness (x, not z)",
      zh: "手算：a 有 x、y，b 有 y、z，c 只有 z：x 与 y 在 y 的两地中相遇一次，1/2；y 与 z 亦然，各有两地；a 拥有 y 的关联之半（有 x，无 z）",
    },
    inputs: threePlaces,
    gives: {
      "proximity[0].proximity": 0.5,
      "proximity[1].proximity": 0,
      "density[1].density": 0.5,
      "density[2].density": 1,
    },
  },
  run: ({ data, reference }, options) => relatedness({ slices: data.slices, reference }, options),
  scalars: {},
  tables: (result, { data }) => relatednessTables(result, data),
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
    {
      kind: "industry-space",
      table: "proximity",
      from: "industry",
      to: "other",
      value: "proximity",
      presence: { table: "density", place: "place", industry: "industry", present: "present" },
    },
    { kind: "bars", table: "outlook", category: "place", value: "outlook", group: "group" },
  ],
  findings: ({ densities }, { data }) => {
    const { rows, at, values } = lastYear(densities);
    const absent = rows.filter(({ present, density }) => present === 0 && !Number.isNaN(density));
    const [top] = foremost(absent, ({ density }) => density);
    if (top === undefined || absent.length < 2) return [];
    const industryOf = ({ industry }: PlaceDensity) => ({
      text: heldBy(data.industryTitles, industry) ?? same(industry),
    });
    const [gainful] = foremost(absent, ({ gain }) => gain);
    const gained: Finding[] =
      gainful === undefined || Number.isNaN(gainful.gain)
        ? []
        : [
            {
              text: {
                en: `{industry} in {place} would add most to what complex industries lie near${at.en} (gain in outlook {gain}).`,
                zh: `${at.zh}新增后对复杂度前景提升最大的是{place}的{industry}（机会增益 {gain}）。`,
              },
              values: {
                ...values,
                place: { place: gainful.place },
                industry: industryOf(gainful),
                gain: decimal(gainful.gain, 2),
              },
            },
          ];
    return [
      {
        text: {
          en: `Nearest to what it has${at.en}: {industry} in {place}, where it is not yet a strength (relatedness density {density}).`,
          zh: `${at.zh}离既有产业最近的潜在方向：{place}的{industry}（尚非优势产业，相关密度 {density}）。`,
        },
        values: { ...values, place: { place: top.place }, industry: industryOf(top), density: decimal(top.density, 2) },
      },
      ...gained,
    ];
  },
});
