import { describe, expect, it } from "vitest";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { filterRows, omitRows } from "./filter-rows.ts";

const table = makeTable(
  "jobs",
  [],
  [labels("industry", ["00", "A", "B", null]), numbers("year", "year", [2015, 2015, 2016, Number.NaN])],
  { lines: Uint32Array.of(2, 3, 4, 5) },
);
const lines = (rows: { lines?: Uint32Array }) => [...(rows.lines ?? [])];

describe("filterRows", () => {
  it.each([
    [{}, [2, 3, 4, 5]],
    [{ industry: "A" }, [3]],
    [{ industry: ["A", "B"] }, [3, 4]],
    [{ year: 2015 }, [2, 3]],
    [{ year: "2015" }, [2, 3]],
    [{ year: { from: 2016 } }, [4]],
    [{ year: { to: 2015 }, industry: ["A", "B"] }, [3]],
    [{ industry: "Z" }, []],
  ])("by %j", (where, expected) => {
    expect(lines(filterRows(table, where))).toEqual(expected);
  });

  it("refuses a column that is not there and a range of labels", () => {
    expect(() => filterRows(table, { yaer: 2015 })).toThrow("jobs: no column yaer; the columns are industry, year");
    expect(() => filterRows(table, { industry: { from: 1 } })).toThrow("a range needs numbers");
  });
});

describe("omitRows", () => {
  it("keeps the rest", () => {
    expect(lines(omitRows(table, { industry: ["00"] }))).toEqual([3, 4, 5]);
    expect(lines(omitRows(table, { industry: ["00", "A"], year: 2016 }))).toEqual([2, 3, 4, 5]);
  });
});
