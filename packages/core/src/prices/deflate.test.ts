import { describe, expect, it } from "vitest";
import { by, gdp, index, panel, rounding } from "../../test/money-panel.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { deflate } from "./deflate.ts";

const nominal = panel([
  ["a", 2014, 90],
  ["a", 2015, 100],
  ["a", 2016, 110],
  ["a", 2017, 132],
]);

describe("deflate", () => {
  it("chains an index against the previous year, forwards and backwards", () => {
    // base 2015: 2016 = 110 / 1.02, 2017 = 132 / (1.02 x 1.05), 2014 = 90 x 1.01
    const chain = index([
      [null, 2015, 101],
      [null, 2016, 102],
      [null, 2017, 105],
    ]);
    const { table, missing } = deflate(nominal, chain, {
      values: ["gdp"],
      base: 2015,
      index: { kind: "previous-year" },
      by,
    });
    const expected = [90.9, 100, 110 / 1.02, 132 / (1.02 * 1.05)];
    expected.forEach((value, row) => {
      expect(gdp(table).values[row]).toBeCloseTo(value, rounding);
    });
    expect(missing).toEqual([]);
    expect(gdp(table).prices).toEqual({ basis: "constant", base: 2015, by });
    expect(gdp(table).title).toEqual({
      en: "GDP (2015 prices, by the yearbook)",
      zh: "地区生产总值（2015 年不变价，据统计年鉴）",
    });
    expect(gdp(nominal).values[2]).toBe(110);
  });

  it("leaves a figure without a year, and one of a year far from the index, a gap", () => {
    const chain = index([[null, 2016, 102]]);
    const odd = panel([
      ["a", 2015, 100],
      ["a", Number.NaN, 120],
      ["a", 20_150_101, 130], // a date where a year should stand: no chain is that long
    ]);
    const { table, missing } = deflate(odd, chain, {
      values: ["gdp"],
      base: 2015,
      index: { kind: "previous-year" },
      by,
    });
    expect([...gdp(table).values]).toEqual([100, Number.NaN, Number.NaN]);
    expect(missing.map(({ years }) => years)).toEqual([[Number.NaN, 20_150_101]]);
  });

  it("rebases an index of a fixed year", () => {
    const fixed = index([
      [null, 2014, 80],
      [null, 2015, 100],
      [null, 2016, 110],
      [null, 2017, 120],
    ]);
    const { table } = deflate(nominal, fixed, { values: ["gdp"], base: 2017, index: { kind: "fixed" }, by });
    // 90 x 120 / 80, 100 x 120 / 100, 110 x 120 / 110, 132
    [135, 120, 120, 132].forEach((value, row) => {
      expect(gdp(table).values[row]).toBeCloseTo(value, rounding);
    });
  });

  it("carries the base year's figure by an index of volume, as that of gross regional product", () => {
    const volume = index([
      ["a", 2016, 108],
      ["a", 2017, 107],
    ]);
    const { table, missing } = deflate(nominal, volume, {
      values: ["gdp"],
      base: 2015,
      index: { kind: "previous-year" },
      of: "volume",
      by,
    });
    // 100 x 1.08 and 100 x 1.08 x 1.07; 2014 has no link
    expect(gdp(table).values[2]).toBeCloseTo(108, rounding);
    expect(gdp(table).values[3]).toBeCloseTo(115.56, rounding);
    expect(missing).toEqual([{ place: "a", years: [2014] }]);
  });

  it("leaves a gap of the money a gap, whichever the index is of", () => {
    const gappy = panel([
      ["a", 2015, 100],
      ["a", 2016, Number.NaN],
      ["a", 2017, 132],
    ]);
    const growth = index([
      ["a", 2016, 108],
      ["a", 2017, 107],
    ]);
    for (const of of ["price", "volume"] as const) {
      const options = { values: ["gdp"], base: 2015, index: { kind: "previous-year" }, of, by } as const;
      const { table, missing } = deflate(gappy, growth, options);
      expect([...gdp(table).values].map(Number.isNaN)).toEqual([false, true, false]);
      expect(missing).toEqual([]);
    }
  });

  it("carries each place's own base figure where many places share a province's index, with or without a key", () => {
    const rows = [
      labels("place", ["x", "y", "x", "y"]),
      labels("province", ["p", "p", "p", "p"]),
      numbers("year", "year", [2015, 2015, 2016, 2016]),
      numbers("gdp", "yuan", [10, 30, 99, 99]),
    ];
    for (const key of [[], ["place", "year"]]) {
      const { table } = deflate(makeTable("cities", key, rows), index([["p", 2016, 110]]), {
        values: ["gdp"],
        base: 2015,
        index: { kind: "previous-year" },
        of: "volume",
        place: "province",
        by,
      });
      // 10 x 1.1 and 30 x 1.1
      expect([...gdp(table).values].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([10, 30, 11, 33]);
    }
  });

  it("takes a province's deflators for its cities, and gives gaps where a link is missing", () => {
    const cities = makeTable(
      "cities",
      ["place", "year"],
      [
        labels("place", ["x", "x", "y"]),
        labels("province", ["p", "p", "q"]),
        numbers("year", "year", [2015, 2016, 2016]),
        numbers("gdp", "yuan", [10, 11, 12]),
      ],
    );
    const { table, missing } = deflate(cities, index([["p", 2016, 110]]), {
      values: ["gdp"],
      base: 2015,
      index: { kind: "previous-year" },
      place: "province",
      by,
    });
    expect([...gdp(table).values].map((value) => Math.round(value * 1e9) / 1e9)).toEqual([10, 10, Number.NaN]);
    expect(missing).toEqual([{ place: "q", years: [2016] }]);
  });

  it("leaves shares of a year alone and changes growth by the deflator's: its two laws", () => {
    const two = panel([
      ["a", 2015, 100],
      ["b", 2015, 300],
      ["a", 2016, 121],
      ["b", 2016, 309],
    ]);
    const { table } = deflate(two, index([[null, 2016, 103]]), {
      values: ["gdp"],
      base: 2015,
      index: { kind: "previous-year" },
      by,
    });
    const [a15, b15, a16, b16] = gdp(table).values as unknown as [number, number, number, number];
    expect(a16 / (a16 + b16)).toBeCloseTo(121 / 430, rounding);
    expect(a16 / a15).toBeCloseTo(1.21 / 1.03, rounding);
    expect(b16 / b15).toBeCloseTo(1, rounding);
  });

  it("refuses what is deflated already, what is no money, and a table of deflators that contradicts itself", () => {
    const options = { values: ["gdp"], base: 2015, index: { kind: "fixed" }, by } as const;
    const constant = panel([["a", 2015, 1]], "yuan", { basis: "constant", base: 2010, by });
    expect(() => deflate(constant, index([[null, 2015, 100]]), options)).toThrow(
      "panel: gdp is in 2010 prices, by the yearbook, expected current prices",
    );
    expect(() => deflate(panel([["a", 2015, 1]], "10000 person"), index([[null, 2015, 100]]), options)).toThrow(
      "panel: gdp is in 10000 person, expected money",
    );
    expect(() =>
      deflate(
        nominal,
        index([
          [null, 2015, 100],
          [null, 2015, 101],
        ]),
        options,
      ),
    ).toThrow("deflators: 2015 is there twice");
    expect(() => deflate(nominal, index([["a", 2015, 0]]), options)).toThrow(
      "deflators: value of a 2015 is 0, expected more than 0",
    );
  });
});
