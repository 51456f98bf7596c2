import type { Ledger } from "./account.ts";
import { cellAddress } from "./address.ts";
import type { PageLog } from "./page-log.ts";
import { rawText, type Sheet } from "./sheet.ts";

/** Cells that lie together, by their first and last row and column. */
interface Area {
  readonly top: number;
  bottom: number;
  readonly left: number;
  right: number;
}

/** Refuses what no table, title or note of the layout takes: cells that lie together are told together, and each counts in the account. */
export function refuseOutside(sheet: Sheet, ledger: Ledger, log: PageLog): void {
  const areas = areasOf([...ledger.unclaimed()]);
  const isGrown = areas.some(({ top, bottom, left, right }) => bottom > top || right > left);
  for (const area of areas) {
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) ledger.set(row, column, "refused");
    log.refuse("cell-outside", { row: area.top, column: area.left }, told(sheet, area), isGrown ? grown : mend);
  }
}

/** Cells side by side make a run, and runs of one width under one another an area. */
function areasOf(cells: readonly { readonly row: number; readonly column: number }[]): readonly Area[] {
  const runs: Area[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  const areas: Area[] = [];
  const open = new Map<string, Area>();
  for (const run of runs) {
    const width = `${run.left} ${run.right}`;
    const over = open.get(width);
    if (over?.bottom === run.top - 1) over.bottom = run.bottom;
    else {
      open.set(width, run);
      areas.push(run);
    }
  }
  return areas;
}

function told(sheet: Sheet, { top, bottom, left, right }: Area) {
  const text = short(rawText(sheet.rows[top]?.[left]));
  const n = (bottom - top + 1) * (right - left + 1);
  const to = cellAddress(bottom, right);
  if (n === 1) {
    return {
      en: `holds "${text}", and belongs to no table, title or note of the layout`,
      zh: `内容为“${text}”，不属于布局中的任何表、标题或附注`,
    };
  }
  return {
    en: `to ${to}: ${n} cells, from "${text}" on, belong to no table, title or note of the layout`,
    zh: `至 ${to}：自“${text}”起 ${n} 个单元格，不属于布局中的任何表、标题或附注`,
  };
}

const mend = {
  en: "widen the table's `rows` or `columns`, or list the row under `notes`, `titles` or `leave`",
  zh: "请扩大该表的 rows 或 columns，或把该行列入 notes、titles 或 leave",
};

const grown = {
  en: `of a page that has grown \`conurb import FILE\` guesses the layout anew; else ${mend.en}`,
  zh: `表页若有扩充，可用 conurb import FILE 重新推测布局；否则${mend.zh}`,
};

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
