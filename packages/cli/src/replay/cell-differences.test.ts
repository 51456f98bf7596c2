import { labels, type MethodResult, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { cellDifferences } from "./cell-differences.ts";

const result = (places: string[], values: number[], score: number): MethodResult => ({
  method: "composite/index",
  version: 1,
  convention: {},
  options: {},
  n: places.length,
  dropped: [],
  warnings: [],
  findings: [],
  scalars: { score },
  tables: [makeTable("scores", ["place"], [labels("place", places), numbers("score", "1", values)])],
});

it("names what differs by key, wherever the row stands now; what is gone is a gap", () => {
  const before = result(["a", "b", "c"], [1, Number.NaN, 3], 7);
  expect(cellDifferences(before, result(["c", "b", "a"], [3, Number.NaN, 1], 7))).toEqual([]);
  expect(cellDifferences(before, result(["a", "b"], [1, 2], 8))).toEqual([
    { table: "score", before: 7, after: 8 },
    { table: "scores", key: "b", column: "score", before: null, after: 2 },
    { table: "scores", key: "c", column: "score", before: 3, after: null },
  ]);
});
