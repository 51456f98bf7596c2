import { areTooFew, supportOf } from "./cluster-rule.ts";
import { type EventRows, keepRows } from "./event-steps.ts";
import { jointF } from "./event-words.ts";
import { factorOf } from "./factors.ts";
import { only, outcomeWeights, panelRegression } from "./panel-regression.ts";
import { clustered } from "./sandwich.ts";

/** F test of dummies for the years before treatment among untreated rows, so that looking at it does not change the effects. */
export function untreatedPretest(
  all: EventRows,
  leads: number,
  cluster: readonly string[] | undefined,
): { pretest: number; freedom: number; count: number } {
  const { place, year, outcome, first, columns, rows } = keepRows(all, (row) => all.year[row] < all.first[row]);
  const steps = year.map((each, row) => each - first[row]);
  const dummies = Array.from({ length: leads }, (_, at) => steps.map((step) => (step === -1 - at ? 1 : 0))).filter(
    (dummy) => dummy.includes(1),
  );
  const way = factorOf(cluster === undefined ? place : Array.from(rows, (row) => cluster[row]));
  const none = { pretest: Number.NaN, freedom: way.levels - 1, count: dummies.length };
  if (dummies.length === 0 || dummies.length >= way.levels) return none;
  const effects = [factorOf(place), factorOf(year)];
  const fit = panelRegression({ outcome, columns: [...dummies, ...columns], effects });
  if ("collinear" in fit) return none;
  const { values, freedom } = clustered(fit, [way], effects);
  const k = fit.coefficients.length;
  const told = [...dummies.keys()].filter((at) => !areTooFew(supportOf(outcomeWeights(fit, only(at, k)), way)));
  return { pretest: jointF(told, fit.coefficients, values, way.levels), freedom, count: told.length };
}
