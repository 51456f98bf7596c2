import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import { checkCoordinates, greatCircleKm } from "../spatial/great-circle.ts";

export interface GivenDistances {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly value: ArrayLike<number>;
}

/** An ordered pair of positions among the places. */
export interface DistancePair {
  readonly from: number;
  readonly to: number;
  readonly distance: number;
}

/** Every ordered pair by great circle, or the given pairs (with their reverses where asked), in the order of the places. */
export function pairDistances(
  input: {
    readonly place: readonly string[];
    readonly lon?: ArrayLike<number> | undefined;
    readonly lat?: ArrayLike<number> | undefined;
    readonly distances?: GivenDistances | undefined;
  },
  symmetric: boolean,
  dropped: Dropped[],
): DistancePair[] {
  const { place, lon, lat, distances } = input;
  const pairs =
    distances === undefined ? byGreatCircle(place, lon, lat) : listedPairs(place, distances, symmetric, dropped);
  for (const { from, to, distance } of pairs) {
    if (distance > 0) continue;
    throw new InputError({
      code: "distance-not-positive",
      text: {
        en: `gravity: distance from ${place[from]} to ${place[to]} is ${distance}, expected more than 0`,
        zh: `gravity：${place[from]} 至 ${place[to]} 的距离为 ${distance}，应大于 0`,
      },
    });
  }
  if (pairs.length > 0) return pairs;
  throw new InputError({
    code: "no-pairs",
    text: {
      en: `gravity: no pair of the ${place.length} places has a distance, expected at least one`,
      zh: `gravity：所给 ${place.length} 个地区之间没有任何距离，至少应有一对`,
    },
  });
}

function byGreatCircle(
  place: readonly string[],
  lon: ArrayLike<number> | undefined,
  lat: ArrayLike<number> | undefined,
): DistancePair[] {
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
  return place.flatMap((_, from) =>
    place.flatMap((_, to) => {
      if (from === to) return [];
      const distance = greatCircleKm(lon[from] as number, lat[from] as number, lon[to] as number, lat[to] as number);
      return [{ from, to, distance }];
    }),
  );
}

function listedPairs(
  place: readonly string[],
  { from, to, value }: GivenDistances,
  symmetric: boolean,
  dropped: Dropped[],
): DistancePair[] {
  const position = new Map(place.map((name, at) => [name, at]));
  const found = new Map<number, DistancePair>();
  const cellOf = (a: number, b: number) => a * place.length + b;
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
    } else found.set(cellOf(a, b), { from: a, to: b, distance: value[at] as number });
  });
  if (symmetric) {
    for (const { from: a, to: b, distance } of [...found.values()]) {
      if (!found.has(cellOf(b, a))) found.set(cellOf(b, a), { from: b, to: a, distance });
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}
