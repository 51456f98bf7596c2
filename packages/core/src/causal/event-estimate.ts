import type { Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Estimate } from "./estimate.ts";
import { type Basis, type EstimateInputs, estimateTable } from "./estimate-table.ts";

/** What estimators of adoption over time have in common. */
interface AdoptionEffect extends Estimate {
  readonly p: number;
  readonly n: number;
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  readonly effectiveClusters: number;
  readonly pretestP: number;
  readonly uncovered?: number;
}

/** Their row of the table `estimate`. */
export function eventEstimate(
  estimator: string,
  title: Text,
  basis: Basis,
  {
    effect,
    standardError,
    low,
    high,
    p,
    n,
    treatedPlaces,
    controlPlaces,
    clusters,
    effectiveClusters,
    pretestP,
    ...more
  }: AdoptionEffect,
  inputs: EstimateInputs,
  level: number,
): Table {
  const { uncovered } = more;
  return estimateTable(
    title,
    {
      estimator,
      effect,
      standardError,
      low,
      high,
      level,
      p,
      basis: Number.isNaN(standardError) ? "none" : basis,
      rows: n,
      treated: treatedPlaces,
      controls: controlPlaces,
      clusters,
      effectiveClusters,
      pretestP,
      ...(uncovered === undefined ? {} : { uncovered }),
    },
    inputs,
  );
}
