import { labelOfName, readName } from "./clean-text.ts";
import { isContinued, isNoteText, roleOfHead } from "./known-words.ts";
import type { MergedCells } from "./merged.ts";
import { splitUnit, statedUnits } from "./read-unit.ts";
import { loweredBy, readValue } from "./read-value.ts";
import { cellKey, isBlank, rawText, type Sheet, type SheetValue } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

export type CellClass = "blank" | "number" | "year" | "missing" | "text";

/** What a row of a sheet looks like, before anyone knows its table. */
export interface RowProfile {
  readonly row: number;
  readonly kind: "blank" | "note" | "unit" | "continued" | "single" | "texts" | "years" | "numbering" | "data";
  /** First cell that holds something, and its text. */
  readonly first: number;
  readonly text: string;
  /** Of rows that are no figures. */
  readonly filled: number;
  readonly numbers: number;
  /** Whether a cell says 地区, 年份 or another word of heads. */
  readonly hasHeadWord: boolean;
  /** Whether it begins with the unit of the figures, in the corner over the places, and goes on with heads of columns. */
  readonly hasCornerUnit: boolean;
}

/** Classes of cells, each text looked at once. */
export class CellClasses {
  readonly #texts = new Map<string, CellClass>();
  readonly #headWords = new Map<string, boolean>();
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  isHeadWord(text: string): boolean {
    const known = this.#headWords.get(text);
    if (known !== undefined) return known;
    const found = text.length <= 40 && roleOfHead(splitUnit(labelOfName(readName(text))).name) !== undefined;
    this.#headWords.set(text, found);
    return found;
  }

  of(row: number, column: number): CellClass {
    return this.ofValue(this.#sheet.rows[row]?.[column] ?? null, row, column);
  }

  ofValue(value: SheetValue, row: number, column: number): CellClass {
    if (typeof value === "number") return yearOf(value) === undefined ? "number" : "year";
    if (isBlank(value)) return "blank";
    if (typeof value === "boolean") return "text";
    const mark = this.#sheet.marks.size === 0 ? undefined : this.#sheet.marks.get(cellKey(row, column));
    if (mark?.date) return yearOf(value, true) === undefined ? "text" : "year";
    if (mark?.error) return "number";
    const known = this.#texts.get(value);
    if (known !== undefined) return known;
    const found = classOfText(value);
    this.#texts.set(value, found);
    return found;
  }
}

function classOfText(text: string): CellClass {
  if (yearOf(text) !== undefined) return "year";
  const label = labelOfName(readName(text));
  if (yearOf(label) !== undefined || yearOf(splitUnit(label).name) !== undefined) return "year";
  const cell = readValue(text, undefined);
  if (cell.kind === "number" || isLoweredFigure(text) || isScaled(text)) return "number";
  return cell.kind === "missing" ? "missing" : "text";
}

/** △12.3, (12.3) and (1,234) are figures, whatever they mean; (1) may number a column, and (2018) be a year. */
function isLoweredFigure(text: string): boolean {
  const way = loweredBy(text);
  return way === "triangles" || (way === "brackets" && /\d[.．,，]\d/u.test(text.normalize("NFKC")));
}

/** 2154万 and 1.3亿元 are figures, though nobody reads them unasked. */
const isScaled = (text: string): boolean =>
  /^\s*[+-]?\d[\d,]*(\.\d+)?\s*([万亿]\p{Script=Han}?|[美欧港日]?元)\s*$/u.test(text);

export function profileRow(
  sheet: Sheet,
  merged: MergedCells,
  classes: CellClasses,
  row: number,
  columns: number,
): RowProfile {
  const cells = sheet.rows[row] ?? [];
  const plainly = plainFigure(cells, columns);
  if (plainly) {
    let start = 0;
    while (isBlank(cells[start])) start += 1;
    const text = rawText(cells[start]);
    return { row, kind: "data", first: start, text, filled: 1, numbers: 1, hasHeadWord: false, hasCornerUnit: false };
  }
  let [first, filled, numbers, years, missing, texts, letters, ordinals] = [-1, 0, 0, 0, 0, 0, 0, 0];
  let hasHeadWord = false;
  for (let column = 0; column < Math.min(columns, cells.length); column += 1) {
    const found = classes.of(row, column);
    if (found === "blank") continue;
    filled += 1;
    if (first < 0) first = column;
    if (isOrdinal(cells[column] ?? null, ordinals + 1)) ordinals += 1;
    if (found === "text") {
      texts += 1;
      hasHeadWord ||= classes.isHeadWord(rawText(cells[column]));
      if (/^[(（]?[甲乙丙丁][)）]?$/u.test(rawText(cells[column]).trim())) letters += 1;
    } else if (found === "missing") missing += 1;
    else {
      numbers += 1;
      if (found === "year") years += 1;
    }
  }
  const text = first < 0 ? "" : rawText(cells[first]);
  const isHeadLike = filled > 1 && missing === 0 && numbers === years && (years === 0 || years === filled - 1);
  const hasCornerUnit = isHeadLike && startsHead(sheet, merged, classes, row, first, columns);
  const base = { row, first, text, filled, numbers, hasHeadWord, hasCornerUnit };
  if (filled === 0) return { ...base, kind: "blank" };
  if (texts > 0 && texts <= 2 && numbers === 0 && isNoteText(text)) return { ...base, kind: "note" };
  if (texts > 0 && filled <= 3 && filled === texts && isContinued(text)) return { ...base, kind: "continued" };
  if (numbers === 0 && missing === 0 && filled <= 3 && !hasCornerUnit && cells.some((cell) => isUnitStatement(cell))) {
    return { ...base, kind: "unit" };
  }
  if (ordinals >= 3 && ordinals + letters === filled) return { ...base, kind: "numbering" };
  // a year alone at the margin is a title, or a section over a group
  if (years === 1 && filled === 1 && first === 0) return { ...base, kind: "single" };
  if (numbers > 0 && numbers === years && missing === 0) return { ...base, kind: "years" };
  if (numbers > 0 || (missing > 0 && texts > 0)) return { ...base, kind: "data" };
  if (missing > 0) return { ...base, kind: "data" };
  return { ...base, kind: distinct(merged, row, columns) < 2 ? "single" : "texts" };
}

/** `单位：亿元`, and `地区 单位：亿元`: nothing but the unit, or what else may stand in the corner. */
function isCorner(value: SheetValue, classes: CellClasses): boolean {
  if (!isUnitStatement(value)) return false;
  const [, before = ""] = /^(.*?)[(（[【]?\s*(?:(?:计\s*量)?单\s*位|\bunits?)\s*[:：]/isu.exec(value as string) ?? [];
  return before.split(/[\\＼/／|｜]/u).every((part) => part.trim() === "" || classes.isHeadWord(part.trim()));
}

/** What may stand beside a unit over a table, and heads no column: 按当年价格计算, 2020年末. */
const aside =
  /^[(（]?(本表.*|按?.{0,8}(当年|现行|可比|不变|基期)价格?(计算)?|按.{1,12}(计算|统计)|\d{4}年?[末底]?|at .* prices)[)）]?$/iu;

/**
 * Whether the unit at the beginning of a row stands in the corner of a head: two heads of columns beside it, or one that
 * is written over several columns, over levels that leave the corner free, or right over figures.
 */
function startsHead(
  sheet: Sheet,
  merged: MergedCells,
  classes: CellClasses,
  row: number,
  first: number,
  columns: number,
): boolean {
  const cells = sheet.rows[row] ?? [];
  if (!isCorner(cells[first] ?? null, classes)) return false;
  const others = cells.flatMap((value, column) =>
    column > first && column < columns && !isBlank(value) ? column : [],
  );
  const isHead = (column: number) => {
    const text = rawText(cells[column]).trim();
    const isYear = classes.of(row, column) === "year";
    return isYear || !(isUnitStatement(text) || isNoteText(text) || isContinued(text) || aside.test(text));
  };
  if (!others.every(isHead)) return false;
  const [only, second] = others as [number, number | undefined];
  if (second !== undefined || merged.spans(row, only)) return true;
  const below = sheet.rows.findIndex((each, at) => at > row && each.some((value) => !isBlank(value)));
  if (below < 0) return false;
  return isBlank(merged.value(below, first)) || merged.isCovered(below, first) || classes.of(below, only) === "number";
}

/** Whether the row has a number that is neither a year nor one of 1, 2, 3, ...: it is a row of figures without a closer look. */
function plainFigure(cells: readonly SheetValue[], columns: number): boolean {
  const width = Math.min(columns, cells.length);
  for (let column = 0; column < width; column += 1) {
    const value = cells[column];
    if (typeof value === "number" && !(value > 0 && value <= width) && yearOf(value) === undefined) return true;
  }
  return false;
}

const isUnitStatement = (value: SheetValue): boolean => typeof value === "string" && statedUnits(value) !== undefined;

/** 1, 2, 3, ... or (1), (2), (3), ...: the numbers that some heads give their columns. */
export function isOrdinal(value: SheetValue, at: number): boolean {
  return (
    value === at || (typeof value === "string" && value.normalize("NFKC").replace(/[()]/g, "").trim() === String(at))
  );
}

function distinct(merged: MergedCells, row: number, columns: number): number {
  const seen = new Set<SheetValue>();
  for (let column = 0; column < columns && seen.size < 2; column += 1) {
    const value = merged.value(row, column);
    if (!isBlank(value)) seen.add(value);
  }
  return seen.size;
}
