import { lowerBeta } from "./incomplete-beta.ts";

/**
 * Upper tail of the F distribution with `between` and `within` degrees of freedom, which may be fractional.
 *
 * @example fisherUpperTail(4, 1, 10) // 0.073388: the square of t = 2
 */
export function fisherUpperTail(f: number, between: number, within: number): number {
  if (Number.isNaN(f) || !(between > 0) || !(within > 0)) return Number.NaN;
  if (f <= 0) return 1;
  if (f === Number.POSITIVE_INFINITY) return 0;
  const scaled = between * f;
  return lowerBeta(within / 2, between / 2, within / (within + scaled), scaled / (within + scaled));
}

/** Twice the smaller tail: for a ratio of two variances whose order says nothing. */
export function fisherTwoSided(f: number, between: number, within: number): number {
  return Math.min(1, 2 * Math.min(fisherUpperTail(f, between, within), fisherUpperTail(1 / f, within, between)));
}
