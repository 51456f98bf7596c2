import { counted } from "../contract/counted.ts";
import { repeated } from "../contract/distinct.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { checkCoordinates, greatCircleKm } from "../spatial/great-circle.ts";

export interface GivenDistances {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: ArrayLike<number>;
}

/** Ordered pairs of positions among the places, in their order, each with its distance. */
export interface PairDistances {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly distance: Float64Array;
}

/** Every ordered pair by great circle, or the given pairs (with their reverses where asked). A pair given twice is refused. */
export function pairDistances(
  input: {
    readonly place: readonly string[];
    readonly lon?: ArrayLike<number> | undefined;
    readonly lat?: ArrayLike<number> | undefined;
    readonly distances?: GivenDistances | undefined;
  },
  symmetric: boolean,
  dropped: Dropped[],
): PairDistances {
  const { place, lon, lat, distances } = input;
  const pairs =
    distances === undefined ? byGreatCircle(place, lon, lat) : listedPairs(place, distances, symmetric, dropped);
  const wrong = pairs.distance.findIndex((each) => !(each > 0));
  if (wrong >= 0) {
    const [from, to] = [place[pairs.from[wrong] as number], place[pairs.to[wrong] as number]];
    throw new InputError({
      code: "distance-not-positive",
      text: {
        en: `gravity: distance from ${from} to ${to} is ${pairs.distance[wrong]}, expected more than 0`,
        zh: `gravity：${from} 至 ${to} 的距离为 ${pairs.distance[wrong]}，应大于 0`,
      },
    });
  }
  if (pairs.distance.length > 0) return pairs;
  throw new InputError({
    code: "no-pairs",
    text: {
      en: `gravity: no pair of ${counted(place.length, "place")} has a distance, expected at least one`,
      zh: `gravity：所给 ${place.length} 个地区之间没有任何距离，至少应有一对`,
    },
  });
}

function byGreatCircle(
  place: readonly string[],
  lon: ArrayLike<number> | undefined,
  lat: ArrayLike<number> | undefined,
): PairDistances {
  if (lon === undefined || lat === undefined) {
    throw new InputError({
      code: "distances-needed",
      text: {
        en: "gravity: places have no lon and lat and there is no input distances, expected one of the two",
        zh: "gravity：地区没有 lon 与 lat，也没有输入 distances，两者至少需要其一",
      },
    });
  }
  checkCoordinates("gravity", place, lon, lat);
  const others = Math.max(0, place.length - 1);
  const pairs = emptyPairs(place.length * others);
  const fill = (from: number, to: number, distance: number) => {
    const at = from * others + (to < from ? to : to - 1);
    pairs.from[at] = from;
    pairs.to[at] = to;
    pairs.distance[at] = distance;
  };
  for (let a = 0; a < place.length; a += 1) {
    for (let b = a + 1; b < place.length; b += 1) {
      const distance = greatCircleKm(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number);
      fill(a, b, distance);
      fill(b, a, distance);
    }
  }
  return pairs;
}

const emptyPairs = (length: number): PairDistances => ({
  from: new Uint32Array(length),
  to: new Uint32Array(length),
  distance: new Float64Array(length),
});

function listedPairs(
  place: readonly string[],
  { from, to, value }: GivenDistances,
  symmetric: boolean,
  dropped: Dropped[],
): PairDistances {
  const n = place.length;
  const position = new Map(place.map((name, at) => [name, at]));
  const found = new Map<number, number>();
  from.forEach((name, at) => {
    const other = to[at] as string;
    const [a, b] = [position.get(name), position.get(other)];
    if (a === undefined || b === undefined) {
      const unknown = a === undefined ? name : other;
      const reason = { en: `${unknown} is not among the places`, zh: `${unknown} 不在地区之列` };
      dropped.push({ input: "distances", row: `${name} ${other}`, reason });
    } else if (a === b) {
      const reason = { en: "a place has no flow to itself", zh: "地区没有对自身的引力" };
      dropped.push({ input: "distances", row: `${name} ${other}`, reason });
    } else if (found.has(a * n + b)) throw repeated("gravity", `${name} ${other}`);
    else found.set(a * n + b, value[at] as number);
  });
  if (symmetric) {
    for (const [cell, distance] of [...found]) {
      const reverse = (cell % n) * n + Math.floor(cell / n);
      if (!found.has(reverse)) found.set(reverse, distance);
    }
  }
  const cells = Float64Array.from(found.keys()).sort();
  const pairs = emptyPairs(cells.length);
  cells.forEach((cell, at) => {
    pairs.from[at] = Math.floor(cell / n);
    pairs.to[at] = cell % n;
    pairs.distance[at] = found.get(cell) as number;
  });
  return pairs;
}
