import { findColumn, type Table } from "@conurb/core/contract";

const whole = 1 - 1e-9; // weights add up to 1 but for rounding

/**
 * The year in which a panel stands when one moment is shown: the last with figures in all of `columns`. Where the table says how
 * much of the weight has figures, a year in which an aspect is still missing everywhere gives way to the last that is whole.
 */
export function newestYear(table: Table, columns: readonly string[]): number | undefined {
  const year = findColumn(table, "year");
  if (year?.kind !== "number") return undefined;
  const shown = columns.flatMap((name) => findColumn(table, name) ?? []).filter(({ kind }) => kind === "number");
  const told = [...year.values.keys()].filter((row) => shown.every(({ values }) => Number.isFinite(values[row])));
  const coverage = findColumn(table, "coverage");
  const covered = coverage?.kind !== "number" ? told : told.filter((row) => (coverage.values[row] as number) >= whole);
  const counts = new Map<number, number>();
  for (const row of covered) counts.set(year.values[row] as number, (counts.get(year.values[row] as number) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  // a few places that are late make no year unfit
  const fit = [...counts].flatMap(([each, count]) => (2 * count >= most ? [each] : []));
  const years = fit.length > 0 ? fit : told.map((row) => year.values[row] as number);
  return years.length === 0 ? undefined : years.reduce((last, each) => Math.max(last, each));
}
