import type { ChasingPair } from "./chase.ts";
import { baseOf, type Reference } from "./reference.ts";
import { type Shares, sharesWhere } from "./shares.ts";

/** An excess over 1 by rounding is none. */
const rounding = 1e-12;

/** The years with the places that have a structure in each of them. */
export function inBoth(slices: readonly Shares[]): Shares[] {
  const common = (slices[0] as Shares).places.filter((place) => slices.every(({ places }) => places.includes(place)));
  return slices.map((slice) => {
    const width = slice.industries.length;
    const rows = common.map((place) => slice.places.indexOf(place));
    const take = (values: Float64Array) =>
      Float64Array.from(rows.flatMap((at) => [...values.subarray(at * width, (at + 1) * width)]));
    return { ...slice, places: common, values: take(slice.values), shares: take(slice.shares) };
  });
}

export interface Quotients {
  readonly values: Float64Array;
  /** Shares of the reference. */
  readonly base: Float64Array;
}

export function quotientsOf(slice: Shares, reference: Reference | undefined): Quotients {
  const base = baseOf("chase", slice, reference, "include")(0);
  const width = slice.industries.length;
  const values = slice.places.flatMap((_, at) => {
    const shares = slice.shares.subarray(at * width, (at + 1) * width);
    const theirs = sharesWhere(base, (column) => !Number.isNaN(shares[column]));
    return Array.from(shares, (share, column) =>
      (theirs[column] as number) > 0 ? share / (theirs[column] as number) : Number.NaN,
    );
  });
  return { values: Float64Array.from(values), base: sharesWhere(base) };
}

export function overlapOf(values: Float64Array, mine: Float64Array, theirs: Float64Array): number {
  let [contested, all] = [0, 0];
  values.forEach((value, at) => {
    if (!((mine[at] as number) > 1 + rounding)) return;
    all += value;
    if ((theirs[at] as number) > 1 + rounding) contested += value;
  });
  return all > 0 ? contested / all : Number.NaN;
}

/** Mean of both directions, as a matrix with 1 on its diagonal. */
export function mutual(pairs: readonly ChasingPair[], places: readonly string[]): Float64Array {
  const n = places.length;
  const at = new Map(places.map((place, index) => [place, index]));
  const matrix = new Float64Array(n * n);
  for (const { place, other, chase: value } of pairs) {
    const [i, j] = [at.get(place) as number, at.get(other) as number];
    matrix[i * n + j] = (matrix[i * n + j] as number) + value / 2;
    matrix[j * n + i] = (matrix[j * n + i] as number) + value / 2;
  }
  for (let i = 0; i < n; i += 1) matrix[i * n + i] = 1;
  return matrix;
}

export function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
