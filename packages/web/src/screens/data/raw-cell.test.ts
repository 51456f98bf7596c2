import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import type { CodeNames } from "../../language/outline-names.ts";
import { holds, rawCell } from "./raw-cell.ts";

const names = { place: (code: string) => (code === "110000" ? "北京" : code) } as unknown as CodeNames;
const table = {
  ...makeTable(
    "mine",
    ["地区"],
    [
      labels("地区", ["110000", "外国"]),
      labels("行政区划代码", ["110000", null]),
      numbers("share", "1", [0.123456789, Number.NaN]),
    ],
  ),
  roles: { place: "地区" },
};
const cells = (row: number) => table.columns.map((column) => rawCell(table, column, row, names));

it("shows what the file has: a code as a code, a figure with all its digits, a place by its name and its code", () => {
  expect(cells(0)).toEqual([{ text: "110000", name: "北京" }, { text: "110000" }, { text: "0.123456789" }]);
  expect(cells(1)).toEqual([{ text: "外国" }, { text: "–" }, { text: "" }]);
});

it("shows a cell of any length in part", () => {
  const long = { ...table, columns: [labels("note", ["x".repeat(1e6)])] };
  expect(rawCell(long, long.columns[0] as never, 0, names).text.length).toBeLessThan(500);
});

it("finds a place by either", () => {
  const [place] = cells(0);
  expect(["北京", "1100", "天津"].map((word) => place !== undefined && holds(place, word))).toEqual([
    true,
    true,
    false,
  ]);
});
