/**
 * Within a given distance of its plants, is an industry more frequent than everywhere?
 *
 *   M(r) = mean_i [ sum_{j in S, d_ij <= r} w_j / sum_{d_ij <= r} w_j ]  /  mean_i [ (W_S - w_i) / (W - w_i) ]
 *
 * i runs over the plants of industry S, j over the others; w are weights (employment) or 1, W_S and W their sums (Marcon and Puech
 * 2010). M is cumulative and relative: 1 where S is as frequent near its plants as overall, 2 where it is twice as frequent. A plant
 * with no neighbour within r says nothing of that r and is left out of the mean above; how many remain is given. Compared with
 * all plants, M needs no correction for the edge of the study area, and takes no bandwidth.
 *
 * Bands: `draws` times, all plants with their industries and weights are put on the sites at random (`null: location`), or the
 * industries alone are drawn anew and weights stay where they are (`labels`). `level` of the draws lie beyond the local band on
 * either side at each r, `level` of whole curves leave the global one. Distances are great circles, or straight lines for
 * `coordinates: kilometres`; radii are `steps` equal ones up to `radius` (a quarter of the extent, unless given). Industries with fewer than
 * `least` plants are left out by name; one industry alone has M = 1 everywhere, with a warning.
 *
 * @example marconPuech({ lon, lat, sector }, { radius: 50 }).industries[0]?.peak
 */

import { z } from "zod";
import { counted } from "../contract/counted.ts";
import { type Dropped, defineMethod, type Outcome } from "../contract/method.ts";
import { readOptions } from "../contract/options.ts";
import { type Random, random } from "../contract/random.ts";
import { label, number, table } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { type Envelope, envelopeOf } from "./envelope.ts";
import { neighbourSums, overallShare, type Placing, squaredEnds } from "./marcon-puech-counts.ts";
import { marconWarnings, nothingLeft, oneSpot } from "./marcon-puech-problems.ts";
import { marconTables } from "./marcon-puech-tables.ts";
import { coordinatesConvention, overGround, type PointsInput, pointsOf } from "./points.ts";
import { examplePoints } from "./points-example.ts";

export interface MarconRow {
  readonly industry: string;
  readonly km: number;
  readonly m: number;
  /** Plants with a neighbour so near. */
  readonly points: number;
  readonly envelope: { readonly [K in keyof Omit<Envelope, "above" | "below">]: number } | undefined;
}

export interface MarconIndustry {
  readonly industry: string;
  readonly plants: number;
  readonly peak: number;
  readonly peakKm: number;
  /** Radii at which M is above, and below, the global band; `NaN` without one. */
  readonly above: number;
  readonly below: number;
}

export interface MarconPuechResult extends Outcome {
  readonly radiusKm: number;
  readonly rows: readonly MarconRow[];
  readonly industries: readonly MarconIndustry[];
}

const optionsSchema = z.strictObject({
  weighting: z.enum(["plants", "weight"]).default("plants"),
  coordinates: z.enum(["degrees", "kilometres"]).default("degrees"),
  null: z.enum(["location", "labels"]).default("location"),
  draws: z.int().min(0).max(100_000).default(99),
  level: z.number().gt(0).lt(0.5).default(0.05),
  least: z.int().min(2).default(10),
  radius: z.number().positive().optional(),
  steps: z.int().min(1).max(500).default(40),
});

export interface MarconPuechOptions extends Partial<z.output<typeof optionsSchema>> {
  readonly draw?: Random;
  readonly afterDraw?: () => void;
}

export function marconPuech(
  input: PointsInput,
  { draw = random(0, "structure/marcon-puech/draws"), afterDraw = () => {}, ...given }: MarconPuechOptions = {},
): MarconPuechResult {
  const options = readOptions("structure/marcon-puech", optionsSchema, given);
  const { weighting, coordinates, null: hypothesis, draws, level, least, steps } = options;
  const points = pointsOf("marcon-puech", input, coordinates);
  if (!(points.extent > 0)) throw oneSpot();
  const radiusKm = options.radius ?? overGround(points.extent, coordinates) / 4;
  const km = Float64Array.from({ length: steps }, (_, at) => (radiusKm * (at + 1)) / steps);
  const ends = squaredEnds(km, points);
  const weight = weighting === "weight" ? points.weight : new Float64Array(points.n).fill(1);
  const dropped: Dropped[] = [];
  const rows: MarconRow[] = [];
  const industries: MarconIndustry[] = [];
  points.names.forEach((industry, name) => {
    const member = Uint8Array.from(points.industry, (each) => Number(each === name));
    const plants = member.reduce((a, b) => a + b, 0);
    if (plants < least) {
      const reason = {
        en: `${counted(plants, "plant")}, fewer than ${least}`,
        zh: `仅 ${plants} 家企业，少于 ${least} 家`,
      };
      dropped.push({ input: "points", row: industry, reason });
      return;
    }
    const curve = (placing: Placing) => {
      const sums = neighbourSums(points, placing, ends);
      const overall = overallShare(placing);
      return { m: sums.share.map((each) => each / overall), points: sums.points };
    };
    const found = curve({ member, weight });
    const tested = draws > 0 && plants < points.n;
    const drawn = new Float64Array(tested ? draws * steps : 0);
    for (let round = 0; tested && round < draws; round += 1) {
      drawn.set(curve(placed({ member, weight }, hypothesis, draw)).m, round * steps);
      afterDraw();
    }
    const envelope = tested ? envelopeOf(drawn, steps, level) : undefined;
    const own = Array.from(
      km,
      (each, at): MarconRow => ({
        industry,
        km: each,
        m: found.m[at] as number,
        points: found.points[at] as number,
        envelope: envelope === undefined ? undefined : atPoint(envelope, at),
      }),
    );
    for (const row of own) rows.push(row);
    industries.push(summary(industry, plants, own));
  });
  if (industries.length === 0) throw nothingLeft(least);
  return {
    radiusKm,
    rows,
    industries: [...industries].sort(
      (a, b) => b.above - a.above || b.peak - a.peak || (a.industry < b.industry ? -1 : 1),
    ),
    n: points.n,
    dropped,
    warnings: marconWarnings(industries, rows, draws, level),
    convention: { weighting, coordinates, null: hypothesis, alone: "left-out", level: String(level) },
  };
}

/** Plants put on the sites anew: with their weights, or their industries alone. */
function placed({ member, weight }: Placing, hypothesis: "location" | "labels", draw: Random): Placing {
  const order = Uint32Array.from(member, (_, at) => at);
  draw.shuffle(order);
  const pick = <T extends Uint8Array | Float64Array>(values: T): T =>
    values.map((_, at) => values[order[at] as number] as number) as T;
  return { member: pick(member), weight: hypothesis === "location" ? pick(weight) : weight };
}

function atPoint({ low, high, middle, outerLow, outerHigh }: Envelope, at: number): NonNullable<MarconRow["envelope"]> {
  const of = (values: Float64Array) => values[at] as number;
  return { low: of(low), high: of(high), middle: of(middle), outerLow: of(outerLow), outerHigh: of(outerHigh) };
}

function summary(industry: string, plants: number, rows: readonly MarconRow[]): MarconIndustry {
  const known = rows.filter(({ m }) => !Number.isNaN(m));
  const top = known.reduce<MarconRow | undefined>(
    (most, row) => (most === undefined || row.m > most.m ? row : most),
    undefined,
  );
  const tested = rows.some(({ envelope }) => envelope !== undefined);
  const count = (beyond: (row: MarconRow) => boolean) => (tested ? rows.filter(beyond).length : Number.NaN);
  return {
    industry,
    plants,
    peak: top?.m ?? Number.NaN,
    peakKm: top?.km ?? Number.NaN,
    above: count(({ m, envelope }) => envelope !== undefined && m > envelope.outerHigh),
    below: count(({ m, envelope }) => envelope !== undefined && m < envelope.outerLow),
  };
}

export default defineMethod({
  id: "structure/marcon-puech",
  version: 1,
  title: { en: "Relative frequency by distance (Marcon-Puech M)", zh: "M 函数（Marcon–Puech 相对集聚）" },
  question: {
    en: "Within a given distance of its plants, is an industry more frequent than everywhere?",
    zh: "在企业周边一定距离内，同行业企业的比重是否高于总体？",
  },
  formula: "M(r) = Eᵢ[Σ_S,d≤r wⱼ / Σ_d≤r wⱼ] / Eᵢ[(W_S − wᵢ) / (W − wᵢ)]",
  where: {
    en: "i: plants of industry S, E: mean over them; wⱼ: weight of the others within distance r; W_S, W: sums of the industry and of all",
    zh: "i：行业 S 的企业，E：对其取均值；wⱼ：距离 r 以内其他企业的权重；W_S、W：该行业与全部企业的权重合计",
  },
  cites: [
    {
      text: "Marcon, E. and Puech, F. (2010). Measures of the geographic concentration of industries: improving distance-based methods. Journal of Economic Geography 10(5), 745-762.",
      checked: "unverified",
    },
  ],
  conventions: {
    weighting: {
      title: { en: "Neighbours count", zh: "邻居的权重" },
      choices: { plants: { en: "each alike", zh: "等权" }, weight: { en: "by their weight", zh: "按权重" } },
    },
    coordinates: coordinatesConvention,
    null: {
      title: { en: "What is drawn", zh: "随机化方式" },
      choices: {
        location: { en: "plants with their weights, over the sites", zh: "企业连同权重随机置于各选址" },
        labels: { en: "industries alone; weights stay", zh: "仅行业标签随机，权重不动" },
      },
    },
    alone: {
      title: { en: "Plants without a neighbour within r", zh: "半径内没有邻居的企业" },
      choices: { "left-out": { en: "left out at that r", zh: "该半径下不计入" } },
    },
    level: { title: { en: "Share of draws beyond a band, on each side", zh: "置信带每侧之外的抽取比例" }, choices: {} },
  },
  means: {
    weight: { en: "employment of the plant", zh: "企业从业人数" },
    draws: {
      en: "how many times random sites are drawn for the bands; 0 for none",
      zh: "构造置信带的随机抽样次数；0 为不做",
    },
    least: { en: "plants that an industry needs", zh: "行业所需的最少企业数" },
    radius: {
      en: "greatest radius in km; a quarter of the extent unless said",
      zh: "最大半径（千米）；缺省为范围的四分之一",
    },
    steps: { en: "number of radii", zh: "半径个数" },
  },
  pitfalls: [
    {
      en: "M is cumulative: a cluster at a short distance keeps it above 1 further out.",
      zh: "M 是累积量：近距离的集聚会使更远处仍高于 1。",
    },
  ],
  inputs: { points: table({ lon: number.one, lat: number.one, sector: label.one, weight: number.optional }) },
  options: optionsSchema,
  gaps: "drop",
  cost: "seconds",
  example: (seed, size) => ({
    inputs: { points: examplePoints(seed, size) },
    options: { draws: 19, level: 0.1, least: 2, steps: 10 },
  }),
  worked: {
    source: {
      en: "by hand: on a line x at 0 and 1, y at 2 and 10; within 1 km the two x have each other and (at 1) y: shares 1 and 1/2, mean 3/4; overall 1 of the 3 others: 9/4",
      zh: "手算：直线上 x 在 0 与 1，y 在 2 与 10；1 千米内两个 x 互为邻，1 处另有 y：份额 1 与 1/2，均值 3/4；总体为其余 3 个中的 1 个：9/4",
    },
    inputs: {
      points: makeTable(
        "points",
        [],
        [
          labels("sector", ["x", "x", "y", "y"]),
          numbers("lon", "km", [0, 1, 2, 10]),
          numbers("lat", "km", [0, 0, 0, 0]),
        ],
      ),
    },
    options: { coordinates: "kilometres", draws: 0, least: 2, radius: 2, steps: 2 },
    gives: { "curves[0].m": 2.25, "curves[1].m": 1.5, "curves[0].points": 2 },
  },
  run: ({ points }, options, context) =>
    marconPuech(points, {
      ...options,
      draw: context.random("draws"),
      afterDraw: () => context.signal.throwIfAborted(),
    }),
  random: true,
  scalars: { radiusKm: { title: { en: "radii up to", zh: "最大半径" }, unit: "km" } },
  tables: marconTables,
  views: [
    {
      kind: "density",
      table: "curves",
      x: "km",
      y: "m",
      series: "industry",
      low: "low",
      high: "high",
      middle: "middle",
      outerLow: "outer_low",
      outerHigh: "outer_high",
    },
  ],
  findings: ({ industries }) => {
    const top = industries[0];
    if (top === undefined || Number.isNaN(top.peak)) return [];
    return [
      {
        text: {
          en: "{industry} is {m} times as frequent within {km} km of its plants as everywhere.",
          zh: "{industry}在其企业周边 {km} 千米内的出现频率为总体的 {m} 倍。",
        },
        values: { industry: { industries: [top.industry] }, m: decimal(top.peak, 2), km: decimal(top.peakKm, 0) },
      },
    ];
  },
});
