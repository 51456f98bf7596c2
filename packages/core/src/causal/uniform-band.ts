import type { Random } from "../contract/random.ts";
import { quantile } from "../numeric/quantile.ts";
import { sumsBy } from "./group-time-aggregates.ts";

export interface UniformBand {
  /** How many standard errors make a band that covers all effects at once. */
  readonly critical: number;
  /** Standard errors from the draws: the interquartile range in units of the normal one. */
  readonly errors: Float64Array;
}

/** Mammen's two points: mean 0, variance 1, third moment 1. */
const root5 = Math.sqrt(5);
const [low, high, lowShare] = [(1 - root5) / 2, (1 + root5) / 2, (root5 + 1) / (2 * root5)];
const normalQuartiles = 2 * 0.6744897501960817;

/**
 * A band over several effects at once by the multiplier bootstrap: every draw multiplies each place's (or cluster's)
 * influence by a number of mean 0 and variance 1, and the band is wide enough for the largest departure in `level` of them.
 */
export function uniformBand(
  influences: readonly Float64Array[],
  clusters: Uint32Array | undefined,
  draws: number,
  level: number,
  random: Random,
): UniformBand {
  const units = influences.map((each) => (clusters === undefined ? each : sumsBy(each, clusters)));
  const [count, n] = [units[0].length, influences[0].length];
  const drawn = influences.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    const multipliers = Float64Array.from({ length: count }, () => (random.uniform() < lowShare ? low : high));
    for (const [at, own] of units.entries()) {
      let sum = 0;
      for (let unit = 0; unit < count; unit += 1) sum += own[unit] * multipliers[unit];
      drawn[at][draw] = sum / n;
    }
  }
  const errors = Float64Array.from(drawn, (values) => {
    const sorted = values.slice().sort();
    return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / normalQuartiles;
  });
  const largest = new Float64Array(draws);
  for (const [at, values] of drawn.entries()) {
    if (!(errors[at] > 0)) continue;
    for (let draw = 0; draw < draws; draw += 1) {
      largest[draw] = Math.max(largest[draw], Math.abs(values[draw]) / errors[at]);
    }
  }
  return { critical: quantile(largest.sort(), level), errors };
}
