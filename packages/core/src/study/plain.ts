import { canonicalJson } from "../contract/canonical.ts";
import type { Column, Table } from "../contract/table.ts";

/** Tables, maps and typed arrays as plain data for JSON: gaps are null, what is undefined is left out. */
export function plain(value: unknown): unknown {
  return JSON.parse(canonicalJson(value));
}

/** The table behind plain data. */
export function tableOfPlain(given: unknown): Table {
  const { lines, columns, ...table } = given as Table;
  return {
    ...table,
    columns: columns.map(columnOfPlain),
    ...(lines === undefined ? {} : { lines: Uint32Array.from(lines) }),
  };
}

function columnOfPlain(column: Column): Column {
  if (column.kind === "label") return column;
  const { lines, origins } = column;
  return {
    ...column,
    values: Float64Array.from(column.values as ArrayLike<number | null>, (value) => value ?? Number.NaN),
    ...(lines === undefined ? {} : { lines: Uint32Array.from(lines) }),
    ...(origins === undefined ? {} : { origins: Float64Array.from(origins) }),
  };
}
