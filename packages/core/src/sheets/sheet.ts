/** A cell as the workbook holds it. Dates are ISO text with their mark; blank is `null`. */
export type SheetValue = string | number | boolean | null;

/** What a cell is beside its value. */
export interface CellMark {
  readonly formula?: true;
  readonly date?: true;
  /** A formula's failure, such as `#DIV/0!`. */
  readonly error?: true;
  /** A number shown in percent: .123 is written 12.3%. */
  readonly percent?: true;
}

/** Rows and columns counted from 0, both ends in it. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook, before anyone says what it means. */
export interface Sheet {
  readonly file: string;
  /** The sheet's name. */
  readonly sheet: string;
  /** sha256 of the file's own bytes. */
  readonly sha256?: string;
  readonly hidden: boolean;
  /** A short row ends in blanks. */
  readonly rows: readonly (readonly SheetValue[])[];
  /** Sparse, by `cellKey`. */
  readonly marks: ReadonlyMap<number, CellMark>;
  readonly merges: readonly Merge[];
  /** Counted from 0. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** As many columns as a sheet can have. */
export const widest = 16_384;

export const cellKey = (row: number, column: number): number => row * widest + column;

export function isBlank(value: SheetValue | undefined): value is null | undefined | "" {
  if (value === null || value === undefined || value === "") return true;
  if (typeof value !== "string") return false;
  const first = value.charCodeAt(0);
  // nearly every text begins with an ASCII sign or a Chinese one
  if ((first > 0x20 && first < 0x7f) || (first > 0x3000 && first < 0xd800)) return false;
  return /^[\s\u200b-\u200d\u2060\ufeff]*$/.test(value);
}

export const valueAt = ({ rows }: Sheet, row: number, column: number): SheetValue => rows[row]?.[column] ?? null;

/** The text of a cell as a reader of the file would quote it. */
export function rawText(value: SheetValue | undefined, mark?: CellMark): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && mark?.percent) return `${Number((value * 100).toPrecision(15))}%`;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** What the cells of a row say that are not blank. */
export const textsIn = ({ rows }: Sheet, row: number): string[] =>
  (rows[row] ?? []).flatMap((value) => (isBlank(value) ? [] : [rawText(value)]));

/** Rows and columns from A1 to the last cell that is not blank. */
export function usedRange({ rows }: Sheet): { readonly rows: number; readonly columns: number } {
  let height = 0;
  let width = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] as readonly SheetValue[];
    let last = row.length - 1;
    while (last >= 0 && isBlank(row[last])) last -= 1;
    if (last < 0) continue;
    height = at + 1;
    if (last >= width) width = last + 1;
  }
  return { rows: height, columns: width };
}
