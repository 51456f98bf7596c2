import { placeOf } from "../contract/bind.ts";
import { InputError, type Problem } from "../contract/errors.ts";
import type { Column, Table } from "../contract/table.ts";
import { message } from "../language/message.ts";
import { requireColumn } from "./require-column.ts";
import { compareRows } from "./row-order.ts";

export const shownProblems = 20;

export function textsOf(column: Column): readonly (string | null)[] {
  return column.kind === "label"
    ? column.values
    : Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)));
}

export function variableNames(table: Table, column: string): readonly string[] {
  const problems: Problem[] = [];
  const names = textsOf(requireColumn(table, column)).map((name, row) => {
    if (name === null || name === "") {
      const text = message("label-missing", { input: table.name, column, role: "variable" });
      problems.push({ code: "label-missing", text, place: placeOf(table, row, column) });
    }
    return name ?? "";
  });
  if (problems.length > 0) throw new InputError(problems.slice(0, shownProblems));
  return names;
}

/** The row of the wide table for each long row, sorted by key; and a long row for each wide one. */
export function gridRows(key: readonly Column[], rows: number): { rowOf: Uint32Array; firstRows: Uint32Array } {
  const order = Uint32Array.from({ length: rows }, (_, row) => row).sort((a, b) => compareRows(key, a, b));
  const rowOf = new Uint32Array(rows);
  const first: number[] = [];
  order.forEach((row, at) => {
    if (at === 0 || compareRows(key, order[at - 1] as number, row) !== 0) first.push(row);
    rowOf[row] = first.length - 1;
  });
  return { rowOf, firstRows: Uint32Array.from(first) };
}

/** The long rows of each variable; a variable has at most one a wide row. */
export function cellsByVariable(
  table: Table,
  variables: readonly string[],
  rowOf: Uint32Array,
  key: readonly Column[],
): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  const seen = new Map<string, Set<number>>();
  const problems: Problem[] = [];
  variables.forEach((name, row) => {
    const own = cells.get(name) ?? [];
    const rows = seen.get(name) ?? new Set<number>();
    const at = rowOf[row] as number;
    if (rows.has(at)) {
      const shown = [...key.map(({ values }) => values[row]), name].join(" ");
      problems.push({
        code: "duplicate-key",
        text: message("duplicate-key", { input: table.name, key: shown }),
        hint: message("duplicate-key-hint"),
        place: placeOf(table, row, key.map((column) => column.name).join(", ")),
      });
    }
    own.push(row);
    cells.set(name, own);
    seen.set(name, rows.add(at));
  });
  if (problems.length > 0) throw new InputError(problems.slice(0, shownProblems));
  return cells;
}
