import type { Layout } from "./layout.ts";
import type { Page } from "./page.ts";
import { type ReadPageOptions, readPage } from "./read-page.ts";
import type { Sheet } from "./sheet.ts";
import { stackPages } from "./stack-pages.ts";

/** Reads sheets of one layout, their tables one under the other. */
export function readSheets(sheets: readonly Sheet[], layout: Layout, options: ReadPageOptions = {}): Page {
  const [first, ...others] = sheets.map((sheet) => ({ sheet, page: readPage(sheet, layout, options) }));
  if (first === undefined) throw new Error("no sheet to read");
  return others.length === 0 ? first.page : stackPages([first, ...others]);
}
