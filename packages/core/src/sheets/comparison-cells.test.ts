import { expect, it } from "vitest";
import { sheetOf } from "../../test/sheet-of.ts";
import { typeTable } from "../tables/type-table.ts";
import { comparisonCells } from "./comparison-cells.ts";
import { guessLayout } from "./guess-layout.ts";
import { readPage } from "./read-page.ts";

const matrix = [
  ["专家对一级指标的判断矩阵"],
  ["准则", "经济", "社会", "环境"],
  ["经济", 1, 3, 9],
  ["社会", "1/3", 1, 5],
  ["环境", "1/9", "1/5", 1],
];

it("reads a matrix of comparisons under its title, fractions as numbers", () => {
  const cells = comparisonCells(sheetOf(matrix));
  if (cells === undefined) throw new Error("no matrix");
  const { table, problems } = typeTable(cells, { name: "ahp" });
  expect(problems).toEqual([]);
  expect(table?.columns.map(({ values }) => [...values])).toEqual([
    ["经济", "社会", "环境"],
    [1, 1 / 3, 1 / 9],
    [3, 1, 1 / 5],
    [9, 5, 1],
  ]);
  expect([...(table?.lines ?? [])]).toEqual([3, 4, 5]);
});

it("takes a page of figures for none", () => {
  expect(
    comparisonCells(
      sheetOf([
        ["地区", "北京", "天津"],
        ["北京", 1, 2],
        ["天津", 3, 4],
      ]),
    ),
  ).toBeUndefined();
  expect(
    comparisonCells(
      sheetOf([
        ["地区", "日期", "人口"],
        ["北京", "1/3", 2],
        ["天津", "1/9", 4],
      ]),
    ),
  ).toBeUndefined();
});

it("never takes a fraction for the unit of its row, as a page", () => {
  const sheet = sheetOf(matrix);
  const { layout } = guessLayout(sheet);
  expect(layout?.tables[0]?.by).not.toHaveProperty("unit");
  const { tables } = readPage(sheet, layout as never);
  expect(tables[0]?.table.columns.flatMap((each) => (each.kind === "number" ? [each.unit] : []))).not.toContain("1/3");
});
