import { kthSmallest } from "../spatial/kth-smallest.ts";

/** How indicators are made comparable before distances are taken. */
export type Standard = "z" | "min-max" | "rank";

/** A row's share of n below this is rounding: a constant column has no spread. */
const flat = 1e-12;

/**
 * One indicator without its unit, over the rows of one year: standard deviations (over n) from the mean, shares of the range,
 * or mid-ranks as shares of n. A constant indicator is 0 everywhere: it tells nobody apart. Gaps stay.
 */
export function standardised(values: readonly number[], how: Standard): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const low = known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const scale = Math.max(Math.abs(low), Math.abs(high));
  if (!(high - low > flat * scale)) return Float64Array.from(values, (value) => (Number.isNaN(value) ? value : 0));
  if (how === "min-max") return Float64Array.from(values, (value) => (value - low) / (high - low));
  if (how === "rank") {
    const [first, last] = [new Map<number, number>(), new Map<number, number>()];
    Float64Array.from(known)
      .sort()
      .forEach((value, at) => {
        if (!first.has(value)) first.set(value, at);
        last.set(value, at);
      });
    return Float64Array.from(values, (value) => {
      if (Number.isNaN(value)) return value;
      return ((first.get(value) as number) + (last.get(value) as number) + 2) / 2 / known.length;
    });
  }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
  return Float64Array.from(values, (value) => (value - mean) / Math.sqrt(square));
}

export interface Difference {
  /** Position of the indicator. */
  readonly at: number;
  readonly difference: number;
  /** Of the squared distance; the contributions of a pair add up to 1. */
  readonly contribution: number;
}

export interface PairDistance {
  /** Root of the weighted mean of squared differences over the indicators that both have; `NaN` where they are too few. */
  readonly distance: number;
  readonly indicators: number;
}

/** Two rows of standardised indicators. Each indicator's weight is kept as a share of the weights that both sides have. */
export function pairDistance(
  columns: readonly Float64Array[],
  a: number,
  b: number,
  weights: readonly number[],
  minimumShare: number,
): PairDistance {
  let [square, shared, total, indicators] = [0, 0, 0, 0];
  for (let at = 0; at < columns.length; at += 1) {
    const [column, weight] = [columns[at] as Float64Array, weights[at] as number];
    const difference = (column[b] as number) - (column[a] as number);
    total += weight;
    if (Number.isNaN(difference)) continue;
    indicators += 1;
    shared += weight;
    square += weight * difference * difference;
  }
  const enough = shared > 0 && shared >= minimumShare * total * (1 - flat);
  return { distance: enough ? Math.sqrt(square / shared) : Number.NaN, indicators };
}

/** The distances of all pairs of `n` rows, as a square matrix. */
export function distancesAmong(
  columns: readonly Float64Array[],
  n: number,
  weights: readonly number[],
  minimumShare: number,
): Float64Array {
  const distances = new Float64Array(n * n);
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const { distance } = pairDistance(columns, a, b, weights, minimumShare);
      distances[a * n + b] = distance;
      distances[b * n + a] = distance;
    }
  }
  return distances;
}

/** The `count` nearest of the candidates by their distance, nearest first; of equals, the first. */
export function nearestOf(candidates: readonly number[], distance: Float64Array, count: number): number[] {
  const of = (at: number) => distance[at] as number;
  const known = candidates.filter((at) => !Number.isNaN(of(at)));
  const reach = known.length > count ? kthSmallest(Float64Array.from(known, of), known.length, count) : undefined;
  return known
    .filter((at) => reach === undefined || of(at) <= reach)
    .sort((a, b) => of(a) - of(b) || a - b)
    .slice(0, count);
}

/** What each indicator that both rows have adds to their distance. */
export function differencesOf(
  columns: readonly Float64Array[],
  a: number,
  b: number,
  weights: readonly number[],
): Difference[] {
  const rows = columns.flatMap((column, at) => {
    const difference = (column[b] as number) - (column[a] as number);
    return Number.isNaN(difference) ? [] : [{ at, difference, square: (weights[at] as number) * difference ** 2 }];
  });
  const total = rows.reduce((sum, { square }) => sum + square, 0);
  return rows.map(({ at, difference, square }) => {
    return { at, difference, contribution: total > 0 ? square / total : 0 };
  });
}
