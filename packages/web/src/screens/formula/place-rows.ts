import { findColumn, type MethodResult } from "@conurb/core/contract";

type Cell = string | number | null;

/** The rows of a result's table that are about a place, in a year where the table has years. */
export function placeRows(
  result: MethodResult | undefined,
  name: string,
  place: string,
  year: number | undefined,
): readonly Readonly<Record<string, Cell>>[] {
  const table = result?.tables.find((each) => each.name === name);
  if (table === undefined) return [];
  const [places, years] = [findColumn(table, "place")?.values, findColumn(table, "year")?.values];
  return Array.from({ length: table.rows }, (_, row) => row)
    .filter((row) => places?.[row] === place && (years === undefined || year === undefined || years[row] === year))
    .map((row) => Object.fromEntries(table.columns.map((column) => [column.name, column.values[row] as Cell])));
}
