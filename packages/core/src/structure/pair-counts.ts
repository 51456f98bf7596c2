import type { PairHistogram } from "./pair-density.ts";
import { type CountJob, mostPairs } from "./pair-histogram.ts";
import type { Points } from "./points.ts";

/** Runs jobs and answers in their order: here, or on workers. */
export type Run = (kernel: "count" | "draw", jobs: readonly unknown[]) => Promise<readonly unknown[]>;

/** x, y and z of each point in turn, in widths of a bin. */
export function packed({ x, y, z, n }: Points, width: number, rows: readonly number[] | undefined): Float64Array {
  const count = rows === undefined ? n : rows.length;
  const at = new Float64Array(3 * count);
  for (let point = 0; point < count; point += 1) {
    const row = rows === undefined ? point : (rows[point] as number);
    at[3 * point] = (x[row] as number) / width;
    at[3 * point + 1] = (y[row] as number) / width;
    at[3 * point + 2] = (z[row] as number) / width;
  }
  return at;
}

/** The histogram of all pairs of the points at `rows`, or of all points, shared out over jobs. */
export async function countAll(
  points: Points,
  rows: readonly number[] | undefined,
  weighted: boolean,
  bins: number,
  width: number,
  run: Run,
): Promise<PairHistogram> {
  const at = packed(points, width, rows);
  const n = at.length / 3;
  const pairs = (n * (n - 1)) / 2;
  const parts = Math.max(1, Math.min(24, Math.ceil(pairs / 2e7)), Math.ceil(pairs / mostPairs));
  const weight = rows === undefined ? points.weight : Float64Array.from(rows, (row) => points.weight[row] as number);
  // row i has n - 1 - i pairs: ends such that all parts have about as many
  const end = (part: number) => (part === parts ? n : Math.round(n * (1 - Math.sqrt(1 - part / parts))));
  const jobs = Array.from(
    { length: parts },
    (_, part): CountJob => ({
      at,
      bins,
      weight: weighted ? weight : undefined,
      from: end(part),
      to: end(part + 1),
    }),
  );
  const counts = new Float64Array(bins);
  for (const own of (await run("count", jobs)) as readonly Float64Array[]) {
    for (let bin = 0; bin < bins; bin += 1) counts[bin] = (counts[bin] as number) + (own[bin] as number);
  }
  return { counts, width, coordinates: points.coordinates, pairs };
}
