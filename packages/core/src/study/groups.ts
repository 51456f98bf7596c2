import type { Problem } from "../contract/errors.ts";
import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import { same, type Text } from "../language/text.ts";
import type { Locate } from "./locate.ts";
import type { ClusterInfo, Gazetteer } from "./ports.ts";
import type { Study } from "./schema.ts";

/** One of the study's clusters: the groups that places are compared in. */
export interface Group {
  readonly id: string;
  readonly edition?: string;
  readonly title: Text;
  readonly short: Text;
  readonly members: readonly string[];
}

/** The clusters that a study names or declares, and what is wrong with them. */
export function groupsOf(study: Study, gazetteer: Gazetteer, locate: Locate): { groups: Group[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const groups: Group[] = [];
  const { cluster } = study;
  if (cluster === undefined) return { groups, problems };
  if (typeof cluster === "string" || Array.isArray(cluster)) {
    for (const [at, name] of [cluster].flat().entries()) {
      const found = findCluster(gazetteer.clusters, name);
      if (found !== undefined) groups.push(found);
      else {
        const near = suggestion(
          name,
          gazetteer.clusters.map(({ id, edition }) => `${id}@${edition}`),
        );
        problems.push({
          code: "cluster-unknown",
          text: message("cluster-unknown", { cluster: name, clusters: listed(gazetteer.clusters) }),
          place: locate(typeof cluster === "string" ? ["cluster"] : ["cluster", at]),
          ...(near === undefined ? {} : { hint: near }),
        });
      }
    }
  } else {
    for (const [id, { title, short, members }] of Object.entries(cluster)) {
      groups.push({ id, title, short: short ?? title, members });
    }
  }
  const seen = new Map<string, string>();
  for (const { id, members } of groups) {
    for (const place of members) {
      const first = seen.get(place);
      if (first !== undefined) {
        const text = message("cluster-overlap", { place, first, second: id });
        problems.push({ code: "cluster-overlap", text, place: locate(["cluster"]) });
      }
      seen.set(place, id);
    }
  }
  return { groups, problems };
}

/** The ids of all clusters, for who misspelt one. */
export function listed(clusters: readonly ClusterInfo[]): string {
  return clusters.map(({ id, edition }) => `${id}@${edition}`).join(", ") || "-";
}

/** `ID@EDITION`, or `ID` for its newest edition. */
export function findCluster(clusters: readonly ClusterInfo[], name: string): ClusterInfo | undefined {
  const [id, edition] = name.split("@");
  const editions = clusters.filter((each) => each.id === id).sort((a, b) => (a.edition < b.edition ? 1 : -1));
  return edition === undefined ? editions[0] : editions.find((each) => each.edition === edition);
}

/** Which places a dataset or a set of indicators keeps, and the group that each of them counts to. */
export interface Selection {
  /** The places that are kept; all of them where there is no set. */
  readonly places: ReadonlySet<string> | undefined;
  /** The study's cluster that a place, or a member in it, belongs to. */
  readonly groupOf: ReadonlyMap<string, string>;
}

/** `cluster`: the members; `parents`: the provinces they lie in; `all`: every place; or another cluster's members. */
export function selectPlaces(which: string, groups: readonly Group[], gazetteer: Gazetteer): Selection | undefined {
  const members = new Map(groups.flatMap(({ id, members: codes }) => codes.map((code) => [code, id] as const)));
  const parents = new Map<string, string>();
  for (const [code, id] of members) {
    const parent = gazetteer.places.get(code)?.parent;
    if (parent !== undefined && !parents.has(parent)) parents.set(parent, id);
  }
  if (which === "cluster") return { places: groups.length > 0 ? new Set(members.keys()) : undefined, groupOf: members };
  if (which === "parents") return { places: new Set(parents.keys()), groupOf: parents };
  const groupOf = new Map([...parents, ...members]);
  if (which === "all") return { places: undefined, groupOf };
  const other = findCluster(gazetteer.clusters, which);
  return other && { places: new Set(other.members), groupOf };
}

export function placeTitle(gazetteer: Gazetteer, code: string): Text {
  return gazetteer.places.get(code)?.name ?? same(code);
}
