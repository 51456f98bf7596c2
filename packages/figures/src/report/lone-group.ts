import { type Column, findColumn, type Table, takeRows } from "@conurb/core/contract";

/** The code under which a method gives all places together. */
const whole = "all";

/** The table without the rows of its one group, where these say again what its rows of all places say. */
export function withoutLoneGroup(table: Table): Table {
  const group = findColumn(table, "group");
  if (group?.kind !== "label" || new Set(group.values).size !== 2 || !group.values.includes(whole)) return table;
  const rowsWhere = (isWhole: boolean) =>
    [...group.values.keys()].filter((row) => (group.values[row] === whole) === isWhole);
  const [all, own] = [rowsWhere(true), rowsWhere(false)];
  const numbers = table.columns.filter((column) => column.kind === "number");
  const says = (row: number, other: number) => numbers.every((column) => isSame(column, row, other));
  const again = all.length === own.length && all.every((row, at) => says(row, own[at] as number));
  return again ? takeRows(table, all) : table;
}

const isSame = ({ values }: Column, row: number, other: number): boolean => Object.is(values[row], values[other]);
