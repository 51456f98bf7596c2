/**
 * Do industries that supply one another stand near one another, and at which distances?
 *
 *   fit_cd = sum_ij w_ij LQ_ci LQ_dj          F_b = sum_{cd in b} e_c e_d fit_cd / sum_{cd in b} e_c e_d = sum_ij w_ij L_ij(b)
 *
 * LQ_ci is the location quotient of industry i in place c (against the reference given, or the sum of the places given), e_c the size
 * of the place over the industries compared. w_ij is the share of what industry i delivers to industry j in all deliveries of the
 * input-output table (`linkages`), what an industry takes from itself left out unless `own: in`. fit_cd says how well place c
 * fits as supplier of place d: 1 where both are like the reference. F_b is its mean over the pairs of places in a band of
 * distance, and L_ij(b), the co-location of the two industries, that of LQ_ci LQ_dj. The first band is a place with itself.
 *
 * Without a table, co-location alone: every pair of jobs in two different industries counts alike, w_ij in proportion to the
 * shares of both in the reference, and the result says so. Distances are great circles in km between the points of `places`, or those
 * given (a pair listed one way holds both ways); without either there are two bands, a place itself and all others, and
 * exchanging places says nothing of either.
 *
 * Against chance: with a table, its industries are placed at random, rows and columns together (`permute: industries`), so that
 * what is concentrated stays so and the question is who supplies whom; else the places are exchanged (`permute: places`), which says
 * nothing of the first band. p = (M + 1) / (R + 1), two-sided by the distance from the mean of the draws; q is p adjusted for
 * the bands and years (Benjamini-Hochberg). `level` of the draws lie beyond the band of chance on either side.
 *
 * Pairs of places: of every place as supplier its five best users; all pairs up to 60 places, since the square of more is a
 * figure that nobody reads. Without a table nobody is a supplier, and what a pair fits would be how unlike the two are: no pairs.
 *
 * Places with a gap in an industry, places without a point, and industries that only one of the inputs has are left out by name.
 *
 * @example chainFit({ slices, linkages, points }).bands[0]?.fit
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { type Random, random } from "../contract/random.ts";
import { composition, edges, label, number, optional, table } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { falseDiscoveryRate } from "../numeric/false-discovery.ts";
import type { ComposedInput } from "./beside-reference.ts";
import { chainDraws } from "./chain-draws.ts";
import { chainExample } from "./chain-fit-example.ts";
import { chainFindings } from "./chain-fit-findings.ts";
import { chainWarnings, noLinkage, unlistedWarning } from "./chain-fit-problems.ts";
import { bandRows, industryRows, isReadable, type MeasuredYear, partnersOf, placeRows } from "./chain-fit-rows.ts";
import { chainTables } from "./chain-fit-tables.ts";
import type { Linkages } from "./chain-linkages.ts";
import { chainSettings } from "./chain-settings.ts";
import { bandFits, coLocation, placeFits } from "./co-location.ts";
import type { Band, Whereabouts } from "./distance-bands.ts";
import { baseConvention, referenceInput } from "./reference.ts";

export interface ChainBand {
  readonly band: Band;
  readonly year: number | undefined;
  /** Ordered pairs of places. */
  readonly pairs: number;
  /** Mean over the pairs, weighed by size. */
  readonly distance: number;
  readonly fit: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly outerLow: number;
  readonly outerHigh: number;
  readonly p: number;
  readonly q: number;
}
export interface ChainPlaces {
  /** The one that supplies. */
  readonly place: string;
  /** The one that uses. */
  readonly other: string;
  readonly year: number | undefined;
  readonly distance: number;
  readonly band: Band | undefined;
  readonly fit: number;
}
/** One of the users that a place fits best as supplier of. */
export interface ChainPartner extends ChainPlaces {
  /** 1 is the best. */
  readonly rank: number;
}
export interface ChainIndustries {
  readonly supplier: string;
  readonly user: string;
  readonly band: Band;
  readonly year: number | undefined;
  readonly linkage: number;
  readonly together: number;
}

export interface ChainFitResult extends Outcome {
  readonly linked: "table" | "none";
  readonly permute: "industries" | "places";
  readonly permutations: number;
  readonly bands: readonly ChainBand[];
  readonly partners: readonly ChainPartner[];
  /** All pairs of the years that have few enough places for them. */
  readonly places: readonly ChainPlaces[];
  readonly industries: readonly ChainIndustries[];
}

export interface ChainFitInput extends ComposedInput, Whereabouts {
  readonly linkages?: Linkages | undefined;
}

export interface ChainFitOptions {
  readonly bands?: readonly number[];
  readonly own?: "out" | "in";
  readonly permute?: "industries" | "places" | undefined;
  readonly permutations?: number;
  readonly alternative?: "two-sided" | "greater" | "less";
  readonly level?: number;
  readonly draw?: Random;
}

export function chainFit(input: ChainFitInput, options: ChainFitOptions = {}): ChainFitResult {
  const { own = "out", permutations = 999, alternative = "two-sided", level = 0.025 } = options;
  const { draw = random(0, "structure/chain-fit/placings"), bands: ends = [50, 100, 200, 400] } = options;
  const linked = input.linkages === undefined ? "none" : "table";
  const permute = options.permute ?? (linked === "table" ? "industries" : "places");
  if (permute === "industries" && linked === "none") throw noLinkage();
  const { years, bands, dropped, warnings } = chainSettings(input, ends, own);

  const found = years.map((each): MeasuredYear => {
    const { industries, setting, linkage } = each;
    const together = coLocation(setting);
    const fits = bandFits(
      together,
      linkage,
      Uint32Array.from(industries, (_, at) => at),
    );
    const fit = placeFits(setting, linkage);
    const test = { permute, permutations, alternative, level };
    return { ...each, together, fits, fit, tested: chainDraws({ setting, together, linkage, fit }, fits, test, draw) };
  });

  const untold = found.flatMap((each) => bandRows(each, bands));
  const pairs = linked === "table" ? found.map((each) => placeRows(each, bands)) : [];
  const q = falseDiscoveryRate(untold.map(({ p }) => p));
  const rows = untold.map((row, at): ChainBand => ({ ...row, q: q[at] as number }));
  return {
    linked,
    permute,
    permutations,
    bands: rows,
    partners: pairs.flatMap(partnersOf),
    places: pairs.filter(isReadable).flat(2),
    industries: found.flatMap((each) => industryRows(each, bands, own)),
    n: found.reduce((sum, { places }) => sum + places.length, 0),
    dropped,
    warnings: [
      ...warnings,
      ...chainWarnings(rows, permute, permutations, found),
      ...(pairs.every(isReadable) ? [] : [unlistedWarning()]),
    ],
    convention: {
      linked,
      base: input.reference === undefined ? "places" : "given",
      own,
      permute,
      alternative,
      permutation: "(M+1)/(R+1)",
      level: String(level),
    },
  };
}

export default defineMethod({
  id: "structure/chain-fit",
  version: 2,
  title: { en: "Chain fit: who supplies whom, by distance", zh: "产业链契合度（分距离圈层）" },
  question: {
    en: "Do industries that supply one another stand near one another, and at which distances?",
    zh: "有投入产出联系的产业是否彼此邻近？在哪些距离圈层上契合？",
  },
  formula: "F_b = Σ_cd∈b e_c e_d Σᵢⱼ wᵢⱼ LQ_ci LQ_dj / Σ_cd∈b e_c e_d",
  where: {
    en: "wᵢⱼ: share of industry i's deliveries to j in all deliveries; LQ_ci: location quotient of i in place c; e_c: size of the place; b: band of distance",
    zh: "wᵢⱼ：i 产业对 j 产业的投入占全部投入的比重；LQ_ci：c 地 i 产业的区位商；e_c：地区规模；b：距离圈层",
  },
  cites: [
    {
      text: "Ellison, G., Glaeser, E. L. and Kerr, W. R. (2010). What causes industry agglomeration? Evidence from coagglomeration patterns. American Economic Review 100(3), 1195-1213.",
      checked: "unverified",
    },
    {
      text: "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289-300.",
      checked: "unverified",
    },
  ],
  conventions: {
    linked: {
      title: { en: "What ties industries", zh: "产业联系" },
      choices: {
        table: { en: "an input-output table", zh: "投入产出表" },
        none: {
          en: "no table: co-location alone, each pair by its size",
          zh: "无投入产出表：仅看共址，按产业规模加权",
        },
      },
    },
    base: baseConvention,
    own: {
      title: { en: "What an industry takes from itself", zh: "产业自身投入" },
      choices: { out: { en: "left out", zh: "不计入" }, in: { en: "counted", zh: "计入" } },
    },
    permute: {
      title: { en: "Chance", zh: "随机基准" },
      choices: {
        industries: { en: "industries of the table placed at random", zh: "随机置换投入产出表中的产业" },
        places: { en: "places exchanged at random", zh: "随机置换地区位置" },
      },
    },
    alternative: {
      title: { en: "Alternative", zh: "备择假设" },
      choices: {
        "two-sided": { en: "two-sided", zh: "双侧" },
        greater: { en: "nearer than chance (greater)", zh: "比随机更邻近（大于）" },
        less: { en: "further apart than chance (less)", zh: "比随机更分散（小于）" },
      },
    },
    permutation: {
      title: { en: "Permutation p", zh: "置换检验 p 值" },
      choices: { "(M+1)/(R+1)": { en: "(M + 1) / (R + 1), the data counted", zh: "(M + 1) / (R + 1)，含观测本身" } },
    },
    level: { title: { en: "Share of draws beyond a band, on each side", zh: "置信带每侧之外的抽取比例" }, choices: {} },
  },
  means: {
    supplier: { en: "the industry that delivers", zh: "供给产业" },
    user: { en: "the industry that uses it", zh: "使用产业" },
    bands: { en: "ends of the bands of distance, in km or the unit given", zh: "各距离圈层的上限（千米或所给单位）" },
    permutations: { en: "random placings behind p and bands; 0 for none", zh: "随机置换次数；0 为不检验" },
  },
  pitfalls: [
    {
      en: "An input-output table of the nation says who could supply whom, not who does.",
      zh: "全国投入产出表只说明谁可能供给谁，并非实际的交易关系。",
    },
    {
      en: "On a few broad sections most linkages lie within one of them, and those are left out unless own: in.",
      zh: "行业划分较粗时，多数投入发生在同一门类之内，除非 own: in 否则不计入。",
    },
  ],
  inputs: {
    data: composition(),
    reference: referenceInput,
    linkages: optional(table({ supplier: label.one, user: label.one, value: number.one })),
    places: optional(table({ place: label.one, lon: number.one, lat: number.one })),
    distances: optional(edges({ value: number.one })),
  },
  options: z.strictObject({
    bands: z.array(z.number().positive()).min(1).max(50).default([50, 100, 200, 400]),
    own: z.enum(["out", "in"]).default("out"),
    permute: z.enum(["industries", "places"]).optional(),
    permutations: z.int().min(0).max(99_999).default(999),
    alternative: z.enum(["two-sided", "greater", "less"]).default("two-sided"),
    level: z.number().gt(0).lt(0.5).default(0.025),
  }),
  gaps: "drop",
  cost: "seconds",
  example: chainExample,
  worked: {
    source: {
      en: "by hand: steel supplies cars alone. LQ of steel in a .75 / .5, of cars in b .75 / .5 and in a .25 / .5: F in the same place is .75 (each place 1.5 x .5), from a to b 2.25, from b to a .25, together 1.25",
      zh: "手算：钢铁只供汽车。a 的钢铁区位商 .75 / .5，b 的汽车 .75 / .5，a 的汽车 .25 / .5：同地 F 为 .75（各地 1.5 × .5），a 至 b 为 2.25，b 至 a 为 .25，合计 1.25",
    },
    inputs: {
      data: makeTable(
        "data",
        ["place", "industry"],
        [
          labels("place", ["a", "a", "b", "b"]),
          labels("industry", ["cars", "steel", "cars", "steel"]),
          numbers("value", "person", [10, 30, 30, 10]),
        ],
      ),
      linkages: makeTable(
        "linkages",
        ["supplier", "user"],
        [labels("supplier", ["steel"]), labels("user", ["cars"]), numbers("value", "yuan", [7])],
      ),
    },
    options: { permutations: 0 },
    gives: { "bands[0].fit": 0.75, "bands[1].fit": 1.25, "places[0].fit": 2.25, "places[1].fit": 0.25 },
  },
  run: ({ data, reference, linkages, places, distances }, options, context) =>
    chainFit(
      {
        ...{ slices: data.slices, reference, linkages, points: places, distances },
        unit: distances?.units.value,
      },
      { ...options, draw: context.random("placings") },
    ),
  random: true,
  scalars: {},
  tables: (result, { data, distances }) => chainTables(result, data, distances?.units.value),
  views: [
    {
      ...{ kind: "density", table: "bands", x: "distance", y: "excess", series: "period" },
      ...{ low: "low", high: "high", outerLow: "outer_low", outerHigh: "outer_high" },
      title: { en: "Chain fit over chance, by distance", zh: "产业链契合度超出随机的部分（分距离）" },
    },
    {
      ...{ kind: "bars", table: "bands", category: "band", value: "fit", order: "as-listed" },
      title: { en: "Chain fit by distance", zh: "分圈层产业链契合度" },
    },
    {
      ...{ kind: "matrix", table: "places", row: "place", column: "other", value: "fit" },
      title: { en: "Which places fit as supplier and user", zh: "地区间的供需契合" },
    },
    {
      ...{ kind: "heatmap", table: "industries", row: "supplier", column: "user", value: "together" },
      ...{ scale: "around-one", where: { band: "same" } },
      title: { en: "Which industries share places", zh: "产业在同一地区的共址程度" },
    },
  ],
  findings: chainFindings,
  relabelling: "ties",
});
