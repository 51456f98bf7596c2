import type { Column, Table } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { pastedCell } from "@conurb/core/tables";
import type { Names } from "../report/names.ts";
import { unitWords } from "../unit-words.ts";

/** A table to paste into a sheet: titles with units, names for codes, numbers in full, a tab between cells. */
export function tsv(table: Table, names: Names, language: Language): string {
  const { columns } = table;
  const rows = Array.from({ length: table.rows }, (_, row) => columns.map((column) => cell(column, row, names)));
  return [columns.map((column) => pastedCell(head(column, language))), ...rows]
    .map((cells) => `${cells.join("\t")}\n`)
    .join("");
}

function head(column: Column, language: Language): string {
  const title = column.title?.[language] ?? column.name;
  const unit = column.kind === "number" && column.unit !== "year" ? unitWords(column.unit, language) : "";
  if (unit === "") return title;
  return language === "zh" ? `${title}（${unit}）` : `${title} (${unit})`;
}

function cell(column: Column, row: number, names: Names): string {
  if (column.kind === "label") {
    const value = column.values[row];
    return value === null || value === undefined ? "" : pastedCell(names.of(value));
  }
  const value = column.values[row] as number;
  return Number.isNaN(value) ? "" : String(value);
}
