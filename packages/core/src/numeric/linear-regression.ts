import { extremes } from "./spread.ts";

/** How the covariance of coefficients is estimated: one error variance, or White's by HC1 or HC3. */
export type ErrorVariance = "classical" | "hc1" | "hc3";

export interface LinearFit {
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** Diagonal of the hat matrix. */
  readonly leverage: Float64Array;
  /** Observations less coefficients. */
  readonly freedom: number;
  /** `NaN` where `y` is the same everywhere, so that there is nothing to explain. */
  readonly r2: number;
  /** Of each coefficient. `NaN` where nothing is left to estimate an error from, or where `y` is the same everywhere and fitted. */
  readonly standardErrors: (kind: ErrorVariance) => Float64Array;
}

/** A column counts as made of those before it when this much of its length is left beside them. */
const independent = 1e-10;

/** What is explained counts as the same everywhere when it differs by no more than this, relatively. */
const flat = 1e-12;

/**
 * Ordinary least squares of `y` on `columns` (put a column of ones first for an intercept), by an orthogonal basis made in two
 * Gram-Schmidt passes, so that it is orthogonal to rounding. Answers with the position of the first column that is a
 * combination of those before it, where there is one.
 */
export function linearRegression(y: Float64Array, columns: readonly Float64Array[]): LinearFit | { collinear: number } {
  const [n, k] = [y.length, columns.length];
  const basis: Float64Array[] = [];
  const upper = columns.map(() => new Float64Array(k));
  for (const [at, column] of columns.entries()) {
    const left = column.slice();
    for (let pass = 0; pass < 2; pass += 1) {
      for (const [before, direction] of basis.entries()) {
        const along = dot(direction, left);
        (upper[before] as Float64Array)[at] = (upper[before]?.[at] as number) + along;
        for (let row = 0; row < n; row += 1) left[row] = (left[row] as number) - along * (direction[row] as number);
      }
    }
    const length = Math.sqrt(dot(left, left));
    if (!(length > independent * Math.sqrt(dot(column, column)))) return { collinear: at };
    (upper[at] as Float64Array)[at] = length;
    basis.push(left.map((each) => each / length));
  }
  const residuals = y.slice();
  const projected = new Float64Array(k);
  for (let pass = 0; pass < 2; pass += 1) {
    for (const [at, direction] of basis.entries()) {
      const along = dot(direction, residuals);
      projected[at] = (projected[at] as number) + along;
      for (let row = 0; row < n; row += 1) {
        residuals[row] = (residuals[row] as number) - along * (direction[row] as number);
      }
    }
  }
  const leverage = y.map((_, row) => basis.reduce((sum, direction) => sum + (direction[row] as number) ** 2, 0));
  const mean = y.reduce((a, b) => a + b, 0) / n;
  const total = y.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const { least, most } = extremes(y);
  const rounding = flat * Math.max(Math.abs(least), Math.abs(most));
  const isFlat = most - least <= rounding;
  const isFitted = residuals.every((each) => Math.abs(each) <= rounding);
  const freedom = n - k;
  return {
    coefficients: backSubstituted(upper, projected),
    residuals,
    leverage,
    freedom,
    r2: isFlat ? Number.NaN : 1 - dot(residuals, residuals) / total,
    standardErrors: (kind) =>
      isFlat && isFitted
        ? new Float64Array(k).fill(Number.NaN)
        : standardErrors(kind, upper, basis, residuals, leverage, freedom),
  };
}

function standardErrors(
  kind: ErrorVariance,
  upper: readonly Float64Array[],
  basis: readonly Float64Array[],
  residuals: Float64Array,
  leverage: Float64Array,
  freedom: number,
): Float64Array {
  const [n, k] = [residuals.length, upper.length];
  if (freedom < 1) return new Float64Array(k).fill(Number.NaN);
  const common = dot(residuals, residuals) / freedom;
  const squares = residuals.map((each, row) => {
    if (kind === "classical") return common;
    if (kind === "hc1") return (each * each * n) / freedom;
    const rest = 1 - (leverage[row] as number);
    // an observation that the fit passes through whatever it is has no error to tell of
    return rest > independent ? (each / rest) ** 2 : Number.NaN;
  });
  // rows of the inverse of the triangle, times the basis: what each observation does to each coefficient
  return Float64Array.from(upper, (_, which) => {
    const unit = new Float64Array(k);
    unit[which] = 1;
    const row = forwardSubstituted(upper, unit);
    let variance = 0;
    for (let at = 0; at < n; at += 1) {
      const pull = basis.reduce((sum, direction, j) => sum + (row[j] as number) * (direction[at] as number), 0);
      variance += pull * pull * (squares[at] as number);
    }
    return Math.sqrt(variance);
  });
}

/** Solves R x = b. */
function backSubstituted(upper: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = x.length - 1; row >= 0; row -= 1) {
    const line = upper[row] as Float64Array;
    for (let at = row + 1; at < x.length; at += 1)
      x[row] = (x[row] as number) - (line[at] as number) * (x[at] as number);
    x[row] = (x[row] as number) / (line[row] as number);
  }
  return x;
}

/** Solves x R = b, for a row of the inverse. */
function forwardSubstituted(upper: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = b.slice();
  for (let at = 0; at < x.length; at += 1) {
    for (let row = 0; row < at; row += 1) {
      x[at] = (x[at] as number) - (x[row] as number) * (upper[row]?.[at] as number);
    }
    x[at] = (x[at] as number) / (upper[at]?.[at] as number);
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += (a[at] as number) * (b[at] as number);
  return total;
}
