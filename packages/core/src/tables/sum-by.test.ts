import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labels, makeTable, numbers, takeRows } from "../contract/table.ts";
import { decimalsOf, exactSum } from "./exact-sum.ts";
import { cubeTable, sumBy } from "./sum-by.ts";

/** The sum by the definition: every value as it is printed, on a common scale of whole numbers. */
function slowSum(values: readonly number[]): number {
  const parts = values.map((value) => {
    const [digits, exponent = "0"] = String(value).split("e") as [string, string?];
    const [whole, fraction = ""] = digits.split(".") as [string, string?];
    return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
  });
  const places = Math.max(0, ...parts.map((part) => part.places));
  const total = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(places - part.places), 0n);
  return Number(`${total}e-${places}`);
}

describe("exactSum", () => {
  it("adds decimals as a person does", () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([1e15, 0.1, -1e15])).toBe(0.1);
    expect(exactSum(Array.from({ length: 1_000_000 }, () => 0.1))).toBe(100_000);
    expect(exactSum([2 ** 53, 1, 1])).toBe(2 ** 53 + 2);
    expect(exactSum([Number.NaN, 2])).toBe(2);
    expect(exactSum([])).toBe(0);
    expect(exactSum([1, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });

  it("counts the decimals that are shown", () => {
    expect(decimalsOf([3661.11, 5, 0.25])).toBe(2);
    expect(decimalsOf([1e-7])).toBe(7);
    expect(decimalsOf([1 / 3])).toBeUndefined();
  });

  it("agrees with the slow sum on short decimals and on any doubles", () => {
    const short = fc
      .tuple(fc.integer(), fc.integer({ min: 0, max: 6 }))
      .map(([whole, places]) => Number(`${whole}e-${places}`));
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: short }, any)), (values) => {
        expect(exactSum(values)).toBe(slowSum(values));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(short), (values) => {
        expect(exactSum(values)).toBe(slowSum(values));
      }),
      { numRuns: 500 },
    );
  });

  it("keeps whole numbers whole past the doubles that hold them", () => {
    const values = Array.from({ length: 40_000 }, () => 1e11 + 1);
    expect(exactSum(values)).toBe(Number(40_000n * (10n ** 11n + 1n)));
  });
});

describe("sumBy", () => {
  const table = makeTable(
    "firms",
    [],
    [
      labels("place", ["b", "a", "a", "b", "c", null]),
      numbers("year", "year", [2016, 2015, 2015, 2015, 2015, 2015]),
      numbers("output", "万元", [0.3, 0.1, 0.2, 1, Number.NaN, 7]),
      numbers("jobs", "person", [3, Number.NaN, 2, 1, Number.NaN, 7]),
    ],
  );

  it("sums by group, groups sorted, gaps counted and never taken for zeros", () => {
    const { by, measures, rows } = sumBy(table, ["place"], ["output", "jobs"]);
    expect(rows).toBe(4);
    expect(by[0]?.values).toEqual([null, "a", "b", "c"]);
    expect(measures[0]).toEqual({
      name: "output",
      unit: "万元",
      sums: Float64Array.of(7, 0.3, 1.3, Number.NaN),
      present: Uint32Array.of(1, 2, 2, 0),
      missing: Uint32Array.of(0, 0, 0, 1),
    });
    expect([...(measures[1]?.missing ?? [])]).toEqual([0, 1, 0, 1]);
  });

  it("sums by several columns, or all at once", () => {
    const { by } = sumBy(table, ["year", "place"], ["jobs"]);
    expect([...(by[0]?.values ?? [])]).toEqual([2015, 2015, 2015, 2015, 2016]);
    expect(by[1]?.values).toEqual([null, "a", "b", "c", "b"]);
    expect(sumBy(table, [], ["jobs"]).measures[0]?.sums).toEqual(Float64Array.of(13));
  });

  it("gives the same bytes for any order of rows", () => {
    const expected = sumBy(table, ["place"], ["output"]);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }), (order) => {
        expect(sumBy(takeRows(table, order), ["place"], ["output"])).toEqual(expected);
      }),
    );
  });

  it("makes a table of the cube", () => {
    const made = cubeTable(sumBy(table, ["place"], ["output"]), "cube");
    expect(made.key).toEqual(["place"]);
    expect(made.columns.map(({ name }) => name)).toEqual(["place", "output"]);
  });

  it("refuses columns that are not there or no numbers", () => {
    expect(() => sumBy(table, ["plaec"], ["jobs"])).toThrow("firms: no column plaec");
    expect(() => sumBy(table, ["year"], ["place"])).toThrow("firms: column place holds labels, expected numbers");
  });
});

it("sums keep their prices, but for chained ones, which do not add up", () => {
  const of = (basis: "current" | "chained") => numbers(basis, "yuan", [1, 2], { prices: { basis } });
  const table = makeTable("t", [], [labels("place", ["a", "a"]), of("current"), of("chained")]);
  const { columns } = cubeTable(sumBy(table, ["place"], ["current", "chained"]), "t");
  expect(columns.map((column) => (column.kind === "number" ? column.prices : "label"))).toEqual([
    "label",
    { basis: "current" },
    undefined,
  ]);
});
