import { isBlank, rawText, type Sheet, usedRange } from "./sheet.ts";

/**
 * What can become of a cell. `left` are cells of rows and columns that the layout leaves out, `explained` such as hold no figure but a
 * sign that a note explains.
 */
export const fates = [
  "empty",
  "title",
  "head",
  "note",
  "left",
  "read",
  "flagged",
  "explained",
  "missing",
  "refused",
] as const;
export type Fate = (typeof fates)[number];

/**
 * What became of each cell from A1 to the last one in use:
 * `read + flagged + explained + missing + refused + head + note + title + left + empty = cells`.
 */
export type SheetAccount = Readonly<Record<Fate, number>> & { readonly cells: number };

const codes = Object.fromEntries(fates.map((fate, at) => [fate, at + 1])) as Readonly<Record<Fate, number>>;

/** One entry for each cell of the used range, written once the cell is understood. */
export class Ledger {
  readonly rows: number;
  readonly columns: number;
  readonly #sheet: Sheet;
  readonly #fates: Uint8Array;

  constructor(sheet: Sheet) {
    const used = usedRange(sheet);
    this.rows = used.rows;
    this.columns = used.columns;
    this.#sheet = sheet;
    this.#fates = new Uint8Array(used.rows * used.columns);
  }

  /** Cells beyond the used range are none. */
  set(row: number, column: number, fate: Fate): void {
    if (row >= this.rows || column >= this.columns) return;
    this.#fates[row * this.columns + column] = codes[fate];
  }

  isOpen(row: number, column: number): boolean {
    return this.#fates[row * this.columns + column] === 0;
  }

  /** Every cell of a row that holds something and has no entry yet. */
  setRow(row: number, fate: Fate): void {
    for (let column = 0; column < this.columns; column += 1) {
      if (this.isOpen(row, column) && !isBlank(this.#sheet.rows[row]?.[column])) this.set(row, column, fate);
    }
  }

  /** Cells that hold something and that nobody has claimed. */
  *unclaimed(): Generator<{ row: number; column: number }> {
    for (let row = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1) {
        if (this.isOpen(row, column) && !isBlank(this.#sheet.rows[row]?.[column])) yield { row, column };
      }
    }
  }

  /** What the cells say that are missing and not empty, and how often. */
  missingAs(): Readonly<Record<string, number>> {
    const said = new Map<string, number>();
    const missing = codes.missing;
    for (let at = this.#fates.indexOf(missing); at >= 0; at = this.#fates.indexOf(missing, at + 1)) {
      const text = rawText(this.#sheet.rows[Math.floor(at / this.columns)]?.[at % this.columns]).trim();
      if (text !== "") said.set(text, (said.get(text) ?? 0) + 1);
    }
    return Object.fromEntries(said);
  }

  account(): SheetAccount {
    const counts = new Float64Array(fates.length + 1);
    const fate = this.#fates;
    for (let at = 0; at < fate.length; at += 1) counts[fate[at] as number] = (counts[fate[at] as number] as number) + 1;
    const named = Object.fromEntries(fates.map((fate, at) => [fate, counts[at + 1] as number])) as Record<Fate, number>;
    return { ...named, empty: named.empty + (counts[0] as number), cells: this.rows * this.columns };
  }
}

/** Whether every cell is in the account exactly once. */
export function balances(account: SheetAccount): boolean {
  return fates.reduce((sum, fate) => sum + account[fate], 0) === account.cells;
}
