import type { Column, Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { withFlagColumns } from "@conurb/core/tables";
import type { CellValue, WriteSheet } from "hucre";

/** A table and what must be said of it. */
export interface WorkbookTable {
  readonly name: string;
  readonly title: Text;
  readonly source: Text;
  readonly table: Table;
}
export interface WorkbookAbout {
  readonly title: Text;
  /** What else is known of all tables: program, lock, seed. */
  readonly lines: readonly Text[];
  /** How a unit is called in Chinese. */
  readonly chineseUnit?: (unit: string) => string;
}

/**
 * Tables as one workbook: a sheet of notes with titles, sources and every column's unit in both languages, then a sheet a table, numbers as
 * numbers, gaps empty, its heads (name, titles, unit) frozen. Text is stored as text: a sheet never runs it as a formula.
 * There is no time stamp, so the same tables give the same bytes.
 */
export async function tablesToXlsx(tables: readonly WorkbookTable[], about: WorkbookAbout): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  const fitting = tables.filter(({ table }) => table.rows <= mostRows && table.columns.length <= mostColumns);
  const names = sheetNames(fitting.map(({ name }) => name));
  const sheets = fitting.map((each, at) => sheetOf(each.table, names[at] as string));
  const written = await writeXlsx({
    sheets: [notesOf(tables, fitting, names, about), ...sheets],
    properties: { title: `${about.title.zh} ${about.title.en}`, created: noDate, modified: noDate },
  });
  return new Uint8Array(written);
}

const noDate = new Date(Date.UTC(1980, 0, 1));
const headRows = 4;
const [mostRows, mostColumns] = [1_048_576 - headRows, 16_384];
const notesName = "说明 notes";
const bold = { bold: true } as const;
const asText = "@";

function sheetOf(table: Table, name: string): WriteSheet {
  const { rows } = table;
  const columns = withFlagColumns(table);
  const heads: CellValue[][] = [
    columns.map((column) => column.name),
    columns.map((column) => column.title?.zh ?? column.name),
    columns.map((column) => column.title?.en ?? column.name),
    columns.map((column) => (column.kind === "number" ? column.unit : "")),
  ];
  const body = Array.from({ length: rows }, (_, row) => columns.map((column) => cellValue(column, row)));
  return {
    name,
    columns: columns.map((column) => ({
      width: widthOf(column),
      ...(column.kind === "label" ? { style: { numFmt: asText } } : {}),
    })),
    rows: [...heads, ...body],
    cells: styled(0, headRows, columns.length),
    freezePane: { rows: headRows, columns: 1 },
  };
}

/** Heads in bold, and text: a title may begin with a sign of a formula. */
function styled(from: number, to: number, columns: number): NonNullable<WriteSheet["cells"]> {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (let row = from; row < to; row += 1) {
    for (let column = 0; column < columns; column += 1)
      cells.set(`${row},${column}`, { style: { font: bold, numFmt: asText } });
  }
  return cells;
}

function cellValue(column: Column, row: number): CellValue {
  const value = column.values[row];
  return value === null || value === undefined || Number.isNaN(value) ? null : value;
}

/** Han characters are two wide; a sheet of long texts stays readable. */
function widthOf(column: Column): number {
  const wide = (text: string) => [...text].reduce((total, sign) => total + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 2);
  const texts = column.kind === "label" ? column.values.slice(0, 200).map((value) => wide(value ?? "")) : [12];
  return Math.min(40, Math.max(8, wide(column.title?.zh ?? column.name), wide(column.title?.en ?? "") * 0.8, ...texts));
}

function notesOf(
  all: readonly WorkbookTable[],
  fitting: readonly WorkbookTable[],
  names: readonly string[],
  { title, lines, chineseUnit }: WorkbookAbout,
): WriteSheet {
  const rows: CellValue[][] = [[title.zh], [title.en], ...lines.flatMap(({ zh, en }) => [[zh], [en]]), []];
  const bolds = [0, 1];
  const head = (cells: string[]) => {
    bolds.push(rows.length);
    rows.push(cells);
  };
  head(["工作表 sheet", "表 table", "标题", "title", "行数 rows", "资料来源", "source"]);
  for (const each of all) {
    const at = fitting.indexOf(each);
    const sheet = at < 0 ? "过大，见 CSV（too large: see CSV）" : (names[at] as string);
    rows.push([sheet, each.name, each.title.zh, each.title.en, each.table.rows, each.source.zh, each.source.en]);
  }
  rows.push([]);
  head(["工作表 sheet", "列 column", "标题", "title", "unit", "单位"]);
  for (const [at, { table }] of fitting.entries()) {
    for (const column of withFlagColumns(table)) {
      const [unit, chinese] =
        column.kind === "number" ? [column.unit, chineseUnit?.(column.unit) ?? ""] : ["text", "文本"];
      rows.push([names[at] as string, column.name, column.title?.zh ?? "", column.title?.en ?? "", unit, chinese]);
    }
  }
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const row of bolds) for (const [key, cell] of styled(row, row + 1, 7)) cells.set(key, cell);
  const style = { numFmt: asText };
  return { name: notesName, columns: [28, 28, 36, 36, 18, 50, 50].map((width) => ({ width, style })), rows, cells };
}

/** Names that Excel allows: at most 31 characters, none of []:*?/\, no two alike whatever the case. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set([notesName]);
  return names.map((name) => {
    const legal = name.replace(/[[\]:*?/\\\p{Cc}]/gu, "_").replace(/^'|'$/gu, "_");
    let made = legal.slice(0, longestName) || "_";
    for (let nth = 2; taken.has(made.toLowerCase()) || made.toLowerCase() === "history"; nth += 1)
      made = `${legal.slice(0, longestName - 1 - String(nth).length)}~${nth}`;
    taken.add(made.toLowerCase());
    return made;
  });
}

const longestName = 31;
