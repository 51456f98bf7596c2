import { alike } from "../numeric/spread.ts";

/**
 * Half the mean difference over the mean, of levels with shares that add up to 1: 2/mean times the covariance of level and
 * rank. Levels are taken around their mean and ranks around 1/2; levels that are all alike give 0, not what rounding leaves.
 */
export function giniCoefficient(level: Float64Array, share: Float64Array, mean: number): number {
  if (alike(level)) return 0;
  const order = Uint32Array.from(level, (_, at) => at).sort((a, b) => (level[a] as number) - (level[b] as number));
  let [before, total] = [0, 0];
  for (const at of order) {
    const own = share[at] as number;
    total += own * ((level[at] as number) - mean) * (before + own / 2 - 0.5);
    before += own;
  }
  return Math.max(0, (2 * total) / mean);
}
