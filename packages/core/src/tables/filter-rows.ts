import { InputError } from "../contract/errors.ts";
import { type Table, takeRows } from "../contract/table.ts";
import { requireColumn } from "./require-column.ts";

/** A cell's text, any of a list, or a range of numbers with both ends in it. */
export type Wanted = string | number | readonly (string | number)[] | { readonly from?: number; readonly to?: number };

/** The rows that meet every condition; `{}` means all. Refuses an unknown column (`column-unknown`). */
export function filterRows(table: Table, where: Readonly<Record<string, Wanted>>): Table {
  return keep(table, where, true);
}

/** The rows that do not meet all conditions at once: what is left without a data set's `omit`. */
export function omitRows(table: Table, where: Readonly<Record<string, Wanted>>): Table {
  return keep(table, where, false);
}

function keep(table: Table, where: Readonly<Record<string, Wanted>>, meeting: boolean): Table {
  const tests = Object.entries(where).map(([name, wanted]) => {
    const { values, kind } = requireColumn(table, name);
    const test = tester(name, wanted, kind, table);
    return (row: number) => test(values[row] ?? null);
  });
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) => tests.every((test) => test(row)) === meeting,
  );
  return rows.length === table.rows ? table : takeRows(table, rows);
}

function tester(
  name: string,
  wanted: Wanted,
  kind: "label" | "number",
  table: Table,
): (cell: string | number | null) => boolean {
  if (typeof wanted === "object" && !Array.isArray(wanted)) {
    if (kind !== "number") {
      throw new InputError({
        code: "range-of-labels",
        text: {
          en: `${table.name}: column ${name} holds labels, and a range needs numbers`,
          zh: `${table.name}：列 ${name} 是文字，区间条件只适用于数字`,
        },
      });
    }
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = wanted as { from?: number; to?: number };
    return (cell) => (cell as number) >= from && (cell as number) <= to;
  }
  const texts = new Set([wanted].flat().map(String));
  return (cell) => cell !== null && texts.has(String(cell));
}
