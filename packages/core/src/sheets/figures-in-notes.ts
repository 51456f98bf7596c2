import { numberCell } from "../tables/number-cell.ts";
import type { Ledger } from "./account.ts";
import { isNoteText } from "./known-words.ts";
import type { PageLog } from "./page-log.ts";
import { isBlank, rawText, type Sheet, type SheetValue } from "./sheet.ts";
import { yearOf } from "./year-of.ts";

/** As long as the name of a place or an item may be. */
const longestHead = 24;

/**
 * Takes a row for a title or a note, unless it is one of figures: a layout that is used on another sheet, or on next year's edition,
 * would lose them there without a word.
 */
export function claimWords(sheet: Sheet, row: number, fate: "title" | "note", ledger: Ledger, log: PageLog): void {
  const cells = sheet.rows[row] ?? [];
  const first = cells.find((value) => !isBlank(value));
  if (typeof first === "string" && first.length <= longestHead && !isNumber(first) && !isNoteText(first)) {
    const figures = cells.flatMap((value, column) => (isNumber(value) && ledger.isOpen(row, column) ? [column] : []));
    const areYears = figures.every((column) => yearOf(cells[column]) !== undefined);
    // a title may have the number of its page beside it
    if (!areYears && figures.length > (fate === "title" ? 1 : 0)) {
      for (const column of figures) ledger.set(row, column, "refused");
      refuse(row, rawText(first), fate, log);
    }
  }
  ledger.setRow(row, fate);
}

const isNumber = (value: SheetValue | undefined): boolean =>
  typeof value === "number" || (typeof value === "string" && numberCell(value.trim()) !== undefined);

function refuse(row: number, head: string, fate: "title" | "note", log: PageLog): void {
  const list = `${fate}s`;
  log.refuse(
    "figures-in-words",
    { row },
    {
      en: `is listed under \`${list}\` of the layout, but holds figures beside "${head.trim()}"`,
      zh: `列在 layout 的 ${list} 中，但“${head.trim()}”旁有数值`,
    },
    {
      en: "widen the table's `rows`, or list the row under `leave`; a sheet of another form needs a layout of its own",
      zh: "请扩大该表的 rows，或把该行列入 leave；版式不同的工作表应另写 layout",
    },
  );
}
