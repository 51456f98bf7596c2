import fc from "fast-check";
import { expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { labels, makeTable, numbers, type Table } from "../contract/table.ts";
import { interpolateYears } from "./interpolate-years.ts";

type Row = readonly [place: string, year: number, value: number];
const by = { year: "year", by: ["place"] };

function panel(rows: readonly Row[], flags?: readonly (string | null)[]): Table {
  return makeTable(
    "t",
    ["place", "year"],
    [
      labels(
        "place",
        rows.map(([place]) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        "gdp",
        "yuan",
        rows.map(([, , value]) => value),
        flags === undefined ? {} : { flags },
      ),
      numbers(
        "other",
        "yuan",
        rows.map(([, , value]) => value),
      ),
    ],
  );
}
const column = (table: Table, name: string) => {
  const found = table.columns.find((each) => each.name === name);
  if (found?.kind !== "number") throw new Error(name);
  return found;
};

it("fills gaps between observed years by their distance, flags them, and leaves the ends and other columns", () => {
  const table = panel(
    [
      ["a", 2015, Number.NaN],
      ["a", 2016, 10],
      ["a", 2017, Number.NaN],
      ["a", 2020, 18], // 2017 lies a quarter of the way: 10 + 8 / 4 = 12
      ["a", 2021, Number.NaN],
      ["b", 2016, 5],
      ["b", 2017, Number.NaN],
    ],
    ["p", null, "p", null, null, null, null],
  );
  const { table: made, filled, left } = interpolateYears(table, ["gdp"], by);
  expect([...column(made, "gdp").values]).toEqual([Number.NaN, 10, 12, 18, Number.NaN, 5, Number.NaN]);
  expect(column(made, "gdp").flags).toEqual(["p", null, "p;interpolated", null, null, null, null]);
  expect(column(made, "other").values).toEqual(column(table, "other").values);
  expect(filled).toEqual([{ column: "gdp", row: 2, value: 12, before: 1, after: 3 }]);
  expect(left).toEqual({ gdp: 3 });
  expect([...column(table, "gdp").values]).toEqual([Number.NaN, 10, Number.NaN, 18, Number.NaN, 5, Number.NaN]);
});

it("refuses a year that a place has twice", () => {
  const table = panel([
    ["a", 2016, 1],
    ["a", 2016, 2],
  ]);
  expect(() => interpolateYears(table, ["gdp"], by)).toThrow(InputError);
  expect(() => interpolateYears(table, ["gdp"], by)).toThrow("t: a 2016 stands in rows 1 and 2");
});

it("never goes beyond its neighbours, changes no observed figure, and is exact on a straight line", () => {
  // on a line, rounding of one product and one sum
  const exact = 1e-12;
  const gap = fc.boolean();
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1990, max: 2030 }), { minLength: 1, maxLength: 15 }),
      fc.array(gap, { minLength: 15, maxLength: 15 }),
      fc.integer({ min: -9, max: 9 }),
      (years, gaps, slope) => {
        const line = (year: number) => 100 + slope * (year - 1990);
        const rows = years.map((year, at): Row => ["a", year, gaps[at] ? Number.NaN : line(year)]);
        const { table, filled, left } = interpolateYears(panel(rows), ["gdp"], by);
        const { values, flags } = column(table, "gdp");
        const observed = years.filter((_, at) => !gaps[at]);
        rows.forEach(([, year, before], row) => {
          const isFilled = filled.some((each) => each.row === row);
          expect(flags?.[row] === "interpolated").toBe(isFilled);
          if (!Number.isNaN(before)) expect(values[row]).toBe(before);
          else if (year > Math.min(...observed) && year < Math.max(...observed))
            expect(Math.abs((values[row] as number) - line(year))).toBeLessThan(exact * 1000);
          else expect(values[row]).toBeNaN();
        });
        expect(filled.length + (left["gdp"] as number)).toBe(rows.filter(([, , value]) => Number.isNaN(value)).length);
      },
    ),
  );
});
