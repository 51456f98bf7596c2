import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { NumericalError } from "../contract/errors.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import { collinearCovariate, type Described, propensity } from "./propensity.ts";

/** How the change of the treated is set beside that of the others: by a regression, by weighting, or by both. */
export type Adjustment = "regression" | "weighting" | "doubly-robust";

/** One comparison of two periods: the change of each place, whether it is treated, and what it is adjusted for. */
export interface Comparison {
  readonly change: Float64Array;
  readonly treated: Uint8Array;
  readonly covariates: readonly Described[];
}

export interface CellEffect {
  readonly effect: number;
  /** What each place does to the effect, on the scale at which its mean square over n is the variance. */
  readonly influence: Float64Array;
  /** What its change weighs in the effect; a regression is taken to weigh controls alike. */
  readonly weights: Float64Array;
}

/** Who is as likely treated as this has nobody like it among the controls: as did 2.1.2 has it. */
const surelyTreated = 0.999;

/**
 * The effect on the treated between two periods and its influence function (Sant'Anna and Zhao 2020, panel data):
 *
 *   regression     mean of (change - x b) over the treated, b from the controls
 *   weighting      mean change of the treated less that of the controls, weighted by p / (1 - p) (Hajek)
 *   doubly robust  the same weighting of change - x b
 *
 * Throws a NumericalError where a covariate is collinear among the controls, where they tell the treated apart, or somebody is
 * treated as good as surely.
 */
export function cellEffect(comparison: Comparison, adjustment: Adjustment): CellEffect {
  const { change, treated } = comparison;
  const columns = columnsOf(comparison);
  const n = change.length;
  const outcome = adjustment === "weighting" ? undefined : outcomeModel(comparison);
  const likely = adjustment === "regression" ? undefined : propensityModel(comparison);
  const residual = change.map((each, row) => each - (outcome?.fitted[row] ?? 0));
  const odds = (row: number): number => {
    if (likely === undefined) return 1;
    const p = likely.fitted[row];
    return p / (1 - p);
  };
  const ofTreated = Float64Array.from(treated, (is) => is);
  // a regression sets the fitted change of the treated themselves beside theirs; weighting, the controls that look like them
  const ofControls = likely === undefined ? ofTreated : Float64Array.from(treated, (is, row) => (is ? 0 : odds(row)));
  const compared = likely === undefined ? (outcome as OutcomeModel).fitted : residual;
  const own = likely === undefined ? change : residual;
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
    if (likely !== undefined) add(outcome.influence, meansOf(columns, ofControls), 1 / shareControls);
  }
  if (likely !== undefined) {
    const pull = ofControls.map((weight, row) => weight * (compared[row] - meanControls));
    add(likely.influence, meansOf(columns, pull), -1 / shareControls);
  }
  const controls = likely === undefined ? ofTreated.map((is) => 1 - is) : ofControls;
  const [treatedSum, controlsSum] = [ofTreated, controls].map((each) => n * mean(each));
  const weights = ofTreated.map((is, row) => is / treatedSum - controls[row] / controlsSum);
  return { effect: meanTreated - meanControls, influence, weights };
}

interface OutcomeModel {
  readonly fitted: Float64Array;
  /** A column a coefficient: what each place does to it. */
  readonly influence: readonly Float64Array[];
}

/** Least squares of the change on the columns, among the controls. */
function outcomeModel(comparison: Comparison): OutcomeModel {
  const { change, treated, covariates } = comparison;
  const columns = columnsOf(comparison);
  const controls = (_: number, row: number) => !treated[row];
  const own = columns.map((column) => column.filter(controls));
  const fit = linearRegression(change.filter(controls), own);
  if ("collinear" in fit) {
    const known = covariates.map(({ title, values }) => ({ title, values: values.filter(controls) }));
    throw collinearCovariate(known, fit.collinear - 1, { en: "the controls", zh: "对照组" });
  }
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
function propensityModel(comparison: Comparison): OutcomeModel {
  const { treated, covariates } = comparison;
  const columns = columnsOf(comparison);
  const { fitted, covariance } = propensity(treated, covariates);
  if (covariates.length > 0 && fitted.some((each) => each >= surelyTreated)) throw noOverlap(covariates);
  const k = columns.length;
  const influence = columns.map((_, a) =>
    linesOf(columns, covariance.subarray(a * k, (a + 1) * k)).map(
      (line, row) => treated.length * (treated[row] - fitted[row]) * line,
    ),
  );
  return { fitted, influence };
}

/** A constant, then the covariates. */
const columnsOf = ({ change, covariates }: Comparison): Float64Array[] => [
  change.map(() => 1),
  ...covariates.map(({ values }) => values),
];

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

function noOverlap(covariates: readonly Described[]): NumericalError {
  const [en, zh] = [covariates.map(({ title }) => title.en), covariates.map(({ title }) => title.zh)];
  return new NumericalError("undefined", {
    en: `by ${en.join(", ")} some place is as good as surely treated, so that no control is like it`,
    zh: `按${zh.map((each) => `“${each}”`).join("、")}，有地区几乎必然受处理，没有与之相似的对照`,
  });
}
