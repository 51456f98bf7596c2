import type { Column, Table } from "@conurb/core/contract";
import { findColumn } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import type { ExhibitDeclaration } from "@conurb/core/study";
import { type NumberFormat, numberFormat } from "../format.ts";
import { textWidth } from "../type.ts";
import { unitWords } from "../unit-words.ts";
import { asHead } from "../words.ts";
import { type Content, type Html, h, raw } from "./html.ts";
import type { Names } from "./names.ts";
import type { Say } from "./words.ts";

const usualRows = 20;

/** A three-line table: heads with units, labels by name, gaps hatched and never zero. */
export function tableHtml(table: Table, asked: ExhibitDeclaration, names: Names, language: Language, say: Say): Html {
  const wanted = asked.columns?.map((name) => inLanguage(table, name, language)) ?? defaultColumns(table, language);
  const columns = wanted.flatMap((name) => findColumn(table, name) ?? []);
  const shown = shownRows(table, asked);
  const writers = columns.map((column) => writerOf(column, table, language));
  const whole = oneLine(columns, names);
  const beside = columns.map((column, i) => besideNumber(column, columns[i - 1]));
  const rows = Array.from({ length: shown }, (_, row) =>
    h(
      "tr",
      {},
      columns.map((column, i) => cell(column, row, writers[i] as Writer, beside[i], whole[i] === true, names, say)),
    ),
  );
  return h(
    "div",
    { class: "table" },
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column, i) => head(column, writers[i] as Writer, beside[i], language)),
        ),
      ),
      h("tbody", {}, rows),
    ),
    shown < table.rows && h("p", { class: "more" }, say("rowsMore", { n: table.rows - shown })),
  );
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

/** How a column is written: the unit in its head, or each row in the unit that stands beside it. */
interface Writer {
  readonly unit: string;
  write(row: number): string;
}

const unitColumn = "unit";

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
  if (mixed && column.unit === "1") return { unit: "", write: (row) => rowNumber(column, table, row, language) };
  if (column.unit === "year") return { unit: "", write: (row) => String(column.values[row]) };
  const format = numberFormat(column.unit, column.values, language);
  return { unit: format.unit, write: (row) => format.format(column.values[row] as number) };
}

/** The figures of a row in the row's own unit: one scale for all of them, so that 0.5 to 5 m people share it. */
function rowFormat(table: Table, row: number, language: Language, digits?: number): NumberFormat {
  const unit = findColumn(table, unitColumn)?.values[row];
  const figures = table.columns.flatMap(({ kind, values, ...column }) =>
    kind === "number" && "unit" in column && column.unit === "1" ? [values[row] as number] : [],
  );
  return numberFormat(String(unit ?? "1"), figures, language, digits);
}

function rowUnit(table: Table, row: number, language: Language): string {
  const { unit } = rowFormat(table, row, language);
  return unit === "" ? unitWords(String(findColumn(table, unitColumn)?.values[row] ?? ""), language) : unit;
}

/** As many digits as the figure was given with, neither rounded nor padded. */
function rowNumber(column: Column, table: Table, row: number, language: Language): string {
  const value = column.values[row] as number;
  const scaled = Number(rowFormat(table, row, language).scaled(value).toPrecision(12));
  const digits = (String(scaled).split(".")[1] ?? "").length;
  return rowFormat(table, row, language, digits).format(value);
}

/** Text after a number keeps its distance, since the number ends where the text begins. */
function besideNumber(column: Column, before: Column | undefined): string | undefined {
  return column.kind === "label" && before?.kind === "number" ? "padding-left:18px" : undefined;
}

function head(column: Column, { unit }: Writer, style: string | undefined, language: Language): Html {
  const title = column.title?.[language] ?? column.name.replace(/_(en|zh)$/, "").replaceAll("_", " ");
  return h(
    "th",
    { scope: "col", class: column.kind === "number" ? "number" : undefined, style },
    asHead(title, language),
    unit !== "" && h("span", { class: "unit" }, unit),
  );
}

/** Columns whose labels are all short stand on one line, as many as there is room for: the rest goes to columns of words. */
function oneLine(columns: readonly Column[], names: Names): readonly boolean[] {
  const widths = columns.map((column) =>
    column.kind === "label" ? Math.max(0, ...column.values.map((code) => textWidth(names.of(code ?? ""), 13))) : 0,
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

function cell(
  column: Column,
  row: number,
  { write }: Writer,
  style: string | undefined,
  short: boolean,
  names: Names,
  say: Say,
): Html {
  if (column.kind === "label")
    return h("td", { style, class: short ? "short" : "words" }, breakable(names.of(write(row))));
  if (Number.isNaN(column.values[row])) return h("td", { class: "number gap", title: say("missing") }, "–");
  return h("td", { class: "number" }, write(row));
}

/** A word longer than this may break after its underscores and hyphens: a code has no spaces. */
const longestWord = 14;

function breakable(text: string): Content {
  return text
    .split(/(?<=\s)/)
    .flatMap((word) =>
      word.length <= longestWord
        ? [word]
        : word.split(/(?<=[_-])(?=.)/).flatMap((part, i) => (i === 0 ? [part] : [raw("<wbr>"), part])),
    );
}
