import { fillText } from "../language/message.ts";
import { isRegion, isWhole } from "../places/aggregate.ts";
import { plainCode } from "../tables/point-codes.ts";
import type { VintageYear } from "../tables/year-vintage.ts";
import { columnPosition } from "./address.ts";
import { labelOfName, type Name, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import { isDitto } from "./ditto.ts";
import type { Layout, LayoutBlock, RowHead, SectionKind } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import type { At, PageLog } from "./page-log.ts";
import { statedUnits } from "./read-unit.ts";
import { saidOfYear } from "./said-of-year.ts";
import { SectionHeads } from "./section-heads.ts";
import { cellKey, isBlank, rawText, type Sheet, type SheetValue } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

/** What stands beside a row of figures, the sections over it among them. */
export interface RowHeads {
  /** Labels by the name of their column: place, code, province, group, industry and those of the layout. */
  readonly labels: Readonly<Record<string, string>>;
  readonly year: number | undefined;
  /** What the year says of its figures, and the cell where it does. */
  readonly vintage: (VintageYear & { readonly row: number; readonly column: number }) | undefined;
  /** The unit that the row itself or its item gives. */
  readonly unit: string | undefined;
  /** `单位：万元` in a row above: for columns of the same dimension. */
  readonly sectionUnit: string | undefined;
  readonly items: readonly string[];
  readonly itemsEnglish: readonly string[];
  readonly isTotal: boolean;
  readonly flag: string | undefined;
  readonly marks: readonly string[];
  /** The column of a head that should be a year and is none. */
  readonly wrongYear: number | undefined;
}

/** The heads of a row while they are read. */
type Draft = { -readonly [Part in keyof RowHeads]: RowHeads[Part] } & {
  labels: Record<string, string>;
  /** Whether anything says what the row is. */
  isNamed: boolean;
};

const sectionNames: readonly SectionKind[] = ["place", "province", "industry", "group"];

const none: readonly string[] = [];
const namesOf = (name: string | undefined): readonly string[] => (name === undefined || name === "" ? none : [name]);

/** Reads heads row by row, from the top: sections and heads that are written once hold until the next. */
export class RowHeadReader {
  readonly #sheet: Sheet;
  readonly #merged: MergedCells;
  readonly #log: PageLog;
  readonly #block: LayoutBlock;
  readonly #columns: readonly { readonly head: RowHead; readonly column: number }[];
  readonly #labels: readonly (readonly [string, number])[];
  readonly #fill: ReadonlySet<RowHead>;
  /** Sums are known by the layout's words alone: what a page calls 合计 is looked for when its layout is guessed. */
  readonly #totals: ReadonlySet<string>;
  readonly #names = new Map<string, Name>();
  readonly #last = new Map<RowHead, string>();
  readonly #over: SectionHeads;
  /** What was last written in each column of heads. */
  readonly #above: SheetValue[] = [];
  #dittos: { readonly first: At; count: number } | undefined;

  constructor(sheet: Sheet, merged: MergedCells, block: LayoutBlock, layout: Layout, log: PageLog) {
    this.#sheet = sheet;
    this.#merged = merged;
    this.#log = log;
    this.#block = block;
    this.#columns = Object.entries(block.by).map(([head, column]) => ({
      head: head as RowHead,
      column: columnPosition(column),
    }));
    this.#labels = Object.entries(block.labels).map(([name, column]) => [name, columnPosition(column)]);
    this.#fill = new Set(block.fill);
    this.#totals = new Set(layout.totals);
    this.#over = new SectionHeads(sheet, block, log);
  }

  get sections(): ReadonlyMap<number, SectionKind> {
    return this.#over.rows;
  }

  /** Takes in a section row; says what is wrong with it. */
  section(row: number, kind: SectionKind): void {
    this.#over.take(row, kind);
  }

  /** The heads of a row of figures; `undefined` if it has none though the table has heads. */
  read(row: number): RowHeads | undefined {
    const heads = this.#fromSections();
    for (const { head, column } of this.#columns) this.#take(heads, head, row, column);
    for (const [name, column] of this.#labels) {
      const value = this.#value(row, column);
      if (isBlank(value)) continue;
      heads.labels[name] = labelOfName(this.#name(rawText(value)));
      heads.isNamed = true;
    }
    if (heads.labels["place"] === undefined && this.#block.place !== undefined)
      heads.labels["place"] = this.#block.place;
    return heads.isNamed ? heads : undefined;
  }

  /** Says once what heads were taken from the cells above them. */
  tell(): void {
    if (this.#dittos === undefined) return;
    const { first, count } = this.#dittos;
    this.#log.note(
      "ditto",
      first,
      fillText(
        {
          en: "{more, plural, =0 {is a ditto mark} one {and # more are ditto marks} other {and # more are ditto marks}} among the heads of rows: read as the cell above",
          zh: "{more, plural, =0 {} other {等 {count} 处}}为“同上”符号，位于行标题中：按上方单元格读取",
        },
        { more: count - 1, count },
      ),
    );
  }

  /** What the layout and the sections say of every row below them. */
  #fromSections(): Draft {
    const { labels: over, item, unit, year: ofSection, vintage } = this.#over;
    const { years, year: one } = this.#block;
    const isBySection = years === "sections";
    const heads: Draft = {
      labels: {},
      year: isBySection ? ofSection : one === "sheet" ? undefined : one,
      vintage: isBySection ? vintage : undefined,
      unit: item?.unit,
      sectionUnit: unit,
      items: item === undefined ? none : namesOf(item.name),
      itemsEnglish: item === undefined ? none : namesOf(item.english),
      isTotal: false,
      flag: undefined,
      marks: none,
      wrongYear: undefined,
      isNamed: this.#columns.length === 0 && this.#labels.length === 0,
    };
    if (over.size > 0) this.#takeSections(heads, over);
    return heads;
  }

  #takeSections(heads: Draft, over: ReadonlyMap<SectionKind, string>): void {
    for (const kind of sectionNames) {
      // among variables down the page, 一、综合 only arranges them
      if (kind === "group" && this.#block.by.item !== undefined) continue;
      const label = over.get(kind);
      if (label === undefined || label === "") continue;
      heads.labels[kind] = label;
      heads.isNamed = true;
      if (kind !== "province" && kind !== "group") heads.isTotal ||= this.#totals.has(label);
    }
  }

  /** Takes in what one column says of the row. */
  #take(heads: Draft, head: RowHead, row: number, column: number): void {
    const text = this.#text(row, head, column);
    if (text === "") return;
    if (head !== "flag" && head !== "unit") heads.isNamed = true;
    const held = this.#sheet.rows[row]?.[column];
    if (head === "year" && typeof held === "number") {
      heads.year = yearOf(held);
      if (heads.year === undefined) heads.wrongYear = column;
      return;
    }
    const name = this.#name(text);
    if (head === "year") this.#takeYear(heads, name, text, row, column);
    else if (head === "item") takeItem(heads, name);
    else if (head === "unit") heads.unit = statedUnits(text)?.[0] ?? text.normalize("NFKC").trim();
    else if (head === "flag") heads.flag = text.trim();
    else if (head === "code") heads.labels[head] = plainCode(text.normalize("NFKC").trim());
    else {
      const label = labelOfName(name);
      heads.labels[head] = label;
      heads.isTotal ||= this.#totals.has(label);
    }
    if (name.marks.length > 0) heads.marks = [...heads.marks, ...name.marks];
  }

  #takeYear(heads: Draft, name: Name, text: string, row: number, column: number): void {
    const mark = this.#sheet.marks.get(cellKey(row, column));
    const year = yearOf(this.#merged.value(row, column), mark?.date) ?? yearOf(text) ?? yearOf(labelOfName(name));
    const said = year === undefined ? undefined : saidOfYear(name, text, year);
    heads.year = year;
    heads.vintage = said === undefined ? undefined : { ...said, row, column };
    if (year === undefined) heads.wrongYear = column;
  }

  #text(row: number, head: RowHead, column: number): string {
    const value = this.#value(row, column);
    if (!isBlank(value)) {
      const text = rawText(value, this.#sheet.marks.get(cellKey(row, column)));
      if (this.#fill.has(head)) this.#last.set(head, text);
      return text;
    }
    return this.#fill.has(head) ? (this.#last.get(head) ?? "") : "";
  }

  /** What the cell says; under a ditto mark, what the cell above it says. */
  #value(row: number, column: number): SheetValue {
    const value = this.#merged.value(row, column);
    if (isBlank(value)) return value;
    if (!isDitto(value)) {
      this.#above[column] = value;
      return value;
    }
    const above = this.#above[column];
    if (above === undefined) return value;
    this.#dittos ??= { first: { row, column }, count: 0 };
    this.#dittos.count += 1;
    return above;
  }

  #name(text: string): Name {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = readName(text);
    this.#names.set(text, name);
    return name;
  }
}

function takeItem(heads: Draft, name: Name): void {
  const item = levelOf(name);
  heads.items = [...heads.items, ...namesOf(item.name)];
  heads.itemsEnglish = [...heads.itemsEnglish, ...namesOf(item.english)];
  heads.unit = item.unit ?? heads.unit;
}

/** Words of sums among the labels that a page uses. A name such as 湘西 may be a place's. */
export function totalsAmong(labels: Iterable<string>, isPlace: (name: string) => boolean): string[] {
  return [...new Set(labels)].filter((label) => isWhole(label) || (isRegion(label) && !isPlace(label)));
}
