import { describe, expect, it } from "vitest";
import { mobility } from "./mobility.ts";
import { mobilityIndices } from "./mobility-indices.ts";

const exact = 1e-12; // eigenvalues of matrices of a few rows

const stay = { k: 3, probability: Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) };
const even = { k: 3, probability: new Float64Array(9).fill(1 / 3) };
const uniform = [1 / 3, 1 / 3, 1 / 3];

describe("mobilityIndices", () => {
  it("are 0 where nobody moves", () => {
    for (const each of Object.values(mobilityIndices(stay, uniform))) expect(Math.abs(each)).toBeLessThan(exact);
  });

  it("are 1 where the past does not matter; the distance is 8 / 18", () => {
    const found = mobilityIndices(even, uniform);
    for (const name of ["shorrocks", "determinant", "eigenvalue", "leaving"] as const) {
      expect(Math.abs(found[name] - 1)).toBeLessThan(exact);
    }
    expect(found.distance).toBeCloseTo(8 / 18, 14); // sum of |c - d| over nine pairs is 8, / 9 / (3 - 1)
  });

  it("by hand: p 1/4 up, 1/2 down has trace 5/4, determinant and second eigenvalue 1/4", () => {
    const found = mobilityIndices({ k: 2, probability: Float64Array.of(0.75, 0.25, 0.5, 0.5) }, [0.5, 0.5]);
    expect(found.shorrocks).toBeCloseTo(0.75, 14);
    expect(found.determinant).toBeCloseTo(0.75, 14);
    expect(found.eigenvalue).toBeCloseTo(0.75, 14);
    expect(found.distance).toBeCloseTo(0.375, 14);
  });
});

describe("mobility", () => {
  const input = {
    place: ["a", "b", "c", "d"].flatMap((each) => [each, each]),
    year: [0, 1, 0, 1, 0, 1, 0, 1],
    value: [1, 1, 2, 3, 3, 2, 4, 4],
  };

  it("weighs by the shares asked for, and says which", () => {
    for (const start of ["uniform", "observed", "steady"] as const) {
      const found = mobility(input, { k: 2, start });
      expect(found.leaving).toBeCloseTo(found.shorrocks, 12); // both halves are alike here
      expect(found.convention.start).toBe(start);
    }
  });

  it("refuses a class from which nothing starts, and one year", () => {
    const once = { place: ["a", "b"], year: [2000, 2000], value: [1, 2] };
    expect(() => mobility(once)).toThrow("mobility: the data have 2000 alone, expected at least two years");
    expect(() => mobility(input, { cuts: [100] })).toThrow("mobility: no move starts from class 2");
  });
});
