import type { Text } from "@conurb/core/language";
import type { ClusterInfo, Group } from "@conurb/core/study";
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

/** What a study names is called: by its last run, else by the atlas; a name that neither knows is its own. */
export function calledClusters(
  named: readonly string[],
  groups: readonly Pick<Group, "id" | "edition" | "short">[],
  atlas: readonly Pick<ClusterInfo, "id" | "edition" | "short">[],
): readonly { readonly name: string; readonly short: Text }[] {
  return named.map((name) => {
    const known = [...groups, ...atlas].find(({ id, edition }) => name === id || name === `${id}@${edition}`);
    return { name, short: known?.short ?? { en: name, zh: name } };
  });
}

/** The study's cluster with members of one's own choice: among those that it declares, or in place of those that it names. */
export function withOwnCluster(text: string, id: string, title: string | Text, members: readonly string[]): string {
  const own = { title, members: [...members] };
  return namedClusters(text) === undefined
    ? setAt(text, ["cluster", id], own)
    : setAt(text, ["cluster"], { [id]: own });
}

export function withClusters(text: string, clusters: readonly string[]): string {
  return setAt(text, ["cluster"], clusters.length === 1 ? clusters[0] : [...clusters]);
}
