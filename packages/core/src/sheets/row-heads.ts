import { isRegion, isWhole } from "../places/aggregate.ts";
import { plainCode } from "../tables/point-codes.ts";
import type { VintageYear } from "../tables/year-vintage.ts";
import { columnPosition } from "./address.ts";
import { labelOfName, type Name, readName } from "./clean-text.ts";
import { levelOf } from "./column-heads.ts";
import { extent, type Layout, type LayoutBlock, type RowHead, rowsIn, type SectionKind } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import type { PageLog } from "./page-log.ts";
import { statedUnits } from "./read-unit.ts";
import { saidOfYear } from "./said-of-year.ts";
import { cellKey, isBlank, rawText, type Sheet } from "./sheet.ts";
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
  readonly #hasItems: boolean;
  readonly #labels: readonly (readonly [string, number])[];
  readonly #fill: ReadonlySet<RowHead>;
  /** Sums are known by the layout's words alone: what a page calls 合计 is looked for when its layout is guessed. */
  readonly #totals: ReadonlySet<string>;
  readonly #names = new Map<string, Name>();
  readonly #last = new Map<RowHead, string>();
  readonly #sections = new Map<SectionKind, string>();
  #sectionVintage: RowHeads["vintage"];
  #sectionItem: { name: string; english?: string; unit?: string } | undefined;
  readonly sections: ReadonlyMap<number, SectionKind>;

  constructor(sheet: Sheet, merged: MergedCells, block: LayoutBlock, layout: Layout, log: PageLog) {
    this.#sheet = sheet;
    this.#merged = merged;
    this.#log = log;
    this.#block = block;
    this.#columns = Object.entries(block.by).map(([head, column]) => ({
      head: head as RowHead,
      column: columnPosition(column),
    }));
    this.#hasItems = block.by.item !== undefined;
    this.#labels = Object.entries(block.labels).map(([name, column]) => [name, columnPosition(column)]);
    this.#fill = new Set(block.fill);
    this.#totals = new Set(layout.totals);
    this.sections = new Map(
      Object.entries(block.sections).flatMap(([kind, rows]) =>
        rowsIn(rows ?? []).map((row) => [row, kind as SectionKind] as const),
      ),
    );
  }

  /** Takes in a section row; says what is wrong with it. */
  section(row: number, kind: SectionKind): void {
    const { left, right } = extent(this.#block);
    let column = left;
    while (column <= right && isBlank(this.#sheet.rows[row]?.[column])) column += 1;
    const text = rawText(this.#sheet.rows[row]?.[column]);
    const name = this.#name(text);
    if (kind === "unit") {
      const units = statedUnits(text) ?? [];
      const only = units.length === 1 ? units[0] : levelOf(name).unit;
      if (only === undefined) {
        this.#log.note(
          "section-unit-unclear",
          { row, column },
          {
            en: `says "${text}", which is not one unit: the unit before it stays`,
            zh: `为“${text}”，不是单一的单位：沿用此前的单位`,
          },
        );
      } else this.#sections.set("unit", only);
    } else if (kind === "item") this.#sectionItem = levelOf(name);
    else if (kind === "year") {
      const year = yearOf(labelOfName(name));
      const said = year === undefined ? undefined : saidOfYear(name, text, year);
      this.#sections.set("year", String(year ?? ""));
      this.#sectionVintage = said === undefined ? undefined : { ...said, row, column };
    } else this.#sections.set(kind, labelOfName(name));
  }

  /** The heads of a row of figures; `undefined` if it has none though the table has heads. */
  read(row: number): RowHeads | undefined {
    const labels: Record<string, string> = {};
    let marks = none;
    let found = this.#columns.length === 0 && this.#labels.length === 0;
    let isTotal = false;
    if (this.#sections.size > 0) {
      for (const kind of sectionNames) {
        // among variables down the page, 一、综合 only arranges them
        if (kind === "group" && this.#hasItems) continue;
        const label = this.#sections.get(kind);
        if (label === undefined || label === "") continue;
        labels[kind] = label;
        found = true;
        if (kind !== "province" && kind !== "group") isTotal ||= this.#totals.has(label);
      }
    }
    const { years, year: one } = this.#block;
    let year = years === "sections" ? this.#yearOfSection() : one === "sheet" ? undefined : one;
    let vintage = years === "sections" ? this.#sectionVintage : undefined;
    let wrongYear: number | undefined;
    let unit = this.#sectionItem?.unit;
    let flag: string | undefined;
    let items = this.#sectionItem === undefined ? none : namesOf(this.#sectionItem.name);
    let english = this.#sectionItem === undefined ? none : namesOf(this.#sectionItem.english);
    for (const { head, column } of this.#columns) {
      const text = this.#text(row, head, column);
      if (text === "") continue;
      if (head !== "flag" && head !== "unit") found = true;
      if (head === "year" && typeof this.#sheet.rows[row]?.[column] === "number") {
        year = yearOf(this.#sheet.rows[row]?.[column]);
        if (year === undefined) wrongYear = column;
        continue;
      }
      const name = this.#name(text);
      if (head === "year") {
        const mark = this.#sheet.marks.get(cellKey(row, column));
        year = yearOf(this.#merged.value(row, column), mark?.date) ?? yearOf(text) ?? yearOf(labelOfName(name));
        if (year === undefined) wrongYear = column;
        const said = year === undefined ? undefined : saidOfYear(name, text, year);
        vintage = said === undefined ? undefined : { ...said, row, column };
      } else if (head === "item") {
        const item = levelOf(name);
        items = [...items, ...namesOf(item.name)];
        english = [...english, ...namesOf(item.english)];
        unit = item.unit ?? unit;
      } else if (head === "unit") unit = statedUnits(text)?.[0] ?? text.normalize("NFKC").trim();
      else if (head === "flag") flag = text.trim();
      else if (head === "code") labels[head] = plainCode(text.normalize("NFKC").trim());
      else {
        const label = labelOfName(name);
        labels[head] = label;
        isTotal ||= this.#totals.has(label);
      }
      if (name.marks.length > 0) marks = [...marks, ...name.marks];
    }
    for (const [name, column] of this.#labels) {
      const value = this.#merged.value(row, column);
      if (isBlank(value)) continue;
      labels[name] = labelOfName(this.#name(rawText(value)));
      found = true;
    }
    if (labels["place"] === undefined && this.#block.place !== undefined) labels["place"] = this.#block.place;
    if (!found) return undefined;
    return {
      labels,
      year,
      vintage,
      unit,
      sectionUnit: this.#sections.get("unit"),
      items,
      itemsEnglish: english,
      isTotal,
      flag,
      marks,
      wrongYear,
    };
  }

  #yearOfSection(): number | undefined {
    const text = this.#sections.get("year");
    return text === undefined || text === "" ? undefined : Number(text);
  }

  #text(row: number, head: RowHead, column: number): string {
    const value = this.#merged.value(row, column);
    if (!isBlank(value)) {
      const text = rawText(value, this.#sheet.marks.get(cellKey(row, column)));
      if (this.#fill.has(head)) this.#last.set(head, text);
      return text;
    }
    return this.#fill.has(head) ? (this.#last.get(head) ?? "") : "";
  }

  #name(text: string): Name {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = readName(text);
    this.#names.set(text, name);
    return name;
  }
}

/** Words of sums among the labels that a page uses. A name such as 湘西 may be a place's. */
export function totalsAmong(labels: Iterable<string>, isPlace: (name: string) => boolean): string[] {
  return [...new Set(labels)].filter((label) => isWhole(label) || (isRegion(label) && !isPlace(label)));
}
