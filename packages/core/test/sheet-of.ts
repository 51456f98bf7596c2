import { type CellMark, cellKey, type Merge, type Sheet, type SheetValue } from "../src/sheets/sheet.ts";

/** A sheet as a workbook would give it; marks by `row,column` from 0. */
export function sheetOf(
  rows: readonly (readonly SheetValue[])[],
  more: { marks?: Readonly<Record<string, CellMark>>; merges?: readonly Merge[]; hidden?: boolean; name?: string } = {},
): Sheet {
  const marks = Object.entries(more.marks ?? {}).map(([at, mark]) => {
    const [row, column] = at.split(",").map(Number) as [number, number];
    return [cellKey(row, column), mark] as const;
  });
  return {
    file: "book.xlsx",
    sheet: more.name ?? "Sheet1",
    hidden: more.hidden ?? false,
    rows,
    marks: new Map(marks),
    merges: more.merges ?? [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
