import type { Column, Table } from "@conurb/core/contract";
import { findColumn } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { ExhibitDeclaration } from "@conurb/core/study";
import { type NumberFormat, numberFormat } from "../format.ts";
import { textWidth } from "../type.ts";
import { unitWords } from "../unit-words.ts";
import { asHead } from "../words.ts";
import type { Names } from "./names.ts";

/** A table as it is shown, whatever it is shown in: heads with units, labels by name, numbers as the language writes them. */
export interface Grid {
  readonly heads: readonly Head[];
  readonly rows: readonly (readonly Cell[])[];
  /** Rows that are left out. */
  readonly more: number;
}
export interface Head {
  readonly title: string;
  /** "" for a pure number and for labels. */
  readonly unit: string;
  readonly kind: "number" | "label";
  /** Text after a number keeps its distance, since the number ends where the text begins. */
  readonly afterNumber: boolean;
}
export interface Cell {
  readonly kind: "number" | "gap" | "label";
  readonly text: string;
  /** Stands on one line. */
  readonly short: boolean;
}

const usualRows = 20;

/** What a report shows of a table: the columns and rows asked for. */
export function gridOf(table: Table, asked: ExhibitDeclaration, names: Names, language: Language): Grid {
  const wanted = asked.columns?.map((name) => inLanguage(table, name, language)) ?? defaultColumns(table, language);
  const columns = wanted.flatMap((name) => findColumn(table, name) ?? []);
  const shown = shownRows(table, asked);
  const writers = columns.map((column) => writerOf(column, table, language));
  const whole = oneLine(columns, names);
  return {
    heads: columns.map((column, at) => ({
      title: asHead(column.title?.[language] ?? column.name.replace(/_(en|zh)$/, "").replaceAll("_", " "), language),
      unit: writers[at]?.unit ?? "",
      kind: column.kind,
      afterNumber: column.kind === "label" && columns[at - 1]?.kind === "number",
    })),
    rows: Array.from({ length: shown }, (_, row) =>
      columns.map((column, at) => cellOf(column, row, writers[at] as Writer, whole[at] === true, names)),
    ),
    more: table.rows - shown,
  };
}

export function shownRows(table: Table, asked: ExhibitDeclaration): number {
  return Math.min(table.rows, asked.rows ?? usualRows);
}

/** Whether a table is narrow enough to share its row. */
export function narrow(table: Table, asked: ExhibitDeclaration, language: Language): boolean {
  return (asked.columns ?? defaultColumns(table, language)).length <= 4;
}

/** The column asked for, or the one beside it that says the same in this language. */
function inLanguage(table: Table, name: string, language: Language): string {
  return findColumn(table, `${name}_${language}`) === undefined ? name : `${name}_${language}`;
}

/** Every column but the one in the other language, and the code where a name in this language stands beside it. */
function defaultColumns(table: Table, language: Language): string[] {
  const other = language === "zh" ? "_en" : "_zh";
  const own = language === "zh" ? "_zh" : "_en";
  const list = table.columns.map(({ name }) => name);
  return list.filter(
    (name) => !name.endsWith(other) && !list.includes(name + own) && !/^(cluster|parent|lon|lat)$/.test(name),
  );
}

function cellOf(column: Column, row: number, { write }: Writer, short: boolean, names: Names): Cell {
  if (column.kind === "label") return { kind: "label", text: calledBy(names, column)(write(row)), short };
  if (Number.isNaN(column.values[row])) return { kind: "gap", text: "–", short: true };
  return { kind: "number", text: write(row), short: true };
}

/** What the codes of a column are called; a column of words in one language holds no codes, whatever they look like. */
function calledBy(names: Names, { name }: Column): (code: string) => string {
  return /_(en|zh)$/.test(name) ? (words) => words : names.of;
}

/** How a column is written: the unit in its head, or each row in the unit that stands beside it. */
interface Writer {
  readonly unit: string;
  write(row: number): string;
}

const unitColumn = "unit";
/** Columns that stand in the unit which their row names, beside weights, shares and scores that do not. */
const inRowUnit: ReadonlySet<string> = new Set([
  "value",
  "value_high",
  "low",
  "high",
  "benchmark",
  "gap",
  "pace",
  "own",
  "theirs",
]);

function writerOf(column: Column, table: Table, language: Language): Writer {
  const units = findColumn(table, unitColumn);
  const mixed = units?.kind === "label" && column.name !== unitColumn;
  if (column.kind === "label") {
    const own = column.name === unitColumn;
    return {
      unit: "",
      write: (row) => (own ? rowUnit(table, row, language) : (column.values[row] ?? "")),
    };
  }
  if (mixed && column.unit === "1" && inRowUnit.has(column.name))
    return { unit: "", write: (row) => rowNumber(column, table, row, language) };
  if (column.unit === "year") return { unit: "", write: (row) => String(column.values[row]) };
  const format = numberFormat(column.unit, column.values, language);
  return { unit: format.unit, write: (row) => notAsNothing(column.values[row] as number, format) };
}

/** A figure that its column's digits cannot show is not written as 0: a p of 4e-12, or of 1.6e-87, is `<0.001`. */
function notAsNothing(value: number, { kind, digits, format }: NumberFormat): string {
  const text = format(value);
  const isHidden = kind === "pure" && value > 0 && !/[1-9]/.test(text);
  return isHidden ? `<${format(10 ** -digits)}` : text;
}

/** The figures of a row in the row's own unit: one scale for all of them, so that 0.5 to 5 m people share it. */
function rowFormat(table: Table, row: number, language: Language, digits?: number): NumberFormat {
  const unit = findColumn(table, unitColumn)?.values[row];
  const figures = table.columns.flatMap((column) =>
    column.kind === "number" && column.unit === "1" && inRowUnit.has(column.name) ? [column.values[row] as number] : [],
  );
  return numberFormat(String(unit ?? "1"), figures, language, digits);
}

function rowUnit(table: Table, row: number, language: Language): string {
  const { unit } = rowFormat(table, row, language);
  return unit === "" ? unitWords(String(findColumn(table, unitColumn)?.values[row] ?? ""), language) : unit;
}

/** Significant digits that a reader is shown of a figure that was computed. */
const mostDigits = 6;

/** As many digits as the figure was given with, neither rounded nor padded, as long as they can be read. */
function rowNumber(column: Column, table: Table, row: number, language: Language): string {
  const value = column.values[row] as number;
  const scaled = Number(rowFormat(table, row, language).scaled(value).toPrecision(12));
  const whole = String(Math.trunc(Math.abs(scaled))).length;
  const digits = Math.min((String(scaled).split(".")[1] ?? "").length, Math.max(0, mostDigits - whole));
  return rowFormat(table, row, language, digits).format(value);
}

/** Columns whose labels are all short stand on one line, as many as there is room for: the rest goes to columns of words. */
function oneLine(columns: readonly Column[], names: Names): readonly boolean[] {
  const widths = columns.map((column) =>
    column.kind === "label"
      ? Math.max(0, ...column.values.map((code) => textWidth(calledBy(names, column)(code ?? ""), 13)))
      : 0,
  );
  let room = roomForShort;
  const short = new Set<number>();
  for (const width of [...widths].sort((a, b) => a - b)) {
    room -= width;
    if (width <= longestShort && room >= 0) short.add(width);
  }
  return widths.map((width) => short.has(width));
}

const [longestShort, roomForShort] = [112, 370];
