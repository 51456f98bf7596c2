import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import { logisticRegression } from "./logistic-regression.ts";

/** How the change of the treated is set beside that of the others: by a regression, by weighting, or by both. */
export type Adjustment = "regression" | "weighting" | "doubly-robust";

/** One comparison of two periods: the change of each place, whether it is treated, and what it is adjusted for. */
export interface Comparison {
  readonly change: Float64Array;
  readonly treated: Uint8Array;
  /** Ones first. */
  readonly columns: readonly Float64Array[];
}

export interface CellEffect {
  readonly effect: number;
  /** What each place does to the effect, on the scale at which its mean square over n is the variance. */
  readonly influence: Float64Array;
}

/** A control that looks as treated as this is given the weight of one that looks so: a propensity of 1 has no odds. */
const surelyTreated = 1 - 1e-6;

/**
 * The effect on the treated between two periods and its influence function (Sant'Anna and Zhao 2020, panel data):
 *
 *   regression     mean of (change - x b) over the treated, b from the controls
 *   weighting      mean change of the treated less that of the controls, weighted by p / (1 - p) (Hajek)
 *   doubly robust  the same weighting of change - x b
 *
 * Throws a NumericalError where columns are collinear among the controls, or tell the treated apart without error.
 */
export function cellEffect(comparison: Comparison, adjustment: Adjustment): CellEffect {
  const { change, treated, columns } = comparison;
  const n = change.length;
  const outcome = adjustment === "weighting" ? undefined : outcomeModel(comparison);
  const propensity = adjustment === "regression" ? undefined : propensityModel(comparison);
  const residual = change.map((each, row) => each - (outcome?.fitted[row] ?? 0));
  const odds = (row: number): number => {
    if (propensity === undefined) return 1;
    const p = Math.min(propensity.fitted[row], surelyTreated);
    return p / (1 - p);
  };
  const ofTreated = Float64Array.from(treated, (is) => is);
  // a regression sets the fitted change of the treated themselves beside theirs; weighting, the controls that look like them
  const ofControls =
    propensity === undefined ? ofTreated : Float64Array.from(treated, (is, row) => (is ? 0 : odds(row)));
  const compared = propensity === undefined ? (outcome as OutcomeModel).fitted : residual;
  const own = propensity === undefined ? change : residual;
  const [shareTreated, shareControls] = [mean(ofTreated), mean(ofControls)];
  const [meanTreated, meanControls] = [weighted(own, ofTreated), weighted(compared, ofControls)];

  const influence = new Float64Array(n);
  for (let row = 0; row < n; row += 1) {
    influence[row] =
      (ofTreated[row] * (own[row] - meanTreated)) / shareTreated -
      (ofControls[row] * (compared[row] - meanControls)) / shareControls;
  }
  const add = (parts: readonly Float64Array[], slopes: Float64Array, scale: number) => {
    for (let row = 0; row < n; row += 1) {
      for (let a = 0; a < slopes.length; a += 1) influence[row] += scale * parts[a][row] * slopes[a];
    }
  };
  if (outcome !== undefined) {
    // an error of b moves the fitted change of the treated, and, where controls are weighted, theirs the other way
    add(outcome.influence, meansOf(columns, ofTreated), -1 / shareTreated);
    if (propensity !== undefined) add(outcome.influence, meansOf(columns, ofControls), 1 / shareControls);
  }
  if (propensity !== undefined) {
    const pull = ofControls.map((weight, row) => weight * (compared[row] - meanControls));
    add(propensity.influence, meansOf(columns, pull), -1 / shareControls);
  }
  return { effect: meanTreated - meanControls, influence };
}

interface OutcomeModel {
  readonly fitted: Float64Array;
  /** A column a coefficient: what each place does to it. */
  readonly influence: readonly Float64Array[];
}

/** Least squares of the change on the columns, among the controls. */
function outcomeModel({ change, treated, columns }: Comparison): OutcomeModel {
  const controls = (_: number, row: number) => !treated[row];
  const own = columns.map((column) => column.filter(controls));
  const fit = linearRegression(change.filter(controls), own);
  if ("collinear" in fit) throw collinear(fit.collinear);
  const gram = new Matrix(
    own.map((left) => own.map((right) => left.reduce((sum, each, at) => sum + each * right[at], 0))),
  );
  const inverse = new CholeskyDecomposition(gram).solve(Matrix.eye(columns.length));
  const fitted = linesOf(columns, fit.coefficients);
  const influence = columns.map((_, a) =>
    linesOf(columns, inverse.getRow(a)).map((line, row) =>
      treated[row] ? 0 : change.length * (change[row] - fitted[row]) * line,
    ),
  );
  return { fitted, influence };
}

/** Logistic regression of being treated on the columns. */
function propensityModel({ treated, columns }: Comparison): OutcomeModel {
  const { fitted, covariance } = logisticRegression(treated, columns);
  const k = columns.length;
  const influence = columns.map((_, a) =>
    linesOf(columns, covariance.subarray(a * k, (a + 1) * k)).map(
      (line, row) => treated.length * (treated[row] - fitted[row]) * line,
    ),
  );
  return { fitted, influence };
}

/** The columns weighted and summed, a number a row. */
function linesOf(columns: readonly Float64Array[], weights: ArrayLike<number>): Float64Array {
  return columns[0].map((_, row) => columns.reduce((sum, column, a) => sum + weights[a] * column[row], 0));
}

/** Mean over all rows of each column times the weights. */
function meansOf(columns: readonly Float64Array[], weights: Float64Array): Float64Array {
  return Float64Array.from(columns, (column) => mean(column.map((each, row) => each * weights[row])));
}

const mean = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0) / values.length;

const weighted = (values: Float64Array, weights: Float64Array): number =>
  mean(values.map((each, row) => each * weights[row])) / mean(weights);

function collinear(at: number): NumericalError {
  return new NumericalError("singular", {
    en: `column ${at} of what is adjusted for is, among the controls, a combination of those before it`,
    zh: `在对照组内，第 ${at} 个协变量是其前各列的线性组合`,
  });
}
