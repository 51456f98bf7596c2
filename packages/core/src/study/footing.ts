import { hashOf } from "../contract/canonical.ts";
import type { Group } from "./groups.ts";
import type { Plan } from "./plan.ts";
import { analysesIn } from "./reference.ts";

/**
 * A digest of all that a study says of what an analysis rests on, by analysis: method, options, inputs, clusters, datasets,
 * its sets of indicators, and the same of the analyses that it takes. Where it is the same, so is the result.
 */
export function footingsOf({ study, analyses }: Plan, groups: readonly Group[]): ReadonlyMap<string, string> {
  const { datasets, prices, seed, places } = study;
  const ground = hashOf({ groups, datasets, prices, seed, places });
  const footings = new Map<string, string>();
  for (const { name, method, options, inputs } of analyses) {
    const references = Object.values(inputs);
    const sets = references.flatMap((each) => (each.kind === "indicators" ? [study.indicators[each.name]] : []));
    const below = references.flatMap(analysesIn).map((each) => footings.get(each.name));
    footings.set(name, hashOf({ ground, id: method.id, version: method.version, options, inputs, sets, below }));
  }
  return footings;
}
