import { originOf } from "../contract/cell-origin.ts";
import type { Place, Problem } from "../contract/errors.ts";
import type { Table } from "../contract/table.ts";
import { fillText, type TextValues } from "../language/message.ts";
import { type FaultKind, faultWords } from "./fault-words.ts";

export type { FaultKind } from "./fault-words.ts";

/** Something wrong with figures (`problem`), or something to look at (`note`), with every cell that it is about. */
export interface Fault extends Problem {
  readonly code: FaultKind;
  readonly severity: "problem" | "note";
  /** The first is `place`. */
  readonly cells: readonly Place[];
}

/** A cell by its row in the table, counted from 0; without a column the whole row. */
export interface Cell {
  readonly row: number;
  readonly column?: string;
}

/** Collects faults of a table, and remembers cells whose trouble has been told, so that it is not told twice. */
export class Faults {
  readonly list: Fault[] = [];
  readonly #table: Table;
  readonly #told = new Set<string>();

  constructor(table: Table) {
    this.#table = table;
  }

  raise(code: FaultKind, values: TextValues, cells: readonly Cell[], words: keyof typeof faultWords = code): void {
    const { severity } = faultWords[code];
    const { text, hint } = faultWords[words];
    const places = cells.map((cell) => placeOf(this.#table, cell));
    this.list.push({
      code,
      severity,
      text: fillText(text, values),
      hint: fillText(hint, values),
      ...(places[0] === undefined ? {} : { place: places[0] }),
      cells: places,
    });
    for (const { row, column } of cells) this.#told.add(`${row} ${column ?? ""}`);
  }

  /** Of cells that are not in the table, such as the totals of a page. */
  raiseAt(
    code: FaultKind,
    values: TextValues,
    places: readonly [Place, ...Place[]],
    words: keyof typeof faultWords = code,
  ): void {
    const { text, hint } = faultWords[words];
    const [place] = places;
    const { severity } = faultWords[code];
    this.list.push({
      code,
      severity,
      text: fillText(text, values),
      hint: fillText(hint, values),
      place,
      cells: places,
    });
  }

  /** Whether a fault was raised of this cell or of its whole row. */
  told(row: number, column: string): boolean {
    return this.#told.has(`${row} ${column}`) || this.#told.has(`${row} `);
  }
}

/** File, sheet, row and column of a cell. */
export function placeOf(table: Table, { row, column }: Cell): Place {
  const { file, sheets } = table.source ?? {};
  const named = column ?? table.columns.find((each) => each.kind === "number" && each.origins !== undefined)?.name;
  const origin = named === undefined ? undefined : originOf(table, named, row);
  const found = column === undefined ? undefined : table.columns.find(({ name }) => name === column);
  const line =
    origin?.row ?? (found?.kind === "number" ? found.lines?.[row] || undefined : undefined) ?? table.lines?.[row];
  const sheet = origin?.sheet ?? (sheets?.length === 1 ? sheets[0] : undefined);
  return {
    ...(file === undefined ? {} : { file }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(line === undefined ? {} : { row: line }),
    ...(column === undefined ? {} : { column }),
  };
}
