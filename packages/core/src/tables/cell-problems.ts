import type { Place, Problem } from "../contract/errors.ts";
import type { Text } from "../language/text.ts";
import type { Cells } from "./cells.ts";

const most = 1000;

/** Collects what is wrong with a sheet, each with its place; keeps the first thousand and counts all. */
export class CellProblems {
  readonly list: Problem[] = [];
  count = 0;
  readonly #cells: Cells;
  readonly #input: string;

  constructor(cells: Cells, input: string) {
    this.#cells = cells;
    this.#input = input;
  }

  /** `row` counts the entries of `cells.rows`, header included. */
  add(code: string, text: Text, at: { row?: number; column?: string | number } = {}, hint?: Text): void {
    this.count += 1;
    if (this.list.length >= most) return;
    this.list.push({
      code,
      text: { en: `${this.#input}: ${text.en}`, zh: `${this.#input}：${text.zh}` },
      ...(hint === undefined ? {} : { hint }),
      place: this.place(at),
    });
  }

  place({ row, column }: { row?: number; column?: string | number }): Place {
    const { file, sheet } = this.#cells;
    const line = row === undefined ? 0 : lineOf(this.#cells, row);
    return {
      file,
      ...(sheet === undefined ? {} : { sheet }),
      ...(line === 0 ? {} : { row: line }),
      ...(column === undefined ? {} : { column }),
    };
  }
}

/** The file row of an entry of `cells.rows`. */
export function lineOf({ lines }: Cells, row: number): number {
  return lines?.[row] ?? row + 1;
}
