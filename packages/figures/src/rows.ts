import { type Column, findColumn, InputError, type Table, takeRows } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";

/** A table as a figure reads it: text and numbers by column name, refusing a column that is not there. */
export interface Rows {
  readonly table: Table;
  readonly n: number;
  texts(column: string): readonly string[];
  numbers(column: string): Float64Array;
  title(column: string): string;
  unit(column: string): string;
}

export type Where = Readonly<Record<string, string | number>>;

export function readRows(given: Table, language: Language, where: Where = {}): Rows {
  const table = filtered(given, where);
  return {
    table,
    n: table.rows,
    texts: (name) => texts(column(table, name)),
    numbers: (name) => numbers(column(table, name)),
    title: (name) => column(table, name).title?.[language] ?? name,
    unit: (name) => {
      const found = column(table, name);
      return found.kind === "number" ? found.unit : "1";
    },
  };
}

function column(table: Table, name: string): Column {
  const found = findColumn(table, name);
  if (found !== undefined) return found;
  const names = table.columns.map((each) => each.name).join(", ");
  throw new InputError({
    code: "figure-column",
    text: {
      en: `figure: table ${table.name} has no column ${name}; the columns are ${names}`,
      zh: `图：表 ${table.name} 中没有列 ${name}；现有列：${names}`,
    },
  });
}

function texts(found: Column): readonly string[] {
  if (found.kind === "label") return found.values.map((value) => value ?? "");
  return Array.from(found.values, (value) => (Number.isNaN(value) ? "" : String(value)));
}

function numbers(found: Column): Float64Array {
  if (found.kind === "number") return found.values.map((value) => (Number.isFinite(value) ? value : Number.NaN));
  return Float64Array.from(found.values, (text) => {
    const value = text === null || text.trim() === "" ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : Number.NaN;
  });
}

function filtered(table: Table, where: Where): Table {
  const tests = Object.entries(where).map(([name, value]) => ({
    values: texts(column(table, name)),
    value: `${value}`,
  }));
  if (tests.length === 0) return table;
  const kept: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (tests.every(({ values, value }) => values[row] === value)) kept.push(row);
  }
  return takeRows(table, kept);
}
