import { isAggregate } from "../places/aggregate.ts";
import { columnLetters } from "./address.ts";
import { labelOfName, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import type { Region } from "./guess-regions.ts";
import { type HeadRole, placeClass, roleOfHead } from "./known-words.ts";
import type { RowHead } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { splitUnit, unitText } from "./read-unit.ts";
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

interface Counted extends Omit<ColumnProfile, "role" | "by"> {
  readonly years: number;
  readonly latin: number;
  readonly codes: number;
  readonly units: number;
  /** Whether the head gives a unit, as it does for figures alone. */
  readonly hasUnit: boolean;
  /** Whether the head gives a unit and no name, as the corner over the names of rows does. */
  readonly isCorner: boolean;
  /** Whether the head gives a year, as it does for figures where years stand across. */
  readonly hasYear: boolean;
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
  const words = heads.map((value) => splitUnit(labelOfName(readName(rawText(value)))).name);
  const head = words.find((word) => roleOfHead(word) !== undefined) ?? words[0] ?? "";
  const levels = heads.map((value) => levelOf(readName(rawText(value))));
  const isCorner = heads.length > 0 && levels.every(({ name }) => name === "");
  const hasUnit = levels.some(({ unit }) => unit !== undefined);
  const hasYear = region.head.some((row) => classes.ofValue(merged.value(row, column), row, column) === "year");
  const asksUnits = roleOfHead(head) === "unit";
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
  return { column, head, ...counted, samples: [...samples], hasUnit, isCorner, hasYear };
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

interface Beside {
  readonly yearsAcross: boolean;
  /** Whether a column of figures stands to the left. */
  readonly firstFigures: boolean;
  /** Of several columns headed as places, the one whose rows they are. */
  readonly finest: number | undefined;
  readonly isPlace: (name: string) => boolean;
}

function roleOf(counted: Counted, taken: ReadonlySet<string>, beside: Beside): Pick<ColumnProfile, "role" | "by"> {
  const { head, texts, figures, years, codes, latin, units, samples } = counted;
  if (texts + figures === 0 && counted.blanks > 0 && head === "") return { role: "blank", by: "cells" };
  const asked = roleOfHead(head);
  const isText = texts > figures;
  const isFree = (role: HeadRole) => !taken.has(role);
  if (asked === "remark" && (isText || figures === 0)) return { role: "remark", by: "head" };
  if (asked === "serial" && !isText) return { role: "serial", by: "head" };
  if (asked === "unit" && isText && units * 2 >= texts) return { role: "unit", by: "head" };
  if (asked === "flag" && isFree("flag") && figures === 0) return { role: "flag", by: "head" };
  if (asked === "code" && isFree("code")) return { role: "code", by: "head" };
  if (asked === "year" && isFree("year") && years >= figures && !isText) return { role: "year", by: "head" };
  const isCoarse = asked === "place" && beside.finest !== undefined && counted.column < beside.finest;
  if (isCoarse && isText) return { role: "label", by: "head" };
  if (asked !== undefined && ["place", "industry", "item"].includes(asked) && isText && isFree(asked)) {
    return { role: asked, by: "head" };
  }
  if (asked === "place" && !isText && codes === figures && isFree("code")) return { role: "code", by: "head" };
  const places = samples.filter(
    (label) => placeClass(label) !== "other" || beside.isPlace(label) || isAggregate(label),
  );
  const arePlaces = isText && places.length * 2 > samples.length && isFree("place");
  const isUnderUnit = counted.hasUnit && !(isText && !beside.firstFigures && (counted.isCorner || arePlaces));
  if (isUnderUnit || (beside.yearsAcross && counted.hasYear)) return { role: "figures", by: "head" };
  if (!isText) {
    const all = figures > 0 && texts === 0;
    if (
      all &&
      years === figures &&
      figures >= 2 &&
      isFree("year") &&
      !beside.firstFigures &&
      !beside.yearsAcross &&
      head === ""
    ) {
      return { role: "year", by: "cells" };
    }
    if (all && codes === figures && figures >= 2 && isFree("code") && !beside.firstFigures && head === "") {
      return { role: "code", by: "cells" };
    }
    return { role: "figures", by: "cells" };
  }
  if (units === texts && isFree("unit") && taken.size > 0) return { role: "unit", by: "cells" };
  if (arePlaces) return { role: "place", by: "cells" };
  if (taken.has("place") && latin === texts) return { role: "label", by: "cells" };
  if (beside.firstFigures || taken.has("place") || taken.has("item")) return { role: "label", by: "position" };
  const withUnits = samples.filter((label) => splitUnit(label).unit !== undefined);
  return { role: withUnits.length > 0 ? "item" : "place", by: "position" };
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
