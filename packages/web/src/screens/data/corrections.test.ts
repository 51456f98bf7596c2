import { labels, makeTable, numbers } from "@conurb/core/contract";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import {
  type Correction,
  correctionOf,
  correctionsIn,
  rowNamed,
  tellsRows,
  withCorrection,
  withoutCorrection,
} from "./corrections.ts";

const text = `conurb: 1 # one
datasets:
  gdp:
    file: data/gdp.csv # the file
    roles: { place: code }
  other: { file: b.csv }
analyses: {}
`;
const slip: Correction = {
  at: { place: "130200", year: 2020 },
  column: "gdp",
  was: 721.09,
  value: 7210.9,
  reason: "a digit: lost # here",
};

describe("a correction in the study's text", () => {
  it("is written, changed and taken out, and nothing else changes", () => {
    const once = withCorrection(text, "gdp", slip);
    expect(correctionsIn(once, "gdp")).toEqual([slip]);
    expect(once.split("\n").filter((line) => !text.split("\n").includes(line))).toEqual([
      "    corrections:",
      expect.stringMatching(/^ {6}- \{ at: .*\}$/),
    ]);
    const again = withCorrection(once, "gdp", { ...slip, value: null });
    expect(correctionsIn(again, "gdp")).toEqual([{ ...slip, value: null }]);
    const two = withCorrection(again, "gdp", { ...slip, at: { place: "110000", year: 2020 } });
    expect(correctionsIn(two, "gdp")).toHaveLength(2);
    expect(parse(two)).toMatchObject({ conurb: 1, datasets: { other: { file: "b.csv" } } });
    expect(
      withoutCorrection(withoutCorrection(two, "gdp", { ...slip, at: { place: "110000", year: 2020 } }), "gdp", slip),
    ).toBe(text);
  });
  it("goes into a dataset that stands on one line", () => {
    expect(correctionsIn(withCorrection(text, "other", slip), "other")).toEqual([slip]);
  });
  it("is found by its cell", () => {
    const all = correctionsIn(withCorrection(text, "gdp", slip), "gdp");
    expect(correctionOf(all, slip)).toEqual(slip);
    expect(correctionOf(all, { ...slip, column: "people" })).toBeUndefined();
  });
});

describe("what names a row", () => {
  const columns = [
    labels("code", ["a", "a", "b"]),
    numbers("year", "year", [2019, 2020, 2020]),
    numbers("x", "1", [1, 2, 3]),
  ];
  it("is its place and year, by the roles of the table", () => {
    const table = makeTable("t", [], columns, { roles: { place: "code", year: "year", value: "x" } });
    expect(rowNamed(table, 1)).toEqual({ place: "a", year: 2020 });
  });
  it("is its labels where there are no roles, and nothing where rows are alike", () => {
    const bare = makeTable("t", [], [labels("name", ["a", "b", "b"]), numbers("x", "1", [1, 2, 3])]);
    expect(rowNamed(bare, 0)).toEqual({ name: "a" });
    expect(rowNamed(bare, 1)).toBeUndefined();
  });
});

it("knows the columns that tell rows apart from those that only sound so", () => {
  const table = makeTable(
    "mine",
    ["no"],
    [
      numbers("no", "1", [1]),
      numbers("code", "1", [110000]),
      numbers("year", "year", [2020]),
      numbers("industry", "million yuan", [5]),
    ],
    { roles: { place: "code" } },
  );
  expect(table.columns.filter((column) => tellsRows(table, column)).map(({ name }) => name)).toEqual([
    "no",
    "code",
    "year",
  ]);
});
