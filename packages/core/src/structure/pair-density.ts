import type { Smoother } from "./pair-histogram.ts";
import { type Coordinates, overGround } from "./points.ts";

/** A histogram of pair distances: bin k holds those whose straight line is k to k + 1 widths. */
export interface PairHistogram {
  readonly counts: Float64Array;
  readonly width: number;
  readonly coordinates: Coordinates;
  /** Number of pairs, whatever they weigh. */
  readonly pairs: number;
}

export const middleOf = (bin: number, { width, coordinates }: Pick<PairHistogram, "width" | "coordinates">): number =>
  overGround((bin + 0.5) * width, coordinates);

/** Quantile of the distances of pairs, each at the middle of its bin (type 7 of R). The histogram counts pairs, not weights. */
export function quantileOf(histogram: PairHistogram, part: number): number {
  const position = (histogram.pairs - 1) * part;
  const below = Math.floor(position + 4 * Number.EPSILON * position);
  const low = orderedPair(histogram, below);
  const rest = Math.max(0, position - below);
  return rest === 0 ? low : low + rest * (orderedPair(histogram, below + 1) - low);
}

function orderedPair(histogram: PairHistogram, rank: number): number {
  let counted = 0;
  const bin = histogram.counts.findIndex((count) => {
    counted += count;
    return counted > rank;
  });
  return bin < 0 ? Number.NaN : middleOf(bin, histogram);
}

/** Silverman's rule of thumb (R's nrd0) over the distances of pairs, whatever these weigh; `NaN` where they do not differ. */
export function pairBandwidth(histogram: PairHistogram): number {
  const { counts, pairs } = histogram;
  let [total, mean] = [0, 0];
  counts.forEach((count, bin) => {
    if (count === 0) return;
    total += count;
    mean += count * middleOf(bin, histogram);
  });
  mean /= total;
  let squares = 0;
  counts.forEach((count, bin) => {
    if (count > 0) squares += count * (middleOf(bin, histogram) - mean) ** 2;
  });
  const deviation = pairs > 1 ? Math.sqrt((squares / total) * (pairs / (pairs - 1))) : Number.NaN;
  const range = (quantileOf(histogram, 0.75) - quantileOf(histogram, 0.25)) / 1.34;
  const spread = range > 0 ? Math.min(deviation, range) : deviation;
  return spread > 0 ? 0.9 * spread * pairs ** -0.2 : Number.NaN;
}

const reach = 8.5; // bandwidths beyond which a normal density adds less than 1e-16

/** Gaussian kernels at each distance over the middles of the bins, folded at 0, over the total weight. */
export function smootherOf(
  distances: Float64Array,
  bins: number,
  histogram: Pick<PairHistogram, "width" | "coordinates">,
  bandwidth: number,
  total: number,
): Smoother {
  const middles = Float64Array.from({ length: bins }, (_, bin) => middleOf(bin, histogram));
  const from = (km: number) => lowerBound(middles, km);
  const first = Uint32Array.from(distances, (km) => from(km - reach * bandwidth));
  const last = Uint32Array.from(distances, (km) => from(km + reach * bandwidth));
  const perRow = first.reduce((most, start, row) => Math.max(most, (last[row] as number) - start), 1);
  const weights = new Float64Array(distances.length * perRow);
  const scale = 1 / (bandwidth * Math.sqrt(2 * Math.PI) * total);
  const phi = (gap: number) => Math.exp(-0.5 * (gap / bandwidth) ** 2);
  distances.forEach((km, row) => {
    const start = first[row] as number;
    for (let k = 0; k < perRow && start + k < bins; k += 1) {
      const middle = middles[start + k] as number;
      weights[row * perRow + k] = scale * (phi(km - middle) + phi(km + middle));
    }
  });
  return { distances: distances.length, perRow, first, weights };
}

function lowerBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** No pair is moved by more than half a bin, so that no point of the curve is off by more than this (twice at the fold). */
export function binBound(width: number, bandwidth: number): number {
  const steepest = Math.exp(-0.5) / Math.sqrt(2 * Math.PI); // of the normal density
  return (2 * steepest * (width / 2)) / bandwidth ** 2;
}
