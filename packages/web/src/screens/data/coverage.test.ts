import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { coverageOf } from "./coverage.ts";

it("counts figures by variable and year, gaps as gaps and zeros as figures", () => {
  const table = makeTable(
    "t",
    ["place", "year"],
    [
      labels("place", ["a", "a", "b", "b"]),
      numbers("year", "year", [2020, 2021, 2020, 2021]),
      numbers("x", "1", [1, Number.NaN, 0, Number.NaN]),
      numbers("y", "1", [1, 2, 3, Number.NaN]),
    ],
  );
  const { years, variables, whole } = coverageOf(table);
  expect(years).toEqual([2020, 2021]);
  // x: both of 2020, none of 2021; y: both, one of two
  expect(variables.map(({ column, shares, whole: all }) => [column.name, shares, all])).toEqual([
    ["x", [1, 0], 0.5],
    ["y", [1, 0.5], 0.75],
  ]);
  expect(whole).toBe(0.625);
});

it("has one share a variable where there are no years", () => {
  const table = makeTable("t", ["place"], [labels("place", ["a", "b"]), numbers("x", "1", [1, Number.NaN])]);
  expect(coverageOf(table)).toMatchObject({ years: [], whole: 0.5 });
});
