import { findColumn, type Table } from "@conurb/core/contract";
import type { Group } from "@conurb/core/study";
import { shownGroup } from "@conurb/figures";
import { useMemo } from "react";
import type { Outline } from "../../bench/outline.ts";
import type { ShownRows } from "../../compute/shown-rows.ts";

/** What is looked at: the members of a cluster, in the last year. */
export interface Shown {
  readonly group: Group | undefined;
  /** Of the cluster, where most of it is in the figures: two of thirteen are no ranking of it. */
  readonly members: readonly string[] | undefined;
  readonly year: number | undefined;
  readonly rows: ShownRows;
  readonly count: number;
}

export function useShown({ groups }: Outline, asked: string | undefined, data: Table | undefined): Shown {
  const group = shownGroup(groups, asked);
  return useMemo(() => {
    const [places, years] = [data && findColumn(data, "place"), data && findColumn(data, "year")];
    const there = new Set<unknown>(places?.kind === "label" ? places.values : []);
    const known = group?.members.filter((code) => there.has(code)).length ?? 0;
    const members = group !== undefined && 2 * known >= group.members.length ? group.members : undefined;
    const year = years?.kind === "number" ? Math.max(...years.values) : undefined;
    return {
      group,
      members,
      year,
      rows: { ...(members === undefined ? {} : { place: members }), ...(year === undefined ? {} : { year }) },
      count: members === undefined ? there.size : known,
    };
  }, [group, data]);
}
