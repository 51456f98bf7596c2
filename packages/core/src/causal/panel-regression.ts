import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { linearRegression } from "../numeric/linear-regression.ts";
import { absorb, type Factor, redundantLevels } from "./absorb.ts";

export interface PanelRegression {
  readonly outcome: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Fixed effects: every level of each gets a dummy. */
  readonly effects: readonly Factor[];
}

export interface PanelFit {
  readonly coefficients: Float64Array;
  /** 0, every one of them, where columns and effects explain the outcome to rounding. */
  readonly residuals: Float64Array;
  /** What is left of each column beside the effects. */
  readonly left: readonly Float64Array[];
  /** Inverse of the cross products of what is left, row-major. */
  readonly bread: Float64Array;
  /** Share of what the effects leave of the outcome that the columns explain. */
  readonly within: number;
  /** Coefficients and dummies together, less those that repeat each other. */
  readonly parameters: number;
  readonly rows: number;
}

/** Beside the effects and the columns before it, nothing is left of this column. */
export interface Collinear {
  readonly collinear: number;
}

const nothingLeft = 1e-9; // of a column's own spread: what absorbing leaves of a sum of dummies
const exact = 1e-10; // of the outcome's own size: residuals below it are what absorbing leaves

/** Least squares beside any number of fixed effects: outcome and columns are absorbed, then regressed (Frisch and Waugh). */
export function panelRegression({ outcome, columns, effects }: PanelRegression): PanelFit | Collinear {
  const [own, ...left] = absorb([outcome, ...columns], effects);
  const emptied = left.findIndex((column, at) => !(lengthOf(column) > nothingLeft * lengthOf(columns[at])));
  if (emptied >= 0) return { collinear: emptied };
  const fit = linearRegression(own, left);
  if ("collinear" in fit) return fit;
  const total = lengthOf(own) ** 2;
  const levels = effects.reduce((sum, { levels: count }) => sum + count, 0);
  return {
    coefficients: fit.coefficients,
    residuals: lengthOf(fit.residuals) > exact * lengthOf(outcome) ? fit.residuals : new Float64Array(outcome.length),
    left,
    bread: breadOf(left),
    within: total > 0 ? 1 - lengthOf(fit.residuals) ** 2 / total : Number.NaN,
    parameters: columns.length + levels - redundantLevels(effects),
    rows: outcome.length,
  };
}

/** The same columns and effects with another outcome: nothing but the outcome is absorbed. */
export function refitted(fit: PanelFit, outcome: Float64Array, effects: readonly Factor[]): PanelFit {
  const { left, bread } = fit;
  const [residuals] = absorb([outcome], effects);
  const total = lengthOf(residuals) ** 2;
  const moments = left.map((column) => column.reduce((sum, each, row) => sum + each * residuals[row], 0));
  const k = left.length;
  const coefficients = Float64Array.from(left, (_, at) =>
    moments.reduce((sum, moment, other) => sum + bread[at * k + other] * moment, 0),
  );
  for (const [at, column] of left.entries()) {
    for (let row = 0; row < residuals.length; row += 1) residuals[row] -= coefficients[at] * column[row];
  }
  return { ...fit, coefficients, residuals, within: total > 0 ? 1 - lengthOf(residuals) ** 2 / total : Number.NaN };
}

/** The weight of every row's outcome in a mean, or any other combination, of the coefficients. */
export function outcomeWeights({ left, bread }: PanelFit, combination: ArrayLike<number>): Float64Array {
  const k = left.length;
  const weights = new Float64Array(left[0].length);
  for (const [at, column] of left.entries()) {
    let slope = 0;
    for (let other = 0; other < k; other += 1) slope += bread[at * k + other] * combination[other];
    if (slope !== 0) for (let row = 0; row < weights.length; row += 1) weights[row] += slope * column[row];
  }
  return weights;
}

/** The combination that is one coefficient of `k`. */
export const only = (which: number, k: number): Float64Array =>
  Float64Array.from({ length: k }, (_, at) => (at === which ? 1 : 0));

function lengthOf(column: Float64Array): number {
  let squares = 0;
  for (const each of column) squares += each * each;
  return Math.sqrt(squares);
}

/** (X'X)^-1, of columns brought to one length first. */
function breadOf(left: readonly Float64Array[]): Float64Array {
  const k = left.length;
  const lengths = left.map(lengthOf);
  const gram = Matrix.zeros(k, k);
  for (const [a, one] of left.entries()) {
    for (const [b, other] of left.slice(0, a + 1).entries()) {
      let sum = 0;
      for (let row = 0; row < one.length; row += 1) sum += one[row] * other[row];
      gram.set(a, b, sum / (lengths[a] * lengths[b]));
      gram.set(b, a, gram.get(a, b));
    }
  }
  const inverse = new CholeskyDecomposition(gram).solve(Matrix.eye(k)).to1DArray();
  return Float64Array.from(inverse, (each, at) => each / (lengths[Math.floor(at / k)] * lengths[at % k]));
}
