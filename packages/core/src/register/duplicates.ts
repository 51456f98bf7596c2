import type { Problem } from "../contract/errors.ts";
import { fault, type RegisterCells } from "./cells.ts";
import type { EntryDates } from "./entry-dates.ts";

/** Ids that stand twice, entries that say the same under two ids, and titles that do so at different dates or places. */
export function duplicates(cells: RegisterCells, dates: readonly EntryDates[]): Problem[] {
  const problems: Problem[] = [];
  const byId = new Map<string, number>();
  const byTitle = new Map<string, number>();
  const hasTitles = cells.has("title_en") || cells.has("title_zh");
  for (let row = 0; row < cells.rows; row += 1) {
    const id = cells.text("id", row);
    const before = byId.get(id);
    if (id === "") {
      if (cells.has("id")) problems.push(unnamed(cells, row));
    } else if (before !== undefined) {
      problems.push(
        fault(
          "register-id-repeated",
          cells.place("id", row),
          {
            en: `id ${id} stands in row ${rowOf(cells, before)} already`,
            zh: `编号 ${id} 已见于第 ${rowOf(cells, before)} 行`,
          },
          { en: "give each entry an id of its own", zh: "请为每一项取不同的编号" },
        ),
      );
    } else byId.set(id, row);
    const titles = [cells.text("title_en", row), cells.text("title_zh", row)].map(plain).filter((each) => each !== "");
    if (titles.length === 0 && hasTitles) problems.push(untitled(cells, row));
    const first = titles.map((title) => byTitle.get(title)).find((each) => each !== undefined);
    for (const title of titles) if (!byTitle.has(title)) byTitle.set(title, row);
    if (first === undefined || cells.text("id", first) === id) continue;
    const isSame = whenAndWhere(cells, dates, first) === whenAndWhere(cells, dates, row);
    const other = cells.text("id", first);
    const column = cells.has("title_en") ? "title_en" : "title_zh";
    problems.push(
      isSame
        ? fault(
            "register-entry-repeated",
            cells.place(column, row),
            {
              en: `${id} is ${other} again: same title, date and reach`,
              zh: `${id} 与 ${other} 重复：名称、日期与范围相同`,
            },
            { en: "delete one of the two, or say in what they differ", zh: "请删除其一，或写明二者的区别" },
          )
        : fault(
            "register-title-repeated",
            cells.place(column, row),
            {
              en: `${id} has the title of ${other}, at another date or place`,
              zh: `${id} 与 ${other} 同名，日期或范围不同`,
            },
            { en: "if it is a new edition, say so in the title", zh: "如为新版，请在名称中注明" },
          ),
    );
  }
  return problems;
}

function whenAndWhere(cells: RegisterCells, dates: readonly EntryDates[], row: number): string {
  const { announced, in_force, date } = dates[row] ?? {};
  const reach = cells.text("reach", row);
  return [announced?.text, in_force?.text, date?.text, reach].join("\u0000");
}

function unnamed(cells: RegisterCells, row: number): Problem {
  return fault(
    "register-id-missing",
    cells.place("id", row),
    { en: "the entry has no id", zh: "该项没有编号" },
    { en: "give each entry an id of its own", zh: "请为每一项取不同的编号" },
  );
}

function untitled(cells: RegisterCells, row: number): Problem {
  return fault(
    "register-title-missing",
    cells.place(cells.has("title_en") ? "title_en" : "title_zh", row),
    { en: `${cells.text("id", row) || "the entry"} has no title`, zh: `${cells.text("id", row) || "该项"} 没有名称` },
    { en: "write its title in either language", zh: "请写明中文或英文名称" },
  );
}

const rowOf = (cells: RegisterCells, row: number) => cells.place("id", row).row ?? row + 1;
const plain = (title: string): string => title.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
