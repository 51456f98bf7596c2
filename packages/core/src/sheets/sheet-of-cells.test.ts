import { expect, it } from "vitest";
import { findColumn } from "../contract/table.ts";
import { guessLayout } from "./guess-layout.ts";
import { readPage } from "./read-page.ts";
import { sheetOfCells } from "./sheet-of-cells.ts";

it("reads a page that was saved as CSV, under the file's own line numbers", () => {
  const rows = [
    ["2020年各地区产值", "单位：亿元"],
    ["地区", "产值"],
    ["北 京", "1,354.5"],
    ["天津", "x"],
  ];
  const sheet = sheetOfCells({ file: "data/产值.csv", rows, lines: [1, 3, 4, 5] });
  const { layout } = guessLayout(sheet);
  const { tables, problems } = readPage(sheet, layout as never);
  const table = tables[0]?.table;
  expect(table && findColumn(table, "产值")).toMatchObject({ unit: "亿元", lines: Uint32Array.of(4, 0) });
  expect(problems.map(({ place }) => place)).toEqual([{ file: "data/产值.csv", sheet: "产值", row: 5, column: "B" }]);
});
