import { deviance, stirlingError } from "./stirling.ts";

/**
 * Regularised incomplete beta function I_x(a, b): the chance that a beta variable is below x. `y` is 1 - x, given apart so that
 * neither loses its digits near 1. Small values keep their relative precision: the fraction of the other side is taken
 * from 1 only where the result is of the order of 1.
 *
 * @example lowerBeta(1, 1, 0.25, 0.75) // 0.25
 */
export function lowerBeta(a: number, b: number, x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y) || !(a > 0) || !(b > 0)) return Number.NaN;
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  return x * (a + b + 2) < a + 1 ? side(a, b, x, y) : 1 - side(b, a, y, x);
}

/** x^a (1 - x)^b / B(a, b) by Loader's pieces, over the even part of the continued fraction, by modified Lentz. */
function side(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  return (Math.exp(exponent) * Math.sqrt((a * b) / (2 * Math.PI * n))) / fraction(a, b, x, y);
}

function fraction(a: number, b: number, x: number, y: number): number {
  const denominator = (m: number) =>
    (m === 0 ? 0 : m + (m * (b - m) * x) / (a + 2 * m - 1)) +
    ((a + m) * (a * y - b * x + 1 + m * (1 + y))) / (a + 2 * m + 1);
  let value = denominator(0);
  let [ratio, inverse] = [value, 0];
  for (let m = 1; m < 1e6; m += 1) {
    const numerator = ((a + m - 1) * (a + b + m - 1) * m * (b - m) * x * x) / (a + 2 * m - 1) ** 2;
    const next = denominator(m);
    inverse = 1 / (next + numerator * inverse);
    ratio = next + numerator / ratio;
    const change = ratio * inverse;
    value *= change;
    if (Math.abs(change - 1) < Number.EPSILON) break;
  }
  return value;
}
