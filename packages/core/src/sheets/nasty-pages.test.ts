import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { findColumn, type NumberColumn } from "../contract/table.ts";
import { balances } from "./account.ts";
import { guessLayout, type LayoutGuess } from "./guess-layout.ts";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import type { Sheet } from "./sheet.ts";

function readGuessed(sheet: Sheet): Page & { readonly guess: LayoutGuess } {
  const guess = guessLayout(sheet);
  if (guess.layout === undefined) throw new Error("no layout");
  const page = readPage(sheet, guess.layout, { name: "page" });
  expect(balances(page.account)).toBe(true);
  return { ...page, guess };
}
const column = ({ tables }: Page, name: string) => findColumn(tables[0]?.table as never, name);
const places = (page: Page) => column(page, "place")?.values;
const codes = ({ problems }: Page) => problems.map(({ code }) => code);
const reasons = ({ guess }: { readonly guess: LayoutGuess }) => guess.reasons.map(({ code }) => code);

describe("pages that were read wrongly once", () => {
  it("a column under a year holds figures, though none of its cells is one", () => {
    const page = readGuessed(
      sheetOf([
        ["省份", "2015年", "2016年", "2017年"],
        ["北京", 24779, 27041, "2 9883"],
        ["河北省", 26000, 28474, "x"],
      ]),
    );
    expect(page.tables[0]?.table.columns.map(({ name }) => name)).not.toContain("2017年");
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
    expect(page.account).toMatchObject({ read: 4, refused: 2 });
  });

  it("a first row without a figure is no part of the head", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)", "人口(万人)"],
        ["北京", "保密", "x"],
        ["天津", 14104, 1385],
        ["河北", 35105, 7592],
      ]),
    );
    expect(places(page)).toEqual(["北京", "天津", "河北"]);
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
  });

  it("a first figure in brackets is refused, and no part of the head", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "净迁入(万人)"],
        ["北京", "(12.3)"],
        ["上海", "−5.2"],
      ]),
    );
    expect(codes(page)).toEqual(["number-in-brackets"]);
    expect((column(page, "净迁入") as NumberColumn).values).toEqual(Float64Array.of(Number.NaN, -5.2));
  });

  it("means and sums of named areas are no places, and no parts of a sum", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["北京", 36103],
        ["天津", 14084],
        ["合计", 50187],
        ["平均", 25093.5],
        ["平均值", 25093.5],
        ["京津合计", 50187],
      ]),
    );
    expect(places(page)).toEqual(["北京", "天津"]);
    expect(page.tables[0]?.totals?.rows).toBe(4);
    expect(page.tables[0]?.table.source?.page).toMatchObject({ off: [] });
  });

  it("months are names, and no units", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "1月", "2月", "12月份"],
        ["北京", 1, 2, 3],
        ["天津", 4, 5, 6],
      ]),
    );
    expect(column(page, "1月")).toMatchObject({ unit: "1" });
    expect(column(page, "12月份")).toMatchObject({ unit: "1" });
  });

  it("codes that were numbers once lose their point", () => {
    const page = readGuessed(
      sheetOf([
        ["行政区划代码", "地区", "产值(亿元)"],
        [110000, "北京市", 36103],
        ["120000.0", "天津市", 14084],
      ]),
    );
    expect(column(page, "code")?.values).toEqual(["110000", "120000"]);
  });

  it("ranges and school years are named, and taken for no year", () => {
    const page = readGuessed(
      sheetOf(
        [
          ["地区", "2017-18", "2018-19"],
          ["北京", 10, 11],
          ["天津", 20, 21],
        ],
        { name: "2018-19年度" },
      ),
    );
    expect(reasons(page)).toEqual(expect.arrayContaining(["spans-across", "year-open"]));
    expect(column(page, "year")).toBeUndefined();
  });

  it("the edition of a yearbook is not the year of its figures", () => {
    const page = readGuessed(
      sheetOf([["《中国城市统计年鉴2019》各市人口"], ["地区", "人口(万人)"], ["北京", 1376], ["天津", 1082]]),
    );
    expect(reasons(page)).toContain("year-open");
    expect(column(page, "year")).toBeUndefined();
  });
});

describe("units and figures that stand apart from their cells", () => {
  it("the corner over the names of rows gives the unit", () => {
    const page = readGuessed(
      sheetOf([
        ["地区(亿元)", "2018", "2019"],
        ["北京", 33106, 35445],
        ["天津", 13363, 14055],
      ]),
    );
    expect(page.tables[0]?.table.columns.at(-1)).toMatchObject({ unit: "亿元" });
  });

  it("a continued table keeps its variable though its unit is said anew", () => {
    const page = readGuessed(
      sheetOf([
        ["表3 各市人口"],
        ["单位：万人"],
        ["地区", "2018", "2019"],
        ["石家庄市", 1000, 1001],
        ["唐山市", 760, 761],
        [],
        ["续表"],
        ["单位：人"],
        ["地区", "2018", "2019"],
        ["保定市", 9_390_000, 9_400_000],
      ]),
    );
    expect(page.tables).toHaveLength(1);
    expect((column(page, "人口") as NumberColumn).values).toEqual(Float64Array.of(1000, 1001, 760, 761, 939, 940));
  });

  it("a figure with its scale behind it is refused, and is no unit", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "人口"],
        ["北京", "2154万"],
        ["天津", "1.3亿"],
        ["河北", 7426],
      ]),
    );
    expect(codes(page)).toEqual(["not-a-number", "not-a-number"]);
    expect(page.account).toMatchObject({ read: 1, refused: 2 });
  });

  it("a figure that is merged over two rows is nobody's", () => {
    const page = readGuessed(
      sheetOf(
        [
          ["地区", "投资(亿元)"],
          ["北京", 100],
          ["天津", null],
          ["河北", 50],
        ],
        { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      ),
    );
    expect(codes(page)).toEqual(["figure-merged"]);
    expect(page.account).toMatchObject({ read: 2, refused: 1 });
  });

  it("so is one that is merged over two years, and one in words; a column that is two wide is one", () => {
    const wide = sheetOf(
      [
        ["地区", "2019年", "2020年", "投资(亿元)", null],
        ["北京", 5, null, "1,100", null],
        ["天津", 3, 4, "1,200", null],
      ],
      {
        merges: [
          { top: 1, left: 1, bottom: 1, right: 2 },
          ...[0, 1, 2].map((row) => ({ top: row, left: 3, bottom: row, right: 4 })),
        ],
      },
    );
    const page = readGuessed(wide);
    expect(page.problems.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ["figure-merged", 2, "C"],
    ]);
    const words = readGuessed(
      sheetOf(
        [
          ["地区", "投资(亿元)"],
          ["北京", "1,100"],
          ["天津", null],
        ],
        { merges: [{ top: 1, left: 1, bottom: 2, right: 1 }] },
      ),
    );
    expect(codes(words)).toEqual(["figure-merged"]);
  });

  it("the same digits in another unit are another figure, and the same figure in another unit is the same", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["北京", 100],
        ["天津", 3],
        ["单位：万元", null],
        ["北京", 100],
        ["天津", 30_000],
      ]),
    );
    expect(page.problems.map(({ text }) => text.en)).toEqual([
      "Sheet1!B5 gives 产值 a second time, 100 万元 after 100 亿元 in B2",
    ]);
    expect(page.notes.map(({ code, place }) => [code, place?.row])).toEqual([["cell-repeats", 6]]);
  });

  it("a figure behind a triangle may be below zero: refused until the layout says", () => {
    const sheet = sheetOf([
      ["地区", "增长率(%)"],
      ["東京", "△12.3"],
      ["大阪", "▲ 1.5"],
    ]);
    const page = readGuessed(sheet);
    expect(codes(page)).toEqual(["number-behind-triangle", "number-behind-triangle"]);
    const values = (more: object) => {
      const read = readPage(sheet, { ...(page.guess.layout as NonNullable<typeof page.guess.layout>), ...more });
      return [...(column(read, "增长率") as NumberColumn).values];
    };
    expect(values({ triangles: "negative" })).toEqual([-12.3, -1.5]);
    expect(values({ marks: { "△": "note" } })).toEqual([12.3, 1.5]);
  });
});
