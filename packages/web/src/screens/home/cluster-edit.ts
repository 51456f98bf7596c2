import { parse } from "yaml";
import { setAt } from "../../bench/edit-text.ts";

/** The clusters that a study names, as it names them; nothing where it declares members itself. */
export function namedClusters(text: string): readonly string[] | undefined {
  try {
    const { cluster } = parse(text) as { cluster?: unknown };
    if (cluster === undefined) return [];
    if (typeof cluster === "string") return [cluster];
    return Array.isArray(cluster) ? cluster.map(String) : undefined;
  } catch {
    return undefined;
  }
}

export function withClusters(text: string, clusters: readonly string[]): string {
  return setAt(text, ["cluster"], clusters.length === 1 ? clusters[0] : [...clusters]);
}
