import { findColumn, type MethodResult, type Table } from "@conurb/core/contract";

/** One cell of a result that is not what it was; a headline number has neither key nor column. */
export interface CellDifference {
  readonly table: string;
  readonly key?: string;
  readonly column?: string;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

/** Every cell that differs between two results, in the order of the old one: headline numbers, then tables by key. */
export function cellDifferences(before: MethodResult, after: MethodResult): CellDifference[] {
  const names = new Set([...Object.keys(before.scalars), ...Object.keys(after.scalars)]);
  const scalars = [...names].flatMap((table): CellDifference[] => {
    const [a, b] = [plain(before.scalars[table]), plain(after.scalars[table])];
    return a === b ? [] : [{ table, before: a, after: b }];
  });
  const tables = before.tables.flatMap((table) => {
    const now = after.tables.find(({ name }) => name === table.name);
    return now === undefined ? [] : tableDifferences(table, now);
  });
  return [...scalars, ...tables];
}

function tableDifferences(before: Table, after: Table): CellDifference[] {
  const rows = new Map(Array.from({ length: after.rows }, (_, row) => [keyOf(after, row), row]));
  return Array.from({ length: before.rows }, (_, row) => row).flatMap((row) => {
    const key = keyOf(before, row);
    const now = rows.get(key);
    return before.columns.flatMap(({ name: column, values }): CellDifference[] => {
      if (before.key.includes(column)) return [];
      const [a, b] = [plain(values[row]), now === undefined ? null : plain(findColumn(after, column)?.values[now])];
      return a === b ? [] : [{ table: before.name, key, column, before: a, after: b }];
    });
  });
}

/** A row by its key; where a table has none, by its number. */
function keyOf(table: Table, row: number): string {
  const parts = table.key.map((name) => findColumn(table, name)?.values[row]);
  return parts.length > 0 ? parts.join(" ") : String(row + 1);
}

const plain = (value: number | string | null | undefined): number | string | null =>
  value === undefined || (typeof value === "number" && Number.isNaN(value)) ? null : value;
