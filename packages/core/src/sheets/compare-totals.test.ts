import { expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { guessLayout } from "./guess-layout.ts";
import type { Layout } from "./layout.ts";
import { readPage } from "./read-page.ts";
import type { SheetValue } from "./sheet.ts";

const pageOf = (rows: readonly (readonly SheetValue[])[]) => {
  const sheet = sheetOf(rows, { name: "2-1" });
  const { layout } = guessLayout(sheet);
  if (layout === undefined) throw new Error("no layout");
  const page = readPage(sheet, layout);
  expect(page.problems).toEqual([]);
  return page;
};
const remarks = (rows: readonly (readonly SheetValue[])[]) => pageOf(rows).tables[0]?.table.source?.page;

const head: SheetValue[][] = [
  ["各地区年末常住人口", null, null],
  [null, null, "单位：万人"],
  ["地区", "2020年", "2021年"],
];

it("names a total that is not the sum of its rows, with its cell, what it is and what they add up to", () => {
  // 2189.3 + 1386.6 + 7461.0 = 11036.9; 2188.6 + 1373 + 7448 = 11009.6, and 11010.6 is printed
  const found = remarks([
    ...head,
    ["全国", 11036.9, 11010.6],
    ["北京", 2189.3, 2188.6],
    ["天津", 1386.6, 1373],
    ["河北", 7461, 7448],
    ["注：2020年为普查数。"],
    [null, "资料来源：各省统计局"],
  ]);
  expect(found).toMatchObject({ compared: 2, held: 1 });
  expect(found?.off).toEqual([
    {
      sheet: "2-1",
      row: 4,
      column: "C",
      label: "全国",
      variable: "年末常住人口",
      year: 2021,
      unit: "万人",
      found: 11010.6,
      expected: 11009.6,
      parts: 3,
      from: "C5",
      to: "C7",
      missing: 0,
      // one decimal: each of four figures may be .05 off
      rounding: 0.2,
    },
  ]);
  expect(found?.notes).toEqual([
    { sheet: "2-1", row: 8, address: "A8", text: "注：2020年为普查数。" },
    { sheet: "2-1", row: 9, address: "B9", text: "资料来源：各省统计局" },
  ]);
});

it("leaves what rounding of the print explains", () => {
  // 1.4 + 1.4 + 1.4 = 4.2 may be printed 1 + 1 + 1 = 4: a half of each of four figures, 2, is allowed
  const rows = (total: number) => [...head, ["甲市", 10, 1], ["乙市", 20, 1], ["丙市", 30, 1], ["合计", 60, total]];
  expect(remarks(rows(4))).toMatchObject({ compared: 2, held: 2, off: [] });
  expect(remarks(rows(5))).toMatchObject({ compared: 2, held: 2, off: [] });
  expect(remarks(rows(6))?.off).toMatchObject([{ column: "C", row: 7, found: 6, expected: 3, rounding: 2 }]);
});

it("compares a section's total with its section, and the whole with the parts or the sections", () => {
  // east 1 + 2 = 3, west 3 + 5 = 8 (9 printed in 2021), all 11
  const found = remarks([
    ...head,
    ["全国", 1100.5, 1100.5],
    ["东部地区", 300, 300],
    ["北京", 100, 100],
    ["上海", 200, 200],
    ["西部地区", 800.5, 900.5],
    ["重庆", 300.5, 300.5],
    ["四川", 500, 500],
  ]);
  expect(found).toMatchObject({ compared: 6, held: 5 });
  expect(found?.off).toMatchObject([
    { label: "西部地区", row: 8, column: "C", found: 900.5, expected: 800.5, from: "C9", to: "C10", parts: 2 },
  ]);
});

it("compares a region with its places where they stand under it, and with nothing where the page does not say which they are", () => {
  // the delta's nine cities are most of the province, and not the two that the page has; 1 + 2 = 3
  const found = remarks([
    ...head,
    ["全省", 100, 110],
    ["珠三角", 80, 85],
    ["粤东西北", 20, 25],
    ["广州市", 60, 70],
    ["汕头市", 40, 40],
  ]);
  expect(found).toMatchObject({ compared: 2, held: 2, off: [] });
  const under = remarks([
    ...head,
    ["苏南", 3, 8],
    ["南京市", 1, 1],
    ["苏州市", 2, 2],
    ["苏北", 9, 9],
    ["徐州市", 4, 4],
    ["宿迁市", 5, 5],
  ]);
  expect(under).toMatchObject({ compared: 4, held: 3, off: [{ label: "苏南", column: "C", found: 8, expected: 3 }] });
});

it("takes provinces alone where their cities stand beside them", () => {
  const found = remarks([
    ...head,
    ["总计", 350.5, 360.5],
    ["河北省", 100.5, 110.5],
    ["石家庄市", 40, 50],
    ["唐山市", 60.5, 60.5],
    ["山西省", 250, 250],
    ["太原市", 250, 250],
  ]);
  expect(found).toMatchObject({ compared: 2, held: 2, off: [] });
});

it("adds up no rates, and no row of means", () => {
  const rates = [["地区", "城镇化率(%)", "人均生产总值(元)", "常住人口(万人)"]];
  const found = remarks([
    ["2020年主要指标"],
    ...rates,
    ["北京", 87.5, 164889, 2189],
    ["天津", 84.7, 101614, 1387],
    ["合计", 86.4, 140000, 3576],
  ]);
  expect(found).toMatchObject({ compared: 1, held: 1, off: [] });
  const means = [...head, ["北京", 10, 20], ["天津", 30, 40], ["全国平均", 20, 30]];
  expect(remarks(means)).toBeUndefined();
});

it("compares nothing where a part is missing, unless the others are already more", () => {
  const rows = (total: number) => [...head, ["甲市", 10, 10], ["乙市", 20, "…"], ["丙市", 30, 30], ["合计", 60, total]];
  expect(remarks(rows(55))).toMatchObject({ compared: 1, held: 1, off: [] });
  expect(remarks(rows(35))).toMatchObject({
    compared: 1,
    held: 1,
    off: [{ found: 35, expected: 40, missing: 1, parts: 3, column: "C", row: 7 }],
  });
});

it("tells once of a total that no rows of the page are the parts of, and not of one that is far from them", () => {
  const wide = [["各市生产总值"], ["单位：亿元"], ["地区", 2018, 2019, 2020, 2021]];
  const cities = [
    ["甲市", 10.5, 11, 12, 13],
    ["乙市", 20, 21, 22, 23],
  ];
  // 30.5 of 40, 32 of 41, 34 of 42, 36 of 43
  const other = remarks([...wide, ["全省", 40, 41, 42, 43], ...cities]);
  expect(other).toMatchObject({ compared: 4, held: 0 });
  expect(other?.off).toMatchObject([{ label: "全省", year: 2018, found: 40, expected: 30.5, isOther: 4 }]);
  expect(remarks([...wide, ["全国", 4000, 4100, 4200, 4300], ...cities])).toBeUndefined();
});

it("compares totals of places that stand across, and of industries", () => {
  const across = remarks([
    ["2020年就业人数(万人)"],
    ["行业", "合计", "北京", "天津"],
    ["合计", 100.5, 60.5, 40],
    ["农业", 10, 5, 5],
    ["工业", 91.5, 55.5, 35],
  ]);
  // 60.5 + 40 = 100.5; 5 + 5 = 10; 55.5 + 35 = 90.5, and 91.5 is printed. Down: 5 + 55.5 = 60.5 and 5 + 35 = 40
  expect(across?.off).toMatchObject([{ row: 5, column: "B", found: 91.5, expected: 90.5 }]);
});

it("takes the decimals that a text shows for those of the print", () => {
  // 10.0 + 24.0 = 34.0 is printed 33.0: as numbers they would be rounded to ones, and 1 apart would be nothing
  const rows = [...head, ["重庆", "10.0", "5.0"], ["四川", "24.0", "6.0"], ["合计", "33.0", "11.0"]];
  expect(remarks(rows)?.off).toMatchObject([{ row: 6, column: "B", found: 33, expected: 34, rounding: 0.15 }]);
});

it("keeps several rows of 小计 apart, each the sum of the rows above it", () => {
  const page = pageOf([
    ...head,
    ["石家庄市", 100.1, 110.2],
    ["唐山市", 200.2, 210.3],
    ["小计", 300.3, 320.5],
    ["南京市", 300, 310.4],
    ["苏州市", 400, 490.1],
    ["小计", 700, 801.5], // 310.4 + 490.1 = 800.5
    ["合计", 1000.3, 1121], // 320.5 + 800.5 = 1121
  ]);
  const { table, totals } = page.tables[0] as (typeof page.tables)[number];
  expect([table.rows, totals?.rows]).toEqual([8, 6]);
  expect(page.account).toMatchObject({ read: 8, flagged: 6, refused: 0 });
  expect(table.source?.page).toMatchObject({ compared: 6, held: 5 });
  expect(table.source?.page?.off).toMatchObject([
    { label: "小计", row: 9, column: "C", found: 801.5, expected: 800.5, from: "C7", to: "C8" },
  ]);
});

it("compares no total of which a part is missing or refused, and says which", () => {
  const sheet = sheetOf([...head, ["全市", 30, 20], ["甲市", 10, "(4.0)"], ["乙市", 20, 24], ["丙市", "…", 0]], {
    name: "2-1",
  });
  const { layout } = guessLayout(sheet);
  const read = (brackets?: "negative") => readPage(sheet, { ...(layout as Layout), ...(brackets && { brackets }) });
  const page = read();
  expect(page.problems).toMatchObject([{ code: "number-in-brackets", place: { row: 5, column: "C" } }]);
  expect(page.tables[0]?.table.source?.page).toMatchObject({
    compared: 0,
    off: [],
    open: {
      count: 2,
      first: [
        { total: "B4", label: "全市", parts: ["B7"] },
        { total: "C4", label: "全市", parts: ["C5"] },
      ],
    },
  });
  // -4 + 24 + 0 = 20
  const negative = read("negative");
  expect(negative.problems).toEqual([]);
  expect(negative.tables[0]?.table.source).toMatchObject({
    page: { compared: 1, held: 1, open: { count: 1 } },
    raw: expect.objectContaining({}),
  });
  expect(Object.values(negative.tables[0]?.table.source?.raw ?? {})).toContain("(4.0)");
});
