import { InputError } from "../contract/errors.ts";
import { checkCoordinates, greatCircleKm } from "../spatial/great-circle.ts";
import type { TreatedPanel } from "./treated-panel.ts";

/** Where a place stands in a year: under treatment, in the ring of this number round one that is, or beyond all rings. */
export const [beyond, underTreatment] = [-1, 0];

/** Kilometres between the places of a panel, row-major; each place has one point. */
export function distancesOf(
  method: string,
  { places, years, rows }: TreatedPanel,
  lon: ArrayLike<number>,
  lat: ArrayLike<number>,
): Float64Array {
  const points = places.map((place, at) => {
    const own = [...rows.subarray(at * years.length, (at + 1) * years.length)].filter((row) => row >= 0);
    const [first] = own;
    const moved = own.find((row) => lon[row] !== lon[first] || lat[row] !== lat[first]);
    if (moved !== undefined) throw pointMoves(method, place);
    return [lon[first], lat[first]] as const;
  });
  checkCoordinates(
    method,
    places,
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );
  return Float64Array.from({ length: places.length ** 2 }, (_, cell) => {
    const [a, b] = [points[Math.floor(cell / places.length)], points[cell % places.length]];
    return greatCircleKm(a[0], a[1], b[0], b[1]);
  });
}

/** Places x years, row-major: the ring, by the nearest place under treatment in that year, of those not under it themselves. */
export function ringsOf(
  km: Float64Array,
  first: ArrayLike<number>,
  years: readonly number[],
  edges: readonly number[],
): Int8Array {
  const count = first.length;
  return Int8Array.from({ length: count * years.length }, (_, cell) => {
    const [at, year] = [Math.floor(cell / years.length), years[cell % years.length]];
    if (first[at] <= year) return underTreatment;
    let nearest = Number.POSITIVE_INFINITY;
    for (let other = 0; other < count; other += 1) {
      if (first[other] <= year) nearest = Math.min(nearest, km[at * count + other]);
    }
    const ring = edges.findIndex((edge) => nearest <= edge);
    return ring < 0 ? beyond : ring + 1;
  });
}

/** The first year in which each place is under treatment or in a ring; infinite where it never is. */
export function onsetOf(rings: Int8Array, years: readonly number[]): Float64Array {
  return Float64Array.from({ length: rings.length / years.length }, (_, at) => {
    const step = years.findIndex((_year, each) => rings[at * years.length + each] !== beyond);
    return step < 0 ? Number.POSITIVE_INFINITY : years[step];
  });
}

export function checkEdges(method: string, edges: readonly number[]): void {
  const falls = edges.findIndex((edge, at) => at > 0 && edge <= edges[at - 1]);
  if (falls < 0) return;
  throw new InputError({
    code: "rings-not-rising",
    text: {
      en: `${method}: rings end at ${edges.join(", ")} km, expected rising distances`,
      zh: `${method}：各圈层外缘为 ${edges.join("、")} 公里，应依次增大`,
    },
    place: { path: "rings" },
  });
}

function pointMoves(method: string, place: string): InputError {
  return new InputError({
    code: "point-moves",
    text: {
      en: `${method}: lon or lat of ${place} differs between its years, expected one point`,
      zh: `${method}：${place} 各年的经纬度不一致，应为同一点`,
    },
  });
}
