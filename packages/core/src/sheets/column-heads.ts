import type { VintageYear } from "../tables/year-vintage.ts";
import { columnPosition } from "./address.ts";
import { labelOfName, type Name, readName } from "./clean-text.ts";
import { extent, type LayoutBlock, rowsIn } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { splitUnit, statedUnits, unitText } from "./read-unit.ts";
import { saidOfYear } from "./said-of-year.ts";
import { cellKey, isBlank, rawText, type Sheet, type SheetValue } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

/** What the head says of one column of figures. */
export interface ColumnHead {
  readonly column: number;
  /** The levels of the head from the top, in Chinese, or in the language there is. */
  readonly path: readonly string[];
  /** The same in English, where the head is written in both. */
  readonly english: readonly string[];
  /** What the row of `acrossRow` says: 南京. */
  readonly across?: string;
  readonly year?: number;
  /** What the year says of its figures, and the row where it does. */
  readonly vintage?: VintageYear & { readonly row: number };
  readonly unit?: string;
  readonly marks: readonly string[];
}

/** The columns of figures of a block: all that are no heads of rows and are not left out. */
export function figureColumns(block: LayoutBlock): number[] {
  const { left, right } = extent(block);
  const others = new Set(
    [...Object.values(block.by), ...Object.values(block.labels), ...block.leave.columns].map(columnPosition),
  );
  return Array.from({ length: right - left + 1 }, (_, at) => left + at).filter((column) => !others.has(column));
}

export function columnHeads(sheet: Sheet, merged: MergedCells, block: LayoutBlock): ColumnHead[] {
  const columns = figureColumns(block);
  const english = rowsIn(block.english);
  const rows = rowsIn(block.head).filter((row) => !english.includes(row));
  const levels = filledLevels(merged, rows, columns);
  return columns.map((column, at) => {
    const draft: Draft = { path: [], inline: [], marks: [] };
    for (const [depth, level] of levels.entries()) {
      const value = level[at] ?? null;
      if (!isBlank(value)) takeLevel(draft, value, { sheet, block, row: rows[depth] as number, column });
    }
    const { path, inline, onlyUnit, ...head } = draft;
    // a column that nothing else names is named by what would else be its unit
    const isUnnamed = path.length === 0 && head.year === undefined;
    if (isUnnamed && onlyUnit !== undefined && statedUnits(onlyUnit) === undefined) path.push(onlyUnit);
    const below = english.map((row) => levelOf(readName(rawText(merged.value(row, column)))));
    const unit = head.unit ?? below.find((level) => level.unit !== undefined)?.unit;
    const named = below.flatMap(({ name }) => (name === "" || yearOf(name) !== undefined ? [] : [name]));
    const translated = (named.length > 0 ? named : inline).filter((each, depth, all) => each !== all[depth - 1]);
    return { column, path, english: translated, ...head, ...(unit === undefined ? {} : { unit }) };
  });
}

type Writable<T> = { -readonly [Part in keyof T]: T[Part] };

/** What the levels of a head have said so far. */
type Draft = Writable<Pick<ColumnHead, "across" | "year" | "vintage" | "unit">> & {
  path: string[];
  /** English names that stand in the same cells. */
  inline: string[];
  marks: string[];
  /** A level that says a unit and nothing else. */
  onlyUnit?: string;
};

interface LevelCell {
  readonly sheet: Sheet;
  readonly block: LayoutBlock;
  readonly row: number;
  readonly column: number;
}

/** Takes in one level: a year, a place across, or a part of the name with its unit. */
function takeLevel(draft: Draft, value: SheetValue, { sheet, block, row, column }: LevelCell): void {
  const mark = sheet.marks.get(cellKey(row, column));
  const text = rawText(value, mark);
  const name = readName(text);
  const level = levelOf(name);
  if (block.years === "across" && draft.year === undefined) {
    const year = yearOf(value, mark?.date) ?? yearOf(labelOfName(name)) ?? yearOf(level.name);
    if (year !== undefined) {
      const said = saidOfYear(name, text, year);
      draft.year = year;
      if (level.unit !== undefined) draft.unit = level.unit;
      if (said !== undefined) draft.vintage = { ...said, row };
      draft.marks.push(...name.marks);
      return;
    }
  }
  if (row + 1 === block.acrossRow) {
    draft.across = labelOfName(name);
    draft.marks.push(...name.marks);
    return;
  }
  if (level.unit !== undefined) draft.unit = level.unit;
  if (level.name === "" && level.unit !== undefined) draft.onlyUnit ??= labelOfName(name);
  if (level.name === "" || level.name === draft.path.at(-1)) return;
  draft.path.push(level.name);
  if (level.english !== undefined) draft.inline.push(level.english);
  draft.marks.push(...name.marks);
}

/** A level of the head without its unit; a level that is nothing but a unit has no name. */
export function levelOf(name: Name): { name: string; english?: string; unit?: string } {
  const text = labelOfName(name);
  const stated = statedUnits(text);
  if (stated !== undefined) return stated.length === 1 ? { name: "", unit: stated[0] as string } : { name: "" };
  const bracketed = /^[(（[](.+)[)）\]]$/.exec(text)?.[1];
  const whole = unitText(bracketed ?? text);
  if (month.test(text)) return { name: text };
  if (whole !== undefined && bracketed === undefined && alsoNames.test(text)) return { name: text };
  if (whole !== undefined) return { name: "", unit: whole };
  const { name: plain, unit } = splitUnit(text);
  const english = name.zh === undefined || name.en === undefined ? undefined : splitUnit(name.en).name;
  return { name: plain.trim(), ...(english === undefined ? {} : { english }), ...(unit === undefined ? {} : { unit }) };
}

/** Words that are units and, standing alone, names: 人口 is a variable more often than the unit of one. */
const alsoNames =
  /^(人口|户|床位|车次|列|年|月|日|天|population|households?|patents?|hospitals?|vehicles?|trains?|beds?)$/i;

/** 1月 and 12月份 name a month; as a unit they would be a stretch of time. */
const month = /^(1[0-2]|0?[1-9])月份?$/;

/** The head level by level; a head written over the first of its columns alone holds over those after it. */
function filledLevels(merged: MergedCells, rows: readonly number[], columns: readonly number[]) {
  const levels = rows.map((row) => columns.map((column) => merged.value(row, column)));
  levels.forEach((level, depth) => {
    const lower = levels.slice(depth + 1);
    if (lower.length === 0) return;
    const row = rows[depth] as number;
    columns.forEach((column, at) => {
      if (at === 0 || columns[at - 1] !== column - 1 || !isBlank(level[at]) || merged.isCovered(row, column)) return;
      const parent = level[at - 1];
      const hasChild = (place: number) => lower.some((each) => !isBlank(each[place]) && each[place] !== parent);
      if (!isBlank(parent) && hasChild(at) && hasChild(at - 1)) level[at] = parent as string | number | boolean;
    });
  });
  return levels;
}
