import type { Column, Table } from "@conurb/core/contract";

/** A table as the server sends it: gaps are null. Anything else is handed on as it is. */
export function tableFrom(input: unknown): unknown {
  const table = input as Table | null;
  if (table === null || typeof table !== "object" || !Array.isArray(table.columns) || !Array.isArray(table.key))
    return input;
  const columns = table.columns.map((column): Column => {
    if (column.kind === "label") return column;
    const values = Float64Array.from(column.values as ArrayLike<number | null>, (value) => value ?? Number.NaN);
    return { ...column, values };
  });
  return { ...table, columns };
}
