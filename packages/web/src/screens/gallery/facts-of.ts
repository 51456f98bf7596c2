import { findColumn, type NumberColumn, type Table, type View } from "@conurb/core/contract";
import { newestYear } from "@conurb/figures";

/** A row behind a view that a place is part of. */
export interface Fact {
  /** The other codes of the row, in the table's order. */
  readonly others: readonly string[];
  readonly year?: number;
  /** Whether the place comes first in a pair whose two directions have numbers of their own. */
  readonly isFrom?: boolean;
  readonly value: number;
}

export interface Facts {
  readonly of: NumberColumn;
  /** The one year of a panel that the picture shows. */
  readonly year?: number;
  readonly rows: readonly Fact[];
}

/** What a view draws of a place, the highest first; nothing where it draws no number. */
export function factsOf(table: Table, view: View, place: string): Facts | undefined {
  const parts = Object.values(view) as readonly unknown[];
  const labels = table.columns.filter(
    ({ kind, name }) => kind === "label" && (parts.includes(name) || table.key.includes(name)),
  );
  const of = table.columns.find(
    ({ kind, name }) => kind === "number" && parts.includes(name) && name !== "year" && name !== "rank",
  );
  if (of?.kind !== "number") return undefined;
  const when = table.key.includes("year") ? findColumn(table, "year") : undefined;
  const hasYears = new Set<unknown>(Array.from<unknown>(when?.values ?? [])).size > 1;
  const isTrend = parts.includes("year");
  const only = hasYears && !isTrend && view.where?.year === undefined ? newestYear(table, [of.name]) : undefined;
  const kept = Object.entries({ ...view.where, ...(only === undefined ? {} : { year: only }) });
  const isShown = (row: number) => kept.every(([name, held]) => findColumn(table, name)?.values[row] === held);
  const found = new Map<string, Fact & { readonly pair: string; readonly isFrom: boolean }>();
  for (let row = 0; row < table.rows; row += 1) {
    const codes = labels.map(({ values }) => String(values[row] ?? ""));
    const value = of.values[row] as number;
    if (!codes.includes(place) || !Number.isFinite(value) || !isShown(row)) continue;
    const others = codes.filter((code) => code !== place && code !== "");
    const year = hasYears && isTrend ? Number(when?.values[row]) : undefined;
    const pair = [...others, year].join(" ");
    // a pair stands in both directions where its number has none
    found.set(`${pair} ${value}`, {
      pair,
      others,
      ...(year === undefined ? {} : { year }),
      isFrom: codes[0] === place,
      value,
    });
  }
  const distinct = [...found.values()].sort((a, b) => b.value - a.value);
  const isDirected = new Set(distinct.map(({ pair }) => pair)).size < distinct.length;
  const rows = distinct.map(({ pair: _, isFrom, ...row }) => (isDirected ? { ...row, isFrom } : row));
  return { of, rows, ...(only === undefined ? {} : { year: only }) };
}
