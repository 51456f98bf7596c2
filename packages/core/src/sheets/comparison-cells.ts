import type { Cells } from "../tables/cells.ts";
import { cellKey, isBlank, rawText, type Sheet, usedRange } from "./sheet.ts";

const fraction = /^\s*\d{1,4}\s*[/⁄∕]\s*\d{1,4}\s*$/;
/** As many rows of titles may stand over the head. */
const mostTitles = 10;

/**
 * A matrix of comparisons on a sheet as a table with one head: columns are named as rows are, and 1/3 is a number there. Nothing
 * where no cell is a fraction: any other matrix is read as pages are.
 */
export function comparisonCells(sheet: Sheet): Cells | undefined {
  const { rows: height, columns } = usedRange(sheet);
  const textOf = (row: number, column: number) =>
    rawText(sheet.rows[row]?.[column], sheet.marks.get(cellKey(row, column))).trim();
  const texts = (row: number) => Array.from({ length: columns }, (_, column) => textOf(row, column));
  for (let head = 0; head < Math.min(mostTitles, height); head += 1) {
    const names = texts(head);
    if (names.filter((name) => name !== "").length < 3) continue;
    const body: number[] = [];
    for (let row = head + 1; row < height && !(sheet.rows[row] ?? []).every(isBlank); row += 1) body.push(row);
    const labels = body.map((row) => texts(row).find((text) => text !== "" && names.includes(text)));
    const isNamed = body.length >= 2 && labels.every((label) => label !== undefined) && new Set(labels).size >= 2;
    if (!isNamed || !body.some((row) => texts(row).some((text) => fraction.test(text.normalize("NFKC"))))) continue;
    return {
      file: sheet.file,
      sheet: sheet.sheet,
      ...(sheet.sha256 === undefined ? {} : { sha256: sheet.sha256 }),
      rows: [names, ...body.map(texts)],
      lines: Uint32Array.from([head, ...body], (row) => row + 1),
    };
  }
  return undefined;
}
