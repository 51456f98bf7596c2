import { cellKey, isBlank, rawText, type Sheet, usedRange } from "@conurb/core/sheets";

/** A row of a sheet as it stands. */
export interface GridRow {
  /** From 1. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly hidden: boolean;
}

const [first, last, widest] = [48, 12, 40]; // rows from the top and from the end, and columns, that are shown
const longest = 60; // characters of a cell

/** The first rows of a sheet and its last, merged cells in their first cell alone. */
export function gridOf(sheet: Sheet): {
  readonly rows: readonly GridRow[];
  readonly height: number;
  readonly width: number;
} {
  const { rows: height, columns: width } = usedRange(sheet);
  const hidden = new Set(sheet.hiddenRows);
  const shown = Array.from({ length: height }, (_, row) => row).filter((row) => row < first || row >= height - last);
  const rows = shown.map((row): GridRow => {
    const cells = Array.from({ length: Math.min(width, widest) }, (_, column) => {
      const value = sheet.rows[row]?.[column];
      if (isBlank(value)) return "";
      const text = rawText(value, sheet.marks.get(cellKey(row, column)));
      return text.length > longest ? `${text.slice(0, longest)}…` : text;
    });
    return { row: row + 1, cells, hidden: hidden.has(row) };
  });
  return { rows, height, width };
}
