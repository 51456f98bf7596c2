import type { Column, Table } from "../contract/table.ts";
import type { Cells } from "../tables/cells.ts";

/** The wide table of a page as cells with a header, for `typeTable` with a schema of one's own. Flags and origins stay behind. */
export function pageCells(table: Table): Cells {
  const { source } = table;
  const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellText(column, row)));
  return {
    file: source?.file ?? table.name,
    ...(source?.sheets?.[0] === undefined ? {} : { sheet: source.sheets[0] }),
    ...(source?.sha256 === undefined ? {} : { sha256: source.sha256 }),
    rows: [table.columns.map(headText), ...rows],
    ...(table.lines === undefined ? {} : { lines: Uint32Array.from([0, ...table.lines]) }),
  };
}

const headText = (column: Column): string =>
  column.kind === "label" || column.unit === "1" || column.unit === "year"
    ? column.name
    : `${column.name} (${column.unit})`;

function cellText(column: Column, row: number): string {
  if (column.kind === "label") return column.values[row] ?? "";
  const value = column.values[row] as number;
  return Number.isNaN(value) ? "" : String(value);
}
