import { upperGamma } from "./incomplete-gamma.ts";

/**
 * Upper tail of the chi-square distribution with `freedom` degrees of freedom, which may be fractional.
 *
 * @example chiSquareUpperTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareUpperTail(x: number, freedom: number): number {
  if (Number.isNaN(x) || !(freedom > 0)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  return upperGamma(freedom / 2, x / 2);
}
