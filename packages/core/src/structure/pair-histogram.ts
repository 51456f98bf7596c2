import { random } from "../contract/random.ts";

/** Pairs of the points from `from` up to `to` with all points after them. Without weights every pair counts 1. */
export interface CountJob {
  /** x, y and z of each point in turn, in widths of a bin, so that a distance is the number of its bin. */
  readonly at: Float64Array;
  readonly weight: Float64Array | undefined;
  readonly from: number;
  readonly to: number;
  readonly bins: number;
}

/** More pairs than a job may count: a bin holds 32 bits. */
export const mostPairs = 4e9;

/** How many pairs (or how much weight) are how far apart: no distance is kept. */
export function countPairs({ at, weight, from, to, bins }: CountJob): Float64Array {
  return weight === undefined ? plainCounts(at, from, to, bins) : weighedCounts(at, weight, from, to, bins);
}

/** Two pairs at a time into two histograms: one that has just been written to is slow to write to again. */
function plainCounts(at: Float64Array, from: number, to: number, bins: number): Float64Array {
  const [even, odd] = [new Uint32Array(bins), new Uint32Array(bins)];
  const end = at.length;
  for (let i = 3 * from; i < 3 * to; i += 3) {
    const [x, y, z] = [at[i] as number, at[i + 1] as number, at[i + 2] as number];
    let j = i + 3;
    for (; j + 3 < end; j += 6) {
      let dx = (at[j] as number) - x;
      let dy = (at[j + 1] as number) - y;
      let dz = (at[j + 2] as number) - z;
      const first = Math.sqrt(dx * dx + dy * dy + dz * dz) | 0;
      dx = (at[j + 3] as number) - x;
      dy = (at[j + 4] as number) - y;
      dz = (at[j + 5] as number) - z;
      const second = Math.sqrt(dx * dx + dy * dy + dz * dz) | 0;
      even[first] = (even[first] as number) + 1;
      odd[second] = (odd[second] as number) + 1;
    }
    if (j < end) {
      const last = Math.hypot((at[j] as number) - x, (at[j + 1] as number) - y, (at[j + 2] as number) - z) | 0;
      even[last] = (even[last] as number) + 1;
    }
  }
  return Float64Array.from(even, (count, bin) => count + (odd[bin] as number));
}

function weighedCounts(at: Float64Array, weight: Float64Array, from: number, to: number, bins: number): Float64Array {
  const counts = new Float64Array(bins);
  const n = weight.length;
  for (let i = from; i < to; i += 1) {
    const own = weight[i] as number;
    const [x, y, z] = [at[3 * i] as number, at[3 * i + 1] as number, at[3 * i + 2] as number];
    for (let j = i + 1; j < n; j += 1) {
      const dx = (at[3 * j] as number) - x;
      const dy = (at[3 * j + 1] as number) - y;
      const dz = (at[3 * j + 2] as number) - z;
      const bin = Math.sqrt(dx * dx + dy * dy + dz * dz) | 0;
      counts[bin] = (counts[bin] as number) + own * (weight[j] as number);
    }
  }
  return counts;
}

/** Kernel weights of the bins at each distance asked for: row r holds bins `first[r]` on, `perRow` of them. */
export interface Smoother {
  readonly distances: number;
  readonly perRow: number;
  readonly first: Uint32Array;
  readonly weights: Float64Array;
}

/** As many curves as there are draws: `size` sites drawn from all of them, without putting back, and smoothed. */
export interface DrawJob {
  /** The sites of all plants, as in `CountJob`. */
  readonly at: Float64Array;
  readonly size: number;
  /** Of the plants that are put on the drawn sites. */
  readonly weight: Float64Array | undefined;
  readonly bins: number;
  readonly smoother: Smoother;
  readonly seed: number;
  readonly draws: number;
}

export function drawCurves({ at, size, weight, bins, smoother, seed, draws }: DrawJob): Float64Array {
  const draw = random(seed, "duranton-overman/sites");
  const n = at.length / 3;
  const order = Uint32Array.from({ length: n }, (_, site) => site);
  const drawn = new Float64Array(3 * size);
  const curves = new Float64Array(draws * smoother.distances);
  for (let round = 0; round < draws; round += 1) {
    for (let plant = 0; plant < size; plant += 1) {
      const other = plant + draw.integer(n - plant);
      const site = order[other] as number;
      order[other] = order[plant] as number;
      order[plant] = site;
      for (let axis = 0; axis < 3; axis += 1) drawn[3 * plant + axis] = at[3 * site + axis] as number;
    }
    const counts = countPairs({ at: drawn, weight, from: 0, to: size, bins });
    smoothInto(curves.subarray(round * smoother.distances, (round + 1) * smoother.distances), counts, smoother);
  }
  return curves;
}

export function smoothInto(out: Float64Array, counts: Float64Array, { perRow, first, weights }: Smoother): void {
  for (let row = 0; row < out.length; row += 1) {
    const start = first[row] as number;
    const upTo = Math.min(perRow, counts.length - start);
    let sum = 0;
    for (let k = 0; k < upTo; k += 1) sum += (weights[row * perRow + k] as number) * (counts[start + k] as number);
    out[row] = sum;
  }
}
