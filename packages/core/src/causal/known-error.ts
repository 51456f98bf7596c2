import { extremes } from "../numeric/spread.ts";

const rounding = 1e-12; // of the largest outcome: sums of differences leave a ten-thousandth of this, weights that were sought a hundredth

/**
 * The error whose square is `variance`; `NaN` where it is 0, or what rounding leaves of outcomes of this size: nothing varies that
 * could tell of an error, which is not to be without one.
 */
export function knownError(variance: number, outcome: ArrayLike<number>): number {
  const { least, most } = extremes(outcome);
  const error = Math.sqrt(variance);
  return error > rounding * Math.max(Math.abs(least), Math.abs(most)) ? error : Number.NaN;
}
