import { type AhpWeightsResult, ahpWeights } from "@conurb/core/composite/ahp-weights";
import { type Judgements, judged } from "./judgements.ts";

/** Weights and consistency of a node as they stand, all experts together and each alone. */
export function weighedBy(all: Judgements, node: string, children: readonly string[]): AhpWeightsResult | undefined {
  const experts = Object.keys(all[node] ?? {});
  if (experts.length === 0 || children.length < 2) return undefined;
  const rows = experts.flatMap((expert) => children.map((child) => ({ expert, child })));
  return ahpWeights({
    indicator: rows.map(({ child }) => child),
    expert: rows.map(({ expert }) => expert),
    judgements: children.map((name) => ({
      name,
      unit: "1",
      values: Float64Array.from(rows, ({ expert, child }) => judged(all[node]?.[expert], child, name)),
    })),
  });
}
