import { findColumn, type Table } from "../contract/table.ts";

/** Finds the rows of tables in which columns hold values; each table is gone through once. */
export function rowIndex() {
  const indices = new Map<Table, Map<string, Map<string, number[]>>>();
  return (table: Table, columns: readonly string[], wanted: readonly unknown[]): readonly number[] => {
    const ofTable = indices.get(table) ?? new Map<string, Map<string, number[]>>();
    indices.set(table, ofTable);
    const name = columns.join("\n");
    const index = ofTable.get(name) ?? indexed(table, columns);
    ofTable.set(name, index);
    return index.get(wanted.map(String).join("\n")) ?? [];
  };
}

function indexed(table: Table, columns: readonly string[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  const values = columns.map((column) => findColumn(table, column)?.values);
  for (let row = 0; row < table.rows; row += 1) {
    const key = values.map((each) => String(each?.[row])).join("\n");
    const rows = index.get(key);
    if (rows === undefined) index.set(key, [row]);
    else rows.push(row);
  }
  return index;
}
