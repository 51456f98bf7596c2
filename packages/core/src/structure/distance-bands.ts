import { aligned } from "../contract/aligned.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { checkCoordinates, greatCircleKm } from "../spatial/great-circle.ts";

/** Where places are: points, or distances between pairs of them. */
export interface Whereabouts {
  readonly points?:
    | { readonly place: readonly string[]; readonly lon: ArrayLike<number>; readonly lat: ArrayLike<number> }
    | undefined;
  readonly distances?:
    | { readonly from: readonly string[]; readonly to: readonly string[]; readonly value: ArrayLike<number> }
    | undefined;
  /** Of given distances; km of points. */
  readonly unit?: string | undefined;
}

/** Distances above `from`, up to and with `to`; a place and itself in the first band, where both are 0. */
export interface Band {
  readonly code: string;
  readonly title: Text;
  readonly from: number;
  readonly to: number;
}

const itself: Band = { code: "same", title: { en: "same place", zh: "同一地区" }, from: 0, to: 0 };
const elsewhere: Band = {
  code: "other",
  title: { en: "other places", zh: "其他地区" },
  from: 0,
  to: Number.POSITIVE_INFINITY,
};

/** The place itself, then between one end and the next, then beyond the last; without distances, all other places. */
export function bandsOf(method: string, ends: readonly number[], isLocated: boolean, unit = "km"): Band[] {
  if (!isLocated) return [itself, elsewhere];
  const bad = ends.findIndex((end, at) => at > 0 && !(end > (ends[at - 1] as number)));
  if (bad >= 0) throw notRising(method, ends[bad] as number, ends[bad - 1] as number);
  const between = ends.map((to, at): Band => {
    const from = at === 0 ? 0 : (ends[at - 1] as number);
    const code = `${from}-${to}`;
    return { code, title: { en: `${code} ${unit}`, zh: `${code} ${unit}` }, from, to };
  });
  const last = ends.at(-1) as number;
  const beyond = { en: `over ${last} ${unit}`, zh: `${last} ${unit} 以上` };
  return [itself, ...between, { code: `over-${last}`, title: beyond, from: last, to: Number.POSITIVE_INFINITY }];
}

/** Number of the band of a distance. */
export function bandAt(bands: readonly Band[], distance: number): number {
  const at = bands.findIndex(({ to }, band) => band > 0 && distance <= to);
  return at < 0 ? bands.length - 1 : at;
}

export interface Located {
  readonly places: readonly string[];
  /** Row-major, 0 on the diagonal; `NaN` for a pair without one. */
  readonly distance: Float64Array;
  readonly dropped: readonly Dropped[];
}

/** Distances of every ordered pair of places. A place without a point is left out by name; a pair may have no distance. */
export function locate(method: string, places: readonly string[], { points, distances }: Whereabouts): Located {
  if (distances !== undefined) return listed(method, places, distances);
  if (points === undefined) {
    const n = places.length;
    return {
      places,
      distance: Float64Array.from({ length: n * n }, (_, cell) => (cell % (n + 1) === 0 ? 0 : Number.NaN)),
      dropped: [],
    };
  }
  aligned(method, { place: points.place, lon: points.lon, lat: points.lat });
  checkCoordinates(method, points.place, points.lon, points.lat);
  const at = new Map(points.place.map((place, row) => [place, row]));
  const kept = places.filter((place) => at.has(place));
  const rows = kept.map((place) => at.get(place) as number);
  const { lon, lat } = points;
  const distance = rows.flatMap((a) =>
    rows.map((b) =>
      a === b ? 0 : greatCircleKm(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number),
    ),
  );
  return {
    places: kept,
    distance: Float64Array.from(distance),
    dropped: [
      ...places
        .filter((place) => !at.has(place))
        .map((row) => ({ input: "data", row, reason: { en: "place has no point", zh: "地区没有坐标" } })),
      ...unknown("places", points.place, places),
    ],
  };
}

function unknown(input: string, named: Iterable<string>, places: readonly string[]): Dropped[] {
  const known = new Set(places);
  const reason = { en: "place not in the data", zh: "数据中无此地区" };
  return [...new Set(named)].filter((place) => !known.has(place)).map((row) => ({ input, row, reason }));
}

/** A pair listed one way only holds both ways. */
function listed(
  method: string,
  places: readonly string[],
  { from, to, value }: NonNullable<Whereabouts["distances"]>,
): Located {
  aligned(method, { from, to, value });
  const bad = Array.from(value).findIndex((each) => !(each >= 0 && each < Number.POSITIVE_INFINITY));
  if (bad >= 0) throw outOfRange(method, `${from[bad]}`, `${to[bad]}`, value[bad] as number);
  const n = places.length;
  const position = new Map(places.map((place, row) => [place, row]));
  const distance = new Float64Array(n * n).fill(Number.NaN);
  for (let at = 0; at < n; at += 1) distance[at * n + at] = 0;
  const set = (a: number, b: number, each: number) => {
    distance[a * n + b] = each;
  };
  const pairs = from.flatMap((name, row) => {
    const [a, b] = [position.get(name), position.get(to[row] as string)];
    return a === undefined || b === undefined || a === b ? [] : [{ a, b, each: value[row] as number }];
  });
  for (const { a, b, each } of pairs) set(b, a, each);
  for (const { a, b, each } of pairs) set(a, b, each);
  return { places, distance, dropped: unknown("distances", [...from, ...to], places) };
}

function outOfRange(method: string, from: string, to: string, value: number): InputError {
  return new InputError({
    code: "value-out-of-range",
    text: {
      en: `${method}: distance from ${from} to ${to} is ${value}, expected at least 0`,
      zh: `${method}：${from} 至 ${to} 的距离为 ${value}，应不小于 0`,
    },
  });
}

function notRising(method: string, end: number, before: number): InputError {
  return new InputError({
    code: "bands-not-rising",
    text: {
      en: `${method}: bands has ${end} after ${before}, expected ends that rise`,
      zh: `${method}：bands 中 ${before} 之后为 ${end}，各档上限应递增`,
    },
  });
}
