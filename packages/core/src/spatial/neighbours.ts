import { earthRadiusKm, greatCircleKm } from "./great-circle.ts";
import { kthSmallest } from "./kth-smallest.ts";

/** Ordered pairs of positions, with the distance in km (`NaN` where there are no coordinates). */
export interface Pairs {
  readonly from: number[];
  readonly to: number[];
  readonly distanceKm: number[];
}

/** Distances that agree to this share are one distance: a millimetre in a thousand kilometres. */
export const sameDistance = 1e-9;

export type DistanceOf = (a: number, b: number) => number;

/** Places on the sphere. Squares of chords between them sort as distances do and cost no sine; they sift, `km` decides. */
export interface Sphere {
  readonly n: number;
  readonly km: DistanceOf;
  /** Coordinates on the unit sphere, three a place. */
  readonly points: Float64Array;
}

export function sphereOf(lon: ArrayLike<number>, lat: ArrayLike<number>): Sphere {
  const points = new Float64Array(3 * lon.length);
  const radians = Math.PI / 180;
  for (let at = 0; at < lon.length; at += 1) {
    const [east, north] = [(lon[at] as number) * radians, (lat[at] as number) * radians];
    points[3 * at] = Math.cos(north) * Math.cos(east);
    points[3 * at + 1] = Math.cos(north) * Math.sin(east);
    points[3 * at + 2] = Math.sin(north);
  }
  const km = (a: number, b: number) =>
    greatCircleKm(lon[a] as number, lat[a] as number, lon[b] as number, lat[b] as number);
  return { n: lon.length, km, points };
}

/** The k nearest of each place. Ties at the k-th distance are all taken, or broken by the order of the places. */
export function nearest(sphere: Sphere, k: number, ties: "include" | "code"): Pairs & { tied: number[] } {
  const pairs = { from: [] as number[], to: [] as number[], distanceKm: [] as number[] };
  const tied: number[] = [];
  const sift = sifter(sphere);
  for (let from = 0; from < sphere.n; from += 1) {
    const others = sift.nearest(from, k).map((to): Other => ({ to, km: sphere.km(from, to) }));
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
export function within(sphere: Sphere, band: number): Pairs {
  const pairs = { from: [] as number[], to: [] as number[], distanceKm: [] as number[] };
  const limit = band * (1 + sameDistance);
  const chord = 2 * Math.sin(Math.min(limit / (2 * earthRadiusKm), Math.PI / 2));
  const sift = sifter(sphere);
  for (let from = 0; from < sphere.n; from += 1) {
    for (const to of sift.within(from, chord)) {
      const km = sphere.km(from, to);
      if (km <= limit) add(pairs, from, to, km);
    }
  }
  return pairs;
}

/** The largest distance from a place to its nearest other: the smallest band that leaves nobody without a neighbour. */
export function smallestBand(sphere: Sphere): number {
  if (sphere.n < 2) return Number.POSITIVE_INFINITY;
  const sift = sifter(sphere);
  let band = 0;
  for (let from = 0; from < sphere.n; from += 1) {
    const closest = sift
      .nearest(from, 1)
      .reduce((least, to) => Math.min(least, sphere.km(from, to)), Number.POSITIVE_INFINITY);
    band = Math.max(band, closest);
  }
  return band;
}

interface Other {
  readonly to: number;
  readonly km: number;
}

/** By how much chords may miss: a share, twice that of distances that count as one, and the rounding of coordinates of 1. */
const chordMargin = { share: 1e-8, rounding: 2e-15 };

/** Who can be among the nearest, or within a chord, in the order of places: at least those who are, and hardly more. */
function sifter({ n, points }: Sphere) {
  const squares = new Float64Array(n);
  const others = new Float64Array(n);
  const measure = (from: number) => {
    const [x, y, z] = [points[3 * from] as number, points[3 * from + 1] as number, points[3 * from + 2] as number];
    for (let to = 0; to < n; to += 1) {
      const across = (points[3 * to] as number) - x;
      const along = (points[3 * to + 1] as number) - y;
      const up = (points[3 * to + 2] as number) - z;
      squares[to] = across * across + along * along + up * up;
    }
  };
  const upTo = (from: number, chord: number): number[] => {
    const limit = (chord * (1 + chordMargin.share) + chordMargin.rounding) ** 2;
    const found: number[] = [];
    for (let to = 0; to < n; to += 1) if ((squares[to] as number) <= limit && to !== from) found.push(to);
    return found;
  };
  return {
    nearest: (from: number, k: number): number[] => {
      measure(from);
      others.set(squares.subarray(0, from));
      others.set(squares.subarray(from + 1), from);
      return upTo(from, Math.sqrt(kthSmallest(others, n - 1, k)));
    },
    within: (from: number, chord: number): number[] => {
      measure(from);
      return upTo(from, chord);
    },
  };
}

function closeTo(a: number, b: number): boolean {
  return Math.abs(a - b) <= sameDistance * Math.max(a, b);
}

function add(pairs: { from: number[]; to: number[]; distanceKm: number[] }, from: number, to: number, km: number) {
  pairs.from.push(from);
  pairs.to.push(to);
  pairs.distanceKm.push(km);
}
