import type { Place, Problem } from "../contract/errors.ts";
import { findColumn, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";

/** The columns of a register, by the part that each plays. A register has an id and a title; the others may be left out. */
export const registerColumns = [
  "id",
  "level",
  "title_en",
  "title_zh",
  "issuer",
  "issuer_level",
  "reach",
  "announced",
  "in_force",
  "ended",
  "date",
  "precision",
  "objective",
  "sector",
  "instrument",
  "rung",
  "mechanism",
  "kind",
  "amount",
  "amount_unit",
  "status",
  "evidence",
  "source",
  "section",
  "note",
  "coder",
  "coding_rule",
] as const;
export type RegisterColumn = (typeof registerColumns)[number];

/** The cells of a register as text, and where each stands. */
export interface RegisterCells {
  readonly rows: number;
  has(column: RegisterColumn): boolean;
  /** Empty where there is no such column. */
  text(column: RegisterColumn, row: number): string;
  place(column: RegisterColumn, row: number): Place;
  /** The name of the column in the file. */
  nameOf(column: RegisterColumn): string | undefined;
}

export function registerCells(table: Table): RegisterCells {
  const names = new Map<RegisterColumn, string>();
  for (const column of registerColumns) {
    const role = table.roles?.[column];
    const name = typeof role === "string" ? role : column;
    if (findColumn(table, name) !== undefined) names.set(column, name);
  }
  const { file } = table.source ?? {};
  const value = (column: RegisterColumn, row: number) => {
    const name = names.get(column);
    return name === undefined ? undefined : findColumn(table, name)?.values[row];
  };
  return {
    rows: table.rows,
    has: (column) => names.has(column),
    nameOf: (column) => names.get(column),
    text: (column, row) => {
      const cell = value(column, row);
      return cell === null || cell === undefined || Number.isNaN(cell) ? "" : String(cell).trim();
    },
    place: (column, row) => ({
      ...(file === undefined ? {} : { file }),
      row: table.lines?.[row] ?? row + 1,
      column: names.get(column) ?? column,
    }),
  };
}

/** A fault of one cell, with what to do about it. */
export function fault(code: string, place: Place, text: Text, hint: Text | undefined): Problem {
  return { code, text, place, ...(hint === undefined ? {} : { hint }) };
}
