import { findColumn, makeTable, numbers, type Table } from "@conurb/core/contract";
import { filterRows } from "@conurb/core/tables";

/** Which rows are looked at: some places, one year. What a table lacks does not narrow it. */
export interface ShownRows {
  readonly place?: readonly string[];
  readonly year?: number;
}

export function shownRows(table: Table, { place, year }: ShownRows): Table {
  const column = findColumn(table, "place");
  const there = new Set<unknown>(column?.kind === "label" ? column.values : []);
  const where = {
    ...(place !== undefined && column !== undefined ? { place: place.filter((code) => there.has(code)) } : {}),
    ...(year !== undefined && findColumn(table, "year") !== undefined ? { year } : {}),
  };
  return Object.keys(where).length === 0 ? table : filterRows(table, where);
}

/** The first and the last rank that each place takes: of a table of hundreds of shares a place, two numbers are sent on. */
export function rankEnds(shares: Table): Table {
  const places = findColumn(shares, "place");
  const ranks = findColumn(shares, "rank");
  const ends = new Map<string, [number, number]>();
  if (places?.kind === "label" && ranks?.kind === "number") {
    places.values.forEach((place, row) => {
      const rank = ranks.values[row] as number;
      const [low, high] = ends.get(String(place)) ?? [rank, rank];
      ends.set(String(place), [Math.min(low, rank), Math.max(high, rank)]);
    });
  }
  const of = (at: 0 | 1) => [...ends.values()].map((each) => each[at]);
  return makeTable(
    "rank-ends",
    ["place"],
    [
      { kind: "label", name: "place", values: [...ends.keys()] },
      numbers("low", "1", of(0)),
      numbers("high", "1", of(1)),
    ],
  );
}
