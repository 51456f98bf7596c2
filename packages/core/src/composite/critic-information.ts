import { spread } from "../numeric/spread.ts";
import { correlations } from "./correlations.ts";

/** How r counts in the conflict: as it is, so that an opposed indicator counts twice, or by its size alone. */
export type CriticCorrelation = "signed" | "absolute";

export interface CriticInformation {
  readonly deviation: number;
  readonly conflict: number;
  readonly information: number;
}

/**
 * Contrast times conflict of columns on one scale: sigma_j sum_k (1 - r_jk). A constant column has no correlation with any
 * other; it carries no information and takes no part in the conflict of the others.
 */
export function criticInformation(
  columns: readonly Float64Array[],
  how: CriticCorrelation = "signed",
): CriticInformation[] {
  const correlated = correlations(columns);
  return columns.map((values, j) => {
    const { deviation } = spread(values);
    const conflict = correlated[j].reduce(
      (sum, r) => sum + (Number.isNaN(r) ? 0 : 1 - (how === "absolute" ? Math.abs(r) : r)),
      0,
    );
    return { deviation, conflict, information: deviation * conflict };
  });
}
