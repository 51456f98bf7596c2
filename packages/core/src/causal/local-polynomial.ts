import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";

export type Kernel = "triangular" | "uniform" | "epanechnikov";

/** Observations on one side of a cutoff: distance from it, rising, and the outcome. */
export interface Side {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface LocalFit {
  /** Of the powers of x from 0 on. */
  readonly coefficients: Float64Array;
  /** Inverse of the weighted products of powers, row-major. */
  readonly inverse: Float64Array;
  readonly order: number;
}

export function kernelWeights(kernel: Kernel, x: Float64Array, width: number): Float64Array {
  return x.map((each) => {
    const u = Math.abs(each / width);
    if (u > 1) return 0;
    return (kernel === "triangular" ? 1 - u : kernel === "uniform" ? 0.5 : 0.75 * (1 - u * u)) / width;
  });
}

/** The observations that have weight. */
export function within(kernel: Kernel, { x, y }: Side, width: number): Side & { readonly weights: Float64Array } {
  const all = kernelWeights(kernel, x, width);
  const keep = (_: number, at: number) => all[at] > 0;
  return { x: x.filter(keep), y: y.filter(keep), weights: all.filter(keep) };
}

/** Weighted least squares of y on the powers of x up to `order`; powers are of x over `scale`, so that they are of like size. */
export function localFit({ x, y }: Side, weights: Float64Array, order: number, scale: number): LocalFit {
  const k = order + 1;
  const gram = Matrix.zeros(k, k);
  const pull = Matrix.zeros(k, 1);
  const powers = new Float64Array(k);
  for (const [row, each] of x.entries()) {
    for (let a = 0; a < k; a += 1) powers[a] = a === 0 ? 1 : powers[a - 1] * (each / scale);
    for (let a = 0; a < k; a += 1) {
      pull.set(a, 0, pull.get(a, 0) + weights[row] * powers[a] * y[row]);
      for (let b = 0; b < k; b += 1) gram.set(a, b, gram.get(a, b) + weights[row] * (powers[a] * powers[b]));
    }
  }
  const factor = new CholeskyDecomposition(gram);
  const values = new Set(x).size;
  if (values < k) throw tooFewValues(order, values);
  if (!factor.isPositiveDefinite()) throw tooNear(order, values, scale);
  const solution = factor.solve(pull);
  const inverse = factor.solve(Matrix.eye(k));
  const size = Float64Array.from({ length: k }, (_, a) => scale ** a);
  return {
    coefficients: size.map((each, a) => solution.get(a, 0) / each),
    inverse: Float64Array.from({ length: k * k }, (_, cell) => {
      const [a, b] = [Math.floor(cell / k), cell % k];
      return inverse.get(a, b) / size[a] / size[b];
    }),
    order,
  };
}

export function valueAt({ coefficients }: LocalFit, x: number): number {
  return coefficients.reduceRight((sum, each) => sum * x + each, 0);
}

/** Row `which` of the inverse times the powers of x: what one observation of weight 1 does to that coefficient. */
export function pullOf({ inverse, order }: LocalFit, which: number, x: number): number {
  const k = order + 1;
  let [sum, power] = [0, 1];
  for (let b = 0; b < k; b += 1) {
    sum += inverse[which * k + b] * power;
    power *= x;
  }
  return sum;
}

/** How residuals are made: from the nearest neighbours in x, or from a fit, with (n / (n - k)). */
export type Residuals = "nearest" | "hc1";

export function residualsOf(kind: Residuals, side: Side, fit: LocalFit): Float64Array {
  if (kind === "nearest") return nearestResiduals(side);
  const [n, k] = [side.x.length, fit.order + 1];
  const scale = Math.sqrt(n / (n - k));
  return side.y.map((each, at) => scale * (each - valueAt(fit, side.x[at])));
}

const [matches, tie] = [3, 1.5e-8]; // neighbours; distances this close, relatively, are alike

/** Each outcome less the mean of those of its three nearest in x, with all that tie, times sqrt(J / (J + 1)). */
function nearestResiduals({ x, y }: Side): Float64Array {
  const n = x.length;
  // the block of equal x that each observation is in: first and one past the last
  const first = new Int32Array(n);
  const last = new Int32Array(n);
  for (let at = 1; at < n; at += 1) first[at] = x[at] === x[at - 1] ? first[at - 1] : at;
  for (let at = n - 1; at >= 0; at -= 1) last[at] = at + 1 < n && x[at] === x[at + 1] ? last[at + 1] : at + 1;
  return y.map((own, at) => {
    let [from, to] = [first[at], last[at]];
    while (to - from - 1 < Math.min(matches, n - 1)) {
      const [left, right] = [from > 0 ? x[at] - x[from - 1] : Infinity, to < n ? x[to] - x[at] : Infinity];
      const alike = from > 0 && to < n && Math.abs(left - right) <= tie * Math.max(left, right);
      const [toLeft, toRight] = [alike || left < right, alike || right < left];
      if (toLeft) from = first[from - 1];
      if (toRight) to = last[to];
    }
    let sum = -own;
    for (let other = from; other < to; other += 1) sum += y[other];
    const others = to - from - 1;
    return Math.sqrt(others / (others + 1)) * (own - sum / others);
  });
}

function tooFewValues(order: number, values: number): NumericalError {
  return new NumericalError("singular", {
    en: `regression-discontinuity: ${values} distinct values on one side near the cutoff cannot carry a polynomial of order ${order}`,
    zh: `断点回归：断点一侧附近仅有 ${values} 个不同取值，无法拟合 ${order} 次多项式`,
  });
}

function tooNear(order: number, values: number, width: number): NumericalError {
  return new NumericalError("singular", {
    en: `regression-discontinuity: ${values} values on one side lie too near each other, beside a bandwidth of ${width}, to carry a polynomial of order ${order}`,
    zh: `断点回归：相对于带宽 ${width}，断点一侧的 ${values} 个取值过于接近，无法拟合 ${order} 次多项式`,
  });
}
