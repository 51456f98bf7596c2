import fc from "fast-check";
import { expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { balances } from "./account.ts";
import { columnLetters } from "./address.ts";
import { guessLayout } from "./guess-layout.ts";
import { layoutSchema } from "./layout.ts";
import { readPage } from "./read-page.ts";
import { isBlank, type Sheet, type SheetValue } from "./sheet.ts";

const words = [
  "地区",
  "年份",
  "指标",
  "单位",
  "代码",
  "行业",
  "备注",
  "Region",
  "Year",
  "北 京",
  "天津",
  "河北省",
  "石家庄市",
  "全国",
  "合计",
  "地区生产总值(亿元)",
  "常住人口",
  "其中：",
  "单位：亿元",
  "单位：万元",
  "单位：万人、%",
  "(亿元)",
  "2015年",
  "２０１６",
  "注：略",
  "资料来源：某处",
  "① 普查数",
  "续表",
  "-",
  "…",
  "...",
  "n.a.",
  "12①",
  "1,234",
  "1 234",
  "１２",
  "12.5%",
  "n/k",
  "3-4",
  "#DIV/0!",
  " ",
  "constructor",
  "__proto__",
  "甲",
  "(1)",
  "〃",
  "c",
  "2018年(亿元)",
  "年份 \\ 单位：万人",
  "比上年增长%",
  "注：“…”表示不足最小单位；“-”表示数据不详；空格表示无该项；0 = below half the unit; c = confidential",
];
const value: fc.Arbitrary<SheetValue> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.integer({ min: 2008, max: 2022 }) },
  { weight: 4, arbitrary: fc.double({ noNaN: true, min: -1e9, max: 1e9 }) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
);
const [height, width] = [25, 10];
const merge = fc.record({ top: fc.nat(height), left: fc.nat(width), tall: fc.nat(3), wide: fc.nat(3) });
const sheet: fc.Arbitrary<Sheet> = fc
  .tuple(
    fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
    fc.array(merge, { maxLength: 4 }),
    fc.boolean(),
  )
  .map(([rows, merges, marked]) =>
    sheetOf(rows, {
      merges: merges.map(({ top, left, tall, wide }) => ({ top, left, bottom: top + tall, right: left + wide })),
      marks: marked
        ? { "1,1": { formula: true }, "2,2": { error: true }, "3,3": { percent: true }, "4,1": { date: true } }
        : {},
    }),
  );

/** 200 random sheets of 250 cells by the guessed layout, and 200 by a random one: 100,000 cells. */
const runs = 200;

function lawful(given: Sheet, layout: ReturnType<typeof layoutSchema.parse>): void {
  const { account, cells, tables, problemCount } = readPage(given, layout);
  expect(balances(account)).toBe(true);
  let blank = 0;
  for (const row of given.rows) for (const cell of row) if (isBlank(cell)) blank += 1;
  // no cell that holds something is passed over as empty
  expect(account.empty).toBeLessThanOrEqual(blank);
  expect(problemCount > 0).toBe(account.refused > 0);
  const figures = [...cells()].filter(({ number }) => number !== undefined).length;
  expect(figures).toBeGreaterThanOrEqual(account.read + account.flagged);
  const kept = tables.flatMap(({ table, totals }) => [table, ...(totals === undefined ? [] : [totals])]);
  const held = kept.reduce(
    (sum, { columns }) =>
      sum +
      columns.reduce(
        (own, each) =>
          own +
          (each.kind === "number" && each.name !== "year" ? each.values.filter((one) => !Number.isNaN(one)).length : 0),
        0,
      ),
    0,
  );
  expect(held).toBe(account.read + account.flagged);
}

it("the account of any sheet balances, and holds what the tables hold, by the guessed layout", () => {
  fc.assert(
    fc.property(sheet, (given) => {
      const { layout } = guessLayout(given);
      if (layout !== undefined) lawful(given, layout);
    }),
    { numRuns: runs },
  );
}, 120_000);

const row = fc.integer({ min: 1, max: height + 3 });
const column = fc.nat(width + 2).map(columnLetters);
const rows = fc.array(row, { maxLength: 3 });
const block = fc.record({
  rows: fc.tuple(row, row),
  columns: fc.tuple(column, column),
  head: rows,
  english: rows,
  by: fc.dictionary(fc.constantFrom("place", "code", "year", "industry", "item", "unit", "flag"), column, {
    maxKeys: 3,
  }),
  labels: fc.dictionary(fc.constantFrom("a", "place", "gdp"), column, { maxKeys: 1 }),
  fill: fc.subarray(["place", "year", "item"]),
  years: fc.constantFrom("across", "down", "sections", "one", "none"),
  across: fc.constantFrom("variable", "place", "industry"),
  sections: fc.dictionary(fc.constantFrom("place", "province", "year", "unit", "item", "group"), rows, { maxKeys: 2 }),
  leave: fc.record({ rows, columns: fc.array(column, { maxLength: 1 }) }),
  unit: fc.constantFrom("亿元", "万人", "not a/unit//"),
});
const layouts = fc.record({
  titles: rows,
  notes: rows,
  tables: fc.array(block, { minLength: 1, maxLength: 2 }),
  totals: fc.subarray(["全国", "合计"]),
  zero: fc.subarray(["-", "…"]),
  signs: fc.dictionary(fc.constantFrom("-", "…", "", "0", "c"), fc.constantFrom("nil", "below-unit"), { maxKeys: 3 }),
  records: fc.boolean(),
});

it("and by any layout", () => {
  fc.assert(
    fc.property(sheet, layouts, (given, layout) => lawful(given, layoutSchema.parse(layout))),
    { numRuns: runs },
  );
}, 120_000);
