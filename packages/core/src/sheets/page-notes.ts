import type { PageNote } from "../contract/page-remarks.ts";
import { cellAddress } from "./address.ts";
import { type Layout, rowsIn } from "./layout.ts";
import { isBlank, rawText, type Sheet } from "./sheet.ts";

/** The notes of a page, row by row, each at its first cell. */
export function pageNotes(sheet: Sheet, { notes }: Layout): PageNote[] {
  return rowsIn(notes).flatMap((row) => {
    const cells = sheet.rows[row] ?? [];
    const first = cells.findIndex((value) => !isBlank(value));
    if (first < 0) return [];
    const texts = cells.flatMap((value) => (isBlank(value) ? [] : [rawText(value).replace(/\s+/g, " ").trim()]));
    return [{ sheet: sheet.sheet, row: row + 1, address: cellAddress(row, first), text: texts.join(" ") }];
  });
}
