/**
 * Where are the clusters of high and of low values, and where the outliers? Local Moran's I (LISA).
 *
 *   I_i = (z_i / m2) sum_j w_ij z_j        z_i = y_i - mean(y),  m2 = sum_i z_i^2 / n (or n - 1)
 *
 * Quadrants: HH, LL (like its neighbours), HL, LH (unlike); `-` where the place or its neighbours lie at the mean.
 * Expectation and variance are exact, with the place's own value held (`conditional`, Sokal et al. 1998) or all values
 * placed at random (`total`, Anselin 1995). p comes from conditional permutation: the smaller of the two tails,
 * (M + 1) / (R + 1), as it is (`folded`, as GeoDa and esda) or doubled (`two-sided`, as spdep). With R = 0, from z.
 * Neighbours are drawn without replacement; localmoran_perm of spdep 1.2 draws them with, so its p differ a little.
 * Left out, R is chosen so that the smallest possible p is below alpha / n; where it is not, a warning says so.
 * A place at the mean has I = 0 wherever its neighbours' values are placed: p is 1, and there is no z.
 * Significance is at alpha after the correction for n tests: false-discovery rate (Benjamini-Hochberg), Bonferroni, none.
 *
 * The divisor n - 1 scales I, its expectation and sd alike. Gaps, islands and unknown places as in spatial/moran; a place
 * that is only the neighbour of others has no lag, is named, and stays in the mean. A constant column is refused.
 *
 * @example
 * const weights = { from: ["a", "a", "b", "c", "d"], to: ["b", "d", "a", "d", "a"] };
 * localMoran({ place: ["a", "b", "c", "d"], value: [1, 2, 3, 6], weights }, { permutations: 0 }).places[0].statistic
 * // deviation -2 times (-1 + 3), over m2 = 3.5: -8/7
 */
import { z } from "zod";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn, valueTitle } from "../contract/place-columns.ts";
import { type Random, random } from "../contract/random.ts";
import { edges, label, number, table } from "../contract/readings.ts";
import { numberOf, tableOf } from "../contract/table.ts";
import { multiply } from "../numeric/compressed-rows.ts";
import { falseDiscoveryRate } from "../numeric/false-discovery.ts";
import { normalTwoSided, normalUpperTail } from "../numeric/normal.ts";
import { conditionalTails } from "./conditional-permutation.ts";
import { deviations } from "./deviations.ts";
import { lattice } from "./lattice.ts";
import { localMoranFindings } from "./local-moran-findings.ts";
import { conditionalMoments, totalMoments } from "./local-moran-moments.ts";
import { neighbourhood, type WeightEdges, type WeightStyle, weightStyles } from "./neighbourhood.ts";
import { enoughPermutations, smallestPossible, tooFewPermutations } from "./permutation-floor.ts";
import { quadrantOf } from "./quadrants.ts";

export interface LocalMoranPlace {
  readonly place: string;
  readonly value: number;
  /** Weighted sum of the neighbours' values: their mean where rows add up to 1. */
  readonly lag: number;
  readonly statistic: number;
  readonly expected: number;
  readonly variance: number;
  readonly z: number;
  readonly p: number;
  /** p after the correction for many tests. */
  readonly q: number;
  readonly quadrant: string;
  readonly significant: boolean;
  /** The quadrant where significant, else `none`. */
  readonly cluster: string;
}

export interface LocalMoranResult extends Outcome {
  readonly places: readonly LocalMoranPlace[];
  readonly significantPlaces: number;
  readonly permutations: number;
  /** The smallest p that the permutations can give. */
  readonly smallestP?: number;
}

export interface LocalMoranInput {
  readonly place: readonly string[];
  readonly value: ArrayLike<number>;
  readonly weights: WeightEdges;
}

export interface LocalMoranOptions {
  readonly permutations?: number | undefined;
  readonly tails?: "two-sided" | "folded";
  readonly null?: "conditional" | "total";
  readonly correction?: "fdr" | "bonferroni" | "none";
  readonly alpha?: number;
  readonly divisor?: "n" | "n-1";
  readonly style?: WeightStyle;
  readonly draw?: Random;
  readonly afterBlock?: (done: number, of: number) => void;
}

export function localMoran(input: LocalMoranInput, options: LocalMoranOptions = {}): LocalMoranResult {
  const { tails = "two-sided", null: hypothesis = "conditional", correction = "fdr", alpha = 0.05 } = options;
  const { divisor = "n", style = "given", draw = random(0, "spatial/local-moran/placings"), afterBlock } = options;
  const { place, value, weights, dropped, warnings } = neighbourhood("local-moran", input, input.weights, style);
  const n = place.length;
  checkCount(n);
  const { deviation, meanSquare, quadrant } = deviations("local-moran", value);
  const lag = multiply(weights, deviation);
  const scale = divisor === "n" ? 1 : (n - 1) / n;
  const moments = (hypothesis === "conditional" ? conditionalMoments : totalMoments)(weights, deviation, meanSquare);
  const lonely = place.map((_, at) => weights.starts[at] === weights.starts[at + 1]);
  const tests = lonely.filter((each) => !each).length;

  const permutations = options.permutations ?? enoughPermutations({ tests, alpha, tails, correction });
  const placings =
    permutations > 0
      ? conditionalTails(weights, deviation, permutations, draw, (done) => afterBlock?.(done, permutations))
      : undefined;
  const statistic = deviation.map((each, at) => (each * (lag[at] as number)) / meanSquare);
  const scores = statistic.map((each, at) => {
    const variance = moments.variance[at] as number;
    return variance > 0 ? (each - (moments.expected[at] as number)) / Math.sqrt(variance) : Number.NaN;
  });
  const p = scores.map((score, at) => {
    if (lonely[at]) return Number.NaN;
    // its I is 0 in every placing of the others
    if (deviation[at] === 0 && (placings !== undefined || hypothesis === "conditional")) return 1;
    if (placings === undefined) return tails === "two-sided" ? normalTwoSided(score) : normalUpperTail(Math.abs(score));
    const tail = (Math.min(placings.atLeast[at] as number, placings.atMost[at] as number) + 1) / (permutations + 1);
    return tails === "two-sided" ? Math.min(1, 2 * tail) : tail;
  });
  const q =
    correction === "fdr"
      ? falseDiscoveryRate(p)
      : p.map((each) => (correction === "none" ? each : Math.min(1, each * tests)));

  const valueLag = multiply(weights, value);
  const places = place.map((name, at): LocalMoranPlace => {
    const significant = (q[at] as number) <= alpha;
    const own = lonely[at] ? "-" : quadrant(deviation[at] as number, lag[at] as number);
    const orGap = (each: number) => (lonely[at] ? Number.NaN : each);
    return {
      place: name,
      value: value[at] as number,
      lag: orGap(valueLag[at] as number),
      statistic: orGap(scale * (statistic[at] as number)),
      expected: orGap(scale * (moments.expected[at] as number)),
      variance: orGap(scale * scale * (moments.variance[at] as number)),
      z: orGap(scores[at] as number),
      p: p[at] as number,
      q: q[at] as number,
      quadrant: own,
      significant,
      cluster: significant ? own : "none",
    };
  });
  const significantPlaces = places.filter(({ significant }) => significant).length;
  const smallestP = smallestPossible(permutations, tails);
  const fixed = place.filter((_, at) => !lonely[at] && Number.isNaN(scores[at]));
  return {
    places,
    significantPlaces,
    permutations,
    ...(permutations === 0 ? {} : { smallestP }),
    n,
    dropped: [...dropped, ...place.flatMap((row, at) => (lonely[at] ? [withoutLag(row)] : []))],
    warnings: [
      ...warnings,
      ...(fixed.length === 0 ? [] : [noVariance(fixed)]),
      ...(permutations === 0 ? [] : tooFewPermutations(permutations, { tests, alpha, tails, correction })),
    ],
    convention: { p: permutations > 0 ? tails : `${tails}, normal`, null: hypothesis, correction, divisor, style },
  };
}

function withoutLag(row: string): Dropped {
  return {
    input: "cities",
    row,
    reason: { en: "no neighbour of its own: it has no local statistic", zh: "没有自己的邻居：无局部统计量" },
  };
}

function noVariance(places: readonly string[]): Warning {
  return {
    code: "no-variance",
    text: {
      en: "every placing gives the same I, so there is no z: {places}",
      zh: "任意置换下 I 均不变，无 z 值：{places}",
    },
    values: { places: { places } },
  };
}

function checkCount(n: number): void {
  if (n >= 4) return;
  throw new InputError({
    code: "too-few-places",
    text: {
      en: `local-moran: ${n} ${n === 1 ? "place has" : "places have"} a value and a neighbour, expected at least 4`,
      zh: `local-moran：有取值且有邻居的地区为 ${n} 个，至少需要 4 个`,
    },
  });
}

export default defineMethod({
  id: "spatial/local-moran",
  version: 2,
  title: { en: "Local Moran's I (LISA)", zh: "局部莫兰指数（LISA）" },
  question: {
    en: "Where are the clusters of high and of low values, and where the outliers?",
    zh: "高值集聚区、低值集聚区和空间异常值分别在哪里？",
  },
  formula: "Iᵢ = (zᵢ / m₂) Σⱼ wᵢⱼ zⱼ;  p = (M + 1) / (R + 1)",
  where: {
    en: "zᵢ: deviation from the mean; m₂: mean of zᵢ²; wᵢⱼ: weight of neighbour j; M of R placings at least as extreme",
    zh: "zᵢ：离均差；m₂：zᵢ² 的均值；wᵢⱼ：邻居 j 的权重；M：R 次置换中不低于观测极端程度的次数",
  },
  cites: [
    {
      text: "Anselin, L. (1995). Local indicators of spatial association - LISA. Geographical Analysis 27, 93-115.",
      checked: "unverified",
    },
    {
      text: "Sokal, R. R., Oden, N. L. and Thomson, B. A. (1998). Local spatial autocorrelation in a biological model. Geographical Analysis 30, 331-354.",
      checked: "unverified",
    },
    {
      text: "Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289-300.",
      checked: "unverified",
    },
  ],
  conventions: {
    p: {
      title: { en: "p-value", zh: "p 值" },
      choices: {
        "two-sided": { en: "smaller tail doubled (spdep)", zh: "双侧：较小尾部加倍（spdep）" },
        folded: { en: "smaller tail (GeoDa, esda)", zh: "折叠单侧：较小尾部（GeoDa、esda）" },
        "two-sided, normal": { en: "two-sided, from z", zh: "双侧，按 z 值" },
        "folded, normal": { en: "one-sided, from z", zh: "单侧，按 z 值" },
      },
    },
    null: {
      title: { en: "Expectation and variance", zh: "期望与方差" },
      choices: {
        conditional: { en: "the place keeps its value", zh: "条件随机化：本地取值固定" },
        total: { en: "all values placed at random", zh: "完全随机化" },
      },
    },
    correction: {
      title: { en: "Many tests", zh: "多重检验校正" },
      choices: {
        fdr: { en: "false-discovery rate (Benjamini-Hochberg)", zh: "错误发现率（BH 法）" },
        bonferroni: { en: "Bonferroni", zh: "Bonferroni 校正" },
        none: { en: "none", zh: "不校正" },
      },
    },
    divisor: {
      title: { en: "Divisor of m2", zh: "m₂ 的除数" },
      choices: { n: { en: "n", zh: "n" }, "n-1": { en: "n - 1", zh: "n − 1" } },
    },
    style: weightStyles,
  },
  means: {
    weights: { en: "who is whose neighbour", zh: "邻接关系" },
    permutations: {
      en: "random placings; chosen so that the least p can be significant, unless said; 0 for the normal approximation",
      zh: "随机置换次数；缺省为足以达到显著的次数；0 为正态近似",
    },
    tails: { en: "p doubled (spdep) or one tail as it is (GeoDa)", zh: "双侧 p（spdep）或单尾 p（GeoDa）" },
    alpha: { en: "level of significance", zh: "显著性水平" },
  },
  pitfalls: [
    {
      en: "GeoDa's folded p is half of the two-sided one: the same map has more significant places.",
      zh: "GeoDa 的折叠 p 值为双侧的一半，同一数据会多出显著地区。",
    },
    {
      en: "Many places are tested at once; without a correction some are significant by chance.",
      zh: "同时检验多地，不作校正则必有偶然显著者。",
    },
  ],
  inputs: {
    cities: table({ place: label.one, value: number.one }),
    weights: edges({ value: number.optional }),
  },
  options: z.strictObject({
    permutations: z.int().min(0).max(999_999).optional(),
    tails: z.enum(["two-sided", "folded"]).default("two-sided"),
    null: z.enum(["conditional", "total"]).default("conditional"),
    correction: z.enum(["fdr", "bonferroni", "none"]).default("fdr"),
    alpha: z.number().gt(0).lt(1).default(0.05),
    divisor: z.enum(["n", "n-1"]).default("n"),
    style: z.enum(["given", "binary", "row"]).default("given"),
  }),
  gaps: "drop",
  cost: "seconds",
  relabelling: "ties",
  example: (seed, size) => {
    const draw = random(seed, "spatial/local-moran/example");
    return { inputs: lattice(size, (at) => at / size + draw.normal()), options: { style: "row" } };
  },
  worked: {
    source: {
      en: "by hand: 1 to 9 on a 3 x 3 lattice, binary: z of the corner -4, of its neighbours -3 and -1, m2 60/9, so 16 x 9/60",
      zh: "手算：3 × 3 网格上的 1 至 9，二元权重：角点 z 为 −4，邻居为 −3 与 −1，m₂ 为 60/9，故 16 × 9/60",
    },
    inputs: lattice(9, (at) => at + 1),
    options: { permutations: 0 },
    gives: { "local[0].local_i": 2.4, "local[8].local_i": 2.4, "local[4].local_i": 0, "local[0].expected": -0.6 },
  },
  run: ({ cities, weights }, options, context) =>
    localMoran(
      { place: cities.place, value: cities.value, weights },
      {
        ...options,
        draw: context.random("placings"),
        afterBlock: (done, of) => {
          context.signal.throwIfAborted();
          context.progress(done, of);
        },
      },
    ),
  random: true,
  scalars: {
    significantPlaces: { title: { en: "places that pass", zh: "显著地区数" }, unit: "1" },
    permutations: { title: { en: "permutations", zh: "置换次数" }, unit: "1" },
    smallestP: { title: { en: "smallest possible p", zh: "可达最小 p 值" }, unit: "1" },
  },
  tables: ({ places }, { cities }) => {
    const unit = cities.units.value ?? "1";
    return [
      tableOf(
        "local",
        ["place"],
        places,
        [
          placeColumn,
          numberOf("value", unit, cities.titles.value ?? valueTitle, ({ value }) => value),
          numberOf("lag", unit, { en: "neighbours", zh: "空间滞后" }, ({ lag }) => lag),
          numberOf("local_i", "1", { en: "local I", zh: "局部 I" }, ({ statistic }) => statistic),
          numberOf("expected", "1", { en: "expected", zh: "期望值" }, ({ expected }) => expected),
          numberOf("variance", "1", { en: "variance", zh: "方差" }, ({ variance }) => variance),
          numberOf("z", "1", { en: "z", zh: "z 值" }, (row) => row.z),
          numberOf("p", "1", { en: "p", zh: "p 值" }, ({ p }) => p),
          numberOf("q", "1", { en: "p, corrected", zh: "校正后 p 值" }, ({ q }) => q),
          quadrantOf("quadrant", { en: "quadrant", zh: "象限" }, ({ quadrant }) => quadrant),
          numberOf("significant", "1", { en: "significant (1: yes)", zh: "显著（1 为是）" }, (row) =>
            Number(row.significant),
          ),
          quadrantOf("cluster", { en: "cluster", zh: "集聚类型" }, ({ cluster }) => cluster),
        ],
        { title: { en: "Local statistics", zh: "局部统计量" }, roles: { place: "place", value: "local_i" } },
      ),
    ];
  },
  views: [
    { kind: "map", table: "local", place: "place", value: "local_i" },
    { kind: "scatter", table: "local", place: "place", x: "value", y: "lag", group: "cluster" },
  ],
  findings: (result, _, { alpha }) => localMoranFindings(result, alpha),
});
