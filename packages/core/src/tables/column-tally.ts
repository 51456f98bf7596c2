import type { ColumnKind } from "./column-kind.ts";
import { isPaddedCode } from "./column-kind.ts";
import type { Heading } from "./header.ts";
import { isMissingMark, numberCell } from "./number-cell.ts";
import type { Field } from "./type-table.ts";
import { yearNamed } from "./year-vintage.ts";

export interface TalliedColumn {
  readonly heading: Heading;
  readonly field: Field | undefined;
  readonly isFlag: boolean;
  readonly missingValues: ReadonlySet<string> | undefined;
  /** What the name, the schema or a role asks for. */
  readonly declared: ColumnKind | undefined;
}

/** A cell that may be a problem once the column's kind and unit are known. */
export interface Kept {
  /** Counted from 0. */
  readonly row: number;
  readonly text: string;
  readonly unit: "percent" | "per mille" | undefined;
}

/** As many as problems are listed. */
const most = 1000;

/** What the cells of one column are, counted as they pass: in so much memory whatever their number. */
export class ColumnTally {
  readonly column: TalliedColumn;
  /** Numbers without a sign after them. */
  plain = 0;
  blank = 0;
  /** Cells that read as missing: `-`, `NA` and their kin, or what the schema lists. */
  marked = 0;
  readonly marks = new Map<string, number>();
  words = 0;
  /** Rows too short to have the cell. */
  short = 0;
  readonly signed = { percent: 0, "per mille": 0 };
  /** Numbers in rows that carry a flag, by their sign. */
  readonly flagged = { plain: 0, percent: 0, "per mille": 0 };
  isPadded = false;
  firstPlain: Kept | undefined;
  /** The first thousand of each. */
  readonly keptWords: Kept[] = [];
  readonly keptSigned: Kept[] = [];

  constructor(column: TalliedColumn) {
    this.column = column;
  }

  /** Whether all that can be told of a cell that is not blank is that it is there. */
  get isSettledLabel(): boolean {
    const { declared, missingValues } = this.column;
    return missingValues === undefined && (declared === "label" || (declared === undefined && this.isPadded));
  }

  /** Whether a cell of ASCII digits with or without a point is a number and nothing else. */
  get takesDigits(): boolean {
    const { declared, missingValues } = this.column;
    return missingValues === undefined && (declared === undefined || declared === "number");
  }

  /** Whether one to four ASCII digits are a year and nothing else. */
  get takesYears(): boolean {
    const { declared, missingValues } = this.column;
    return missingValues === undefined && declared === "year";
  }

  /** Whether the text of another plain number, or of another word, is not asked for any more. */
  get hasPlain(): boolean {
    return this.firstPlain !== undefined;
  }
  get hasWords(): boolean {
    return this.keptWords.length >= most;
  }

  addPlain(row: number, text: string, isFlagged: boolean): void {
    this.plain += 1;
    if (isFlagged) this.flagged.plain += 1;
    if (this.firstPlain === undefined) this.firstPlain = { row, text, unit: undefined };
  }

  addWord(row: number, text: string): void {
    this.words += 1;
    if (this.keptWords.length < most) this.keptWords.push({ row, text, unit: undefined });
  }

  add(row: number, text: string, isFlagged: boolean): void {
    const { declared, missingValues } = this.column;
    const trimmed = text.trim();
    if (trimmed === "") this.blank += 1;
    else if (missingValues === undefined ? isMissingMark(trimmed) : missingValues.has(trimmed)) {
      this.marked += 1;
      this.marks.set(trimmed, (this.marks.get(trimmed) ?? 0) + 1);
    } else if (declared === undefined && isPaddedCode(text)) this.isPadded = true;
    else this.#addFilled(row, text, isFlagged);
  }

  #addFilled(row: number, text: string, isFlagged: boolean): void {
    const { declared } = this.column;
    if (declared === "label") return;
    const cell = declared === "year" ? yearOf(text) : numberCell(text);
    if (cell === undefined || (declared === "integer" && !Number.isInteger(cell.value))) {
      this.addWord(row, text);
    } else if (cell.unit === undefined) this.addPlain(row, text, isFlagged);
    else {
      this.signed[cell.unit] += 1;
      if (isFlagged) this.flagged[cell.unit] += 1;
      if (this.keptSigned.length < most) this.keptSigned.push({ row, text, unit: cell.unit });
    }
  }
}

function yearOf(text: string) {
  const value = yearNamed(text);
  return value === undefined ? undefined : { value, unit: undefined };
}
