import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { atkinson } from "./atkinson.ts";

const digits = 1e-12; // doubles: a handful of additions, against 15 printed digits
const printed = 1e-5; // PySAL's tests hold five digits

const place = ["a", "b", "c", "d", "e"];
const index = (value: readonly number[], epsilon: number) =>
  atkinson({ place: place.slice(0, value.length), value }, { epsilon });

describe("atkinson", () => {
  it("of 1 and 4 is 1/10 at 1/2, 1/5 at 1, 9/25 at 2", () => {
    expect(index([1, 4], 0.5).atkinson).toBeCloseTo(0.1, 14); // ((1 + 2)/2)^2 = 9/4 of 5/2
    expect(index([1, 4], 1).atkinson).toBeCloseTo(0.2, 14); // sqrt(4) = 2 of 5/2
    expect(index([1, 4], 2).atkinson).toBeCloseTo(9 / 25, 14); // 2 / (1 + 1/4) = 8/5 of 5/2
  });

  it("is what PySAL inequality test_atkinson holds for 10, 20, ..., 50", () => {
    const value = [10, 20, 30, 40, 50];
    expect(Math.abs((index(value, 0.5).atkinson as number) - 0.06315)).toBeLessThan(printed);
    expect(Math.abs((index(value, 0.5).equallyDistributed as number) - 28.105398233)).toBeLessThan(1e-8);
    expect(Math.abs((index(value, 1).atkinson as number) - 0.1316096)).toBeLessThan(printed);
    expect(Math.abs((index(value, 1).equallyDistributed as number) - 26.0517108)).toBeLessThan(1e-6);
  });

  it("runs through 1 without a step, rises with the aversion, and ends at 1 - least / mean", () => {
    const value = [3, 5, 1, 9];
    const [below, at, above] = [1 - 1e-9, 1, 1 + 1e-9].map((epsilon) => index(value, epsilon).atkinson as number);
    expect(Math.abs((below as number) - (at as number))).toBeLessThan(1e-8);
    expect(Math.abs((above as number) - (at as number))).toBeLessThan(1e-8);
    const ladder = [0.1, 0.5, 1, 2, 5, 20, 100].map((epsilon) => index(value, epsilon).atkinson as number);
    expect([...ladder].sort((a, b) => a - b)).toEqual(ladder);
    expect(ladder.at(-1)).toBeCloseTo(1 - 1 / 4.5, 1);
  });

  it("does not overflow where values are far apart and aversion is great", () => {
    expect(index([1e-6, 1e6], 100).atkinson).toBeGreaterThan(0.999);
    expect(index([1e-6, 1e6], 100).atkinson).toBeLessThanOrEqual(1);
  });

  it("counts a place of weight 3 as three places of its level, and takes 0 below aversion 1", () => {
    const weighted = atkinson({ place: ["a", "b"], value: [2, 8], weight: [3, 1] }, { value: "per-head" });
    expect(weighted.atkinson).toBeCloseTo(index([2, 2, 2, 8], 0.5).atkinson as number, 14);
    expect(index([0, 4], 0.5).atkinson).toBeCloseTo(0.5, 14); // (2/2)^2 = 1 of 2
  });

  it("of places that are all alike is 0", () => {
    expect(index([0.1, 0.1, 0.1], 0.5).atkinson).toBeLessThan(digits);
  });

  it("refuses 0 from aversion 1 on, with the place", () => {
    expect(() => index([0, 4], 1)).toThrow("atkinson: value of a is 0, expected more than 0");
    expect(() => index([-1, 4], 0.5)).toThrow("atkinson: value of a is -1, expected at least 0");
  });
});

describe.skipIf(!haveGoldens)("atkinson against reference outputs", () => {
  it("PySAL on Mexico, REAT on German counties", () => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const golden = goldenJson<Record<string, { atkinson05: number; atkinson1: number }>>(
      "inequality_mexico/expected.json",
    );
    for (const year of [1940, 1950, 1960, 1970, 1980, 1990, 2000].map((each) => `pcgdp${each}`)) {
      const input = { place: rows.map(({ State }) => State as string), value: rows.map((row) => Number(row[year])) };
      const half = atkinson(input).atkinson as number;
      const one = atkinson(input, { epsilon: 1 }).atkinson as number;
      expect(Math.abs(half - (golden[year]?.atkinson05 as number))).toBeLessThan(digits);
      expect(Math.abs(one - (golden[year]?.atkinson1 as number))).toBeLessThan(digits);
    }
    const counties = goldenCsv("inequality_convergence_reat/G.counties.gdp.csv");
    const { atkinson_half } = goldenJson<{ atkinson_half: number }>("inequality_convergence_reat/expected.json");
    const german = atkinson({
      place: counties.map(({ region_code }) => region_code as string),
      value: counties.map(({ gdppc2010 }) => Number(gdppc2010)),
    });
    expect(Math.abs((german.atkinson as number) - atkinson_half)).toBeLessThan(digits);
  });
});
