import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, makeTable, type NumberColumn, numbers, type Table, takeRows } from "../contract/table.ts";
import { widen } from "./widen.ts";

type Row = [place: string, year: number, variable: string, value: number, unit: string, flag?: string];

function long(...rows: Row[]): Table {
  return makeTable(
    "panel",
    ["code", "year", "variable"],
    [
      labels(
        "code",
        rows.map(([place]) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      labels(
        "variable",
        rows.map(([, , variable]) => variable),
      ),
      numbers(
        "value",
        "1",
        rows.map(([, , , value]) => value),
      ),
      labels(
        "unit",
        rows.map(([, , , , unit]) => unit),
      ),
      labels(
        "flag",
        rows.map(([, , , , , flag]) => flag ?? null),
      ),
    ],
    {
      roles: { place: "code", year: "year", variable: "variable", value: "value", unit: "unit", flag: "flag" },
      source: { dataset: "panel", file: "panel.csv" },
      lines: Uint32Array.from(rows, (_, row) => row + 2),
    },
  );
}
const names = { variable: "variable", value: "value" };
const wideColumn = (table: Table, name: string) => table.columns.find((each) => each.name === name) as NumberColumn;

describe("widen", () => {
  const panel = long(
    ["b", 2016, "gdp", 5, "亿元"],
    ["a", 2015, "population", 10, "万人"],
    ["a", 2015, "gdp", 2, "亿元", "old"],
    ["b", 2016, "population", Number.NaN, "万人"],
  );

  it("gives each variable a column with its unit, flags and file rows", () => {
    const { table, notes } = widen(panel, { ...names, titles: { gdp: { en: "GDP", zh: "地区生产总值" } } });
    expect(notes).toEqual([]);
    expect(table.key).toEqual(["code", "year"]);
    expect(table.columns.map(({ name }) => name)).toEqual(["code", "year", "gdp", "population"]);
    expect(table.roles).toEqual({ place: "code", year: "year", values: ["gdp", "population"] });
    expect(wideColumn(table, "gdp")).toEqual({
      kind: "number",
      name: "gdp",
      title: { en: "GDP", zh: "地区生产总值" },
      unit: "亿元",
      values: Float64Array.of(2, 5),
      lines: Uint32Array.of(4, 2),
      flags: ["old", null],
    });
    expect([...wideColumn(table, "population").values]).toEqual([10, Number.NaN]);
  });

  it("gives the prices of the values to the variables that are money", () => {
    const columns = panel.columns.map((column) =>
      column.name === "value" ? { ...column, prices: { basis: "current" as const } } : column,
    );
    const { table } = widen({ ...panel, columns }, names);
    expect(wideColumn(table, "gdp").prices).toEqual({ basis: "current" });
    expect(wideColumn(table, "population").prices).toBeUndefined();
  });

  it("leaves a gap where a variable has no row", () => {
    const { table } = widen(long(["a", 2015, "x", 1, "1"], ["b", 2015, "y", 2, "1"]), names);
    expect([...wideColumn(table, "x").values]).toEqual([1, Number.NaN]);
    expect([...(wideColumn(table, "x").lines ?? [])]).toEqual([2, 0]);
  });

  it("does not depend on the order of the rows", () => {
    const expected = widen(panel, names).table.columns.map(({ values }) => values);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        expect(widen(takeRows(panel, order), names).table.columns.map(({ values }) => values)).toEqual(expected);
      }),
    );
  });

  it("converts the rarer scale of a variable and says so", () => {
    const { table, notes } = widen(
      long(
        ["a", 2015, "gdp", 2, "亿元"],
        ["a", 2016, "gdp", 30000, "万元"],
        ["a", 2017, "gdp", 4, "100 million yuan"],
        ["a", 2018, "gdp", 5, "亿元"],
      ),
      names,
    );
    expect([...wideColumn(table, "gdp").values]).toEqual([2, 3, 4, 5]);
    expect(wideColumn(table, "gdp").unit).toBe("亿元");
    expect(notes).toMatchObject([
      {
        code: "unit-converted",
        text: { en: "panel: 1 values of gdp are converted from 万元 to 亿元" },
        place: { file: "panel.csv", row: 3, column: "unit" },
      },
    ]);
  });

  it("refuses a variable in two dimensions, and a repeated key", () => {
    expect(() => widen(long(["a", 2015, "gdp", 2, "yuan"], ["a", 2016, "gdp", 3, "USD"]), names)).toThrow(
      "panel: gdp is in USD in some rows and in yuan in others",
    );
    expect(() => widen(long(["a", 2015, "gdp", 2, "yuan"], ["a", 2015, "gdp", 3, "yuan"]), names)).toThrow(
      "panel: a 2015 gdp appears more than once",
    );
  });

  it("refuses columns that are not what they should be", () => {
    expect(() => widen(panel, { variable: "varable", value: "value" })).toThrow("panel: no column varable");
    expect(() => widen(panel, { variable: "variable", value: "unit" })).toThrow("panel: column unit holds labels");
  });

  it("takes the value's own unit where there is no column of units", () => {
    const composition = makeTable(
      "jobs",
      [],
      [
        labels("p", ["a", "a"]),
        labels("industry", ["G", "C"]),
        numbers("jobs", "万人", [1, 2], { flags: [null, "x"] }),
      ],
      { roles: { place: "p", industry: "industry", value: "jobs" } },
    );
    const { table } = widen(composition, { variable: "industry", value: "jobs" });
    expect(table.columns.map(({ name }) => name)).toEqual(["p", "C", "G"]);
    expect(wideColumn(table, "C")).toMatchObject({ unit: "万人", flags: ["x"] });
  });
});
