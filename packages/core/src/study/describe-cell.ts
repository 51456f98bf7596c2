import { type CellOrigin, originOf } from "../contract/cell-origin.ts";
import { findColumn, type Table } from "../contract/table.ts";
import { cellAddress } from "../sheets/address.ts";
import { roleColumn } from "./places.ts";
import type { Trace } from "./trace.ts";

/** A cell of a table with its key, its unit and flag, and where in a file it stands. */
export function describe(table: Table, row: number, column: string): Omit<Trace, "of" | "from"> {
  const found = findColumn(table, column);
  const value = found?.values[row];
  const keys =
    table.key.length > 0
      ? table.key
      : ["place", "year", "industry"].flatMap((role) => roleColumn(table, role)?.name ?? []);
  const line = (found?.kind === "number" ? found.lines?.[row] : undefined) ?? table.lines?.[row];
  const flag = found?.kind === "number" ? found.flags?.[row] : undefined;
  const origin = originOf(table, column, row);
  const key = keys.flatMap((name) => {
    const at = findColumn(table, name)?.values[row];
    return at === undefined || at === null ? [] : [[name, at] as const];
  });
  return {
    key: Object.fromEntries(key),
    column,
    value: typeof value === "number" && Number.isNaN(value) ? null : (value ?? null),
    ...(found?.kind === "number" ? { unit: found.unit } : {}),
    ...(flag === undefined || flag === null ? {} : { flag }),
    ...(table.source?.file === undefined ? {} : { file: table.source.file }),
    ...(line === undefined || line === 0 ? {} : { row: line }),
    ...(origin === undefined ? {} : { cell: cellOfSheet(origin, value) }),
  };
}

/** A cell holds the figure as it stands where nothing else was kept of it. A gap may be a cell that the study leaves out. */
function cellOfSheet({ sheet, row, column, raw }: CellOrigin, value: unknown): NonNullable<Trace["cell"]> {
  const held = raw ?? (Number.isNaN(value) ? undefined : String(value));
  return { sheet, address: cellAddress(row - 1, column - 1), ...(held === undefined ? {} : { raw: held }) };
}
