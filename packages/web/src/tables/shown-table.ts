import { findColumn, type Table } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { pastedCell } from "@conurb/core/tables";
import { numberFormat, unitWords } from "@conurb/figures";
import type { CodeNames } from "../language/outline-names.ts";
import { finestFormat } from "./finest-format.ts";

export interface Head {
  /** The column's own name: titles may be alike. */
  readonly name: string;
  readonly title: string;
  /** The unit that figures are shown in. */
  readonly unit: string;
  /** The unit that figures are in. */
  readonly rawUnit: string;
  readonly isNumber: boolean;
}

/** One row as it is, as it is called and as it is drawn: what sorts and filters is the figure, not its writing. */
export interface Row {
  readonly raw: readonly (string | number | null)[];
  /** The whole name of what stands as a code; what has none is called as it is. */
  readonly called: readonly (string | number | null)[];
  readonly shown: readonly string[];
}

export interface ShownTable {
  readonly heads: readonly Head[];
  readonly rows: readonly Row[];
}

const longest = 400; // characters of a cell: more says nothing in a table, and would hold the page up
const gap = "–";

/** Columns as they are read: codes by their names, `x_en` and `x_zh` as the one that they name, numbers in one unit each. */
export function shownTable(table: Table, names: CodeNames, language: Language): ShownTable {
  const isName = (name: string) => /_(en|zh)$/.test(name);
  const stems = new Set(table.columns.filter(({ name }) => isName(name)).map(({ name }) => name.slice(0, -3)));
  const columns = table.columns.filter(
    ({ name }) => !isName(name) || (!findColumn(table, name.slice(0, -3)) && name.endsWith(language)),
  );
  const heads: Head[] = [];
  const cells: ((row: number) => { raw: string | number | null; called: string | number | null; shown: string })[] = [];
  for (const column of columns) {
    const title = column.title?.[language] ?? column.name;
    if (column.kind === "number") {
      const isYear = column.name === "year" || column.unit === "year";
      const format = isYear
        ? numberFormat(column.unit, [], language)
        : finestFormat(column.unit, column.values, language);
      heads.push({
        name: column.name,
        title,
        ...(isYear ? { unit: "", rawUnit: "" } : { unit: format.unit, rawUnit: unitWords(column.unit, language) }),
        isNumber: true,
      });
      cells.push((row) => {
        const value = column.values[row] as number;
        const raw = Number.isNaN(value) ? null : value;
        if (isYear) return { raw, called: raw, shown: raw === null ? gap : String(raw) };
        return { raw, called: raw, shown: format.format(value) };
      });
      continue;
    }
    const named = stems.has(column.name) ? findColumn(table, `${column.name}_${language}`) : undefined;
    heads.push({ name: column.name, title, unit: "", rawUnit: "", isNumber: false });
    cells.push((row) => {
      const raw = column.values[row] ?? null;
      if (raw === null) return { raw, called: null, shown: gap };
      const called = String(named?.values[row] ?? names.of(raw));
      return { raw, called, shown: called.length > longest ? `${called.slice(0, longest)}…` : called };
    });
  }
  const rows = Array.from({ length: table.rows }, (_, row) => {
    const own = cells.map((cell) => cell(row));
    return {
      raw: own.map(({ raw }) => raw),
      called: own.map(({ called }) => called),
      shown: own.map(({ shown }) => shown),
    };
  });
  return { heads, rows };
}

export interface Pasted {
  /** What the head of a column of codes says, whose names stand beside it. */
  readonly codeTitle: (title: string) => string;
  /** A row a column, as the table is shown. */
  readonly isTurned: boolean;
}

/** Rows for a spreadsheet: titles with the units of the figures, which stand in full, beside what is coded its name, and no formula. */
export function tsvOf({ heads, rows }: ShownTable, { codeTitle, isTurned }: Pasted): string {
  const cell = (value: string | number | null) => (typeof value === "string" ? pastedCell(value) : String(value ?? ""));
  const columns = heads.flatMap(({ title, rawUnit }, at) => {
    const called = [rawUnit === "" ? title : `${title} (${rawUnit})`, ...rows.map((row) => row.called[at] ?? null)];
    const isCoded = rows.some(({ raw, called }) => raw[at] !== called[at]);
    return isCoded ? [[codeTitle(title), ...rows.map(({ raw }) => raw[at] ?? null)], called] : [called];
  });
  const lines = isTurned ? columns : [heads, ...rows].map((_, line) => columns.map((column) => column[line] ?? null));
  return lines.map((line) => line.map(cell).join("\t")).join("\n");
}
