import { greatCircleKm } from "./great-circle.ts";

/** Ordered pairs of positions, with the distance in km (`NaN` where there are no coordinates). */
export interface Pairs {
  readonly from: number[];
  readonly to: number[];
  readonly distanceKm: number[];
}

/** Distances that agree to this share are one distance: a millimetre in a thousand kilometres. */
export const sameDistance = 1e-9;

export type DistanceOf = (a: number, b: number) => number;

export function distancesBetween(lon: ArrayLike<number>, lat: ArrayLike<number>): DistanceOf {
  return (a, b) => greatCircleKm(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number);
}

/** The k nearest of each place. Ties at the k-th distance are all taken, or broken by the order of the places. */
export function nearest(
  n: number,
  k: number,
  distance: DistanceOf,
  ties: "include" | "code",
): Pairs & { tied: number[] } {
  const pairs = { from: [] as number[], to: [] as number[], distanceKm: [] as number[] };
  const tied: number[] = [];
  for (let from = 0; from < n; from += 1) {
    const others = othersOf(from, n, distance);
    others.sort((a, b) => (closeTo(a.km, b.km) ? a.to - b.to : a.km - b.km));
    const limit = (others[k - 1] as Other).km;
    let taken = k;
    while (taken < others.length && closeTo((others[taken] as Other).km, limit)) taken += 1;
    if (taken > k) tied.push(from);
    for (const { to, km } of others.slice(0, ties === "include" ? taken : k)) add(pairs, from, to, km);
  }
  return { ...pairs, tied };
}

/** All pairs no farther apart than `band` km. */
export function within(n: number, band: number, distance: DistanceOf): Pairs {
  const pairs = { from: [] as number[], to: [] as number[], distanceKm: [] as number[] };
  for (let from = 0; from < n; from += 1) {
    for (const { to, km } of othersOf(from, n, distance)) if (km <= band * (1 + sameDistance)) add(pairs, from, to, km);
  }
  return pairs;
}

/** The largest distance from a place to its nearest other: the smallest band that leaves nobody without a neighbour. */
export function smallestBand(n: number, distance: DistanceOf): number {
  let band = 0;
  for (let from = 0; from < n; from += 1) {
    const closest = othersOf(from, n, distance).reduce(
      (least, { km }) => Math.min(least, km),
      Number.POSITIVE_INFINITY,
    );
    band = Math.max(band, closest);
  }
  return band;
}

interface Other {
  readonly to: number;
  readonly km: number;
}

function othersOf(from: number, n: number, distance: DistanceOf): Other[] {
  const others: Other[] = [];
  for (let to = 0; to < n; to += 1) if (to !== from) others.push({ to, km: distance(from, to) });
  return others;
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameDistance * Math.max(a, b);
}

function add(pairs: { from: number[]; to: number[]; distanceKm: number[] }, from: number, to: number, km: number) {
  pairs.from.push(from);
  pairs.to.push(to);
  pairs.distanceKm.push(km);
}
