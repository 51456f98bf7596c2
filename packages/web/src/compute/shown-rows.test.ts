import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { rankEnds, shownRows } from "./shown-rows.ts";

const shares = makeTable(
  "rank-shares",
  ["place", "year", "rank"],
  [labels("place", ["a", "a", "b", "a"]), numbers("year", "year", [1, 1, 1, 2]), numbers("rank", "1", [3, 1, 2, 9])],
);

it("keeps the rows of places and a year that are there, and tables that have neither as they are", () => {
  expect(shownRows(shares, { place: ["a", "z"], year: 1 }).rows).toBe(2);
  expect(shownRows(shares, {}).rows).toBe(4);
  const other = makeTable("x", ["id"], [labels("id", ["p"])]);
  expect(shownRows(other, { place: ["a"], year: 1 })).toBe(other);
});

it("tells the first and the last rank of each place", () => {
  const ends = rankEnds(shownRows(shares, { year: 1 }));
  expect(ends.columns.map(({ values }) => [...values])).toEqual([
    ["a", "b"],
    [1, 2],
    [3, 2],
  ]);
});
