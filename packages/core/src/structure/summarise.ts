import { median } from "../numeric/median.ts";
import type { Shares } from "./shares.ts";
import type { SimilarPair } from "./similarity.ts";

/** Medians over pairs of places: all of them, those within a group, or those between two groups. */
export interface SimilaritySummary {
  readonly kind: "all" | "within" | "between";
  readonly group: string;
  readonly otherGroup: string;
  readonly year: number | undefined;
  readonly pairs: number;
  readonly similarity: number;
  readonly cosine: number;
  readonly krugman: number;
  readonly quotientCorrelation: number;
}

export function summarise(slices: readonly Shares[], pairs: readonly SimilarPair[]): SimilaritySummary[] {
  return slices.flatMap(({ year }) => {
    const ofYear = pairs.filter((pair) => pair.year === year);
    const byGroups = new Map<string, { groups: readonly [string, string]; pairs: SimilarPair[] }>();
    const ofPair = new Map<string, Map<string, SimilarPair[]>>();
    for (const pair of ofYear) {
      const others = ofPair.get(pair.group) ?? new Map<string, SimilarPair[]>();
      if (others.size === 0) ofPair.set(pair.group, others);
      const known = others.get(pair.otherGroup) ?? pairsOf(pair.group, pair.otherGroup);
      known.push(pair);
      others.set(pair.otherGroup, known);
    }
    const all = medians("all", ["all", "all"], year, ofYear);
    if (ofYear.every(({ group, otherGroup }) => group === "" && otherGroup === "")) return [all];
    const rows = [...byGroups.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { groups, pairs: found }]) =>
        medians(groups[0] === groups[1] ? "within" : "between", groups, year, found),
      );
    return [all, ...rows.filter(({ kind }) => kind === "within"), ...rows.filter(({ kind }) => kind === "between")];

    /** One list for a pair of groups, whichever stands first. */
    function pairsOf(one: string, other: string): SimilarPair[] {
      const groups = [one, other].sort() as [string, string];
      const key = JSON.stringify(groups);
      const found = byGroups.get(key) ?? { groups, pairs: [] };
      byGroups.set(key, found);
      return found.pairs;
    }
  });
}

function medians(
  kind: SimilaritySummary["kind"],
  [group, otherGroup]: readonly [string, string],
  year: number | undefined,
  pairs: readonly SimilarPair[],
): SimilaritySummary {
  const middle = (pick: (pair: SimilarPair) => number) =>
    median(pairs.map(pick).filter((value) => !Number.isNaN(value)));
  return {
    kind,
    group,
    otherGroup,
    year,
    pairs: pairs.length,
    similarity: middle(({ similarity }) => similarity),
    cosine: middle(({ cosine }) => cosine),
    krugman: middle(({ krugman }) => krugman),
    quotientCorrelation: middle(({ quotientCorrelation }) => quotientCorrelation),
  };
}
