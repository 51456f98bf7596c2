import { labels, makeTable, numbers, type View } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { factsOf } from "./facts-of.ts";

const view = { kind: "matrix", table: "t", row: "from", column: "to", value: "v" } as unknown as View;
const pairs = (from: string[], to: string[], v: number[]) =>
  makeTable("t", ["from", "to"], [labels("from", from), labels("to", to), numbers("v", "1", v)]);

it("tells the two directions of a pair apart where each has its number", () => {
  const facts = factsOf(pairs(["a", "b", "a"], ["b", "a", "c"], [0.2, 0.9, 0.5]), view, "a");
  expect(facts?.rows).toEqual([
    { others: ["b"], isFrom: false, value: 0.9 },
    { others: ["c"], isFrom: true, value: 0.5 },
    { others: ["b"], isFrom: true, value: 0.2 },
  ]);
});

it("says a pair once, and no direction, where both have one number", () => {
  const facts = factsOf(pairs(["a", "b", "b"], ["b", "a", "c"], [0.2, 0.2, 0.7]), view, "a");
  expect(facts?.rows).toEqual([{ others: ["b"], value: 0.2 }]);
});

it("is of the year that the picture shows, and of all years where it is a trend", () => {
  const table = makeTable(
    "t",
    ["place", "year"],
    [labels("place", ["a", "a", "b"]), numbers("year", "year", [2019, 2020, 2020]), numbers("v", "1", [3, 1, 2])],
  );
  const map = { kind: "dots", table: "t", place: "place", value: "v" } as View;
  expect(factsOf(table, map, "a")).toMatchObject({ year: 2020, rows: [{ others: [], value: 1 }] });
  const trend = { kind: "trend", table: "t", x: "year", y: "v", by: "place" } as unknown as View;
  expect(factsOf(table, trend, "a")?.rows.map(({ year }) => year)).toEqual([2019, 2020]);
  const first = { ...map, where: { year: 2019 } } as View;
  expect(factsOf(table, first, "a")?.rows).toEqual([{ others: [], value: 3 }]);
});
