import { labels, makeTable, type NumberColumn, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { coverageByPlace, coverageOf } from "./coverage.ts";

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

it("says of each place which years it has, and which figures carry a flag", () => {
  const table = makeTable(
    "t",
    [],
    [
      labels("code", ["a", "a", "b"]),
      numbers("when", "year", [2020, 2021, 2021]),
      numbers("x", "1", [1, Number.NaN, 0], { flags: ["estimate", null, null] }),
    ],
    { roles: { place: "code", year: "when", value: "x" } },
  );
  const { heads, places } = coverageByPlace(table, table.columns[2] as NumberColumn);
  expect(heads).toEqual([2020, 2021]);
  expect(places).toEqual([
    { code: "a", held: [{ has: true, flag: "estimate" }, { has: false }] },
    // b has no row of 2020: nothing is known, and nothing is a gap
    { code: "b", held: [undefined, { has: true }] },
  ]);
  expect(coverageOf(table).variables.map(({ column }) => column.name)).toEqual(["x"]);
});
