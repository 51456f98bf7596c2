/**
 * Who is whose neighbour, and how much does each neighbour count?
 *
 *   knn               w_ij = 1 for the k places nearest to i (not symmetric)
 *   distance          w_ij = 1 where d_ij <= band
 *   inverse-distance  w_ij = d_ij^-power, within the band if one is given
 *   contiguity        w_ij = 1, or the given value, where a list of borders has the pair
 *
 * then as they are (`raw`), all 1 (`binary`), or divided by the sum of the row (`row`).
 *
 * d is the great-circle distance in km on a sphere of R = 6371.0088 km between the places' lon and lat (degrees).
 * Distances that agree to 1e-9 are ties: the k nearest then take all of them (`include`) or the first by code (`code`);
 * a warning says so. Without a band, `distance` takes the smallest that leaves no place without a neighbour.
 * Borders listed once a pair are mirrored unless `symmetric` is false; knn is mirrored only if `symmetric` is true.
 * Borders of unknown places are left out and named. Places without neighbours (islands) have no edges and are named.
 * Two places at one point are refused by inverse-distance. A pair that is absent has weight 0 by construction.
 *
 * @example weights({ place: ["a", "b", "c"], lon: [0, 1, 3], lat: [0, 0, 0] }, { k: 1 }).to // ["b", "a", "b"]
 */
import { z } from "zod";
import { aligned } from "../contract/aligned.ts";
import { distinct } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import { type Dropped, defineMethod, type Outcome, type Warning } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { random } from "../contract/random.ts";
import { edges, label, number, optional, table } from "../contract/readings.ts";
import { decimal } from "../contract/saying.ts";
import { labels, makeTable, numberOf, numbers, tableOf } from "../contract/table.ts";
import { compressedRows, rowStandardised, rowSums } from "../numeric/compressed-rows.ts";
import { borderPairs } from "./borders.ts";
import { checkCoordinates } from "./great-circle.ts";
import { mirrored } from "./mirrored.ts";
import { type DistanceOf, nearest, type Pairs, type Sphere, smallestBand, sphereOf, within } from "./neighbours.ts";
import { checkCount, islandsWarning, refuseCoincident, tiesWarning } from "./weights-problems.ts";

export interface WeightsResult extends Outcome {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: Float64Array;
  /** `NaN` where places have no coordinates. */
  readonly distanceKm: Float64Array;
  readonly places: readonly { place: string; neighbours: number; sum: number; nearestKm: number }[];
  readonly links: number;
  readonly meanNeighbours: number;
  /** Places without a neighbour. */
  readonly islands: number;
  readonly bandKm?: number;
}

export interface WeightsInput {
  readonly place: readonly string[];
  readonly lon?: ArrayLike<number> | undefined;
  readonly lat?: ArrayLike<number> | undefined;
  readonly borders?:
    | {
        readonly from: readonly string[];
        readonly to: readonly string[];
        readonly value?: ArrayLike<number> | undefined;
      }
    | undefined;
}

export interface WeightsOptions {
  readonly kind?: "knn" | "distance" | "inverse-distance" | "contiguity";
  readonly k?: number;
  readonly band?: number | undefined;
  readonly power?: number;
  readonly ties?: "include" | "code";
  readonly style?: "row" | "binary" | "raw";
  readonly symmetric?: boolean | undefined;
}

export function weights(
  input: WeightsInput,
  { kind = "knn", k = 4, band, power = 1, ties = "include", style = "row", symmetric }: WeightsOptions = {},
): WeightsResult {
  const { place, lon, lat, borders } = input;
  aligned("weights", { place, lon, lat });
  distinct("weights", place);
  if (borders !== undefined) aligned("weights", { from: borders.from, to: borders.to, value: borders.value });
  const n = place.length;
  const mirror = symmetric ?? kind === "contiguity";
  const sphere = kind === "contiguity" ? undefined : sphereFor(input, kind);
  const dropped: Dropped[] = [];
  const warnings: Warning[] = [];
  const found = neighbours();
  const pairs = mirror ? mirrored(found) : found;
  const rows = compressedRows(n, pairs.from, pairs.to, pairs.value);
  const distances = compressedRows(n, pairs.from, pairs.to, pairs.distanceKm).values;
  const styled = style === "row" ? rowStandardised(rows).values : rows.values;
  const value = style === "binary" ? styled.map(() => 1) : styled;

  const sums = rowSums({ ...rows, values: value });
  const touched = new Uint8Array(n);
  for (const ends of [pairs.from, pairs.to]) for (const at of ends) touched[at] = 1;
  const lonely = place.filter((_, at) => touched[at] === 0);
  if (lonely.length > 0) warnings.push(islandsWarning(lonely));
  const places = place.map((name, at) => {
    const [start, end] = [rows.starts[at] as number, rows.starts[at + 1] as number];
    const nearestKm = end > start ? distances.subarray(start, end).reduce((a, b) => Math.min(a, b)) : Number.NaN;
    return { place: name, neighbours: end - start, sum: sums[at] as number, nearestKm };
  });
  return {
    from: places.flatMap(({ place: name, neighbours: count }) => new Array<string>(count).fill(name)),
    to: Array.from(rows.indices, (at) => place[at] as string),
    value,
    distanceKm: distances,
    places,
    links: value.length,
    meanNeighbours: value.length / n,
    islands: lonely.length,
    ...(found.bandKm === undefined ? {} : { bandKm: found.bandKm }),
    n,
    dropped,
    warnings,
    convention: { kind, style, symmetric: mirror ? "mirrored" : "as-found", ...(kind === "knn" ? { ties } : {}) },
  };

  function neighbours(): Pairs & { value: number[]; bandKm?: number } {
    const ones = (pairs: Pairs) => ({ ...pairs, value: pairs.from.map(() => 1) });
    if (sphere === undefined) {
      const known = borderPairs(place, bordersOf(input), dropped);
      const distance = borderDistance(input);
      return { ...known, distanceKm: known.from.map((from, at) => distance(from, known.to[at] as number)) };
    }
    if (kind === "knn") {
      checkCount(k, n);
      const { tied, ...pairs } = nearest(sphere, k, ties);
      if (tied.length > 0)
        warnings.push(
          tiesWarning(
            tied.map((at) => place[at] as string),
            ties,
          ),
        );
      return ones(pairs);
    }
    if (kind === "distance") {
      const bandKm = band ?? smallestBand(sphere);
      return { ...ones(within(sphere, bandKm)), bandKm };
    }
    const pairs = within(sphere, band ?? Number.POSITIVE_INFINITY);
    pairs.distanceKm.forEach((km, at) => {
      if (!(km > 0))
        refuseCoincident(place[pairs.from[at] as number] as string, place[pairs.to[at] as number] as string);
    });
    return {
      ...pairs,
      value: pairs.distanceKm.map((km) => km ** -power),
      ...(band === undefined ? {} : { bandKm: band }),
    };
  }
}

function bordersOf({ borders }: WeightsInput): NonNullable<WeightsInput["borders"]> {
  if (borders !== undefined) return borders;
  throw new InputError({
    code: "borders-needed",
    text: {
      en: "weights: kind contiguity needs the input borders, a list of adjacent pairs",
      zh: "weights：kind 为 contiguity 时需要输入 borders（相邻地区对）",
    },
  });
}

/** Places that share a border may come without coordinates. */
function borderDistance(input: WeightsInput): DistanceOf {
  if (input.lon === undefined || input.lat === undefined) return () => Number.NaN;
  return sphereFor(input, "contiguity").km;
}

function sphereFor({ place, lon, lat }: WeightsInput, kind: string): Sphere {
  if (lon === undefined || lat === undefined) {
    throw new InputError({
      code: "coordinates-needed",
      text: {
        en: `weights: kind ${kind} needs lon and lat of the places`,
        zh: `weights：kind 为 ${kind} 时需要各地的 lon 与 lat`,
      },
    });
  }
  checkCoordinates("weights", place, lon, lat);
  return sphereOf(lon, lat);
}

function unitOf({ kind, style, power = 1 }: WeightsOptions, ofBorders: string | undefined): string {
  if (style !== "raw") return "1";
  if (kind === "inverse-distance") return `1/km^${power}`;
  return kind === "contiguity" ? (ofBorders ?? "1") : "1";
}

export default defineMethod({
  id: "spatial/weights",
  version: 1,
  title: { en: "Spatial weights", zh: "空间权重矩阵" },
  question: {
    en: "Who is whose neighbour, and how much does each neighbour count?",
    zh: "哪些地区互为邻居？每个邻居占多大权重？",
  },
  formula: "wᵢⱼ = 1, j ∈ Nₖ(i);  wᵢⱼ = 1, dᵢⱼ ≤ D;  wᵢⱼ = dᵢⱼ^−α;  wᵢⱼ / Σⱼ wᵢⱼ",
  where: {
    en: "N: the k nearest; D: greatest distance; α: power; the last is the row standard; dᵢⱼ: great-circle distance in km, R = 6371.0088 km",
    zh: "N：最近的 k 个地区；D：最大距离；α：距离指数；末式为行标准化；dᵢⱼ：大圆距离（千米），地球半径 6371.0088 千米",
  },
  cites: [
    {
      text: "Cliff, A. D. and Ord, J. K. (1981). Spatial Processes: Models and Applications. Pion.",
      checked: "unverified",
    },
  ],
  conventions: {
    kind: {
      title: { en: "Neighbours", zh: "邻居的定义" },
      choices: {
        knn: { en: "the k nearest", zh: "k 个最近邻" },
        distance: { en: "all within a band", zh: "距离阈值之内" },
        "inverse-distance": { en: "all, less with distance", zh: "反距离" },
        contiguity: { en: "those that share a border", zh: "有共同边界" },
      },
    },
    style: {
      title: { en: "Standardisation", zh: "标准化方式" },
      choices: {
        row: { en: "rows add up to 1", zh: "行标准化" },
        binary: { en: "all 1", zh: "0-1 权重" },
        raw: { en: "as they are", zh: "不作标准化" },
      },
    },
    symmetric: {
      title: { en: "Direction", zh: "方向" },
      choices: {
        mirrored: { en: "every pair both ways", zh: "成对补全" },
        "as-found": { en: "as found or listed", zh: "按原样" },
      },
    },
    ties: {
      title: { en: "Places tied for the k-th neighbour", zh: "第 k 近邻并列时" },
      choices: {
        include: { en: "all taken, so some have more than k", zh: "全部纳入（邻居可能多于 k 个）" },
        code: { en: "the first by code", zh: "按代码取前者" },
      },
    },
  },
  means: {
    borders: { en: "pairs that touch, for `contiguity`", zh: "相邻地区对，用于 `contiguity`" },
    k: { en: "neighbours of each place under `knn`", zh: "`knn` 的邻居数" },
    band: {
      en: "greatest distance in km; the least that leaves nobody alone unless said",
      zh: "距离上限（千米）；缺省为使各地均有邻居的最小值",
    },
    power: { en: "power of distance under `inverse-distance`", zh: "`inverse-distance` 的距离指数" },
  },
  pitfalls: [
    { en: "Nearest neighbours are not mutual: a table of them is not symmetric.", zh: "最近邻关系不对称。" },
    {
      en: "Borders run through water and bridges as the list says; see its notes.",
      zh: "跨水、跨桥是否算相邻以邻接表为准，见其说明。",
    },
  ],
  inputs: {
    places: table({ place: label.one, lon: number.optional, lat: number.optional }),
    borders: optional(edges({ value: number.optional })),
  },
  options: z.strictObject({
    kind: z.enum(["knn", "distance", "inverse-distance", "contiguity"]).default("knn"),
    k: z.int().min(1).default(4),
    band: z.number().positive().optional(),
    power: z.number().positive().default(1),
    ties: z.enum(["include", "code"]).default("include"),
    style: z.enum(["row", "binary", "raw"]).default("row"),
    symmetric: z.boolean().optional(),
  }),
  gaps: "drop",
  cost: "live",
  example: (seed, size) => {
    const draw = random(seed, "spatial/weights/example");
    const place = Array.from({ length: size }, (_, at) => `p${String(at).padStart(3, "0")}`);
    const degrees = (from: number) => place.map(() => from + 5 * draw.uniform());
    const columns = [
      labels("place", place),
      numbers("lon", "degree", degrees(115)),
      numbers("lat", "degree", degrees(37)),
    ];
    return { inputs: { places: makeTable("places", ["place"], columns) }, options: { k: 2 } };
  },
  worked: {
    source: {
      en: "by hand: on the equator at 0, 1 and 3 degrees the neighbour of c is b, two degrees away",
      zh: "手算：赤道上 0、1、3 度处，c 的邻居为 b，相距两度",
    },
    inputs: {
      places: makeTable(
        "places",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("lon", "degree", [0, 1, 3]), numbers("lat", "degree", [0, 0, 0])],
      ),
    },
    options: { k: 1 },
    gives: { links: 3, "weights[2].distance_km": (2 * Math.PI * 6371.0088) / 180 },
  },
  run: ({ places, borders }, options) =>
    weights({ place: places.place, lon: places.lon, lat: places.lat, borders }, options),
  scalars: {
    links: { title: { en: "links", zh: "连接数" }, unit: "1" },
    meanNeighbours: { title: { en: "neighbours, mean", zh: "平均邻居数" }, unit: "1" },
    islands: { title: { en: "places without a neighbour", zh: "没有邻居的地区数" }, unit: "1" },
    bandKm: { title: { en: "distance band", zh: "距离阈值" }, unit: "km" },
  },
  tables: ({ from, to, value, distanceKm, places }, { borders }, options) => {
    const unit = unitOf(options, borders?.units.value);
    return [
      makeTable(
        "weights",
        ["from", "to"],
        [
          labels("from", from, { en: "place", zh: "地区" }),
          labels("to", to, { en: "neighbour", zh: "邻居" }),
          numbers("value", unit, value, { title: { en: "weight", zh: "权重" } }),
          numbers("distance_km", "km", distanceKm, { title: { en: "distance", zh: "距离" } }),
        ],
        { title: { en: "Weights", zh: "空间权重" }, roles: { value: "value" } },
      ),
      tableOf(
        "neighbours",
        ["place"],
        places,
        [
          placeColumn,
          numberOf("neighbours", "1", { en: "neighbours", zh: "邻居数" }, ({ neighbours }) => neighbours),
          numberOf("sum", unit, { en: "sum of weights", zh: "权重之和" }, ({ sum }) => sum),
          numberOf("nearest_km", "km", { en: "nearest neighbour", zh: "最近邻距离" }, ({ nearestKm }) => nearestKm),
        ],
        { title: { en: "Neighbours", zh: "邻居" } },
      ),
    ];
  },
  views: [
    { kind: "flow", table: "weights", from: "from", to: "to", value: "value", directed: true, shows: "neighbours" },
    { kind: "bars", table: "neighbours", category: "place", value: "neighbours" },
  ],
  findings: ({ n, meanNeighbours, islands }) => [
    {
      text: {
        en: "{n} places have {mean} neighbours on average{islands, plural, =0 {} one {; # has none} other {; # have none}}.",
        zh: "{n} 个地区平均各有 {mean} 个邻居{islands, plural, =0 {} other {，其中 # 个没有邻居}}。",
      },
      values: { n, mean: decimal(meanNeighbours, 1), islands },
    },
  ],
});
