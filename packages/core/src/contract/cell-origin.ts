import type { Table } from "./table.ts";

/** The cell of a workbook that a figure was read from. */
export interface CellOrigin {
  readonly file?: string;
  readonly sheet: string;
  /** The sheet's own row, from 1. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** What the cell holds, where that is not the figure as it stands. */
  readonly raw?: string;
}

const columns = 2 ** 14;
const rows = 2 ** 20;

/** A cell as one number, never 0: sheet, row and column counted from 0. */
export const packOrigin = (sheet: number, row: number, column: number): number =>
  (sheet * rows + row) * columns + column + 1;

/** The same cell on another sheet of a book, for a table of several. */
export const moveOrigin = (packed: number, sheet: number): number => packed + sheet * rows * columns;

/** Where a figure of a table stands in its workbook; `undefined` for tables that come from no workbook. */
export function originOf(table: Table, column: string, row: number): CellOrigin | undefined {
  const found = table.columns.find(({ name }) => name === column);
  const packed = found?.kind === "number" ? found.origins?.[row] : undefined;
  const { file, sheets, raw } = table.source ?? {};
  if (packed === undefined || !(packed > 0) || sheets === undefined) return undefined;
  const cell = packed - 1;
  const line = Math.floor(cell / columns);
  const sheet = sheets[Math.floor(line / rows)];
  const text = raw?.[String(packed)];
  if (sheet === undefined) return undefined;
  return {
    ...(file === undefined ? {} : { file }),
    sheet,
    row: (line % rows) + 1,
    column: (cell % columns) + 1,
    ...(text === undefined ? {} : { raw: text }),
  };
}
