/**
 * Do the plants of an industry stand closer together than plants in general, and at which distances?
 *
 *   K(d) = 1 / (P h) sum_{i<j} [phi((d - d_ij) / h) + phi((d + d_ij) / h)]        (weights: e_i e_j in the sum, and P their sum)
 *
 * d_ij are the distances of all P = n (n - 1) / 2 pairs of the industry's plants, phi the normal density, folded at 0, and h
 * Silverman's rule of thumb over the P distances (R's nrd0; Duranton and Overman 2005). Weighted by employment, K says how far
 * apart workers are. Bands: `draws` times as many sites as the industry has plants are drawn, without putting back, from the
 * sites of all plants (so that general agglomeration is no finding), with the h of the industry. At each distance `level` of the
 * draws lie beyond the local band on either side, `level` of whole curves leave the global one. Localised: K above the global
 * band somewhere up to the cut-off; dispersed: below it somewhere, and nowhere above. The cut-off is the median distance of all
 * pairs of plants, unless given.
 *
 * No distance is kept: pairs are counted into bins of `bin` km (1/4000 of the extent, rounded, unless given), each taken at its
 * middle, which moves a distance by half a bin at most and a point of K by no more than the `bound` that is given beside it.
 * Distances are great circles, or straight lines for `coordinates: kilometres`. Industries with fewer than `least` plants, or
 * plants all in one spot, are left out by name. Rows with a gap are dropped. One industry alone has no band.
 *
 * @example (await durantonOverman({ lon, lat, sector })).industries[0]?.localisation
 */
import { z } from "zod";
import { defineMethod, type Kernel, type Outcome } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { earthRadiusKm } from "../spatial/great-circle.ts";
import { durantonWarnings, mostBins, nothingLeft, oneSpot, sifted, tooManyBins } from "./duranton-overman-problems.ts";
import { durantonTables } from "./duranton-overman-tables.ts";
import { durantonFindings, verdictOf } from "./duranton-overman-verdict.ts";
import { durantonWorked } from "./duranton-overman-worked.ts";
import { type Envelope, envelopeOf, joined } from "./envelope.ts";
import { countAll, packed, type Run } from "./pair-counts.ts";
import { binBound, pairBandwidth, quantileOf, smootherOf } from "./pair-density.ts";
import { countPairs, type DrawJob, drawCurves, smoothInto } from "./pair-histogram.ts";
import { coordinatesConvention, overGround, type Points, type PointsInput, pointsOf, straightLine } from "./points.ts";
import { examplePoints } from "./points-example.ts";

export interface DurantonCurve {
  readonly industry: string;
  readonly km: Float64Array;
  readonly density: Float64Array;
  readonly envelope: Envelope | undefined;
}

export interface DurantonIndustry {
  readonly industry: string;
  readonly plants: number;
  readonly weight: number;
  readonly bandwidth: number;
  /** No point of the curve is off by more than this for the sake of the bins. */
  readonly bound: number;
  /** Area of the curve above, and below, the global band; `NaN` without one. */
  readonly localisation: number;
  readonly dispersion: number;
  readonly verdict: "localised" | "dispersed" | "neither" | "untested";
}

export interface DurantonOvermanResult extends Outcome {
  readonly binKm: number;
  readonly cutoffKm: number;
  /** From the most localised down. */
  readonly industries: readonly DurantonIndustry[];
  readonly curves: readonly DurantonCurve[];
}

const optionsSchema = z.strictObject({
  weighting: z.enum(["plants", "weight"]).default("plants"),
  coordinates: z.enum(["degrees", "kilometres"]).default("degrees"),
  draws: z.int().min(0).max(100_000).default(1000),
  level: z.number().gt(0).lt(0.5).default(0.05),
  least: z.int().min(2).default(10),
  bin: z.number().positive().optional(),
  cutoff: z.number().positive().optional(),
  steps: z.int().min(2).max(2000).default(100),
});

export interface DurantonOvermanOptions extends Partial<z.output<typeof optionsSchema>> {
  readonly draw?: Random;
  readonly run?: Run;
}

const kernels = { count: countPairs as Kernel, draw: drawCurves as Kernel };
const here: Run = async (kernel, jobs) => jobs.map((job) => kernels[kernel](job as never));

export async function durantonOverman(
  input: PointsInput,
  { draw = random(0, "structure/duranton-overman/draws"), run = here, ...given }: DurantonOvermanOptions = {},
): Promise<DurantonOvermanResult> {
  const options = readOptions("structure/duranton-overman", optionsSchema, given);
  const { weighting, coordinates, draws, level, least, steps } = options;
  const points = pointsOf("duranton-overman", input, coordinates);
  if (!(points.extent > 0)) throw oneSpot();
  const binKm = options.bin ?? rounded(points.extent / 4000);
  const width = straightLine(binKm, coordinates) * shrink(points);
  const bins = Math.floor(points.extent / width) + 2;
  if (bins > mostBins) throw tooManyBins(bins);
  const isWeighted = weighting === "weight";

  const members: number[][] = points.names.map(() => []);
  points.industry.forEach((name, at) => {
    (members[name] as number[]).push(at);
  });
  const everywhere = packed(points, width, undefined);
  const { kept, dropped } = sifted(points, members, least);
  const histogram = (rows: readonly number[] | undefined, weighted: boolean) =>
    countAll(points, rows, weighted, bins, width, run);
  const cutoffKm = options.cutoff ?? quantileOf(await histogram(undefined, false), 0.5);
  const km = Float64Array.from({ length: steps + 1 }, (_, at) => (cutoffKm * at) / steps);
  const found: { row: DurantonIndustry; curve: DurantonCurve }[] = [];
  for (const name of kept) {
    const rows = members[name] as readonly number[];
    const plain = await histogram(rows, false);
    const own = isWeighted ? await histogram(rows, true) : plain;
    const bandwidth = pairBandwidth(plain);
    const industry = points.names[name] as string;
    if (!(bandwidth > 0)) {
      dropped.push({
        input: "points",
        row: industry,
        reason: { en: "plants all equally far apart", zh: "企业两两距离完全相同" },
      });
      continue;
    }
    const total = own.counts.reduce((a, b) => a + b, 0);
    const smoother = smootherOf(km, bins, own, bandwidth, total);
    const density = new Float64Array(km.length);
    smoothInto(density, own.counts, smoother);
    const weight = isWeighted ? Float64Array.from(rows, (at) => points.weight[at] as number) : undefined;
    const tested = draws > 0 && rows.length < points.n;
    const jobs = tested
      ? Array.from(
          { length: Math.ceil(draws / drawsAJob) },
          (_, part): DrawJob => ({
            ...{ at: everywhere, size: rows.length, weight, bins, smoother },
            seed: draw.integer(2 ** 31),
            draws: Math.min(drawsAJob, draws - part * drawsAJob),
          }),
        )
      : [];
    const parts = (await run("draw", jobs)) as readonly Float64Array[];
    const envelope = tested ? envelopeOf(joined(parts), km.length, level) : undefined;
    found.push({
      row: {
        industry,
        plants: rows.length,
        weight: rows.reduce((sum, at) => sum + (points.weight[at] as number), 0),
        bandwidth,
        bound: binBound(binKm, bandwidth),
        ...verdictOf(density, envelope, cutoffKm / steps),
      },
      curve: { industry, km, density, envelope },
    });
  }
  if (found.length === 0) throw nothingLeft(least);
  found.sort((a, b) => order(b.row) - order(a.row) || (a.row.industry < b.row.industry ? -1 : 1));
  return {
    binKm,
    cutoffKm,
    industries: found.map(({ row }) => row),
    curves: found.map(({ curve }) => curve),
    n: points.n,
    dropped,
    warnings: durantonWarnings(
      found.map(({ row }) => row),
      draws,
      level,
    ),
    convention: {
      weighting,
      coordinates,
      bandwidth: "nrd0-pairs",
      edge: "reflection",
      cutoff: options.cutoff === undefined ? "median" : "given",
      level: String(level),
    },
  };
}

const drawsAJob = 25; // fixed, so that draws do not depend on the number of workers
const order = ({ localisation, dispersion }: DurantonIndustry) =>
  Number.isNaN(localisation) ? 0 : localisation - dispersion;

/** A bin is as wide over ground as along the straight line, or wider: so much narrower, the widest is no wider than asked for. */
function shrink({ extent, coordinates }: Points): number {
  if (coordinates === "kilometres") return 1;
  const ground = overGround(extent, coordinates);
  return Math.cos(Math.min(1.5, ground / (2 * earthRadiusKm)));
}

/** The nearest below of 1, 2 or 5 times a power of ten. */
function rounded(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const part = value / power;
  return power * (part >= 5 ? 5 : part >= 2 ? 2 : 1);
}

export default defineMethod({
  id: "structure/duranton-overman",
  version: 1,
  title: { en: "Localisation by distance (Duranton-Overman)", zh: "DO 指数（基于距离的产业集聚）" },
  question: {
    en: "Do the plants of an industry stand closer together than plants in general, and at which distances?",
    zh: "某行业的企业是否比一般企业更靠近？在哪些距离上集聚？",
  },
  formula: "K(d) = 1 / (P h) Σᵢ<ⱼ [φ((d − dᵢⱼ) / h) + φ((d + dᵢⱼ) / h)]",
  where: {
    en: "dᵢⱼ: distance of two plants; P: number of pairs; h: bandwidth (nrd0 over pairs); φ: normal density, folded at 0",
    zh: "dᵢⱼ：两企业距离；P：企业对数；h：带宽（对全部距离取 nrd0）；φ：正态密度，在 0 处反射",
  },
  cites: [
    {
      text: "Duranton, G. and Overman, H. G. (2005). Testing for localization using micro-geographic data. Review of Economic Studies 72(4), 1077-1106.",
      checked: "secondary",
    },
  ],
  conventions: {
    weighting: {
      title: { en: "Pairs count", zh: "配对的权重" },
      choices: {
        plants: { en: "each alike: plants", zh: "每对相等：企业" },
        weight: { en: "by the product of their weights: employment", zh: "按权重之积：就业" },
      },
    },
    coordinates: coordinatesConvention,
    bandwidth: {
      title: { en: "Bandwidth", zh: "带宽" },
      choices: {
        "nrd0-pairs": { en: "rule of thumb over the n (n - 1) / 2 pairs", zh: "对 n(n−1)/2 个距离取经验法则" },
      },
    },
    edge: {
      title: { en: "At distance 0", zh: "距离 0 处" },
      choices: { reflection: { en: "folded back", zh: "反射" } },
    },
    cutoff: {
      title: { en: "Distances up to", zh: "距离上限" },
      choices: {
        median: { en: "the median of all pairs of plants", zh: "全部企业对距离的中位数" },
        given: { en: "as given", zh: "给定值" },
      },
    },
    level: { title: { en: "Share of draws beyond a band, on each side", zh: "置信带每侧之外的抽取比例" }, choices: {} },
  },
  means: {
    weight: { en: "employment, for how far apart workers are", zh: "从业人数，用于衡量劳动者间的距离" },
    draws: {
      en: "how many times random sites are drawn for the bands; 0 for none",
      zh: "构造置信带的随机抽样次数；0 为不做",
    },
    least: { en: "plants that an industry needs", zh: "行业所需的最少企业数" },
    bin: {
      en: "width of the bins of distance in km; 1/4000 of the extent unless said",
      zh: "距离分箱宽度（千米）；缺省为范围的 1/4000",
    },
    steps: { en: "points of the curve", zh: "曲线的点数" },
  },
  pitfalls: [
    {
      en: "The bandwidth is that of all pairs n(n-1)/2: rules by the number of plants are far wider.",
      zh: "带宽按全部 n(n-1)/2 对距离计算，按企业数计算则宽得多。",
    },
    {
      en: "Local bands are crossed by chance somewhere; only the global band tests the whole curve.",
      zh: "局部带总会被偶然穿越，只有全局带检验整条曲线。",
    },
  ],
  inputs: {
    points: table({ lon: number.one, lat: number.one, sector: label.one, weight: number.optional }),
  },
  options: optionsSchema,
  gaps: "drop",
  cost: "long",
  example: (seed, size) => ({
    inputs: { points: examplePoints(seed, size) },
    options: { draws: 40, least: 2, steps: 20 },
  }),
  worked: durantonWorked,
  run: ({ points }, options, context) =>
    durantonOverman(points, {
      ...options,
      draw: context.random("draws"),
      run: (kernel, jobs) => context.map(kernel, jobs),
    }),
  kernels,
  random: true,
  scalars: {
    binKm: { title: { en: "width of the bins", zh: "分箱宽度" }, unit: "km" },
    cutoffKm: { title: { en: "distances up to", zh: "距离上限" }, unit: "km" },
  },
  tables: (result, { points }) => durantonTables(result, points.units.weight, points.titles.weight),
  views: [
    {
      kind: "density",
      table: "curves",
      x: "km",
      y: "density",
      series: "industry",
      low: "low",
      high: "high",
      middle: "middle",
      outerLow: "outer_low",
      outerHigh: "outer_high",
    },
    { kind: "bars", table: "industries", category: "industry", value: "localisation" },
  ],
  findings: durantonFindings,
});
