import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { chiSquareUpperTail } from "../numeric/chi-square.ts";
import { sumsBy } from "./group-time-aggregates.ts";
import type { GroupTime } from "./group-time-effects.ts";

/** Are all effects before treatment 0 together? `NaN` where there is none that has an error, or they are combinations of each other. */
export interface Pretest {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
}

/**
 * Wald's test of all effects before treatment, with the covariance of their influence functions. Years in which places may
 * already act on what is coming are not tested; effects that too few clusters carry are not to be among the cells.
 */
export function pretest(cells: readonly GroupTime[], clusters: Uint32Array | undefined, anticipation: number): Pretest {
  const before = cells.filter(({ year, cohort, influence }) => year + anticipation < cohort && influence.length > 0);
  const none = { statistic: Number.NaN, freedom: before.length, p: Number.NaN };
  if (before.length === 0) return none;
  const n = before[0].influence.length;
  const units = before.map(({ influence }) => (clusters === undefined ? influence : sumsBy(influence, clusters)));
  if (units[0].length <= before.length) return none;
  const covariance = new Matrix(
    units.map((left) => units.map((right) => left.reduce((sum, each, at) => sum + each * right[at], 0) / n ** 2)),
  );
  const factor = new CholeskyDecomposition(covariance);
  if (!factor.isPositiveDefinite()) return none;
  const effects = Matrix.columnVector(before.map(({ effect }) => effect));
  const statistic = effects.transpose().mmul(factor.solve(effects)).get(0, 0);
  return { statistic, freedom: before.length, p: chiSquareUpperTail(statistic, before.length) };
}
