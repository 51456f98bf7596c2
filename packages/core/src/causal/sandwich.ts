import type { Factor } from "./absorb.ts";
import type { PanelFit } from "./panel-regression.ts";

export interface Covariance {
  /** k x k, row-major. */
  readonly values: Float64Array;
  /** Degrees of freedom of t and F. */
  readonly freedom: number;
}

/** One error variance for all. */
export function classical(fit: PanelFit): Covariance {
  const freedom = fit.rows - fit.parameters;
  const variance = fit.residuals.reduce((sum, each) => sum + each * each, 0) / freedom;
  return { values: fit.bread.map((each) => each * variance), freedom };
}

/** White's, times n / (n - K). */
export function heteroskedastic(fit: PanelFit): Covariance {
  const freedom = fit.rows - fit.parameters;
  const rows = { of: Uint32Array.from(fit.residuals, (_, row) => row), levels: fit.rows };
  return { values: around(fit, meatOf(fit, rows)).map((each) => (each * fit.rows) / freedom), freedom };
}

/**
 * By clusters, in one way or more: each way's, less that of the ways crossed, and so on (Cameron, Gelbach and Miller 2011).
 * Small samples as fixest has them: (n - 1) / (n - K) with effects nested in clusters counted as one, G / (G - 1) with the
 * fewest clusters of any way, whose G - 1 are the degrees of freedom. A variance below 0, which crossing can give, is `NaN`.
 */
export function clustered(fit: PanelFit, ways: readonly Factor[], effects: readonly Factor[]): Covariance {
  const nested = effects.filter((effect) => ways.some((way) => isNested(effect, way)));
  const levelsOf = (factors: readonly Factor[]) => factors.reduce((sum, { levels }) => sum + levels, 0);
  // one level lost to each further effect, however many parts they fall into: what lies in clusters is lost already
  const dummies = levelsOf(effects) - (effects.length - 1) - (levelsOf(nested) - nested.length);
  const parameters = fit.coefficients.length + dummies;
  const fewest = ways.reduce((least, way) => Math.min(least, way.levels), Number.POSITIVE_INFINITY);
  const small = ((fit.rows - 1) / Math.max(1, fit.rows - parameters)) * (fewest / (fewest - 1));
  const k = fit.coefficients.length;
  const meat = new Float64Array(k * k);
  for (let chosen = 1; chosen < 1 << ways.length; chosen += 1) {
    const some = ways.filter((_, at) => (chosen & (1 << at)) !== 0);
    const sign = some.length % 2 === 1 ? 1 : -1;
    for (const [at, each] of meatOf(fit, crossed(some)).entries()) meat[at] += sign * each;
  }
  return { values: around(fit, meat).map((each) => each * small), freedom: fewest - 1 };
}

/** Whether every level of a factor lies in one cluster. */
export function isNested(effect: Factor, cluster: Factor): boolean {
  const lies = new Int32Array(effect.levels).fill(-1);
  return effect.of.every((level, row) => {
    if (lies[level] < 0) lies[level] = cluster.of[row];
    return lies[level] === cluster.of[row];
  });
}

/** The factor whose levels are the combinations that occur. */
export function crossed(factors: readonly Factor[]): Factor {
  if (factors.length === 1) return factors[0];
  const known = new Map<number, number>();
  const of = Uint32Array.from(factors[0].of, (_, row) => {
    const key = factors.reduce((code, factor) => code * factor.levels + factor.of[row], 0);
    const level = known.get(key) ?? known.size;
    known.set(key, level);
    return level;
  });
  return { of, levels: known.size };
}

/** Sum over clusters of the outer product of their scores. */
function meatOf({ left, residuals }: PanelFit, { of, levels }: Factor): Float64Array {
  const k = left.length;
  const scores = left.map((column) => {
    const sums = new Float64Array(levels);
    for (let row = 0; row < column.length; row += 1) sums[of[row]] += column[row] * residuals[row];
    return sums;
  });
  const meat = new Float64Array(k * k);
  for (const [a, one] of scores.entries()) {
    for (const [b, other] of scores.entries()) {
      let sum = 0;
      for (let level = 0; level < levels; level += 1) sum += one[level] * other[level];
      meat[a * k + b] = sum;
    }
  }
  return meat;
}

/** Bread, meat, bread. */
export function around({ bread, coefficients }: PanelFit, meat: Float64Array): Float64Array {
  const k = coefficients.length;
  return product(product(bread, meat, k), bread, k);
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array {
  const c = new Float64Array(k * k);
  for (let row = 0; row < k; row += 1) {
    for (let middle = 0; middle < k; middle += 1) {
      for (let column = 0; column < k; column += 1) c[row * k + column] += a[row * k + middle] * b[middle * k + column];
    }
  }
  return c;
}
