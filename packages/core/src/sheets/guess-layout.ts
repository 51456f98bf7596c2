import { firstNamed } from "../language/first-named.ts";
import { fillText } from "../language/message.ts";
import type { Text } from "../language/text.ts";
import { columnLetters, columnPosition } from "./address.ts";
import { labelOfName, readName } from "./clean-text.ts";
import { columnHeads } from "./column-heads.ts";
import { type BlockGuessParts, guessBlock } from "./guess-block.ts";
import { guessNames } from "./guess-names.ts";
import { findRegions, type Region, type Regions } from "./guess-regions.ts";
import { flagOfNote, isContinued } from "./known-words.ts";
import { type Layout, type LayoutBlock, layoutSchema, rowList, rowsIn } from "./layout.ts";
import { type MergedCells, mergedCells } from "./merged.ts";
import { statedUnits } from "./read-unit.ts";
import { totalsAmong } from "./row-heads.ts";
import { CellClasses, profileRow } from "./row-profile.ts";
import { isBlank, type Sheet, textsIn, usedRange } from "./sheet.ts";
import { guessSigns } from "./sign-notes.ts";

/** A variable that the reader of the page knows, so that heads in either language get one name. */
export interface KnownVariable {
  readonly name: string;
  readonly title?: Text;
  readonly unit?: string;
}

export interface GuessOptions {
  readonly variables?: readonly KnownVariable[];
  /** Names of places in any language; provinces and names that end in 市, 县 and their kin are known without. */
  readonly places?: Iterable<string>;
}

/** One thing that was taken for granted, and why. */
export interface Reason {
  readonly code: string;
  readonly text: Text;
  /** From 1, where the reason is a row's. */
  readonly row?: number;
}

export interface LayoutGuess {
  /** `undefined` for a sheet without figures. */
  readonly layout: Layout | undefined;
  readonly reasons: readonly Reason[];
}

/** Proposes how a sheet is to be read, each guess with its reason. Reads nothing into cells: `readPage` does. */
export function guessLayout(sheet: Sheet, options: GuessOptions = {}): LayoutGuess {
  const used = usedRange(sheet);
  const merged = mergedCells(sheet);
  const classes = new CellClasses(sheet);
  const found = findRegions(used.rows, (row) => profileRow(sheet, merged, classes, row, used.columns));
  const { regions, titles, notes } = found;
  const reasons: Reason[] = [];
  if (regions.length === 0) {
    reasons.push({
      code: "no-figures",
      text: { en: `${sheet.sheet} has no row of figures`, zh: `${sheet.sheet} 中没有数值行` },
    });
    return { layout: undefined, reasons };
  }
  const places = new Set(options.places ?? []);
  const variables = options.variables ?? [];
  const tables = guessTables({ sheet, merged, classes, places, variables, reasons }, found);
  if (tables.length === 0) return { layout: undefined, reasons };
  const layout = layoutSchema.parse({
    sheet: sheet.sheet,
    titles: rowList(titles),
    notes: rowList(notes),
    tables,
    marks: guessMarks(sheet, notes, reasons),
    signs: guessSigns(sheet, [...titles, ...notes], reasons),
    totals: guessTotals(sheet, merged, tables, places, reasons),
    names: guessNames(sheet, merged, tables, variables, reasons),
  });
  return { layout: recordsIfRepeated(sheet, merged, layout, reasons), reasons };
}

/** The tables of the regions, each with the titles over it; one whose title says no more than 续表 goes on with the table before. */
function guessTables(parts: Omit<BlockGuessParts, "region" | "titles" | "before">, found: Regions): LayoutBlock[] {
  const { sheet, reasons } = parts;
  const titles = found.titles.flatMap((row) => textsIn(sheet, row).map((text) => ({ row, text })));
  const tables: LayoutBlock[] = [];
  for (const [at, region] of found.regions.entries()) {
    const start = found.regions[at - 1]?.bottom ?? -1;
    if (!hasWords(sheet, region)) {
      reasons.push({
        code: "figures-without-words",
        row: region.top + 1,
        text: {
          en: `row ${region.top + 1} has figures, and no word beside or over them: belongs to no table`,
          zh: `第 ${region.top + 1} 行有数值，但旁边和上方都没有文字：不属于任何表`,
        },
      });
      continue;
    }
    const own = titles.filter(({ row }) => row > start && row < region.top);
    const goesOn = own.every(({ text }) => isContinued(text) || statedUnits(text) !== undefined);
    tables.push(...guessBlock({ ...parts, region, titles: own, before: goesOn ? tables.at(-1) : undefined }));
  }
  return tables;
}

/** What the rows, or the heads of columns that are places, call sums and means. */
function guessTotals(
  sheet: Sheet,
  merged: MergedCells,
  tables: readonly LayoutBlock[],
  places: ReadonlySet<string>,
  reasons: Reason[],
): string[] {
  const labels = tables.flatMap((block) => [
    ...labelsOf(sheet, block),
    ...(block.across === "variable" ? [] : columnHeads(sheet, merged, block).map(({ path }) => path.join("/"))),
  ]);
  const totals = totalsAmong(labels, (name) => places.has(name));
  if (totals.length > 0) {
    reasons.push({
      code: "totals",
      text: fillText(
        {
          en: "{list} {count, plural, one {is a sum or mean, not a place} other {are sums or means, not places}}: kept apart, flagged total",
          zh: "“{list}”是合计或平均，不是地区：另表保存，并标记为 total",
        },
        { list: firstNamed(totals), count: totals.length },
      ),
    });
  }
  return totals;
}

/** A page number is no table. */
function hasWords(sheet: Sheet, { head, top, bottom }: Region): boolean {
  if (head.length > 0) return true;
  for (let row = top; row <= bottom; row += 1) {
    if ((sheet.rows[row] ?? []).some((value) => typeof value === "string" && /\p{L}/u.test(value))) return true;
  }
  return false;
}

function labelsOf(sheet: Sheet, block: LayoutBlock): string[] {
  const columns = [block.by.place, block.by.industry].flatMap((name) =>
    name === undefined ? [] : columnPosition(name),
  );
  const found = new Set<string>();
  for (const column of columns) {
    for (let row = block.rows[0] - 1; row < block.rows[1]; row += 1) {
      const value = sheet.rows[row]?.[column];
      if (typeof value === "string") found.add(value);
    }
  }
  const sections = [...rowsIn(block.sections.place ?? []), ...rowsIn(block.sections.industry ?? [])];
  for (const row of sections) for (const text of textsIn(sheet, row)) found.add(text);
  return [...found].map((text) => labelOfName(readName(text)));
}

/** `① 2018年为普查数` says what the mark ① means. */
function guessMarks(sheet: Sheet, notes: readonly number[], reasons: Reason[]): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const row of notes) {
    for (const text of textsIn(sheet, row)) {
      for (const part of text.split(/(?=[\u2460-\u2473]|(?<=[。.；;\s:：])[*＊※†‡])/u)) {
        const found = /^\s*(?:注\s*[:：]?\s*)?([\u2460-\u2473*＊※†‡])\s*[:：]?\s*(.+)/su.exec(part);
        if (found === null) continue;
        const flag = flagOfNote(found[2] as string);
        marks[found[1] as string] = flag;
        reasons.push({
          code: "mark",
          row: row + 1,
          text: {
            en: `figures marked ${found[1]} are flagged ${flag}, for row ${row + 1} says: ${(found[2] as string).trim()}`,
            zh: `带 ${found[1]} 的数值标记为 ${flag}，依据第 ${row + 1} 行：${(found[2] as string).trim()}`,
          },
        });
      }
    }
  }
  return marks;
}

/** A flat list whose rows no head tells apart is a list of records. */
function recordsIfRepeated(sheet: Sheet, merged: MergedCells, layout: Layout, reasons: Reason[]): Layout {
  const [only, ...others] = layout.tables;
  if (only === undefined || others.length > 0 || only.years === "across" || only.by.item !== undefined) return layout;
  if (Object.values(only.sections).some((rows) => (rows ?? []).length > 0) || only.fill.length > 0) return layout;
  const columns = Object.values(only.by).map(columnPosition);
  const [first, ...rest] = columns;
  const seen = new Map<unknown, Set<unknown>>();
  for (let row = only.rows[0] - 1; row < only.rows[1]; row += 1) {
    const cells = sheet.rows[row] ?? [];
    if (cells.every(isBlank)) continue;
    const lead = first === undefined ? null : merged.value(row, first);
    const key =
      rest.length === 1
        ? merged.value(row, rest[0] as number)
        : rest.map((column) => merged.value(row, column)).join("\u0001");
    let alike = seen.get(lead);
    if (alike === undefined) {
      alike = new Set();
      seen.set(lead, alike);
    }
    const before = alike.size;
    if (alike.add(key).size === before) {
      reasons.push({
        code: "records",
        row: row + 1,
        text: {
          en: `row ${row + 1} has the heads of a row above it (${columns.map(columnLetters).join(", ") || "none"}): every row is a record of its own`,
          zh: `第 ${row + 1} 行的行标题与上文重复（${columns.map(columnLetters).join("、") || "无"}）：每行作为一条记录`,
        },
      });
      return { ...layout, records: true };
    }
  }
  return layout;
}
