import type { Layout, LayoutBlock } from "./layout.ts";
import type { PageLog } from "./page-log.ts";
import type { Sheet } from "./sheet.ts";
import { oneYearIn, yearsInText } from "./years-in-text.ts";

/** The one year that a sheet's name gives: `2018`, `2018年各市`; none of `2010-2020` and `2018-19年度`. */
export const yearInName = (name: string): number | undefined => oneYearIn([name]);

/** A layout as it holds for one sheet: where `year` or `place` say `sheet`, they are what the sheet is called. */
export function layoutOf({ sheet }: Sheet, layout: Layout, log: PageLog): Layout {
  const year = yearInName(sheet);
  const asksYear = layout.tables.some((block) => block.year === "sheet");
  if (asksYear && year === undefined) refuseName(sheet, log);
  if (asksYear && year !== undefined) {
    const text = { en: `its figures are of ${year}, by its name`, zh: `按工作表名，其数值为 ${year} 年` };
    log.note("sheet-year", {}, text);
  }
  const named = (block: LayoutBlock): LayoutBlock => ({
    ...block,
    ...(block.year === "sheet" && year !== undefined ? { year } : {}),
    ...(block.place === "sheet" ? { place: sheet.trim() } : {}),
  });
  return { ...layout, tables: layout.tables.map(named) };
}

function refuseName(name: string, log: PageLog): void {
  const [span] = yearsInText(name).spans;
  log.refuse(
    "sheet-no-year",
    {},
    span === undefined
      ? {
          en: "the sheet's name gives no year, expected one, for the layout says `year: sheet`",
          zh: "工作表名中没有年份，而 layout 写明 year: sheet，应有一个年份",
        }
      : {
          en: `the sheet's name says ${span}, which is not one calendar year, expected one, for the layout says \`year: sheet\``,
          zh: `工作表名为“${span}”，不是一个公历年，而 layout 写明 year: sheet，应有一个年份`,
        },
    {
      en: "leave the sheet out of `sheet`, or give it a dataset of its own with its year",
      zh: "请从 sheet 中删去该工作表，或另设数据集并写明年份",
    },
  );
}
