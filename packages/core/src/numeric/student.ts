import { lowerBeta } from "./incomplete-beta.ts";

/**
 * Tails and quantiles of Student's t distribution; `freedom` may be fractional. The upper tail keeps its relative precision.
 *
 * @example studentTwoSided(2, 10) // 0.073388
 */
export function studentUpperTail(t: number, freedom: number): number {
  if (Number.isNaN(t) || !(freedom > 0)) return Number.NaN;
  if (t === Number.POSITIVE_INFINITY) return 0;
  if (t === Number.NEGATIVE_INFINITY) return 1;
  const beyond = beyondEither(t, freedom) / 2;
  return t < 0 ? 1 - beyond : beyond;
}

/** Probability of lying at least as far from 0 as t, on either side. */
export function studentTwoSided(t: number, freedom: number): number {
  if (Number.isNaN(t) || !(freedom > 0)) return Number.NaN;
  return Math.abs(t) === Number.POSITIVE_INFINITY ? 0 : beyondEither(t, freedom);
}

function beyondEither(t: number, freedom: number): number {
  const square = (t / Math.sqrt(freedom)) ** 2;
  return lowerBeta(freedom / 2, 0.5, 1 / (1 + square), square / (1 + square));
}

/** The t that is exceeded with probability `upper`, by bisection down to neighbouring doubles. */
export function studentQuantile(upper: number, freedom: number): number {
  if (!(upper > 0 && upper < 1) || !(freedom > 0)) return Number.NaN;
  if (upper > 0.5) return -studentQuantile(1 - upper, freedom);
  if (upper === 0.5) return 0;
  let [low, high] = [0, 1];
  while (studentUpperTail(high, freedom) > upper) [low, high] = [high, high * 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (studentUpperTail(middle, freedom) > upper) low = middle;
    else high = middle;
  }
}
