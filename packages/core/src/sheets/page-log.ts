import type { Place, Problem } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import { cellAddress, columnLetters } from "./address.ts";
import type { Sheet } from "./sheet.ts";

const most = 1000;

/** Rows and columns counted from 0. */
export interface At {
  readonly row?: number;
  readonly column?: number;
}

/** Collects what is refused and what a reader should know, each with file, sheet, row and column. */
export class PageLog {
  readonly problems: Problem[] = [];
  readonly notes: Problem[] = [];
  problemCount = 0;
  readonly #sheet: Sheet;

  constructor(sheet: Sheet) {
    this.#sheet = sheet;
  }

  /** `text` goes on after the cell's address: `holds "n/k", expected a number`. */
  refuse(code: string, at: At, text: Text, hint: Text): void {
    this.problemCount += 1;
    if (this.problems.length < most) this.problems.push({ ...this.#entry(code, at, text), hint });
  }

  note(code: string, at: At, text: Text, hint?: Text): void {
    if (this.notes.length < most) this.notes.push({ ...this.#entry(code, at, text), ...(hint ? { hint } : {}) });
  }

  #entry(code: string, at: At, { en, zh }: Text): Problem {
    const { sheet } = this.#sheet;
    const where = address(at);
    const [before, behind] = where === "" ? [`${sheet}: `, `${sheet}：`] : [`${sheet}!${where} `, `${sheet}!${where} `];
    return { code, text: { en: `${before}${en}`, zh: `${behind}${zh}` }, place: this.place(at) };
  }

  place({ row, column }: At): Place {
    return {
      file: this.#sheet.file,
      sheet: this.#sheet.sheet,
      ...(row === undefined ? {} : { row: row + 1 }),
      ...(column === undefined ? {} : { column: columnLetters(column) }),
    };
  }
}

function address({ row, column }: At): string {
  if (row === undefined) return column === undefined ? "" : `${columnLetters(column)}:${columnLetters(column)}`;
  return column === undefined ? `${row + 1}:${row + 1}` : cellAddress(row, column);
}
