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
  const lines = [header, ...rows].map(csvLine);
  return `${bom ? "\ufeff" : ""}${lines.join("\r\n")}\r\n`;
}

/** One line of a CSV file, of finished cells. A row of one empty cell would be a blank line, which is no row to a reader. */
export function csvLine(cells: readonly string[]): string {
  return cells.length === 1 && cells[0] === "" ? '""' : cells.join(",");
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

/** A text as a cell for people, who may open it in a spreadsheet. */
export const textCell = (text: string): string => quotedCell(formula.test(text) ? `'${text}` : text);

/** A text as a cell for programs. */
export const quotedCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
