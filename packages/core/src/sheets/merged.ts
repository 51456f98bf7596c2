import { cellKey, isBlank, type Sheet, type SheetValue, usedRange, valueAt, widest } from "./sheet.ts";

/** Reads a sheet through its merged cells: every cell under a merge says what its first cell says. */
export interface MergedCells {
  /** The cell's own value, or that of the merge over it. */
  value(row: number, column: number): SheetValue;
  /** Whether a merge of several columns begins or goes over the cell. */
  spans(row: number, column: number): boolean;
  /** Whether the cell lies under a merge and is not its first cell. */
  isCovered(row: number, column: number): boolean;
  /** The first cell of the merge that the cell lies under; nothing for a first cell. */
  origin(row: number, column: number): { readonly row: number; readonly column: number } | undefined;
}

export function mergedCells(sheet: Sheet): MergedCells {
  if (sheet.merges.length === 0) {
    return {
      value: (row, column) => valueAt(sheet, row, column),
      spans: () => false,
      isCovered: () => false,
      origin: () => undefined,
    };
  }
  const used = usedRange(sheet);
  const first = new Map<number, number>();
  const wide = new Set<number>();
  let free = used.rows * used.columns;
  for (const { top, left, bottom, right } of sheet.merges) {
    const [lowest, last] = [Math.min(bottom, used.rows - 1), Math.min(right, used.columns - 1)];
    free -= Math.max(0, lowest - top + 1) * Math.max(0, last - left + 1);
    if (free < 0) break; // merges of a sound sheet do not overlap, however many there are
    for (let row = top; row <= lowest; row += 1) {
      for (let column = left; column <= last; column += 1) {
        if (right > left) wide.add(cellKey(row, column));
        if (row !== top || column !== left) first.set(cellKey(row, column), cellKey(top, left));
      }
    }
  }
  return {
    value(row, column) {
      const own = valueAt(sheet, row, column);
      if (!isBlank(own)) return own;
      const master = first.get(cellKey(row, column));
      return master === undefined ? own : valueAt(sheet, Math.floor(master / widest), master % widest);
    },
    spans: (row, column) => wide.has(cellKey(row, column)),
    isCovered: (row, column) => first.has(cellKey(row, column)),
    origin(row, column) {
      const master = first.get(cellKey(row, column));
      return master === undefined ? undefined : { row: Math.floor(master / widest), column: master % widest };
    },
  };
}
