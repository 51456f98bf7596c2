import type { Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import type { SheetAccount } from "./account.ts";

/** One figure of a page, with everything that was said of it and where it stands. */
export interface LongCell {
  /** Heads of the row: `{ code: "110000", place: "北京" }`, sections among them. */
  readonly heads: Readonly<Record<string, string>>;
  /** The name of its column in the wide table. */
  readonly variable: string;
  /** The levels of the head. */
  readonly path: readonly string[];
  readonly year: number | undefined;
  /** The unit that the page gives for this cell; `undefined` where it gives none. */
  readonly unit: string | undefined;
  readonly raw: string;
  /** As written, in `unit`; `undefined` where missing. */
  readonly number: number | undefined;
  readonly flag: string | undefined;
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** `C7` */
  readonly address: string;
}

/** A table of a page, one column a variable, one row a place and year (or whatever heads its rows have). */
export interface PageTable {
  readonly table: Table;
  /** The rows 全国, 合计 and their kin: the same columns, every figure flagged `total`. */
  readonly totals: Table | undefined;
}

/** A sheet that was read by a layout. */
export interface Page {
  /** One for each set of heads of rows: tables with the same heads are one. */
  readonly tables: readonly PageTable[];
  /** Refused cells: the first thousand, each with file, sheet, row, column and what to do. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** What a reader should know: units converted, cells from hidden rows, formulas. */
  readonly notes: readonly Problem[];
  readonly account: SheetAccount;
  /** What the missing cells say that are not empty, and how often: `{ "…": 3, 缺: 1 }`. */
  readonly missingAs: Readonly<Record<string, number>>;
  /** Every figure, missing ones among them, one by one. */
  readonly cells: () => Iterable<LongCell>;
}
