import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { originOf } from "../contract/cell-origin.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { balances } from "./account.ts";
import { layoutSchema } from "./layout.ts";
import { readSheets } from "./read-sheets.ts";
import type { SheetValue } from "./sheet.ts";

const layout = layoutSchema.parse({
  titles: [1],
  notes: [5],
  totals: ["合计"],
  tables: [{ rows: [3, 4], columns: ["A", "C"], head: [2], by: { place: "A" }, years: "one", year: "sheet" }],
});
const page = (gdp: string, [beijing, tianjin]: readonly [SheetValue, SheetValue], third = "常住人口(万人)") => [
  ["各地区主要指标"],
  ["地区", `地区生产总值(${gdp})`, third],
  ["北京市", beijing, 2171],
  ["天津市", tianjin, 1557],
  ["注：初步核算数。"],
];
const sheets = [
  sheetOf(page("亿元", [28015, 18549]), { name: "2017" }),
  sheetOf(page("万元", ["303,200,000", "…"]), { name: "2018年各市" }),
];
const read = (...given: Parameters<typeof readSheets>[0]) => readSheets(given, layout, { name: "cities" });
const tableOf = (given: ReturnType<typeof read>): Table => given.tables[0]?.table as Table;
const column = (table: Table, name: string) => findColumn(table, name) as NumberColumn;
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe("sheets of one layout", () => {
  it("stand one under the other, each figure with its year, its sheet and its cell, in one unit", () => {
    const all = read(...sheets);
    const table = tableOf(all);
    expect(all.problems).toEqual([]);
    expect([table.rows, table.key, table.source?.sheets]).toEqual([4, ["place", "year"], ["2017", "2018年各市"]]);
    expect(findColumn(table, "place")?.values).toEqual(["北京市", "天津市", "北京市", "天津市"]);
    expect([...column(table, "year").values]).toEqual([2017, 2017, 2018, 2018]);
    const gdp = column(table, "地区生产总值");
    // 303,200,000 of 10,000 yuan are 30,320 of 100 million
    expect([gdp.unit, ...gdp.values]).toEqual(["亿元", 28015, 18549, 30320, Number.NaN]);
    expect(originOf(table, "地区生产总值", 2)).toEqual({
      file: "book.xlsx",
      sheet: "2018年各市",
      row: 3,
      column: 2,
      raw: "303,200,000",
    });
    expect(all.notes.map(({ text }) => text.en)).toEqual([
      "2017: its figures are of 2017, by its name",
      "2018年各市: its figures are of 2018, by its name",
      "2018年各市: 地区生产总值 is converted from 万元 to 亿元, the unit of the first sheet",
    ]);
    expect(table.source?.page?.notes.map(({ sheet }) => sheet)).toEqual(["2017", "2018年各市"]);
  });

  it("account for the cells of all sheets, and give them one by one", () => {
    const all = read(...sheets);
    const each = sheets.map((sheet) => readSheets([sheet], layout).account);
    expect(balances(all.account)).toBe(true);
    expect(all.account.cells).toBe((each[0]?.cells ?? 0) + (each[1]?.cells ?? 0));
    expect([all.account.read, all.account.missing, all.missingAs]).toEqual([7, 1, { "…": 1 }]);
    expect([...all.cells()].map(({ sheet, address }) => `${sheet}!${address}`)).toContain("2018年各市!C4");
  });

  it("are refused by name where one does not fit", () => {
    const longer = sheetOf([...page("亿元", [1, 2]).slice(0, 4), ["上海市", 3, 4]], { name: "2019" });
    const lost = read(...sheets, longer);
    expect(lost.problems.map(({ text }) => text.en)).toEqual([
      '2019!5:5 is listed under `notes` of the layout, but holds figures beside "上海市"',
    ]);
    expect([balances(lost.account), lost.account.refused]).toEqual([true, 2]);
    const shorter = sheetOf(page("亿元", [1, 2]).slice(2), { name: "2016" });
    expect(codes(read(...sheets, shorter).problems)).toContain("figures-in-words");
    const numbered = sheetOf([["各地区主要指标", 35], ...page("亿元", [1, 2]).slice(1)], { name: "2016" });
    expect(read(...sheets, numbered).problems).toEqual([]);
    const area = sheetOf(page("平方公里", [1, 2]), { name: "2020" });
    expect(read(...sheets, area).problems.map(({ text }) => text.en)).toEqual([
      "2020: 地区生产总值 is in 平方公里, but in 亿元 on the sheets before, which is another kind of quantity",
    ]);
    const nameless = sheetOf(page("亿元", [1, 2]), { name: "2010-2020" });
    const refused = read(...sheets, nameless);
    expect(codes(refused.problems)).toContain("sheet-no-year");
    expect(balances(refused.account)).toBe(true);
  });

  it("have gaps, said, where one lacks a column of the others", () => {
    const other = sheetOf(page("亿元", [1, 2], "土地面积(平方公里)"), { name: "2019" });
    const { notes, problems, tables } = read(sheets[0] as never, other);
    expect(problems).toEqual([]);
    expect([...column(tables[0]?.table as Table, "常住人口").values]).toEqual([2171, 1557, Number.NaN, Number.NaN]);
    expect(notes.filter(({ code }) => code === "sheet-lacks-column").map(({ text }) => text.en)).toEqual([
      "2017: has no column 土地面积, which other sheets have: a gap",
      "2019: has no column 常住人口, which other sheets have: a gap",
    ]);
  });

  it("are told apart by a year or a place, else refused", () => {
    const same = {
      ...layout,
      tables: layout.tables.map(({ year: _, ...block }) => ({ ...block, years: "none" as const })),
    };
    const { problems, problemCount } = readSheets(sheets, same, { name: "cities" });
    expect([problemCount, problems[0]?.text.en]).toEqual([
      1,
      "2018年各市: 2 rows stand on sheet 2017 too, 北京市 first",
    ]);
    const byPlace = layoutSchema.parse({
      tables: [{ rows: [2, 3], columns: ["A", "B"], head: [1], by: { year: "A" }, years: "down", place: "sheet" }],
    });
    const cities = ["北京市", "天津市"].map((name) =>
      sheetOf(
        [
          ["年份", "人口(万人)"],
          [2017, 1],
          [2018, 2],
        ],
        { name },
      ),
    );
    const { table } = readSheets(cities, byPlace).tables[0] as { table: Table };
    expect(findColumn(table, "place")?.values).toEqual(["北京市", "北京市", "天津市", "天津市"]);
  });
});
