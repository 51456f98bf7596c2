import { columnLetters } from "./address.ts";
import { type ColumnHead, columnHeads } from "./column-heads.ts";
import { namesPlaces, pathOf, rowOfPlaces } from "./guess-across.ts";
import {
  type ColumnProfile,
  figureRows,
  hasYearsAcross,
  isRowHead,
  nameColumn,
  profileColumns,
  splitColumns,
} from "./guess-columns.ts";
import type { Reason } from "./guess-layout.ts";
import type { Region } from "./guess-regions.ts";
import { guessSections } from "./guess-sections.ts";
import { fromTitles, saySeveral, type Titles, unitOfTitles } from "./guess-titles.ts";
import { isProvince, roleOfHead } from "./known-words.ts";
import { type LayoutBlock, layoutSchema, type RowHead, rowList, type SectionKind } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import { splitUnit, statedUnits } from "./read-unit.ts";
import { type CellClasses, isOrdinal } from "./row-profile.ts";
import { type Say, sayHead, sayList, sayRole, saySpans, sayYears } from "./say-guess.ts";
import { isBlank, rawText, type Sheet } from "./sheet.ts";

export interface BlockGuessParts extends Titles {
  readonly merged: MergedCells;
  readonly classes: CellClasses;
  readonly region: Region;
  readonly places: ReadonlySet<string>;
  readonly reasons: Reason[];
}

/** The blocks of a region: one, or several side by side. */
export function guessBlock(parts: BlockGuessParts): LayoutBlock[] {
  const { sheet, merged, classes, region, places } = parts;
  const isPlace = (name: string) => places.has(name);
  const bounds = columnBounds(sheet, region);
  const whole = profileColumns(sheet, merged, classes, region, bounds, isPlace);
  const spans = splitColumns(whole);
  return spans.map((span) => {
    const profiles = spans.length === 1 ? whole : profileColumns(sheet, merged, classes, region, span, isPlace);
    return oneBlock(parts, profiles, span, isPlace);
  });
}

/** From the first column in use to the last, over head and figures. */
function columnBounds(sheet: Sheet, { head, top, bottom }: Region): [number, number] {
  let [left, right] = [Number.POSITIVE_INFINITY, 0];
  const look = (row: number) => {
    const cells = sheet.rows[row] ?? [];
    let first = 0;
    while (first < cells.length && isBlank(cells[first])) first += 1;
    if (first === cells.length) return;
    left = Math.min(left, first);
    let last = cells.length - 1;
    while (last > right && isBlank(cells[last])) last -= 1;
    right = Math.max(right, last);
  };
  for (const row of head) look(row);
  for (let row = top; row <= bottom; row += 1) look(row);
  return [Math.min(left, right), right];
}

function oneBlock(
  parts: BlockGuessParts,
  profiles: readonly ColumnProfile[],
  [left, right]: readonly [number, number],
  isPlace: (name: string) => boolean,
): LayoutBlock {
  const { sheet, merged, classes, region, titles, reasons } = parts;
  const say: Say = (code, text, row) => reasons.push(row === undefined ? { code, text } : { code, text, row: row + 1 });
  const { by, labels, leave } = columnParts(profiles, say);
  const across = hasYearsAcross(merged, classes, region, [left, right]) && by.year === undefined;
  const english = englishRows(parts, [left, right]);
  const numbering = region.head.filter((row) => isNumbering(parts, row, [left, right]));
  const draft: LayoutBlock = {
    ...layoutSchema.parse({ tables: [{ rows: [1, 1], columns: ["A", "A"] }] }).tables[0]!,
    rows: [region.top + 1, region.bottom + 1],
    columns: [columnLetters(left), columnLetters(right)],
    head: rowList(region.head.filter((row) => !numbering.includes(row))),
    english: rowList(english),
    by,
    labels,
    years: across ? "across" : by.year === undefined ? "none" : "down",
    leave: { rows: rowList(numbering), columns: leave },
  };
  const isPlaceless = by.place === undefined && by.code === undefined;
  const acrossRow = isPlaceless ? rowOfPlaces(sheet, merged, draft, isPlace) : undefined;
  const heads = columnHeads(sheet, merged, acrossRow === undefined ? draft : { ...draft, acrossRow });
  const acrossPlaces = acrossRow !== undefined || (isPlaceless && namesPlaces(heads.map(pathOf), isPlace));
  if (acrossPlaces) sayPlaces(heads, say);
  const hasVariable =
    (!acrossPlaces || acrossRow !== undefined) &&
    heads.some(({ path, year }) => path.length > 0 && (!across || year !== undefined));
  const sections = guessSections(sheet, merged, region, profiles, isPlace, hasVariable || by.item !== undefined);
  const grouped = rowsByKind(sections, sheet, say);
  const fill = filledHeads(parts, profiles, say);
  const isBare = ({ path, year, unit }: ColumnHead) => unit === undefined && (path.length > 0 || year !== undefined);
  const lacksUnits = by.unit === undefined && heads.some(isBare);
  const stated =
    (lacksUnits ? unitInCorner(parts, profiles, say) : undefined) ??
    unitOfTitles(titles, lacksUnits, say) ??
    unitBefore(parts.before, say);
  const block: LayoutBlock = {
    ...draft,
    ...(acrossPlaces ? { across: "place" as const } : {}),
    ...(acrossRow === undefined ? {} : { acrossRow }),
    ...(grouped.year !== undefined && draft.years === "none" ? { years: "sections" as const } : {}),
    sections: grouped,
    fill,
    ...(stated === undefined ? {} : { unit: stated }),
    leave: { rows: draft.leave.rows, columns: [...leave, ...growthColumns(heads, across, say)] },
  };
  sayHead(region, english, say);
  if (across) sayYears(heads, say);
  saySpans(heads, say);
  return { ...block, ...fromTitles(parts, block, hasVariable || grouped.item !== undefined, say) };
}

/** Which columns say what a row is, which are kept as words beside, and which are not wanted. */
function columnParts(profiles: readonly ColumnProfile[], say: Say) {
  const by: Partial<Record<RowHead, string>> = {};
  const labels: Record<string, string> = {};
  const leave: string[] = [];
  for (const profile of profiles) {
    const letters = columnLetters(profile.column);
    if (isRowHead(profile.role)) {
      by[profile.role] = letters;
      sayRole(profile, say);
    } else if (profile.role === "label") {
      labels[freeName(profile, labels, by)] = letters;
      say("label", {
        en: `column ${nameColumn(profile)} holds words: kept as a label`,
        zh: `${nameColumn(profile)} 列为文字：作为标签列保留`,
      });
    } else if (profile.role === "remark" || profile.role === "serial") {
      leave.push(letters);
      say("left", {
        en: `column ${nameColumn(profile)} holds ${profile.role === "remark" ? "remarks" : "row numbers"}: left out`,
        zh: `${nameColumn(profile)} 列为${profile.role === "remark" ? "备注" : "序号"}：不读取`,
      });
    }
  }
  return { by, labels, leave };
}

function sayPlaces(heads: readonly ColumnHead[], say: Say): void {
  const names = [...new Set(heads.flatMap(({ across: place, path }) => place ?? path.at(-1) ?? []))].slice(0, 3);
  const [en, zh] = [names.join(", "), names.join("、")];
  say("places-across", {
    en: `the heads of columns are places (${en}, ...)`,
    zh: `列标题为地区名（${zh} 等）`,
  });
}

function rowsByKind(sections: ReadonlyMap<number, SectionKind>, sheet: Sheet, say: Say) {
  const grouped: Partial<Record<SectionKind, (number | string)[]>> = {};
  for (const kind of new Set(sections.values())) {
    const rows = [...sections].flatMap(([row, each]) => (each === kind ? [row] : []));
    grouped[kind] = rowList(rows);
    sayList(`section-${kind}`, kind, rows, sheet, say);
  }
  return grouped;
}

/** `地区(亿元)`, `单位：亿元`: what stands over the names of rows says the unit of the figures beside them. */
function unitInCorner({ region, merged }: BlockGuessParts, profiles: readonly ColumnProfile[], say: Say) {
  const end = profiles.findIndex(({ role }) => role === "figures");
  for (const { column } of profiles.slice(0, Math.max(end, 0))) {
    for (const row of region.head) {
      const text = rawText(merged.value(row, column));
      const units = statedUnits(text) ?? [splitUnit(text).unit].filter((unit) => unit !== undefined);
      const [unit] = units;
      if (units.length > 1) saySeveral(units, row, say);
      if (unit === undefined || units.length > 1) continue;
      say("unit", { en: `the corner gives the unit ${unit}`, zh: `表角注明单位：${unit}` }, row);
      return unit;
    }
  }
  return undefined;
}

function unitBefore(before: LayoutBlock | undefined, say: Say): string | undefined {
  const unit = before?.unit;
  if (unit !== undefined) {
    say("unit", {
      en: `the table has no title of its own: in ${unit}, as the one before it`,
      zh: `该表无自己的标题：沿用上表单位 ${unit}`,
    });
  }
  return unit;
}

function freeName(
  { head, column, samples }: ColumnProfile,
  labels: Record<string, string>,
  by: Partial<Record<RowHead, string>>,
) {
  const isEnglish = by.place !== undefined && roleOfHead(head) === "place" && !/\p{Script=Han}/u.test(samples.join(""));
  const own = samples.length > 0 && samples.every(isProvince) ? "province" : isEnglish ? "place_en" : head;
  const base = own === "" ? `column_${columnLetters(column).toLowerCase()}` : own;
  let name = base;
  for (let next = 2; name in labels || name in by || name === "year"; next += 1) name = `${base}_${next}`;
  return name;
}

/** Head rows of Latin letters under a Chinese head. */
function englishRows({ sheet, region }: BlockGuessParts, [left, right]: readonly [number, number]): number[] {
  const scripts = region.head.map((row) => {
    let [han, latin] = [0, 0];
    for (let column = left; column <= right; column += 1) {
      const text = rawText(sheet.rows[row]?.[column]);
      if (/\p{Script=Han}/u.test(text)) han += 1;
      else if (/[A-Za-z]{2}/.test(text)) latin += 1;
    }
    return { han, latin };
  });
  const chinese = scripts.some(({ han }) => han > 0);
  return region.head.filter((_, at) => chinese && scripts[at]?.han === 0 && (scripts[at]?.latin ?? 0) > 0);
}

function isNumbering(
  { classes, merged, sheet }: BlockGuessParts,
  row: number,
  [left, right]: readonly [number, number],
) {
  let count = 0;
  for (let column = left; column <= right; column += 1) {
    const value = sheet.rows[row]?.[column] ?? null;
    const found = classes.ofValue(merged.value(row, column), row, column);
    if (found === "blank") continue;
    if (found === "year") return false;
    if (found === "number" || isOrdinal(value, count + 1)) count += 1;
    else if (!/^[(（]?[甲乙]/u.test(rawText(value))) return false;
  }
  return count > 0;
}

/** Heads that are written once over several rows, without a merged cell. */
function filledHeads(
  { sheet, merged, region }: BlockGuessParts,
  profiles: readonly ColumnProfile[],
  say: Say,
): RowHead[] {
  const rows = figureRows(region).filter((row) => (sheet.rows[row] ?? []).some((value) => !isBlank(value)));
  return profiles.flatMap(({ role, column }) => {
    if (!["place", "code", "year", "industry", "item"].includes(role)) return [];
    const blank = rows.filter((row) => isBlank(merged.value(row, column)));
    const first = rows[0];
    if (blank.length === 0 || first === undefined || isBlank(merged.value(first, column))) return [];
    const others = profiles.some((each) => each.column !== column && isRowHead(each.role) && each.blanks === 0);
    if (!others || blank.length * 3 < rows.length) return [];
    const letters = columnLetters(column);
    say("fill", {
      en: `column ${letters} is written once for several rows: it holds until the next`,
      zh: `${letters} 列每组只写一次：空格沿用上一行`,
    });
    return [role as RowHead];
  });
}

/** Columns without a year beside columns of years: growth rates and ranks. */
function growthColumns(heads: ReturnType<typeof columnHeads>, across: boolean, say: Say): string[] {
  if (!across) return [];
  return heads.flatMap(({ column, path, year }) => {
    if (year !== undefined || path.length === 0) return [];
    say("no-year", {
      en: `column ${columnLetters(column)} (${path.join("/")}) is of no year: left out`,
      zh: `${columnLetters(column)} 列（${path.join("/")}）没有年份：不读取`,
    });
    return [columnLetters(column)];
  });
}
