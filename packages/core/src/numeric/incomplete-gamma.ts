import { deviance, stirlingError } from "./stirling.ts";

/**
 * Upper regularised incomplete gamma function Q(a, x), a > 0: the chance that a gamma variable of shape a exceeds x. The tail
 * is computed as such where it is small, never as 1 - P.
 *
 *   x < a + 1    1 - x^a e^-x / gamma(a + 1) (1 + x/(a+1) + x^2/((a+1)(a+2)) + ...)
 *   otherwise    x^a e^-x / gamma(a) / (x + 1 - a - 1(1 - a) / (x + 3 - a - ...))
 */
export function upperGamma(a: number, x: number): number {
  if (Number.isNaN(x) || !(a > 0)) return Number.NaN;
  if (x <= 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const term = Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
  return x < a + 1 ? 1 - term * series(a, x) : (term * a) / fraction(a, x);
}

function series(a: number, x: number): number {
  let [term, total] = [1, 1];
  for (let k = 1; term > total * Number.EPSILON * 0.1; k += 1) {
    term *= x / (a + k);
    total += term;
  }
  return total;
}

/** Modified Lentz. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let [value, ratio, inverse] = [b, b, 0];
  for (let k = 1; k < 1e6; k += 1) {
    const numerator = -k * (k - a);
    b += 2;
    inverse = 1 / (b + numerator * inverse);
    ratio = b + numerator / ratio;
    const change = ratio * inverse;
    value *= change;
    if (Math.abs(change - 1) < Number.EPSILON) break;
  }
  return value;
}
