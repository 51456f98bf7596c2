import type { CoupledPlace } from "./coupling-coordination.ts";

/** Means of C, T and D over the rows of one group and year; of C over those that have one. */
export interface CouplingMeans {
  readonly group: string;
  readonly year?: number;
  readonly places: number;
  readonly coupling: number;
  readonly development: number;
  readonly coordination: number;
}

/** By group, then year; none without groups. */
export function couplingMeans(places: readonly CoupledPlace[]): CouplingMeans[] {
  const grouped = new Map<string, CoupledPlace[]>();
  for (const each of places) {
    if (each.group === undefined) continue;
    const key = JSON.stringify([each.group, each.year ?? null]);
    const members = grouped.get(key);
    if (members === undefined) grouped.set(key, [each]);
    else members.push(each);
  }
  return [...grouped.values()]
    .map((members) => ({
      group: members[0].group as string,
      ...(members[0].year === undefined ? {} : { year: members[0].year }),
      ...meansOf(members),
    }))
    .sort((a, b) => (a.group === b.group ? (a.year ?? 0) - (b.year ?? 0) : a.group < b.group ? -1 : 1));
}

export function meansOf(places: readonly CoupledPlace[]): Omit<CouplingMeans, "group" | "year"> {
  return {
    places: places.length,
    coupling: mean(places.map(({ coupling }) => coupling).filter((each) => !Number.isNaN(each))),
    development: mean(places.map(({ development }) => development)),
    coordination: mean(places.map(({ coordination }) => coordination)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
