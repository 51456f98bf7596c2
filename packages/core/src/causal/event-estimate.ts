import type { Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import type { Estimate } from "./estimate.ts";
import { type Basis, type EstimateInputs, estimateTable } from "./estimate-table.ts";
import { fewestClusters } from "./panel-words.ts";

/** What estimators of adoption over time have in common. */
interface AdoptionEffect extends Estimate {
  readonly p: number;
  readonly n: number;
  readonly treatedPlaces: number;
  readonly controlPlaces: number;
  readonly clusters: number;
  readonly pretestP: number;
  readonly uncovered?: number;
}

/** Their row of the table `estimate`. Errors by fewer clusters than mean anything are not handed on. */
export function eventEstimate(
  estimator: string,
  title: Text,
  basis: Basis,
  { effect, standardError, low, high, p, n, treatedPlaces, controlPlaces, clusters, pretestP, ...more }: AdoptionEffect,
  inputs: EstimateInputs,
  level: number,
): Table {
  const { uncovered } = more;
  const isHeld = clusters >= fewestClusters && !Number.isNaN(standardError);
  const held = (value: number) => (isHeld ? value : Number.NaN);
  return estimateTable(
    title,
    {
      estimator,
      effect,
      standardError: held(standardError),
      low: held(low),
      high: held(high),
      level,
      p: held(p),
      basis: isHeld ? basis : "none",
      rows: n,
      treated: treatedPlaces,
      controls: controlPlaces,
      clusters,
      pretestP,
      ...(uncovered === undefined ? {} : { uncovered }),
    },
    inputs,
  );
}
