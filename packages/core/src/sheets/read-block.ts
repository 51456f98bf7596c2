import { flagOfVintage, type VintageYear, vintageText } from "../tables/year-vintage.ts";
import type { Ledger } from "./account.ts";
import { columnPosition } from "./address.ts";
import { columnHeads } from "./column-heads.ts";
import type { ExplainedSigns } from "./explained-signs.ts";
import type { Gathered, GatheredVariable } from "./gathered.ts";
import { extent, type Layout, type LayoutBlock, rowsIn, type SectionKind } from "./layout.ts";
import type { MergedCells } from "./merged.ts";
import type { PageLog } from "./page-log.ts";
import { FigureReader, type Figures, type FigureTarget } from "./read-figure.ts";
import { readValue } from "./read-value.ts";
import { refuseInSection, refuseMerged, refuseRow, refuseUnnamed, refuseYear, refuseYearless } from "./refusals.ts";
import { RowHeadReader, type RowHeads } from "./row-heads.ts";
import { RowKeys } from "./row-keys.ts";
import { isBlank, type Sheet } from "./sheet.ts";

export interface BlockParts {
  readonly sheet: Sheet;
  readonly merged: MergedCells;
  readonly layout: Layout;
  readonly block: LayoutBlock;
  readonly ledger: Ledger;
  readonly log: PageLog;
  readonly signs: ExplainedSigns;
  /** The tables that rows with these heads belong to. */
  readonly group: (signature: string, isTotal: boolean) => Gathered;
}

const none: readonly string[] = [];

/** Reads one table of a sheet, row by row, into the gathered tables. */
export class BlockReader {
  readonly #parts: BlockParts;
  readonly #heads: RowHeadReader;
  readonly #figures: readonly Figures[];
  readonly #reader: FigureReader;
  readonly #names: ReadonlyMap<string, string>;
  readonly #variables = new Map<Gathered, Map<string | number, GatheredVariable>>();
  readonly #vintages = new Set<string>();
  readonly #totals: ReadonlySet<string>;
  readonly #keys: RowKeys;
  readonly #hasLabels: boolean;
  readonly #headColumns: readonly number[];

  constructor(parts: BlockParts) {
    const { sheet, merged, layout, block, log } = parts;
    this.#parts = parts;
    this.#heads = new RowHeadReader(sheet, merged, block, layout, log);
    const units = new Map(Object.entries(block.units).map(([column, unit]) => [columnPosition(column), unit]));
    this.#figures = columnHeads(sheet, merged, block).map((head) => ({
      ...head,
      declaredUnit: units.get(head.column),
      ownUnit: units.get(head.column) ?? head.unit ?? block.unit,
      label: block.acrossRow === undefined ? head.path.join("/") : (head.across ?? ""),
      markFlags: [
        ...this.#vintageFlag(head.vintage, head.vintage?.row ?? 0, head.column),
        ...head.marks.flatMap((mark) => this.#declaredFlag(mark)),
      ],
    }));
    this.#reader = new FigureReader(parts);
    this.#names = new Map(Object.entries(layout.names));
    this.#totals = new Set(layout.totals);
    this.#hasLabels = Object.keys(block.labels).length > 0;
    this.#headColumns = [...Object.values(block.by), ...Object.values(block.labels)].map(columnPosition);
    this.#keys = new RowKeys(block, layout);
  }

  read(): void {
    const { block, ledger } = this.#parts;
    const { top, bottom, left, right } = extent(block);
    for (const row of [...rowsIn(block.head), ...rowsIn(block.english)]) this.#mark(row, left, right, "head");
    const leave = new Set(rowsIn(block.leave.rows));
    const head = new Set(rowsIn(block.head));
    for (let row = top; row <= Math.min(bottom, ledger.rows - 1); row += 1) {
      if (leave.has(row)) this.#mark(row, left, right, "left");
      else if (this.#heads.sections.has(row)) this.#section(row, left, right);
      else if (!head.has(row) && this.#isOpen(row, left, right)) this.#row(row);
    }
    for (const row of leave) this.#mark(row, left, right, "left");
    this.#heads.tell();
  }

  #mark(row: number, left: number, right: number, fate: "head" | "left"): void {
    const { sheet, ledger } = this.#parts;
    for (let column = left; column <= Math.min(right, ledger.columns - 1); column += 1) {
      if (row < ledger.rows && ledger.isOpen(row, column) && !isBlank(sheet.rows[row]?.[column])) {
        ledger.set(row, column, fate);
      }
    }
  }

  /** Whether the row has a cell that is not blank and not yet in the account, as titles and notes are. */
  #isOpen(row: number, left: number, right: number): boolean {
    const { sheet, ledger } = this.#parts;
    const cells = sheet.rows[row];
    if (cells === undefined) return false;
    for (let column = left; column <= Math.min(right, ledger.columns - 1); column += 1) {
      if (!isBlank(cells[column]) && ledger.isOpen(row, column)) return true;
    }
    return false;
  }

  #section(row: number, left: number, right: number): void {
    const { sheet, ledger, log } = this.#parts;
    const kind = this.#heads.sections.get(row) as SectionKind;
    this.#heads.section(row, kind);
    const cells = sheet.rows[row] ?? [];
    const label = cells.findIndex((value, column) => column >= left && !isBlank(value));
    for (const { column } of this.#figures) {
      const value = cells[column] ?? null;
      if (isBlank(value) || column >= ledger.columns || !ledger.isOpen(row, column)) continue;
      const isLabel = column === label && (typeof value === "string" || kind === "year");
      if (isLabel || value === cells[label]) continue;
      ledger.set(row, column, "refused");
      refuseInSection(value, row, column, log);
    }
    this.#mark(row, left, right, "head");
  }

  #row(row: number): void {
    const { sheet, block, ledger, group } = this.#parts;
    const heads = this.#heads.read(row);
    const cells = sheet.rows[row] ?? [];
    for (const column of this.#headColumns) {
      if (column < ledger.columns && ledger.isOpen(row, column) && !isBlank(cells[column])) {
        ledger.set(row, column, "head");
      }
    }
    const wrong = this.#wrongRow(row, heads);
    if (heads === undefined || wrong) return;
    const own = this.#keys.of(heads, row);
    const { vintage, marks } = heads;
    const rowFlags =
      vintage === undefined && marks.length === 0
        ? none
        : [
            ...this.#vintageFlag(vintage, vintage?.row ?? row, vintage?.column ?? 0),
            ...marks.flatMap((mark) => this.#declaredFlag(mark)),
          ];
    let target = group(this.#keys.signature, heads.isTotal);
    // years across ask for as many wide rows; otherwise all figures of the row are in one
    const rowOfYear = this.#parts.block.years === "across" ? new Map<number | undefined, number>() : undefined;
    let only = -1;
    for (const figures of this.#figures) {
      if (figures.column >= ledger.columns) continue;
      const place = block.across === "variable" ? undefined : figures.label;
      const year = figures.year ?? heads.year;
      if (place !== undefined) target = group(this.#keys.signature, heads.isTotal || this.#totals.has(place));
      const variable = this.#variable(target, figures, heads);
      if (!this.#isUsable(row, figures, variable, year, place)) continue;
      let at = place !== undefined ? -1 : rowOfYear === undefined ? only : (rowOfYear.get(year) ?? -1);
      if (at < 0) {
        const labels = place === undefined ? heads.labels : { ...heads.labels, [block.across]: place };
        at = target.row(place === undefined ? own : `${own}\u0001${place}`, labels, year, row, this.#hasLabels);
        rowOfYear?.set(year, at);
        only = at;
      }
      const figure = { table: target, variable: variable as GatheredVariable, at, rowFlags };
      if (!this.#isMerged(row, figures.column, figure)) this.#reader.read(row, figures, heads, figure);
    }
  }

  /** A figure that is merged over several rows or columns may be of each of them or of all together: nobody knows. */
  #isMerged(row: number, column: number, { variable, at }: FigureTarget): boolean {
    const { sheet, merged, ledger, log } = this.#parts;
    const origin = merged.origin(row, column);
    if (origin === undefined || !isBlank(sheet.rows[row]?.[column])) return false;
    if (!this.#figures.some((figures) => figures.column === origin.column)) return false;
    const value = merged.value(row, column);
    if (readValue(value, undefined).kind !== "number") return false;
    // a column that is two wide, head and figures alike, has each figure once
    const before = variable.at[at] ?? -1;
    const isOwn = variable.sheetRows[before] === origin.row && variable.sheetColumns[before] === origin.column;
    if (isOwn) return false;
    ledger.set(row, column, "refused");
    refuseMerged(value, row, column, log);
    return true;
  }

  /** A row of figures without heads, or with a year that is none: its figures are refused. */
  #wrongRow(row: number, heads: RowHeads | undefined): boolean {
    const { sheet, ledger, log } = this.#parts;
    if (heads !== undefined && heads.wrongYear === undefined) return false;
    const filled = this.#figures.filter(({ column }) => column < ledger.columns && !isBlank(sheet.rows[row]?.[column]));
    for (const { column } of filled) if (ledger.isOpen(row, column)) ledger.set(row, column, "refused");
    if (heads?.wrongYear !== undefined) {
      const column = heads.wrongYear;
      ledger.set(row, column, "refused");
      refuseYear(sheet.rows[row]?.[column] ?? null, row, column, filled.length, log);
    } else if (filled.length > 0) refuseRow(row, (filled[0] as Figures).column, filled.length, log);
    return true;
  }

  /** Refuses figures of a column that has no name or no year; a column without anything is the sheet's margin. */
  #isUsable(
    row: number,
    { column, path, year: ownYear, unit }: Figures,
    variable: GatheredVariable | undefined,
    year: number | undefined,
    place: string | undefined,
  ): boolean {
    const { sheet, ledger, log } = this.#parts;
    const blank = isBlank(sheet.rows[row]?.[column]);
    const named = variable !== undefined && place !== "";
    const hasHead = path.length > 0 || ownYear !== undefined || unit !== undefined;
    const lacksYear = year === undefined && this.#keys.hasYears;
    if (named && !lacksYear && (hasHead || !blank)) return ledger.isOpen(row, column);
    if (blank || !ledger.isOpen(row, column)) return false;
    ledger.set(row, column, "refused");
    const held = sheet.rows[row]?.[column] ?? null;
    if (named) refuseYearless(held, row, column, log);
    else refuseUnnamed(held, row, column, log);
    return false;
  }

  #variable(target: Gathered, figures: Figures, heads: RowHeads): GatheredVariable | undefined {
    const { block } = this.#parts;
    const isNamed = block.across === "variable" || block.acrossRow !== undefined;
    const own = isNamed ? figures : { path: [], english: [] };
    let known = this.#variables.get(target);
    if (known === undefined) {
      known = new Map();
      this.#variables.set(target, known);
    }
    const key = heads.items.length === 0 ? figures.column : `${figures.column}\u0001${heads.items.join("\u0001")}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // in a long page the head over the one column of figures says no more than "value"
    const isLong = heads.items.length > 0 && this.#figures.length === 1;
    const path = isLong ? heads.items : [...heads.items, ...own.path];
    const english =
      heads.itemsEnglish.length < heads.items.length
        ? heads.items.length === 0
          ? own.english
          : []
        : [...heads.itemsEnglish, ...(isLong ? [] : own.english)];
    const said = path.length === 0 ? (block.variable ?? "") : path.join("/");
    if (said === "") return undefined;
    const name = this.#names.get(said) ?? this.#names.get(english.join("/")) ?? said;
    const variable = target.variable(name, path.length === 0 ? [name] : path, english);
    known.set(key, variable);
    return variable;
  }

  /** Of a year that says itself that its figures are not the last word. */
  #vintageFlag(vintage: VintageYear | undefined, row: number, column: number): readonly string[] {
    const { layout, log } = this.#parts;
    const isExplained = vintage?.kind === "marked" && vintage.marks.every((mark) => layout.marks[mark] !== undefined);
    if (vintage === undefined || isExplained) return none;
    if (!this.#vintages.has(vintage.said)) log.note("year-vintage", { row, column }, vintageText(vintage));
    this.#vintages.add(vintage.said); // said once of every way in which a page writes it
    return [flagOfVintage(vintage)];
  }

  /** The mark of a head counts for its figures if the layout says what it means. */
  #declaredFlag(mark: string): string[] {
    const flag = this.#parts.layout.marks[mark];
    return flag === undefined || flag === "note" ? [] : [flag];
  }
}
