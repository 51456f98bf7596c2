import { spread } from "../numeric/spread.ts";
import { correlations } from "./correlations.ts";
import { type PrincipalComponents, principalComponents } from "./principal-components.ts";
import { varimax } from "./varimax.ts";

export type PcaMatrix = "correlation" | "covariance";
export type PcaRetain = "kaiser" | "share" | "first";
export type PcaRotation = "none" | "varimax";

export interface PcaShares extends PrincipalComponents {
  /** Positions of the columns that differ at all; the components are of these. */
  readonly varying: readonly number[];
  readonly correlated: readonly Float64Array[];
  /** How many components are kept. */
  readonly retained: number;
  /** By column: the part of the kept components' variance that is its own, sum_k lambda_k v_jk^2; 0 of a constant one. */
  readonly carried: readonly number[];
  /** By column: the sum of entries weighed by variance, sum_k lambda_k v_jk / sum_k lambda_k, which may be negative. */
  readonly coefficients: readonly number[];
  /** By column: the largest of its squared loadings, lambda_k v_jk^2. */
  readonly strongest: readonly number[];
  /** Loadings sqrt(lambda_k) v_jk of the varying columns on the kept components, one list a component, turned where asked. */
  readonly loadings: readonly (readonly number[])[];
}

/** What the first components of columns on one scale, with directions applied, rest on. Nothing where nothing differs. */
export function pcaShares(
  columns: readonly Float64Array[],
  { matrix = "correlation", retain = "kaiser", share = 0.85, rotation = "none" }: PcaWays = {},
): PcaShares | undefined {
  const deviations = columns.map((values) => spread(values).deviation);
  const varying = columns.flatMap((_, at) => (deviations[at] > 0 ? [at] : []));
  if (varying.length === 0) return undefined;
  const correlated = correlations(varying.map((at) => columns[at]));
  const scaled =
    matrix === "correlation"
      ? correlated
      : correlated.map((row, i) => row.map((r, j) => r * deviations[varying[i]] * deviations[varying[j]]));
  const { eigenvalues, vectors } = principalComponents(scaled);
  const retained = kept(eigenvalues, retain, share);
  const found = vectors.slice(0, retained).map((vector, k) => vector.map((entry) => Math.sqrt(eigenvalues[k]) * entry));
  const loadings = rotation === "varimax" ? varimax(found) : found;
  const variances = loadings.map((each) => each.reduce((sum, loading) => sum + loading ** 2, 0));
  const total = variances.reduce((sum, each) => sum + each, 0);
  const byColumn = (pick: (at: number) => number) =>
    columns.map((_, column) => (varying.includes(column) ? pick(varying.indexOf(column)) : 0));
  return {
    ...{ eigenvalues, vectors, varying, correlated, retained, loadings },
    carried: byColumn((at) => loadings.reduce((sum, each) => sum + each[at] ** 2, 0)),
    coefficients: byColumn((at) =>
      loadings.reduce((sum, each, k) => sum + (Math.sqrt(variances[k]) * each[at]) / total, 0),
    ),
    strongest: byColumn((at) => Math.max(...loadings.map((each) => each[at] ** 2))),
  };
}

export interface PcaWays {
  readonly matrix?: PcaMatrix;
  readonly retain?: PcaRetain;
  /** Of the variance, that `retain: share` keeps at least. */
  readonly share?: number;
  readonly rotation?: PcaRotation;
}

const atMean = 1e-9; // uncorrelated indicators have eigenvalues of the mean but for rounding, and none is to be lost

function kept(eigenvalues: readonly number[], retain: PcaRetain, share: number): number {
  if (retain === "first") return 1;
  const total = eigenvalues.reduce((sum, each) => sum + each, 0);
  if (retain === "kaiser") {
    const mean = total / eigenvalues.length;
    return eigenvalues.filter((each) => each >= mean * (1 - atMean)).length;
  }
  let sum = 0;
  const at = eigenvalues.findIndex((each) => {
    sum += each;
    return sum >= share * total * (1 - atMean);
  });
  return at < 0 ? eigenvalues.length : at + 1;
}
