import type { Layout, LayoutBlock } from "./layout.ts";
import type { PageLog } from "./page-log.ts";
import type { Sheet } from "./sheet.ts";

/** The one year that a sheet's name gives: `2018`, `2018年各市`; none of `2010-2020`. */
export function yearInName(name: string): number | undefined {
  const years = name.normalize("NFKC").match(/(?<!\d)(?:1[89]|2[01])\d{2}(?!\d)/g) ?? [];
  return new Set(years).size === 1 ? Number(years[0]) : undefined;
}

/** A layout as it holds for one sheet: where `year` or `place` say `sheet`, they are what the sheet is called. */
export function layoutOf({ sheet }: Sheet, layout: Layout, log: PageLog): Layout {
  const year = yearInName(sheet);
  const asksYear = layout.tables.some((block) => block.year === "sheet");
  if (asksYear && year === undefined) refuseName(log);
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

function refuseName(log: PageLog): void {
  log.refuse(
    "sheet-no-year",
    {},
    {
      en: "the sheet's name gives no year, expected one, for the layout says `year: sheet`",
      zh: "工作表名中没有年份，而 layout 写明 year: sheet，应有一个年份",
    },
    {
      en: "leave the sheet out of `sheet`, or give it a dataset of its own with its year",
      zh: "请从 sheet 中删去该工作表，或另设数据集并写明年份",
    },
  );
}
