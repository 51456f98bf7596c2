import type { Cells } from "../tables/cells.ts";
import type { Sheet, SheetValue } from "./sheet.ts";

/** A delimited file as a sheet, so that a yearbook page saved as CSV is read by a layout: its lines are the sheet's rows. */
export function sheetOfCells({ file, sheet, sha256, rows: given, lines }: Cells): Sheet {
  const rows: SheetValue[][] = [];
  for (const [at, cells] of given.entries()) {
    const line = (lines?.[at] ?? at + 1) - 1;
    while (rows.length < line) rows.push([]);
    rows[line] = cells.map((text) => (text === "" ? null : text));
  }
  return {
    file,
    sheet: sheet ?? file.replace(/^.*[/\\]|\.[^.]*$/g, ""),
    ...(sha256 === undefined ? {} : { sha256 }),
    hidden: false,
    rows,
    marks: new Map(),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}
