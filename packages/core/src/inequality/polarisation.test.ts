import { describe, expect, it } from "vitest";
import { gini } from "./gini.ts";
import { polarisation } from "./polarisation.ts";

const digits = 1e-13; // doubles: a handful of additions
const printed = 5e-5; // PySAL's documentation prints four digits

const names = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);
const of = (value: readonly number[], options = {}) => polarisation({ place: names(value.length), value }, options);

describe("polarisation", () => {
  it("of 1, 2, 3, 6: mean 3, median 5/2, poorer half 1/4, Gini 1/3: W = 4 (6/5) (1/2 - 1/4 - 1/6) = 2/5", () => {
    const { indices } = of([1, 2, 3, 6]);
    expect(indices[0]).toMatchObject({ mean: 3, median: 2.5 });
    expect(indices[0]?.poorerHalf).toBeCloseTo(0.25, 14);
    expect(indices[0]?.wolfson).toBeCloseTo(0.4, 14);
  });

  it("is twice what PySAL's wolfson documents", () => {
    const income = [20000, 25000, 27000, 30000, 35000, 45000, 60000, 75000, 80000, 120000];
    expect(Math.abs((of(income, { scale: "half" }).wolfson as number) - 0.2013)).toBeLessThan(printed);
    expect(Math.abs((of([6, 6, 8, 8, 10, 10, 12, 12]).wolfson as number) - 2 * 0.0833)).toBeLessThan(2 * printed);
  });

  it("runs from 0, where all are alike, to 1, where one half has nothing and the other is equal", () => {
    expect(of([2, 2, 2, 2]).wolfson).toBe(0);
    expect(of([0, 0, 3, 3]).wolfson).toBeCloseTo(1, 14);
  });

  it("takes the half inside a place where it falls there, and counts a place of weight 3 as three", () => {
    expect(of([1, 2, 6]).indices[0]).toMatchObject({ median: 2 });
    expect(of([1, 2, 6]).indices[0]?.poorerHalf).toBeCloseTo((1 + 1) / 9, 14); // half of the second place
    const weighted = polarisation({ place: ["a", "b"], value: [2, 8], weight: [3, 1] }, { value: "per-head" });
    expect(Math.abs((weighted.wolfson as number) - (of([2, 2, 2, 8]).wolfson as number))).toBeLessThan(digits);
  });

  it("Esteban-Ray by hand: shares 3/4 and 1/4, means 1 and 5, a = 1: (9/16 1/4 + 1/16 3/4) 4 / 2 = 3/8", () => {
    const found = polarisation({ place: names(4), value: [1, 1, 1, 5], group: ["x", "x", "x", "y"] }, { alpha: 1 });
    expect(found.estebanRay).toBeCloseTo(3 / 8, 14);
    expect(found.poles.map(({ contribution }) => contribution)).toEqual([0.75, 0.25]);
  });

  it("with alpha 0 is twice the Gini coefficient of the groups' means", () => {
    const value = [1, 3, 2, 6, 4, 9];
    const group = ["x", "x", "y", "y", "z", "z"];
    const found = polarisation({ place: names(6), value, group }, { alpha: 0 });
    const means = gini({ place: ["x", "y", "z"], value: [2, 4, 6.5] }).gini as number;
    expect(Math.abs((found.estebanRay as number) - 2 * means)).toBeLessThan(digits);
  });

  it("is greatest for two equal camps, more so the greater alpha", () => {
    const index = (group: string[], value: number[]) =>
      polarisation({ place: names(6), value, group }, { alpha: 1.6 }).estebanRay as number;
    const two = index(["x", "x", "x", "y", "y", "y"], [1, 1, 1, 3, 3, 3]);
    expect(two).toBeGreaterThan(index(["x", "y", "y", "y", "y", "z"], [1, 2, 2, 2, 2, 3]));
    expect(two).toBeGreaterThan(index(["x", "x", "y", "y", "z", "z"], [1, 1, 2, 2, 3, 3]));
  });

  it("without groups has no Esteban-Ray, with a median of 0 no Wolfson, and says so", () => {
    expect(of([1, 2]).estebanRay).toBeUndefined();
    const empty = of([0, 0, 5]);
    expect(empty.wolfson).toBeNaN();
    expect(empty.warnings?.map(({ code }) => code)).toEqual(["median-zero"]);
  });

  it("refuses values below 0", () => {
    expect(() => of([1, -1])).toThrow("polarisation: value of p1 is -1, expected at least 0");
  });
});
