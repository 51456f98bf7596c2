import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";

export interface LogisticFit {
  readonly coefficients: Float64Array;
  /** Fitted probability of each observation. */
  readonly fitted: Float64Array;
  /** The linear predictor of each: the logit of the fitted probability, finite where that rounds to 0 or 1. */
  readonly line: Float64Array;
  /** Inverse of the information matrix, row-major: the covariance of the coefficients. */
  readonly covariance: Float64Array;
}

const settledAt = 1e-12; // relative change of the deviance
const mostSteps = 50;
/** A linear predictor beyond this gives a probability of 0 or 1 to eight digits: the outcomes are separated. */
export const separatedAt = 18;

/**
 * Logistic regression of `outcome` (0 or 1) on `columns` (put ones first for an intercept), by Newton's steps. Throws a
 * `singular` NumericalError where columns are combinations of each other, `not-converged` where they tell the outcomes
 * apart without error, so that no estimate exists.
 */
export function logisticRegression(outcome: ArrayLike<number>, columns: readonly Float64Array[]): LogisticFit {
  const k = columns.length;
  const coefficients = new Float64Array(k);
  const fitted = new Float64Array(outcome.length).fill(0.5);
  const line = new Float64Array(outcome.length);
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step += 1) {
    const { information, score } = slopesOf(outcome, columns, fitted);
    if (!information.isPositiveDefinite()) throw step < 2 ? collinear() : separated();
    const move = information.solve(score);
    for (let a = 0; a < k; a += 1) coefficients[a] += move.get(a, 0);
    const before = deviance;
    deviance = 0;
    for (let row = 0; row < outcome.length; row += 1) {
      const own = columns.reduce((sum, column, a) => sum + coefficients[a] * column[row], 0);
      line[row] = own;
      fitted[row] = 1 / (1 + Math.exp(-own));
      // ln(1 + e^x) without overflow
      deviance += 2 * (Math.max(own, 0) + Math.log1p(Math.exp(-Math.abs(own))) - outcome[row] * own);
    }
    if (Math.abs(before - deviance) > settledAt * (Math.abs(deviance) + 0.1)) continue;
    if (line.every((each) => Math.abs(each) > separatedAt)) throw separated();
    const covariance = slopesOf(outcome, columns, fitted).information.solve(Matrix.eye(k));
    return { coefficients, fitted, line, covariance: Float64Array.from(covariance.to1DArray()) };
  }
  throw separated();
}

/** The information matrix (factorised) and the score of the likelihood at these probabilities. */
function slopesOf(outcome: ArrayLike<number>, columns: readonly Float64Array[], fitted: Float64Array) {
  const information = Matrix.zeros(columns.length, columns.length);
  const score = Matrix.zeros(columns.length, 1);
  for (const [a, left] of columns.entries()) {
    let own = 0;
    for (const [row, value] of left.entries()) own += (outcome[row] - fitted[row]) * value;
    score.set(a, 0, own);
    for (const [b, right] of columns.slice(0, a + 1).entries()) {
      let sum = 0;
      for (const [row, value] of left.entries()) sum += fitted[row] * (1 - fitted[row]) * value * right[row];
      information.set(a, b, sum);
      information.set(b, a, sum);
    }
  }
  return { information: new CholeskyDecomposition(information), score };
}

function collinear(): NumericalError {
  return new NumericalError("singular", {
    en: "logistic regression: a column is a combination of the others",
    zh: "逻辑回归：有一列是其余各列的线性组合",
  });
}

function separated(): NumericalError {
  return new NumericalError("not-converged", {
    en: "logistic regression: the columns tell the outcomes apart without error, so no estimate exists",
    zh: "逻辑回归：自变量可将两类结果完全分开，估计值不存在",
  });
}
