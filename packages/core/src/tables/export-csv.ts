import type { Column, Table } from "../contract/table.ts";
import type { Language } from "../language/text.ts";

export interface CsvExportOptions {
  /** Column titles in this language, with units; the columns' names unless given. */
  readonly language?: Language;
  /** A byte order mark, which Excel needs for Chinese. */
  readonly bom?: boolean;
}

/**
 * A table as CSV by RFC 4180, lines ending in `\r\n`. A text that a spreadsheet would run as a formula gets a leading
 * apostrophe; numbers are written in full, gaps as nothing.
 */
export function tableToCsv(table: Table, { language, bom = false }: CsvExportOptions = {}): string {
  const header = table.columns.map((column) => textCell(headline(column, language)));
  const rows = Array.from({ length: table.rows }, (_, row) => table.columns.map((column) => cellOf(column, row)));
  // a row of one empty cell would be a blank line, which is no row to a reader
  const lines = [header, ...rows].map((cells) => (cells.length === 1 && cells[0] === "" ? '""' : cells.join(",")));
  return `${bom ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

function headline({ name, ...column }: Column, language: Language | undefined): string {
  if (language === undefined) return name;
  const title = column.title?.[language] ?? name;
  if (column.kind === "label" || column.unit === "1") return title;
  return language === "zh" ? `${title}（${column.unit}）` : `${title} (${column.unit})`;
}

function cellOf(column: Column, row: number): string {
  if (column.kind === "label") return textCell(column.values[row] ?? "");
  const value = column.values[row] as number;
  return Number.isNaN(value) ? "" : String(value);
}

/** What spreadsheets take for the start of a formula, white space before it left out of account. */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

function textCell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
