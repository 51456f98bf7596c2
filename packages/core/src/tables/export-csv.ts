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
  const columns = table.columns.map(cellsOf);
  const lines = [csvLine(table.columns.map((column) => textCell(headline(column, language))))];
  for (let row = 0; row < table.rows; row += 1) lines.push(csvLine(columns.map((cells) => cells[row] as string)));
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

function cellsOf(column: Column): string[] {
  if (column.kind === "number") return Array.from(column.values, (value) => (Number.isNaN(value) ? "" : String(value)));
  const written = new Map<string, string>(); // labels stand again and again in a long table
  return column.values.map((value) => {
    const text = value ?? "";
    const known = written.get(text);
    if (known !== undefined) return known;
    const cell = textCell(text);
    written.set(text, cell);
    return cell;
  });
}

/** What spreadsheets take for the start of a formula, white space before it left out of account. */
const formula = /^[\s\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/;

const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A text as a cell for people, who may open it in a spreadsheet. */
export const textCell = (text: string): string => quotedCell(guarded(text));

/** A text as a cell to be pasted into a spreadsheet, where tabs and line breaks would be cells of their own. */
export const pastedCell = (text: string): string => guarded(text.replace(/\p{Cc}+/gu, " "));

/** A text as a cell for programs. */
export const quotedCell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
