import { describe, expect, it } from "vitest";
import { NumericalError } from "../contract/errors.ts";
import { random } from "../contract/random.ts";
import { moran } from "./moran.ts";

const exact = 1e-12; // sums of a few dozen terms

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const both = (pairs: [string, string][]) => ({
  from: pairs.flat(),
  to: pairs.flatMap(([a, b]) => [b, a]),
});
/** Rook neighbours on a 3 x 3 lattice, places a to i row by row. */
const rook = both([
  ...(["ab", "bc", "de", "ef", "gh", "hi"].map((pair) => [...pair]) as [string, string][]),
  ...(["ad", "dg", "be", "eh", "cf", "fi"].map((pair) => [...pair]) as [string, string][]),
]);
const oneToNine = { place: letters(9), value: [1, 2, 3, 4, 5, 6, 7, 8, 9], weights: rook };

/** Every order of the values. */
function orders(values: readonly number[]): number[][] {
  if (values.length === 1) return [[...values]];
  return values.flatMap((first, at) =>
    orders(values.filter((_, other) => other !== at)).map((rest) => [first, ...rest]),
  );
}

describe("moran", () => {
  it("of 1 to 9 on a lattice, by hand: deviations -4 to 4, cross products 36 along rows and 4 along columns, both ways", () => {
    const { statistic, expected, n } = moran(oneToNine);
    expect(statistic).toBeCloseTo(((9 / 24) * (2 * (36 + 4))) / 60, 14);
    expect(expected).toBe(-1 / 8);
    expect(n).toBe(9);
  });

  it("keeps its digits where the values lie far from 0: 0, 1, 2, 5, 3 and the same on 1e13", () => {
    const weights = both(["ab", "bc", "cd", "de"].map((pair) => [...pair]) as [string, string][]);
    const [near, far] = [0, 1e13].map((offset) =>
      moran({ place: letters(5), value: [0, 1, 2, 5, 3].map((each) => offset + each), weights }),
    );
    for (const name of ["statistic", "z", "p"] as const) {
      expect(Math.abs((far?.[name] as number) - (near?.[name] as number)), name).toBeLessThan(exact);
    }
    expect(far?.places.map(({ quadrant }) => quadrant)).toEqual(near?.places.map(({ quadrant }) => quadrant));
  });

  it("refuses values that differ by rounding alone", () => {
    const value = [1, 1, 1 + Number.EPSILON, 1, 1, 1, 1, 1, 1];
    expect(() => moran({ ...oneToNine, value })).toThrow(NumericalError);
    expect(() => moran({ ...oneToNine, value })).toThrow(
      /^moran: values from 1 to 1.0000000000000002 differ by no more/,
    );
  });

  it("has the variances of esda tests/test_moran.py, lat3x3", () => {
    expect(moran(oneToNine).variance).toBeCloseTo(0.0596875, 14);
    expect(moran(oneToNine, { variance: "normality" }).variance).toBeCloseTo(0.053125, 14);
  });

  it("has, by brute force over all 720 placings, its expectation and its variance under randomisation", () => {
    const place = letters(6);
    // one way, unequal weights: nothing here is symmetric
    const weights = {
      from: ["a", "b", "c", "d", "e", "f", "a", "c"],
      to: ["b", "c", "d", "e", "f", "a", "d", "a"],
      value: [1, 2, 0.5, 1, 3, 1, 0.2, 2],
    };
    for (const style of ["given", "binary", "row"] as const) {
      const all = orders([2, 3, 3.2, 5, 8, 7]).map((value) => moran({ place, value, weights }, { style }));
      const mean = all.reduce((total, { statistic }) => total + statistic, 0) / all.length;
      const variance = all.reduce((total, { statistic }) => total + (statistic - mean) ** 2, 0) / all.length;
      expect(Math.abs(mean - (all[0]?.expected as number))).toBeLessThan(exact);
      expect(Math.abs(variance - (all[0]?.variance as number))).toBeLessThan(exact);
    }
  });

  it("is the slope of lag on deviation where rows add up to 1", () => {
    const { places, statistic } = moran(oneToNine, { style: "row" });
    const slope = places.reduce((total, { deviation, lag }) => total + deviation * lag, 0) / 9;
    expect(Math.abs(slope - statistic)).toBeLessThan(exact);
    expect(places.map(({ quadrant }) => quadrant)).toEqual(["LL", "LL", "LL", "LL", "-", "HH", "HH", "HH", "HH"]);
  });

  it("does not change with the unit of the values or of the weights, and turns its sides with the sign", () => {
    const base = moran(oneToNine, { alternative: "greater" });
    const value = oneToNine.value.map((each) => 1e6 - 1e3 * each);
    const turned = moran(
      { ...oneToNine, value, weights: { ...rook, value: rook.from.map(() => 7) } },
      { alternative: "greater" },
    );
    expect(Math.abs(turned.statistic - base.statistic)).toBeLessThan(exact);
    expect(Math.abs(turned.variance - base.variance)).toBeLessThan(exact);
    expect(base.p + moran(oneToNine, { alternative: "less" }).p).toBeCloseTo(1, 14);
    expect(moran(oneToNine).p).toBeCloseTo(2 * base.p, 14);
  });

  it("counts random placings as (M + 1) / (R + 1)", () => {
    const value = [2, 3, 3.2, 5, 8, 7];
    const input = {
      place: letters(6),
      value,
      weights: both([
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
        ["d", "e"],
        ["e", "f"],
      ]),
    };
    const { statistic, expected } = moran(input);
    const all = orders(value).map((each) => moran({ ...input, value: each }).statistic);
    const shares = {
      greater: all.filter((i) => i >= statistic - exact).length / all.length,
      less: all.filter((i) => i <= statistic + exact).length / all.length,
      "two-sided":
        all.filter((i) => Math.abs(i - expected) >= Math.abs(statistic - expected) - exact).length / all.length,
    };
    const permutations = 9999;
    for (const [alternative, share] of Object.entries(shares) as [keyof typeof shares, number][]) {
      const { permutationP } = moran(input, { alternative, permutations, draw: random(5, alternative) });
      const error = Math.sqrt((share * (1 - share)) / permutations);
      expect(Math.abs((permutationP as number) - share)).toBeLessThan(4 * error + 1 / permutations); // four standard errors
      expect(Number.isInteger(Math.round((permutationP as number) * 1e8) / 1e4)).toBe(true); // a multiple of 1/10,000
    }
  });

  it("leaves out and names islands, strangers and edges of a place to itself", () => {
    const weights = { from: [...rook.from, "a", "b", "y"], to: [...rook.to, "y", "b", "z"] };
    const result = moran({ place: [...letters(9), "x"], value: [...oneToNine.value, 100], weights });
    expect(result.statistic).toBe(moran(oneToNine).statistic);
    expect(result.n).toBe(9);
    expect(result.dropped?.map(({ input, row, reason }) => `${input} ${row}: ${reason.en}`)).toEqual([
      "weights y: not among the places with a value: 2 of its edges left out",
      "weights z: not among the places with a value: 1 of its edges left out",
      "weights b b: a place is not its own neighbour",
      "cities x: island: no edge touches it",
    ]);
  });

  it("says that pairs are listed one way only, which half of a list of borders looks like", () => {
    const half = { from: rook.from.filter((_, at) => at % 2 === 0), to: rook.to.filter((_, at) => at % 2 === 0) };
    const { warnings, statistic, variance } = moran({ ...oneToNine, weights: half });
    expect(warnings?.map(({ code }) => code)).toEqual(["one-way-only"]);
    expect(statistic).toBeCloseTo(0.5, 14); // the raw statistic and its variance do not depend on the direction
    expect(variance).toBeCloseTo(0.0596875, 14);
  });

  it("says that standardised rows were cut short by a neighbour without a value", () => {
    const cities = { place: letters(9).slice(1), value: [2, 3, 4, 5, 6, 7, 8, 9] };
    const neighbours = (place: string) => rook.from.filter((each) => each === place).length;
    const weights = { ...rook, value: rook.from.map((place) => 1 / neighbours(place)) };
    expect(moran({ ...cities, weights }).warnings?.map(({ code }) => code)).toEqual(["rows-cut-short"]);
    expect(moran({ ...cities, weights }, { style: "row" }).warnings).toEqual([]);
  });

  it("has no test where all are neighbours alike, and no I of a constant", () => {
    const place = letters(5);
    const all = both(place.flatMap((a) => place.filter((b) => b > a).map((b): [string, string] => [a, b])));
    const result = moran({ place, value: [1, 5, 2, 9, 4], weights: all }, { permutations: 99 });
    expect(result.statistic).toBeCloseTo(-1 / 4, 14);
    expect([result.z, result.p]).toEqual([Number.NaN, Number.NaN]);
    expect(result.permutationP).toBe(1);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["no-variance"]);
    const constant = () => moran({ ...oneToNine, value: new Array(9).fill(0.1) });
    expect(constant).toThrow(NumericalError);
    expect(constant).toThrow("moran: value is 0.1 everywhere, expected values that differ");
  });

  it("refuses too few places, weights below 0 and weights between strangers", () => {
    const pair = {
      place: letters(3),
      value: [1, 2, 4],
      weights: both([
        ["a", "b"],
        ["b", "c"],
      ]),
    };
    expect(() => moran(pair)).toThrow(
      "moran: 3 places have a value and a neighbour, expected at least 4 for the variance under randomisation",
    );
    expect(moran(pair, { variance: "normality" }).n).toBe(3);
    expect(() => moran({ ...pair, weights: { from: ["a"], to: ["b"], value: [-1] } })).toThrow(
      "moran: weight from a to b is -1, expected at least 0",
    );
    expect(() => moran({ ...pair, place: ["a", "b", "a"] })).toThrow("moran: a stands twice, expected once");
    expect(() => moran({ ...pair, weights: { from: ["a", "a"], to: ["b", "b"] } })).toThrow(
      "moran: a b stands twice, expected once",
    );
    expect(() => moran({ ...pair, weights: { from: ["x"], to: ["y"] } })).toThrow(
      "moran: weights have no edge between two of the places (2 other places are named), expected at least one",
    );
  });
});
