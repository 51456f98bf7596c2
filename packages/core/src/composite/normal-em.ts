import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";

const settledAt = 1e-10; // of means and covariances in units of the columns' deviations
const mostSteps = 20_000;

/**
 * Fills gaps with what a normal distribution expects of them given the rest of the row; mean and covariance are those of
 * greatest likelihood, found by expectation and maximisation over all rows (covariance over n). Every row must have a
 * figure, and every column two that differ.
 */
export function fillByNormal(columns: readonly Float64Array[]): { columns: Float64Array[]; steps: number } {
  const [rows, width] = [columns[0].length, columns.length];
  const scales = columns.map(scaleOf);
  const filled = columns.map((values, at) => values.map((value) => (value - scales[at].mean) / scales[at].deviation));
  const patterns = patternsOf(filled);
  for (const { row, missing } of patterns.flatMap(({ rows, missing }) => rows.map((row) => ({ row, missing })))) {
    for (const at of missing) filled[at][row] = 0;
  }
  let mean = new Float64Array(width);
  let covariance = Matrix.eye(width);
  for (let steps = 1; steps <= mostSteps; steps += 1) {
    const spare = Matrix.zeros(width, width); // what filling by expectation leaves out of the squares
    for (const { rows: those, present, missing } of patterns) {
      if (missing.length === 0) continue;
      const cholesky = new CholeskyDecomposition(covariance.selection(present, present));
      if (!cholesky.isPositiveDefinite()) throw singular();
      const slopes = cholesky.solve(covariance.selection(present, missing));
      for (const row of those) {
        missing.forEach((at, position) => {
          let expected = mean[at];
          present.forEach((from, order) => {
            expected += slopes.get(order, position) * (filled[from][row] - mean[from]);
          });
          filled[at][row] = expected;
        });
      }
      const explained = covariance.selection(missing, present).mmul(slopes);
      missing.forEach((a, i) => {
        missing.forEach((b, j) => {
          spare.set(a, b, spare.get(a, b) + those.length * (covariance.get(a, b) - explained.get(i, j)));
        });
      });
    }
    const means = Float64Array.from(filled, (values) => values.reduce((sum, value) => sum + value, 0) / rows);
    const next = Matrix.zeros(width, width);
    for (let a = 0; a < width; a += 1) {
      for (let b = a; b < width; b += 1) {
        let sum = spare.get(a, b);
        for (let row = 0; row < rows; row += 1) sum += (filled[a][row] - means[a]) * (filled[b][row] - means[b]);
        next.set(a, b, sum / rows);
        next.set(b, a, sum / rows);
      }
    }
    const moved = Math.max(
      Matrix.sub(next, covariance).abs().max(),
      ...means.map((value, at) => Math.abs(value - mean[at])),
    );
    [mean, covariance] = [means, next];
    if (moved < settledAt) {
      const back = filled.map((values, at) => values.map((value) => scales[at].mean + scales[at].deviation * value));
      return { columns: back, steps };
    }
  }
  throw new NumericalError("not-converged", {
    en: `impute: no settled distribution after ${mostSteps} steps; too many figures are missing for so many indicators`,
    zh: `插补：EM 迭代 ${mostSteps} 次仍未收敛，缺失过多或指标过多`,
  });
}

function scaleOf(values: Float64Array): { mean: number; deviation: number } {
  const there = values.filter((value) => !Number.isNaN(value));
  const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
  // a power of two, which changes no digit, so that squares of very small or large values are numbers still
  const unit = 2 ** Math.floor(Math.log2(there.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 0)));
  const squares = there.reduce((sum, value) => sum + ((value - mean) / unit) ** 2, 0);
  return { mean, deviation: unit * Math.sqrt(squares / there.length) };
}

interface Pattern {
  readonly rows: number[];
  readonly present: number[];
  readonly missing: number[];
}

/** Rows that lack the same columns, which share one regression. */
function patternsOf(columns: readonly Float64Array[]): Pattern[] {
  const found = new Map<string, Pattern>();
  for (let row = 0; row < columns[0].length; row += 1) {
    const missing = columns.flatMap((values, at) => (Number.isNaN(values[row]) ? [at] : []));
    const key = missing.join();
    const pattern = found.get(key);
    if (pattern !== undefined) pattern.rows.push(row);
    else found.set(key, { rows: [row], missing, present: [...columns.keys()].filter((at) => !missing.includes(at)) });
  }
  return [...found.values()];
}

function singular(): NumericalError {
  return new NumericalError("singular", {
    en: "impute: some indicators follow from others, so no normal distribution can tell them apart; leave one of them out",
    zh: "插补：部分指标可由其他指标推出，协方差矩阵奇异；请去掉其中之一",
  });
}
