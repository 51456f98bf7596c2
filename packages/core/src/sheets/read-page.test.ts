import { describe, expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { originOf } from "../contract/cell-origin.ts";
import { findColumn, type NumberColumn, type Table, takeRows } from "../contract/table.ts";
import { hashTable } from "../tables/hash-table.ts";
import { requireTable, typeTable } from "../tables/type-table.ts";
import { balances } from "./account.ts";
import { guessLayout } from "./guess-layout.ts";
import { layoutSchema } from "./layout.ts";
import { pageCells } from "./page-cells.ts";
import { readPage } from "./read-page.ts";
import type { Sheet } from "./sheet.ts";

const known = [
  { name: "gdp", title: { zh: "地区生产总值", en: "Gross regional product" } },
  { name: "population", title: { zh: "常住人口", en: "Population" } },
];
const readGuessed = (sheet: Sheet) => {
  const { layout } = guessLayout(sheet, { variables: known });
  if (layout === undefined) throw new Error("no layout");
  return readPage(sheet, layout, { name: "page" });
};
const only = (sheet: Sheet): Table => readGuessed(sheet).tables[0]?.table as Table;
const values = (table: Table, name: string) => [...((findColumn(table, name) as NumberColumn).values ?? [])];

describe("readPage", () => {
  // 3 rows x 4 columns: 4 heads, 2 places, 2 years, 4 figures of which one is missing
  const small = sheetOf([
    ["地区", "年份", "地区生产总值(亿元)", "常住人口(万人)"],
    ["北 京", 2020, "３５，９４３．３①", 2189],
    ["天津", "2020年", 14008, "…"],
  ]);

  it("reads a page into a table with keys, roles, units, flags and origins", () => {
    const { tables, account, problems } = readGuessed(small);
    const table = tables[0]?.table as Table;
    expect(problems).toEqual([]);
    expect(table.key).toEqual(["place", "year"]);
    expect(table.roles).toEqual({ place: "place", year: "year", values: ["gdp", "population"] });
    expect(values(table, "gdp")).toEqual([35943.3, 14008]);
    expect(values(table, "population")).toEqual([2189, Number.NaN]);
    expect(findColumn(table, "gdp")).toMatchObject({ unit: "亿元", flags: ["note", null] });
    expect(account).toEqual({
      cells: 12,
      empty: 0,
      title: 0,
      head: 8,
      note: 0,
      left: 0,
      read: 2,
      flagged: 1,
      explained: 0,
      missing: 1,
      refused: 0,
    });
    expect(originOf(table, "gdp", 0)).toEqual({
      file: "book.xlsx",
      sheet: "Sheet1",
      row: 2,
      column: 3,
      raw: "３５，９４３．３①",
    });
    expect(originOf(table, "population", 1)).toMatchObject({ row: 3, column: 4, raw: "…" });
    expect(originOf(table, "gdp", 1)).toEqual({ file: "book.xlsx", sheet: "Sheet1", row: 3, column: 3 });
    expect(originOf(takeRows(table, [1]), "gdp", 0)?.row).toBe(3);
  });

  it("gives every figure with its heads, path, unit and address", () => {
    expect([...readGuessed(small).cells()][0]).toEqual({
      heads: { place: "北京" },
      variable: "gdp",
      path: ["地区生产总值"],
      year: 2020,
      unit: "亿元",
      raw: "３５，９４３．３①",
      number: 35943.3,
      flag: "note",
      sheet: "Sheet1",
      row: 2,
      column: 3,
      address: "C2",
    });
  });

  it("gives cells that type to the same figures", () => {
    const table = only(small);
    const typed = requireTable(
      typeTable(pageCells(table), { name: "page", key: ["place", "year"], roles: { place: "place", year: "year" } }),
    );
    expect(values(typed, "gdp (亿元)")).toEqual(values(table, "gdp"));
    expect(findColumn(typed, "population (万人)")).toMatchObject({ unit: "万人" });
  });

  it("refuses what is no figure, with its address and what to do", () => {
    const { problems, account, tables } = readGuessed(
      sheetOf([
        ["地区", "地区生产总值(亿元)", "常住人口(万人)"],
        ["北京", "n/k", 2189],
        ["天津", 14008, "1,39"],
        ["上海", 38701, true],
      ]),
    );
    expect(account.refused).toBe(3);
    expect(problems.map(({ text, hint, place }) => [text.en, text.zh, hint?.en, place])).toEqual([
      [
        'Sheet1!B2 holds "n/k", expected a number of gdp',
        "Sheet1!B2 内容为“n/k”，应为“gdp”的数值",
        "mend the cell; if it is a sign, list it under `missing`, `zero` or `marks` of the layout",
        { file: "book.xlsx", sheet: "Sheet1", row: 2, column: "B" },
      ],
      [
        'Sheet1!C3 holds "1,39", expected a number of population',
        "Sheet1!C3 内容为“1,39”，应为“population”的数值",
        "write 1.39 with a decimal point",
        { file: "book.xlsx", sheet: "Sheet1", row: 3, column: "C" },
      ],
      [
        'Sheet1!C4 holds "TRUE", expected a number of population',
        "Sheet1!C4 内容为“TRUE”，应为“population”的数值",
        "mend the cell; if it is a sign, list it under `missing`, `zero` or `marks` of the layout",
        { file: "book.xlsx", sheet: "Sheet1", row: 4, column: "C" },
      ],
    ]);
    expect(values(tables[0]?.table as Table, "gdp")).toEqual([Number.NaN, 14008, 38701]);
  });

  it("refuses formulas that failed, dates, figures without a head and cells outside every table", () => {
    const sheet = sheetOf(
      [
        ["地区", "地区生产总值(亿元)", null],
        ["北京", "#DIV/0!", 7],
        ["天津", "2020-03-04", null],
        ["上海", 1, null],
        [null, null, null, null, "stray"],
      ],
      { marks: { "1,1": { formula: true, error: true }, "2,1": { date: true } } },
    );
    const layout = layoutSchema.parse({
      tables: [{ rows: [2, 4], columns: ["A", "C"], head: [1], by: { place: "A" } }],
    });
    const { problems, account } = readPage(sheet, layout);
    expect(problems.map(({ code, place }) => [code, place?.column, place?.row])).toEqual([
      ["formula-failed", "B", 2],
      ["column-unnamed", "C", 2],
      ["date-unexpected", "B", 3],
      ["cell-outside", "E", 5],
    ]);
    expect(balances(account)).toBe(true);
  });

  it("tells cells outside every table together where they lie together, as on a page that has grown by a year", () => {
    const sheet = sheetOf([
      ["地区", "2021年", "2022年", "2023年"],
      ["北京", 1, 2, 3],
      ["天津", 4, 5, 6],
      [null, null, null, null],
      ["上海", null, 7, null],
    ]);
    const layout = layoutSchema.parse({
      tables: [{ rows: [2, 3], columns: ["A", "B"], head: [1], by: { place: "A" }, years: "across", variable: "产值" }],
    });
    const { problems, account } = readPage(sheet, layout);
    expect(problems.map(({ text }) => text.en)).toEqual([
      'Sheet1!C1 to D3: 6 cells, from "2022年" on, belong to no table, title or note of the layout',
      'Sheet1!A5 holds "上海", and belongs to no table, title or note of the layout',
      'Sheet1!C5 holds "7", and belongs to no table, title or note of the layout',
    ]);
    expect(problems[0]?.hint?.en).toMatch(/^of a page that has grown `conurb import FILE` guesses the layout anew/);
    expect(account.refused).toBe(8);
    expect(balances(account)).toBe(true);
  });

  it("takes a sign for zero by the layout alone, and flags it", () => {
    const rows = [
      ["地区", "机场(座)"],
      ["北京", 2],
      ["天津", "-"],
    ];
    const layout = { tables: [{ rows: [2, 3], columns: ["A", "B"], head: [1], by: { place: "A" } }] };
    expect(readPage(sheetOf(rows), layoutSchema.parse(layout)).account).toMatchObject({ missing: 1, flagged: 0 });
    const zero = readPage(sheetOf(rows), layoutSchema.parse({ ...layout, zero: ["-"] }));
    expect(zero.account).toMatchObject({ missing: 0, flagged: 1 });
    expect(zero.tables[0]?.table.columns[1]).toMatchObject({ unit: "座", flags: [null, "inferred-zero"] });
  });

  it("refuses a figure that is given twice, and takes one that is only repeated once", () => {
    const { problems, notes, account } = readPage(
      sheetOf([
        ["地区", "a"],
        ["北京", 1],
        ["北京", 2],
        ["北京", 1],
      ]),
      layoutSchema.parse({ tables: [{ rows: [2, 4], columns: ["A", "B"], head: [1], by: { place: "A" } }] }),
    );
    expect(problems[0]?.text.en).toBe("Sheet1!B3 gives a a second time, 2 after 1 in B2");
    expect(notes.map(({ code }) => code)).toContain("cell-repeats");
    expect(account).toMatchObject({ read: 1, refused: 1, left: 1 });
  });

  it("converts a scale that changes in mid-column and refuses another kind of quantity", () => {
    const sheet = sheetOf([
      ["地区", "a"],
      ["单位：亿元"],
      ["北京", 1],
      ["天津", 3],
      ["单位：万元"],
      ["上海", 20000],
      ["单位：公顷"],
      ["重庆", 5],
    ]);
    const { tables, problems, notes, account } = readGuessed(sheet);
    expect(values(tables[0]?.table as Table, "a")).toEqual([1, 3, 2, Number.NaN]);
    expect(notes.find(({ code }) => code === "unit-converted")?.text.en).toBe(
      "Sheet1!B6 of a is converted from 万元 to 亿元",
    );
    expect(problems.map(({ text }) => text.en)).toEqual([
      "Sheet1!B8 is in 公顷, but a is in 亿元, which is another kind of quantity",
    ]);
    expect(account.refused).toBe(1);
  });

  it("keeps sums apart, flagged, and never takes them for places", () => {
    const { tables, account } = readGuessed(
      sheetOf([
        ["地区", "常住人口(万人)"],
        ["全　国", 10],
        ["北京", 4],
        ["天津", 6],
        ["合计", 10],
      ]),
    );
    expect(tables[0]?.table.columns[0]?.values).toEqual(["北京", "天津"]);
    expect(tables[0]?.totals?.columns[0]?.values).toEqual(["全国", "合计"]);
    expect(tables[0]?.totals?.columns[1]).toMatchObject({ flags: ["total", "total"] });
    expect(account).toMatchObject({ read: 2, flagged: 2 });
  });

  it("leaves out rows and columns on request, and says how many cells", () => {
    const layout = layoutSchema.parse({
      tables: [
        { rows: [2, 4], columns: ["A", "C"], head: [1], by: { place: "A" }, leave: { rows: [3], columns: ["C"] } },
      ],
    });
    const { account, problems } = readPage(
      sheetOf([
        ["地区", "a", "b"],
        ["北京", 1, 2],
        ["天津", 3, 4],
        ["上海", 5, 6],
      ]),
      layout,
    );
    expect(problems).toEqual([]);
    expect(account).toMatchObject({ read: 2, left: 5, head: 5, refused: 0 });
  });

  it.each([
    ["2018(快报)", "preliminary"],
    ["2018年（初步核算数）", "preliminary"],
    ["2018 p", "preliminary"],
    ["2018年(预计)", "an estimate or forecast"],
    ["２０１８预测数", "an estimate or forecast"],
    ["2018E", "an estimate or forecast"],
    ["2018（修订）", "revised"],
    ["2018r", "revised"],
    ["2018 [revised]", "revised"],
  ])("takes %s for the year, and flags its figures wherever it stands", (said, kind) => {
    const across = sheetOf([
      ["地区", "地区生产总值(亿元)", null, "常住人口(万人)", null],
      [null, "2017年", said, "2017年", said],
      ["北京市", 28015, 30320, 2171, 2154],
    ]);
    const down = sheetOf([
      ["地区", "年份", "地区生产总值(亿元)"],
      ["北京市", 2017, 28015],
      ["北京市", said, 30320],
      ["天津市", said, 18810],
    ]);
    const sections = sheetOf([
      ["地区", "地区生产总值(亿元)"],
      ["2017年", null],
      ["北京市", 28015],
      ["天津市", 18549],
      [said, null],
      ["北京市", 30320],
      ["天津市", 18810],
    ]);
    for (const sheet of [across, down, sections]) {
      const { tables, problems, notes, account } = readGuessed(sheet);
      const table = tables[0]?.table as Table;
      expect(problems).toEqual([]);
      const { flags, values } = findColumn(table, "gdp") as NumberColumn;
      const years = (findColumn(table, "year") as NumberColumn).values;
      for (const [row, year] of years.entries()) expect(flags?.[row]).toBe(year === 2018 ? "vintage" : null);
      expect(new Set(years)).toEqual(new Set([2017, 2018]));
      expect([...values]).toContain(30320);
      expect(account.flagged).toBe(2);
      expect(balances(account)).toBe(true);
      const told = notes.filter(({ code }) => code === "year-vintage");
      expect(told).toHaveLength(1);
      expect(told[0]?.text.en).toContain(`figures of 2018 that are ${kind}; flagged vintage`);
    }
  });

  it("flags the figures of a year with a mark as its note says, and says so where none does", () => {
    const cells = [
      ["地区", "年份", "地区生产总值(亿元)"],
      ["北京市", 2017, 28015],
      ["北京市", "2018*", 30320],
    ];
    const read = (rows: typeof cells) => {
      const { tables, notes } = readGuessed(sheetOf(rows));
      const { flags } = findColumn(tables[0]?.table as Table, "gdp") as NumberColumn;
      return [flags?.[1], ...notes.flatMap(({ code, text }) => (code === "year-vintage" ? text.en : []))];
    };
    expect(read([...cells, ["* 2018年为快报数。"]])).toEqual(["vintage"]);
    expect(read(cells)).toEqual([
      "note",
      'Sheet1!B3 says "2018*": figures of 2018 that are marked, and `marks` of the layout does not say why; flagged note',
    ]);
  });

  it("keeps the figure of a year from being taken twice where its first edition stands beside it", () => {
    const { problems } = readGuessed(
      sheetOf([
        ["地区", "2017年", "2018年(快报)", "2018年"],
        ["北京市", 28015, 30320, 33106],
      ]),
    );
    expect(problems.map(({ code }) => code)).toEqual(["cell-repeated"]);
  });

  it("refuses a row whose year is none, and a row without heads", () => {
    const layout = layoutSchema.parse({
      tables: [{ rows: [2, 4], columns: ["A", "C"], head: [1], by: { place: "A", year: "B" }, years: "down" }],
    });
    const { problems, account } = readPage(
      sheetOf([
        ["地区", "年份", "a"],
        ["北京", "20x5", 2],
        [null, null, 4],
        ["上海", 2015, 6],
      ]),
      layout,
    );
    expect(problems.map(({ text }) => text.en)).toEqual([
      'Sheet1!B2 holds "20x5", expected a year; the figure of the row is refused with it',
      "Sheet1!3:3 has a figure, and nothing that says whose it is (C3)",
    ]);
    expect(account).toMatchObject({ read: 1, refused: 3 });
  });

  it("reads places across", () => {
    const table = only(
      sheetOf([
        ["2020年"],
        ["指标", "全省", "南京市", "苏州市"],
        ["常住人口(万人)", 8477, 932, 1275],
        ["地区生产总值(亿元)", 102719, 14818, 20171],
      ]),
    );
    expect(findColumn(table, "place")?.values).toEqual(["南京市", "苏州市"]);
    expect(values(table, "gdp")).toEqual([14818, 20171]);
  });

  it("says what hides: rows, columns, sheets, formulas", () => {
    const sheet = {
      ...sheetOf(
        [
          ["地区", "a"],
          ["北京", 1],
        ],
        { hidden: true, marks: { "1,1": { formula: true } } },
      ),
      hiddenRows: [1],
      hiddenColumns: [1],
    };
    const codes = readGuessed(sheet).notes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["sheet-hidden", "rows-hidden", "columns-hidden", "formulas"]));
  });
});

describe("the content hash of a page", () => {
  const chinese = [
    ["地区", "年份", "地区生产总值(亿元)", "常住人口(万人)"],
    ["110000", 2019, 35445, 2190],
    ["110000", 2020, 35943, 2189],
    ["120000", 2019, 14055, 1385],
    ["120000", 2020, "14,008", "…"],
  ];
  const hash = (rows: Parameters<typeof sheetOf>[0]) => hashTable(only(sheetOf(rows)));
  const first = hash(chinese);

  it("does not change when rows are shuffled", () => {
    const [head, a, b, c, d] = chinese as [string[], string[], string[], string[], string[]];
    expect(hash([head, c, a, d, b])).toBe(first);
    expect(hash([head, d, c, b, a])).toBe(first);
  });

  it("does not change when the heads are translated", () => {
    expect(hash([["Region", "Year", "Gross regional product (亿元)", "Population (万人)"], ...chinese.slice(1)])).toBe(
      first,
    );
  });

  it("does not change when an empty column is added", () => {
    for (const at of [0, 1, 2, 3, 4]) {
      expect(hash(chinese.map((row) => [...row.slice(0, at), null, ...row.slice(at)])), `at ${at}`).toBe(first);
    }
  });

  it("changes with a figure", () => {
    expect(hash(chinese.map((row) => row.map((cell) => (cell === 2190 ? 2191 : cell))))).not.toBe(first);
  });
});
