import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { variation } from "./variation.ts";

const digits = 1e-12; // doubles: a handful of additions, against 15 printed digits

const place = ["a", "b", "c", "d"];

describe("variation", () => {
  it("of 1, 2, 3, 6 is sqrt(14/4) / 3 with n and sqrt(14/3) / 3 with n - 1", () => {
    const value = [1, 2, 3, 6]; // mean 3, squares 4 + 1 + 0 + 9 = 14
    expect(variation({ place, value }).variation).toBeCloseTo(Math.sqrt(14 / 4) / 3, 14);
    expect(variation({ place, value }, { divisor: "n-1" }).variation).toBeCloseTo(Math.sqrt(14 / 3) / 3, 14);
  });

  it("by weight is that of as many places as the weight says", () => {
    const weighted = variation({ place: ["a", "b"], value: [2, 8], weight: [3, 1] }, { value: "per-head" });
    const counted = variation({ place, value: [2, 2, 2, 8] });
    expect(weighted.variation).toBeCloseTo(counted.variation as number, 14);
    expect(weighted.indices[0]?.plain).toBeCloseTo(0.6, 14); // 2 and 8: sd 3, mean 5
  });

  it("reads totals as totals over weights", () => {
    const total = variation({ place: ["a", "b"], value: [6, 8], weight: [3, 1] });
    const perHead = variation({ place: ["a", "b"], value: [2, 8], weight: [3, 1] }, { value: "per-head" });
    expect(total.variation).toBe(perHead.variation);
  });

  it("has squares that split between and within groups, and that places share out", () => {
    const value = [1, 3, 2, 6];
    const { indices, places } = variation({ place, value, group: ["x", "x", "y", "y"] });
    const square = (group: string) => {
      const row = indices.find((each) => each.group === group) as (typeof indices)[number];
      return (row.plain * row.mean) ** 2;
    };
    const between = ((2 - 3) ** 2 + (4 - 3) ** 2) / 2;
    expect(square("all")).toBeCloseTo(between + (square("x") + square("y")) / 2, 13);
    expect(places.reduce((total, { contribution }) => total + contribution, 0)).toBeCloseTo(1, 14);
  });

  it("gives each year its own row, the same as that year alone, and names places that are not in all", () => {
    const panel = variation({
      place: ["a", "b", "a", "b", "c"],
      year: [2010, 2010, 2020, 2020, 2020],
      value: [1, 3, 2, 4, 9],
    });
    expect(panel.variation).toBeUndefined();
    expect(panel.indices.map(({ year }) => year)).toEqual([2010, 2020]);
    expect(panel.indices[1]?.variation).toBe(variation({ place: ["a", "b", "c"], value: [2, 4, 9] }).variation);
    expect(panel.warnings?.map(({ code, values }) => [code, values?.places])).toEqual([
      ["unbalanced", { places: ["c"] }],
    ]);
  });

  it("of one place is 0 with n, nothing with n - 1, and says so", () => {
    const lone = variation({ place: ["a"], value: [3] }, { divisor: "n-1" });
    expect(lone.variation).toBeNaN();
    expect(lone.warnings?.map(({ code }) => code)).toEqual(["one-place"]);
    expect(variation({ place: ["a"], value: [3] }).variation).toBe(0);
  });

  it("of places that are all alike is 0", () => {
    const alike = variation({ place, value: [0.1, 0.1, 0.1, 0.1] });
    expect(Math.abs(alike.variation as number)).toBeLessThan(digits);
    expect(alike.places.every(({ contribution }) => Number.isFinite(contribution))).toBe(true);
  });

  it("refuses values below 0, weights that are not above it, and totals of 0, with the place and year", () => {
    expect(() => variation({ place, value: [-1, 1, 1, 1] })).toThrow(
      "variation: value of a is -1, expected at least 0",
    );
    expect(() => variation({ place: ["a"], year: [2020], value: [1], weight: [0] })).toThrow(
      "variation: weight of a 2020 is 0, expected more than 0",
    );
    expect(() => variation({ place, value: [0, 0, 1, 1], group: ["x", "x", "y", "y"] })).toThrow(
      "variation: the values of x add up to 0, expected more than 0",
    );
  });
});

describe.skipIf(!haveGoldens)("variation against reference outputs", () => {
  it("REAT 3.0.3 on German counties, 2010: cv with n - 1, weighted cv, and its williamson", () => {
    const rows = goldenCsv("inequality_convergence_reat/G.counties.gdp.csv");
    const golden = goldenJson<{ cv: number; cv_weighted_pop: number; williamson: number }>(
      "inequality_convergence_reat/expected.json",
    );
    const input = {
      place: rows.map(({ region_code }) => region_code as string),
      value: rows.map(({ gdppc2010 }) => Number(gdppc2010)),
      weight: rows.map(({ pop2010 }) => Number(pop2010)),
    };
    const options = { divisor: "n-1", value: "per-head" } as const;
    const found = variation(input, options).indices[0];
    expect(Math.abs((found?.plain as number) - golden.cv)).toBeLessThan(digits);
    expect(Math.abs((found?.weighted as number) - golden.cv_weighted_pop)).toBeLessThan(digits);
    const simple = variation(input, { ...options, centre: "simple" }).variation as number;
    expect(Math.abs(simple - golden.williamson)).toBeLessThan(digits);
  });

  it("R on Mexico, 1940 to 2000, by either divisor", () => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const golden = goldenJson<Record<string, { cv_pop: number; cv_sample: number }>>("inequality_mexico/expected.json");
    for (const year of [1940, 1950, 1960, 1970, 1980, 1990, 2000]) {
      const input = {
        place: rows.map(({ State }) => State as string),
        value: rows.map((row) => Number(row[`pcgdp${year}`])),
      };
      const { cv_pop, cv_sample } = golden[`pcgdp${year}`] as { cv_pop: number; cv_sample: number };
      expect(Math.abs((variation(input).variation as number) - cv_pop)).toBeLessThan(digits);
      expect(Math.abs((variation(input, { divisor: "n-1" }).variation as number) - cv_sample)).toBeLessThan(digits);
    }
  });
});

it("answers alike in any unit, the largest and the smallest doubles included", () => {
  const place = ["a", "b", "c", "d"];
  const [of, weight] = [
    [1, 2, 3, 10],
    [1, 2, 3, 4],
  ];
  // plain: mean 4, squares 9 + 4 + 1 + 36 = 50 over 4 places, so sqrt(12.5) / 4
  const usual = variation({ place, value: of, weight });
  expect(variation({ place, value: of }).variation).toBeCloseTo(Math.sqrt(12.5) / 4, 14);
  for (const unit of [2 ** 1020, 2 ** 600, 2 ** -600, 2 ** -1000]) {
    const scaled = variation({ place, value: of.map((each) => each * unit), weight });
    expect(scaled.variation).toBe(usual.variation);
    expect(scaled.places.map(({ contribution }) => contribution)).toEqual(
      usual.places.map(({ contribution }) => contribution),
    );
    expect(scaled.indices[0]?.deviation).toBe((usual.indices[0]?.deviation as number) * unit);
  }
});
