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
  if (yearOf(text) !== undefined || yearOf(labelOfName(readName(text))) !== undefined) return "year";
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
    return { row, kind: "data", first: start, text: rawText(cells[start]), filled: 1, numbers: 1, hasHeadWord: false };
  }
  let [first, filled, numbers, years, missing, texts, letters] = [-1, 0, 0, 0, 0, 0, 0];
  let consecutive = true;
  let hasHeadWord = false;
  for (let column = 0; column < Math.min(columns, cells.length); column += 1) {
    const found = classes.of(row, column);
    if (found === "blank") continue;
    filled += 1;
    if (first < 0) first = column;
    if (found === "text") {
      texts += 1;
      hasHeadWord ||= classes.isHeadWord(rawText(cells[column]));
      if (/^[(（]?[甲乙丙丁][)）]?$/u.test(rawText(cells[column]).trim())) letters += 1;
    } else if (found === "missing") missing += 1;
    else {
      numbers += 1;
      if (found === "year") years += 1;
      consecutive &&= isOrdinal(cells[column] ?? null, numbers);
    }
  }
  const text = first < 0 ? "" : rawText(cells[first]);
  const base = { row, first, text, filled, numbers, hasHeadWord };
  if (filled === 0) return { ...base, kind: "blank" };
  if (texts > 0 && texts <= 2 && numbers === 0 && isNoteText(text)) return { ...base, kind: "note" };
  if (texts > 0 && filled <= 3 && filled === texts && isContinued(text)) return { ...base, kind: "continued" };
  if (numbers === 0 && missing === 0 && filled <= 3 && cells.some((cell) => isUnitStatement(cell))) {
    return { ...base, kind: "unit" };
  }
  if (numbers >= 3 && consecutive && missing === 0 && letters === texts) return { ...base, kind: "numbering" };
  // a year alone at the margin is a title, or a section over a group
  if (years === 1 && filled === 1 && first === 0) return { ...base, kind: "single" };
  if (numbers > 0 && numbers === years && missing === 0) return { ...base, kind: "years" };
  if (numbers > 0 || (missing > 0 && texts > 0)) return { ...base, kind: "data" };
  if (missing > 0) return { ...base, kind: "data" };
  return { ...base, kind: distinct(merged, row, columns) < 2 ? "single" : "texts" };
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
function isOrdinal(value: SheetValue, at: number): boolean {
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
