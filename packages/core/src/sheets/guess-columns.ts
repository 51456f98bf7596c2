import { columnLetters } from "./address.ts";
import { labelOfName, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import { type Counted, roleOf } from "./column-role.ts";
import { isDitto } from "./ditto.ts";
import type { Region } from "./guess-regions.ts";
import { type HeadRole, roleOfHead } from "./known-words.ts";
import type { RowHead } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { beforeUnit, splitUnit, unitText } from "./read-unit.ts";
import type { CellClasses } from "./row-profile.ts";
import { isBlank, rawText, type Sheet, type SheetValue } from "./sheet.ts";

/** What a column of a region looks like. */
export interface ColumnProfile {
  readonly column: number;
  /** The head's own words, from the first level that has any. */
  readonly head: string;
  readonly role: HeadRole | "figures" | "label" | "blank";
  /** Why the role was taken: by its head, or by what stands in it. */
  readonly by: "head" | "cells" | "position";
  readonly texts: number;
  readonly figures: number;
  readonly blanks: number;
  readonly samples: readonly string[];
}

const looked = 400;

/** Columns of a region with the part that each plays. */
export function profileColumns(
  sheet: Sheet,
  merged: MergedCells,
  classes: CellClasses,
  region: Region,
  [left, right]: readonly [number, number],
  isPlace: (name: string) => boolean,
): ColumnProfile[] {
  const rows = figureRows(region);
  const counts = Array.from({ length: right - left + 1 }, (_, at) =>
    countColumn(sheet, merged, classes, region, rows, left + at),
  );
  const yearsAcross = hasYearsAcross(merged, classes, region, [left, right]);
  const taken = new Set<string>();
  const profiles: ColumnProfile[] = [];
  const finest = finestPlaces(counts);
  for (const each of counts) {
    const firstFigures = profiles.some(({ role }) => role === "figures");
    const { role, by } = roleOf(each, taken, { yearsAcross, firstFigures, finest, isPlace });
    if (role !== "figures" && role !== "label" && role !== "blank") taken.add(role);
    profiles.push({ ...each, role, by });
  }
  return profiles;
}

export function figureRows({ top, bottom, between }: Region): number[] {
  const others = new Set(between);
  const rows: number[] = [];
  for (let row = top; row <= bottom && rows.length < looked; row += 1) if (!others.has(row)) rows.push(row);
  return rows;
}

function countColumn(
  sheet: Sheet,
  merged: MergedCells,
  classes: CellClasses,
  region: Region,
  rows: readonly number[],
  column: number,
): Counted {
  const heads = region.head.map((row) => merged.value(row, column)).filter((value) => !isBlank(value));
  const words = heads.flatMap((value) => wordsOf(rawText(value)));
  const levels = heads.map((value) => levelOf(readName(rawText(value))));
  const isCorner = heads.length > 0 && levels.every(({ name }) => name === "");
  const hasUnit = levels.some(({ unit }) => unit !== undefined);
  const hasYear = region.head.some((row) => classes.ofValue(merged.value(row, column), row, column) === "year");
  const asksUnits = words.some((word) => roleOfHead(word) === "unit");
  let [texts, figures, blanks, years, latin, codes, units] = [0, 0, 0, 0, 0, 0, 0];
  const samples = new Set<string>();
  const isUnit = once((text: string) => unitText(text) !== undefined && !isAmount(text));
  const labelFor = once((text: string) => labelOfName(readName(text)));
  for (const row of rows) {
    const value = sheet.rows[row]?.[column] ?? null;
    const found = classes.ofValue(value, row, column);
    if (found === "blank") {
      blanks += 1;
      continue;
    }
    if (isDitto(value)) continue;
    if (found === "text") {
      const text = rawText(value).trim();
      texts += 1;
      const label = labelFor(text);
      if (samples.size < 60) samples.add(label);
      if (!/\p{Script=Han}/u.test(label)) latin += 1;
      // without a head that says so, a column is one of units only if all of its texts are
      if (text.length <= 12 && (asksUnits || units === texts - 1) && isUnit(text)) units += 1;
    } else {
      if (found !== "missing") figures += 1;
      if (found === "year") years += 1;
      if (isCode(value)) codes += 1;
    }
  }
  const counted = { texts, figures, blanks, years, latin, codes, units };
  const head = headOf(words, figures > 0 && years === figures);
  return { column, head, ...counted, samples: [...samples], hasUnit, isCorner, hasYear };
}

/** What a head says: the whole of it, and what a stroke or a line parts in a corner; 年份 \\ 单位：万人 says 年份. */
function wordsOf(text: string): string[] {
  const nameOf = (part: string) => splitUnit(labelOfName(readName(beforeUnit(part)))).name;
  const parts = text.split(/[\\＼/／|｜\n]/u);
  return [text, ...(parts.length > 1 ? parts : [])].map(nameOf);
}

/** The word that says what a column holds: of 年份 \\ 地区 over years the first, over places the second. */
function headOf(words: readonly string[], holdsYears: boolean): string {
  const known = words.filter((word) => roleOfHead(word) !== undefined);
  return known.find((word) => (roleOfHead(word) === "year") === holdsYears) ?? known[0] ?? words[0] ?? "";
}

/** 2154万, 1.3亿 and 1/3 are figures with a unit, where 10000 person and 万元 are units. */
const isAmount = (given: string): boolean => {
  const text = given.normalize("NFKC").trim();
  return /^[+-]?\d/.test(text) && (!/^10*\b/.test(text) || /^\d+\s*[/⁄]\s*\d+$/.test(text));
};

/** Six digits, or digits that begin with 0. */
function isCode(value: SheetValue): boolean {
  if (typeof value === "number") return Number.isInteger(value) && value >= 100_000 && value <= 999_999;
  return typeof value === "string" && /^\s*([1-9]\d{5}|0\d+)\s*$/.test(value);
}

/** Asks once for each text. */
function once<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** 省份 beside 城市: of several columns of words that are headed as places, the one that tells most apart before figures begin. */
function finestPlaces(counts: readonly Counted[]): number | undefined {
  const first = counts.findIndex(({ figures, texts, years, codes }) => figures > texts && years + codes < figures);
  const headed = counts
    .slice(0, first < 0 ? counts.length : first)
    .filter(({ head, texts, figures }) => texts > figures && roleOfHead(head) === "place");
  return headed.reduce<Counted | undefined>(
    (best, each) => (best === undefined || each.samples.length > best.samples.length ? each : best),
    undefined,
  )?.column;
}

/** Whether a level of the head is made of years. */
export function hasYearsAcross(
  merged: MergedCells,
  classes: CellClasses,
  { head }: Region,
  [left, right]: readonly [number, number],
): boolean {
  return head.some((row) => {
    for (let column = left; column <= right; column += 1) {
      if (classes.ofValue(merged.value(row, column), row, column) === "year") return true;
    }
    return false;
  });
}

/** The heads of rows that the layout knows. */
export const isRowHead = (role: ColumnProfile["role"]): role is RowHead =>
  ["place", "code", "year", "industry", "item", "unit", "flag"].includes(role);

/** Where a second table stands beside the first: a column of words has the head of the first again. */
export function splitColumns(profiles: readonly ColumnProfile[]): (readonly [number, number])[] {
  const spans: [number, number][] = [];
  let start = 0;
  const lead = profiles.find(({ role }) => isRowHead(role));
  for (const [at, profile] of profiles.entries()) {
    const { head, texts, figures } = profile;
    const before = profiles.slice(start, at);
    // ranks may stand to the left of the names
    if (at === start || profile === lead || !before.some(({ role }) => role === "figures")) continue;
    const again = lead !== undefined && head !== "" && head === lead.head && texts > figures;
    if (!again) continue;
    spans.push([(profiles[start] as ColumnProfile).column, (profiles[at - 1] as ColumnProfile).column]);
    start = at;
  }
  const last = profiles.at(-1);
  if (last !== undefined) spans.push([(profiles[start] as ColumnProfile).column, last.column]);
  return spans;
}

export const nameColumn = ({ column, head }: ColumnProfile): string =>
  head === "" ? columnLetters(column) : `${columnLetters(column)} (${head})`;
