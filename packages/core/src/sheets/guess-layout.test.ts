import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { findColumn, type NumberColumn, type Table } from "../contract/table.ts";
import { guessLayout } from "./guess-layout.ts";
import { layoutSchema } from "./layout.ts";
import type { Page } from "./page.ts";
import { readPage } from "./read-page.ts";
import type { Sheet, SheetValue } from "./sheet.ts";

const known = [{ name: "population", title: { zh: "常住人口", en: "Population" } }];

function readGuessed(sheet: Sheet): Page {
  const { layout } = guessLayout(sheet, { variables: known });
  if (layout === undefined) throw new Error("no layout");
  return readPage(sheet, layout, { name: "page" });
}
const only = (sheet: Sheet): Table => readGuessed(sheet).tables[0]?.table as Table;
const values = (table: Table, name: string) => [...(findColumn(table, name) as NumberColumn).values];
const named = (table: Table) =>
  table.columns.map((column) =>
    column.kind === "label" || column.name === "year" ? column.name : `${column.name} ${column.unit}`,
  );
const shown = (table: Table) => [
  named(table),
  ...Array.from({ length: table.rows }, (_, row) => table.columns.map(({ values }) => values[row])),
];

describe("guessLayout", () => {
  it("sets sums over places apart, whole or of a region, and leaves places that are called like one", () => {
    const sheet = sheetOf([
      ["地区", "常住人口(万人)"],
      ["全省", 100],
      ["苏南", 60],
      ["珠三角", 20],
      ["南京市", 40],
      ["湘西", 25],
    ]);
    const { layout, reasons } = guessLayout(sheet, { variables: known, places: ["湘西"] });
    expect(layout?.totals).toEqual(["全省", "苏南", "珠三角"]);
    expect(reasons.find(({ code }) => code === "totals")?.text.zh).toContain("“全省、苏南、珠三角”");
    const { tables, account } = readPage(sheet, layout as never);
    expect(findColumn(tables[0]?.table as Table, "place")?.values).toEqual(["南京市", "湘西"]);
    expect(findColumn(tables[0]?.totals as Table, "place")?.values).toEqual(["全省", "苏南", "珠三角"]);
    expect(account).toMatchObject({ read: 2, flagged: 3, refused: 0, cells: 12 });
  });

  it("takes a region without figures for a heading over the rows below it", () => {
    const table = only(
      sheetOf([
        ["地区", "常住人口(万人)"],
        ["苏南", null],
        ["南京市", 9],
        ["苏州市", 8],
        ["苏北", null],
        ["徐州市", 7],
      ]),
    );
    expect(findColumn(table, "group")?.values).toEqual(["苏南", "苏南", "苏北"]);
  });

  it("does not take figures that look like years for a head", () => {
    // Beijing had 2,189 ten thousand inhabitants in 2020
    const table = only(
      sheetOf([
        ["地区", "常住人口(万人)"],
        ["北京", 2189],
        ["上海", 2487],
        ["天津", 1387],
      ]),
    );
    expect(findColumn(table, "place")?.values).toEqual(["北京", "上海", "天津"]);
    expect(values(table, "population")).toEqual([2189, 2487, 1387]);
    const across = only(
      sheetOf([
        ["地区", 2020, 2021],
        ["北京", 2189, 2188],
        ["上海", 2487, 2489],
      ]),
    );
    expect(findColumn(across, "year")?.values).toEqual(Float64Array.of(2020, 2021, 2020, 2021));
    const down = only(
      sheetOf([
        ["年份", "常住人口(万人)"],
        [2019, 2190],
        [2020, 2189],
      ]),
    );
    expect(values(down, "population")).toEqual([2190, 2189]);
  });

  it("keeps a last row of words among the figures, to be refused rather than taken for a note", () => {
    const { account } = readGuessed(
      sheetOf([["地区", "a", "b"], ["北京", 1, 2], ["西藏", "待核", "待核"], ["注：暂缺。"]]),
    );
    expect(account).toMatchObject({ read: 2, refused: 2, note: 1 });
  });

  it("keeps a last place of which nothing is known", () => {
    const page = readGuessed(sheetOf([["地区", "a", "b"], ["北京", 1, 2], ["台湾"], ["注：不含台湾。"]]));
    expect(page.tables[0]?.table.columns[0]?.values).toEqual(["北京", "台湾"]);
  });

  it("has nothing to propose for a sheet of words", () => {
    expect(guessLayout(sheetOf([["说明"], ["本表"]])).layout).toBeUndefined();
    expect(guessLayout(sheetOf([])).layout).toBeUndefined();
  });

  it("gives a layout that a study can keep", () => {
    const { layout } = guessLayout(
      sheetOf([
        ["地区", "a"],
        ["北京", 1],
        ["天津", 2],
      ]),
    );
    expect(layoutSchema.parse(JSON.parse(JSON.stringify(layout)))).toEqual(layout);
  });
});

describe("pages as they are printed", () => {
  it.each<[string, SheetValue[][], unknown[][]]>([
    [
      "provinces over their cities",
      [["城市", "面积(平方公里)"], ["河北省"], ["石家庄市", 14530], ["山东省"], ["济南市", 10244]],
      [
        ["province", "place", "面积 平方公里"],
        ["河北省", "石家庄市", 14530],
        ["山东省", "济南市", 10244],
      ],
    ],
    [
      "years over variables, without merged cells",
      [
        ["地区", "2019年", null, "2020年", null],
        [null, "产值(亿元)", "增速(%)", "产值(亿元)", "增速(%)"],
        ["北京", 354.5, 6.1, 359.5, -1.2],
      ],
      [
        ["place", "year", "产值 亿元", "增速 %"],
        ["北京", 2019, 354.5, 6.1],
        ["北京", 2020, 359.5, -1.2],
      ],
    ],
    [
      "a line of units under a head whose word is a unit itself",
      [
        ["地区", "人口", "面积"],
        [null, "(万人)", "(平方公里)"],
        ["北京", 2189, 16410],
      ],
      [
        ["place", "人口 万人", "面积 平方公里"],
        ["北京", 2189, 16410],
      ],
    ],
    [
      "a title over several cells, which gives the year",
      [
        ["表1", "各地区人口", null, "2020年"],
        ["地区", "总人口(万人)", "城镇人口(万人)"],
        ["北京", 2189, 1916],
      ],
      [
        ["place", "year", "总人口 万人", "城镇人口 万人"],
        ["北京", 2020, 2189, 1916],
      ],
    ],
    [
      "a title that gives variable and unit",
      [["表一 产值(亿元)"], ["地区", "2019", "2020"], ["北京", 5.5, 6.5]],
      [
        ["place", "year", "产值 亿元"],
        ["北京", 2019, 5.5],
        ["北京", 2020, 6.5],
      ],
    ],
    [
      "variables down under headings that only arrange them",
      [
        ["指标", "单位", "2019年", "2020年"],
        ["一、综合"],
        ["生产总值", "亿元", 140.5, 148.5],
        ["二、人口"],
        ["户籍人口", "万人", 850.5, 932],
      ],
      [
        ["year", "生产总值 亿元", "户籍人口 万人"],
        [2019, 140.5, 850.5],
        [2020, 148.5, 932],
      ],
    ],
    [
      "codes and places without a head of their own",
      [
        [null, null, "户籍人口(万人)"],
        [110000, "北京", 1401],
        [120000, "天津", 1131],
      ],
      [
        ["code", "place", "户籍人口 万人"],
        ["110000", "北京", 1401],
        ["120000", "天津", 1131],
      ],
    ],
    [
      "an English page",
      [["Unit: 100 million yuan"], ["Region", "2019", "2020"], ["Beijing", 354.5, 359.5], ["Source: NBS."]],
      [
        ["place", "year", "value 100 million yuan"],
        ["Beijing", 2019, 354.5],
        ["Beijing", 2020, 359.5],
      ],
    ],
  ])("%s", (_, rows, expected) => {
    const page = readGuessed(sheetOf(rows));
    expect(page.problems).toEqual([]);
    expect(shown(page.tables[0]?.table as Table)).toEqual(expected);
  });

  it("refuses page numbers, and reads the table between them", () => {
    const page = readGuessed(
      sheetOf([[35], ["各地区产值"], ["地区", "产值(亿元)"], ["北京", 354.5], ["天津", 140.5], [null, 36]]),
    );
    expect(page.problems.map(({ code }) => code)).toEqual(["row-unnamed", "cell-outside"]);
    expect(page.tables.map(({ table }) => table.rows)).toEqual([2]);
  });

  it("leaves out a column of growth beside columns of years, and says so", () => {
    const sheet = sheetOf([
      ["产值"],
      ["地区", "2019年", "2020年", "比上年增长(%)"],
      ["北京", 354.5, 359.5, 1.2],
      ["天津", 140.5, 141, 1.5],
    ]);
    expect(readGuessed(sheet).account).toMatchObject({ read: 4, left: 2, refused: 0 });
    expect(guessLayout(sheet).reasons.map(({ text }) => text.en)).toContain(
      "column D (比上年增长) is of no year: left out",
    );
  });

  it("keeps tables with other heads apart", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "年份", "产值(亿元)"],
        ["北京", 2020, 5.5],
        [],
        ["行业", "人员(万人)"],
        ["采矿业", 7.5],
        ["制造业", 8.5],
      ]),
    );
    expect(page.tables.map(({ table }) => [table.name, ...table.key])).toEqual([
      ["page", "place", "year"],
      ["page 2", "industry"],
    ]);
  });

  it("takes repeated heads for records", () => {
    const page = readGuessed(
      sheetOf([
        ["地区", "产值(亿元)"],
        ["北京", 5.5],
        ["北京", 6.5],
      ]),
    );
    expect(page.problems).toEqual([]);
    expect([page.tables[0]?.table.key, page.tables[0]?.table.rows]).toEqual([[], 2]);
  });

  it("finds places across, by names that the reader knows without 市 too", () => {
    const sheet = sheetOf([
      ["表1 江苏省各市主要指标", null, null, null],
      ["指标", "南京", "苏州", "合计"],
      ["生产总值(亿元)", 16355.5, 22718.5, 39074],
      ["常住人口(万人)", 942.5, 1284.5, 2227],
    ]);
    const { layout, reasons } = guessLayout(sheet, { variables: known, places: ["南京", "苏州"] });
    expect(layout?.tables[0]).toMatchObject({ across: "place", by: { item: "A" } });
    expect(layout?.tables[0]?.place).toBeUndefined();
    expect(reasons.map(({ text }) => text.zh)).toContain("列标题为地区名（南京、苏州、合计 等）");
    const table = readPage(sheet, layout as never).tables[0]?.table as Table;
    expect(shown(table).slice(1)).toEqual([
      ["南京", 16355.5, 942.5],
      ["苏州", 22718.5, 1284.5],
    ]);
  });

  it.each(["省", "省份", "省（区、市）", "省、自治区、直辖市", "市（州）", "各市县", "地级市"])(
    "%s is a head of places",
    (head) => {
      const { layout } = guessLayout(
        sheetOf([
          [head, "指数"],
          ["甲", 102.5],
          ["乙", 101.5],
        ]),
      );
      expect(layout?.tables[0]?.by).toEqual({ place: "A" });
    },
  );

  it("names each heading over a group, and says of units only what has to be done", () => {
    const rows: SheetValue[][] = [
      ["表3 各市指标 2020年", null, null],
      ["计量单位：亿元、万人", null, null],
      ["地区", "产值(亿元)", "人口(万人)"],
      ["江苏省", null, null],
      ["南京市", 14817.5, 931.5],
      ["苏州市", 20170.5, 1274.5],
      ["浙江省", null, null],
      ["杭州市", 16106.5, 1193.5],
    ];
    const said = (given: SheetValue[][]) => guessLayout(sheetOf(given)).reasons.map(({ text }) => text.en);
    expect(said(rows)).toContain("rows 4 (江苏省), 7 (浙江省) stand over groups of rows: provinces");
    expect(said(rows).filter((text) => text.includes("units"))).toEqual([]);
    const bare = rows.map((row, at) => (at === 2 ? ["地区", "产值", "人口(万人)"] : row));
    expect(said(bare)).toContain("row 2 names several units (亿元, 万人): say which column is in which under units");
  });

  it("finds places over several figures each, and figures over several places each", () => {
    const over = sheetOf([
      ["年份", "南京", "南京", "苏州", "苏州"],
      [null, "产值(亿元)", "人口(万人)", "产值(亿元)", "人口(万人)"],
      [2019, 14030.5, 850.5, 19235.5, 1075.5],
      [2020, 14817.5, 931.5, 20170.5, 1274.5],
    ]);
    const under = sheetOf([
      ["年份", "产值(亿元)", "产值(亿元)", "人口(万人)", "人口(万人)"],
      [null, "南京", "苏州", "南京", "苏州"],
      [2019, 14030.5, 19235.5, 850.5, 1075.5],
      [2020, 14817.5, 20170.5, 931.5, 1274.5],
    ]);
    const read = [over, under].map((sheet, at) => {
      const { layout } = guessLayout(sheet, { places: ["南京", "苏州"] });
      expect(layout?.tables[0]).toMatchObject({ across: "place", acrossRow: at + 1 });
      const page = readPage(sheet, layout as never);
      expect(page.problems).toEqual([]);
      return shown(page.tables[0]?.table as Table);
    });
    expect(read[0]).toEqual([
      ["place", "year", "产值 亿元", "人口 万人"],
      ["南京", 2019, 14030.5, 850.5],
      ["苏州", 2019, 19235.5, 1075.5],
      ["南京", 2020, 14817.5, 931.5],
      ["苏州", 2020, 20170.5, 1274.5],
    ]);
    expect(read[1]).toEqual(read[0]);
  });

  it("keeps ranks to the left of the names in one table with what they rank", () => {
    const sheet = sheetOf([
      ["排名", "城市", "产值(亿元)"],
      [1, "上海市", 43214.5],
      [2, "苏州市", 22718.5],
    ]);
    expect(shown(only(sheet)).slice(1)).toEqual([
      ["上海市", 1, 43214.5],
      ["苏州市", 2, 22718.5],
    ]);
  });

  it("reads a unit alone in brackets, a place at the beginning of a title, and spans of years as groups", () => {
    const sheet = sheetOf([
      ["表1 江苏省南京市历年产值"],
      ["(亿元)"],
      ["年份", "产值"],
      ["“十二五”时期"],
      [2011, 6145.5],
      ["“十三五”时期"],
      [2016, 10503.5],
    ]);
    const { layout } = guessLayout(sheet, { places: ["南京市"] });
    expect(layout?.tables[0]).toMatchObject({ unit: "亿元", place: "南京市", sections: { group: [4, 6] } });
  });

  it("of provinces and cities side by side, takes the cities for the places and keeps their provinces", () => {
    const sheet = sheetOf([
      ["省份", "城市", "年份", "产值(亿元)"],
      ["江苏", "南京市", 2019, 14030.5],
      [null, "苏州市", 2019, 19235.5],
      ["浙江", "杭州市", 2019, 15373.5],
    ]);
    const { layout } = guessLayout(sheet);
    expect(layout?.tables[0]).toMatchObject({ by: { place: "B", year: "C" }, labels: { province: "A" } });
    expect(layout?.records).toBe(false);
    const both = guessLayout(
      sheetOf([
        ["地区", "Region", "产值"],
        ["北京", "Beijing", 5.5],
        ["天津", "Tianjin", 6.5],
      ]),
    );
    expect(both.layout?.tables[0]).toMatchObject({ by: { place: "A" }, labels: { place_en: "B" } });
  });
});
