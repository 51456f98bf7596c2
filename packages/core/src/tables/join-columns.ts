import { InputError } from "../contract/errors.ts";
import type { Column, Table } from "../contract/table.ts";
import { requireColumn } from "./require-column.ts";

export interface JoinOptions {
  /** Columns of the other table to take; left out: all but its key. */
  readonly columns?: readonly string[];
  /** The key's name in the other table, if it differs. */
  readonly otherKey?: string;
}

/**
 * Looks up attributes of each row in another table (left join): a place's name, its cluster. Refuses a repeated key in the
 * other table (`duplicate-key`) and a column that is already there (`column-taken`). Keys without an entry get gaps and
 * are listed.
 */
export function joinColumns(
  table: Table,
  key: string,
  other: Table,
  { columns, otherKey = key }: JoinOptions = {},
): { readonly table: Table; readonly unmatched: readonly string[] } {
  const keys = keyTexts(requireColumn(table, key));
  const rowOf = rowsByKey(other, otherKey);
  const taken = (columns ?? other.columns.map(({ name }) => name).filter((name) => name !== otherKey)).map((name) => {
    if (table.columns.some((column) => column.name === name)) throw columnTaken(table, other, name);
    return requireColumn(other, name);
  });
  const rows = keys.map((text) => (text === null ? undefined : rowOf.get(text)));
  const unmatched = new Set(keys.filter((text, row): text is string => text !== null && rows[row] === undefined));
  const joined = taken.map((column) => lookUp(column, rows));
  return { table: { ...table, columns: [...table.columns, ...joined] }, unmatched: [...unmatched].sort() };
}

function keyTexts({ values }: Column): (string | null)[] {
  return Array.from(values as ArrayLike<string | number | null>, (value) =>
    value === null || Number.isNaN(value) ? null : String(value),
  );
}

function rowsByKey(other: Table, key: string): Map<string, number> {
  const rows = new Map<string, number>();
  keyTexts(requireColumn(other, key)).forEach((text, row) => {
    if (text === null) return;
    if (rows.has(text)) {
      throw new InputError({
        code: "duplicate-key",
        text: {
          en: `${other.name}: ${key} ${text} appears more than once, so that nothing can be looked up by it`,
          zh: `${other.name}：${key} ${text} 重复出现，无法据此查找`,
        },
        place: {
          ...(other.source?.file === undefined ? {} : { file: other.source.file }),
          row: other.lines?.[row] ?? row + 1,
          column: key,
        },
      });
    }
    rows.set(text, row);
  });
  return rows;
}

function columnTaken(table: Table, other: Table, name: string): InputError {
  return new InputError({
    code: "column-taken",
    text: {
      en: `${table.name}: column ${name} of ${other.name} is already there`,
      zh: `${table.name}：已有列 ${name}，无法从 ${other.name} 并入`,
    },
    hint: { en: "name the columns to take", zh: "请指明要并入的列" },
  });
}

function lookUp(column: Column, rows: readonly (number | undefined)[]): Column {
  if (column.kind === "label") {
    return { ...column, values: rows.map((row) => (row === undefined ? null : (column.values[row] ?? null))) };
  }
  const { flags, lines, origins, ...rest } = column;
  return {
    ...rest,
    values: Float64Array.from(rows, (row) => (row === undefined ? Number.NaN : (column.values[row] as number))),
    ...(flags === undefined ? {} : { flags: rows.map((row) => (row === undefined ? null : (flags[row] ?? null))) }),
  };
}
