import { open, rm } from "node:fs/promises";
import {
  csvLine,
  flagColumn,
  flagOfVintage,
  isCodeName,
  isMissingMark,
  numberCell,
  plainCode,
  quotedCell,
  type SurveyedColumn,
  textCell,
  vintageYear,
  yearNamed,
} from "@conurb/core/tables";
import { convert, parseUnit, type Unit } from "@conurb/core/units";
import { copyCsvToParquet } from "../../export/export-parquet.ts";
import { refusal } from "../../refuse.ts";
import { replaceAtomic } from "../../results/write-atomic.ts";
import { ColumnReader } from "./column-reader.ts";
import { utf8Pieces } from "./csv-bytes.ts";
import type { CellSpans, RowSink } from "./row-scanner.ts";
import { scanRows } from "./scan-rows.ts";
import type { CsvSurvey } from "./survey-csv.ts";

/**
 * Writes a CSV file that was surveyed as the table that `typeTable` makes of it, row by row: numbers in full and in their column's unit,
 * missing figures as nothing, what years say of their figures in columns of flags. Memory does not grow with the file. Parquet is made of a CSV file beside it, which takes as much of the
 * disk meanwhile. A file that the survey found fault with is not for this.
 */
export async function convertCsv(path: string, name: string, survey: CsvSurvey, out: string): Promise<void> {
  const columns = withVintageFlags(survey);
  await replaceAtomic(out, async (temporary) => {
    if (!out.endsWith(".parquet")) return writeRows(path, survey, columns, temporary, true);
    const between = `${temporary}.csv`;
    try {
      await writeRows(path, survey, columns, between, false);
      await copyCsvToParquet(between, { name, key: [], columns }, temporary);
    } finally {
      await rm(between, { force: true });
    }
  });
}

/** A column of the table that is written; `ofYears` if it holds what the years of its rows say of the figures before it. */
type Written = SurveyedColumn & { readonly ofYears?: true };

/** Where a year says that its figures are not the last word, a column of flags stands behind each column of figures. */
function withVintageFlags({ columns, notes }: CsvSurvey): readonly Written[] {
  if (!notes.some(({ code }) => code === "year-vintage")) return columns;
  const names = new Set(columns.map(({ name }) => name));
  return columns.flatMap((column): readonly Written[] => {
    if (column.kind === "label" || column.unit === "year") return [column];
    return [column, { name: flagColumn(column.name, names), kind: "label", ofYears: true }];
  });
}

const flushed = 4_194_304; // characters

async function writeRows(
  path: string,
  { file, encoding, delimiter, sample }: CsvSurvey,
  columns: readonly Written[],
  to: string,
  isForPeople: boolean,
): Promise<void> {
  const handle = await open(to, "wx");
  try {
    const names = columns.map(({ name }) => name);
    const shown = isForPeople ? textCell : quotedCell;
    let text = `${csvLine(names.map(shown))}\r\n`;
    const header = (sample[0] ?? []).map((name) => name.replace(/^\uFEFF/, "").trim());
    const years = columns.flatMap(({ name, unit }) => (unit === "year" ? [header.indexOf(name)] : []));
    const writerOf = ({ name, kind, unit, ofYears }: Written) => {
      if (ofYears) return flagText(years);
      return kind === "label" ? plainText(shown, isCodeName(name) ? plainCode : undefined) : figureText(file, unit);
    };
    const writers = columns.map((column) => ({ at: header.indexOf(column.name), ofCell: writerOf(column) }));
    let isHeader = true;
    const sink: RowSink = {
      row: (cells) => {
        if (isHeader) {
          isHeader = false;
          return;
        }
        if (!anyFilled(cells)) return;
        text += `${csvLine(writers.map(({ at, ofCell }) => ofCell(cells, at)))}\r\n`;
      },
    };
    const flush = async (least: number) => {
      if (text.length < least) return;
      const ready = text;
      text = "";
      await handle.writeFile(ready);
    };
    const pieces = utf8Pieces(path, file, encoding, true);
    await scanRows(pieces, { delimiter, file }, sink, () => flush(flushed));
    await flush(1);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const plainText =
  (shown: (text: string) => string, read: (text: string) => string = (text) => text) =>
  (cells: CellSpans, at: number) =>
    shown(read(ColumnReader.textOf(cells, at).trim()));

/** A figure as it is written in full, a missing one as nothing; percent signs count in the column's unit. */
function figureText(file: string, unit: string | undefined): (cells: CellSpans, at: number) => string {
  let parsed: Unit | undefined;
  return (cells, at) => {
    // most cells are digits and nothing else
    if (unit !== "year" && ColumnReader.glance(cells, at) === "digits")
      return String(Number(ColumnReader.asciiOf(cells, at)));
    const text = ColumnReader.textOf(cells, at);
    const trimmed = text.trim();
    if (isMissingMark(trimmed)) return "";
    const cell = unit === "year" ? asYear(trimmed) : numberCell(text);
    if (cell === undefined) throw refusal("file-changed", { file }, { file });
    if (cell.unit === undefined || cell.unit === unit) return String(cell.value);
    parsed ??= parseUnit(unit ?? "1");
    return String(convert(cell.value, cell.unit, parsed));
  };
}

/** What the years of a row say of its figures. */
const flagText =
  (years: readonly number[]) =>
  (cells: CellSpans): string => {
    const said = years.map((at) => vintageYear(ColumnReader.textOf(cells, at))).findLast((each) => each !== undefined);
    return said === undefined ? "" : flagOfVintage(said);
  };

function asYear(text: string) {
  const value = yearNamed(text) ?? numberCell(text)?.value;
  return value === undefined ? undefined : { value, unit: undefined };
}

function anyFilled(cells: CellSpans): boolean {
  for (let at = 0; at < cells.count; at += 1) if (!ColumnReader.isBlank(cells, at)) return true;
  return false;
}
