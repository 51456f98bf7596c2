import { LuDecomposition, Matrix } from "ml-matrix";
import { chiSquareUpperTail } from "../numeric/chi-square.ts";

export interface SamplingAdequacy {
  /** Kaiser, Meyer and Olkin's measure; `NaN` where correlations cannot be inverted. */
  readonly kmo: number;
  /** By indicator. */
  readonly kmoOf: readonly number[];
  readonly bartlett: number;
  readonly bartlettFreedom: number;
  readonly bartlettP: number;
}

/**
 * Whether correlations are worth condensing.
 *
 *   KMO = sum r_ij^2 / (sum r_ij^2 + sum q_ij^2), i != j, q the partial correlations -s_ij / sqrt(s_ii s_jj), s = R^-1
 *   Bartlett  chi2 = -(n - 1 - (2p + 5) / 6) ln |R| on p (p - 1) / 2 degrees of freedom, |R| the product of eigenvalues
 *
 * Indicators that determine each other, as any do with no more rows than columns, leave R singular, and neither exists.
 */
export function samplingAdequacy(
  correlated: readonly ArrayLike<number>[],
  eigenvalues: readonly number[],
  n: number,
): SamplingAdequacy {
  const p = correlated.length;
  const bartlettFreedom = (p * (p - 1)) / 2;
  const smallest = eigenvalues[p - 1];
  if (p < 2 || !(smallest > singular * eigenvalues[0])) {
    const kmoOf = correlated.map(() => Number.NaN);
    return { kmo: Number.NaN, kmoOf, bartlett: Number.NaN, bartlettFreedom, bartlettP: Number.NaN };
  }
  const r = new Matrix(correlated.map((row) => Array.from(row)));
  const s = new LuDecomposition(r).solve(Matrix.eye(p));
  const squares = (of: (i: number, j: number) => number) =>
    correlated.map((_, i) => correlated.reduce((sum, __, j) => sum + (i === j ? 0 : of(i, j) ** 2), 0));
  const plain = squares((i, j) => r.get(i, j));
  const partial = squares((i, j) => s.get(i, j) / Math.sqrt(s.get(i, i) * s.get(j, j)));
  const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);
  const logDeterminant = eigenvalues.reduce((sum, each) => sum + Math.log(each), 0);
  const bartlett = Math.max(0, -(n - 1 - (2 * p + 5) / 6) * logDeterminant);
  return {
    kmo: total(plain) / (total(plain) + total(partial)),
    kmoOf: plain.map((each, at) => each / (each + partial[at])),
    bartlett,
    bartlettFreedom,
    bartlettP: chiSquareUpperTail(bartlett, bartlettFreedom),
  };
}

const singular = 1e-12; // smallest over largest eigenvalue: an inverse would keep no more than four digits
