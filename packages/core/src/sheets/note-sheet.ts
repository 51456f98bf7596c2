import { fillText } from "../language/message.ts";
import { columnLetters } from "./address.ts";
import { rowList } from "./layout.ts";
import type { PageLog } from "./page-log.ts";
import type { Sheet } from "./sheet.ts";

const leaveHint = (written: string) => ({
  en: `if they are not wanted, write \`${written}\` in the table of the layout`,
  zh: `如不需要，请在 layout 的该表（tables）中写 ${written}`,
});

/** Rows as YAML has them: 3, "5-9". */
const listed = (list: readonly (number | string)[]): string => list.map((each) => JSON.stringify(each)).join(", ");

/** Says what a reader of the printed page would not see: hidden rows, columns and sheets, formulas. */
export function noteSheet({ hidden, hiddenRows, hiddenColumns, marks }: Sheet, log: PageLog): void {
  if (hidden) {
    log.note(
      "sheet-hidden",
      {},
      { en: "the sheet is hidden; it is read all the same", zh: "该工作表为隐藏状态，仍予读取" },
    );
  }
  if (hiddenRows.length > 0) {
    const list = rowList(hiddenRows);
    log.note(
      "rows-hidden",
      { row: hiddenRows[0] as number },
      {
        en:
          hiddenRows.length === 1
            ? "is a hidden row; it is read all the same"
            : `rows ${list.join(", ")} are hidden; they are read all the same`,
        zh: `第 ${list.join("、")} 行为隐藏行，仍予读取`,
      },
      leaveHint(`leave: { rows: [${listed(list)}] }`),
    );
  }
  if (hiddenColumns.length > 0) {
    const list = hiddenColumns.map(columnLetters);
    log.note(
      "columns-hidden",
      { column: hiddenColumns[0] as number },
      {
        en:
          list.length === 1
            ? "is a hidden column; it is read all the same"
            : `columns ${list.join(", ")} are hidden; they are read all the same`,
        zh: `${list.join("、")} 列为隐藏列，仍予读取`,
      },
      leaveHint(`leave: { columns: [${list.join(", ")}] }`),
    );
  }
  let formulas = 0;
  for (const mark of marks.values()) if (mark.formula) formulas += 1;
  if (formulas > 0) {
    log.note(
      "formulas",
      {},
      fillText(
        {
          en: "{formulas, plural, one {# cell holds a formula: the value} other {# cells hold formulas: the values}} that the workbook stored {formulas, plural, one {is} other {are}} taken, nothing is computed",
          zh: "有 {formulas} 个单元格为公式：取工作簿中保存的数值，不重新计算",
        },
        { formulas },
      ),
    );
  }
}
