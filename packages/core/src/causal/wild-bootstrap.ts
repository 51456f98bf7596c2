import type { Random } from "../contract/random.ts";
import type { Factor } from "./absorb.ts";
import { type PanelFit, type PanelRegression, panelRegression, refitted } from "./panel-regression.ts";
import { clustered } from "./sandwich.ts";

/** Below this many clusters two signs give too few different draws: six points are used. */
const fewClusters = 12;
const six = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
const same = 1e-9; // a statistic as large as the observed one, to rounding: draws that flip every sign are

/**
 * p of one coefficient being 0 by the wild cluster bootstrap with that imposed (Cameron, Gelbach and Miller 2008): residuals of
 * the fit without the column change sign cluster by cluster (Rademacher; Webb's six points below 12 clusters), and t is
 * computed again. Where few clusters carry the coefficient it finds too little (cluster-rule). Two-sided, by how many draws have a larger absolute t; the observed one counts as a draw. `NaN` without a t.
 */
export function wildP(
  regression: PanelRegression,
  fit: PanelFit,
  which: number,
  cluster: Factor,
  draws: number,
  random: Random,
): number {
  const observed = Math.abs(tOf(fit, which, cluster, regression));
  if (!Number.isFinite(observed)) return Number.NaN;
  const others = regression.columns.filter((_, at) => at !== which);
  const restricted = panelRegression({ ...regression, columns: others }) as PanelFit;
  const fitted = regression.outcome.map((each, row) => each - restricted.residuals[row]);
  let beyond = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const signs = Float64Array.from({ length: cluster.levels }, () =>
      cluster.levels < fewClusters ? six[random.integer(6)] : random.integer(2) === 0 ? -1 : 1,
    );
    const outcome = fitted.map((each, row) => each + signs[cluster.of[row]] * restricted.residuals[row]);
    const again = refitted(fit, outcome, regression.effects);
    if (Math.abs(tOf(again, which, cluster, regression)) >= observed * (1 - same)) beyond += 1;
  }
  return (beyond + 1) / (draws + 1);
}

function tOf(fit: PanelFit, which: number, cluster: Factor, { effects }: PanelRegression): number {
  const k = fit.coefficients.length;
  const { values } = clustered(fit, [cluster], effects);
  return fit.coefficients[which] / Math.sqrt(values[which * k + which]);
}
