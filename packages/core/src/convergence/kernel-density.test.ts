import { describe, expect, it } from "vitest";
import { gaussianDensity, ruleOfThumb, sheatherJones } from "../numeric/kernel-density.ts";
import { kernelDensity } from "./kernel-density.ts";
import { kernelFindings } from "./kernel-density-findings.ts";

const exact = 1e-13; // a few terms

const phi = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
const names = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);

describe("kernelDensity", () => {
  it("is the mean of normal densities, by hand", () => {
    const { rows } = kernelDensity({ place: ["a", "b"], value: [0, 2] }, { bandwidth: 1, points: 3 });
    expect(rows.map(({ at }) => at)).toEqual([-3, 1, 5]);
    expect(rows[0]?.density).toBeCloseTo((phi(3) + phi(5)) / 2, 15);
    expect(rows[1]?.density).toBeCloseTo(phi(1), 15);
  });

  it("weighs places by their share", () => {
    const { rows } = kernelDensity({ place: ["a", "b"], value: [0, 2], weight: [3, 1] }, { bandwidth: 1, points: 3 });
    expect(rows[0]?.density).toBeCloseTo(0.75 * phi(3) + 0.25 * phi(5), 15);
  });

  it("integrates to 1, and folded at 0 too", () => {
    const value = [0.1, 0.4, 0.5, 2, 3, 3.2];
    for (const bounded of ["none", "zero"] as const) {
      const { rows } = kernelDensity({ place: names(6), value }, { points: 4001, bounded });
      const step = (rows[1]?.at as number) - (rows[0]?.at as number);
      const ends = ((rows[0]?.density as number) + (rows.at(-1)?.density as number)) / 2;
      const area = step * (rows.reduce((sum, { density }) => sum + density, 0) - ends);
      expect(Math.abs(area - 1)).toBeLessThan(2e-3); // three bandwidths beyond the data leave .0013 of one place
    }
  });

  it("finds two peaks where there are two, and one where they merge", () => {
    const value = [1, 1.1, 0.9, 5, 5.1, 4.9];
    expect(kernelDensity({ place: names(6), value }, { bandwidth: 0.5 }).years[0]?.modes).toBe(2);
    expect(kernelDensity({ place: names(6), value }, { bandwidth: 3 }).years[0]?.modes).toBe(1);
  });

  it("says that peaks became others only where they did", () => {
    const [one, two] = [
      [1, 1.1, 1.2, 1, 1.1, 1.2],
      [1, 1.1, 0.9, 5, 5.1, 4.9],
    ];
    const told = (first: readonly number[], last: readonly number[]) => {
      const year = [...first.map(() => 2010), ...last.map(() => 2020)];
      const place = [...names(6), ...names(6)];
      const found = kernelDensity({ place, year, value: [...first, ...last] }, { bandwidth: 0.5 });
      return kernelFindings(found)[0]?.text;
    };
    expect(told(one, two)?.en).toContain("went from {before");
    expect(told(two, two)?.en).toMatch(/^In \{from\} as in \{to\} the distribution has/);
    expect(told(two, two)?.zh).toContain("均有 {modes} 个峰");
  });

  it("puts years on one grid, relative ones over the mean of their year, with one bandwidth where asked", () => {
    const input = { place: ["a", "b", "c", "a", "b", "c"], year: [1, 1, 1, 2, 2, 2], value: [1, 2, 3, 10, 20, 30] };
    const { years, rows } = kernelDensity(input, { scale: "relative", across: "pooled", points: 8 });
    expect(years.map(({ mean }) => mean)).toEqual([1, 1]);
    expect(years[0]?.bandwidth).toBe(years[1]?.bandwidth);
    expect(rows.slice(0, 8).map(({ density }) => density)).toEqual(rows.slice(8).map(({ density }) => density));
  });

  it("finds a year's peaks whatever the other years span, and says that the common grid is too coarse", () => {
    const narrow = [100, 101, 102];
    const wide = [0, 5_000, 10_000];
    const alone = kernelDensity({ place: names(3), value: narrow });
    const both = kernelDensity({
      place: [...names(3), ...names(3)],
      year: [1, 1, 1, 2, 2, 2],
      value: [...narrow, ...wide],
    });
    const { year: _, ...first } = both.years[0] as (typeof both.years)[number];
    const { year: __, ...only } = alone.years[0] as (typeof alone.years)[number];
    expect(first).toEqual(only);
    expect(both.warnings?.map(({ code }) => code)).toEqual(["grid-coarse"]);
    expect(both.warnings?.[0]?.text.en).toContain("the curve of 1:");
    expect(alone.warnings).toEqual([]);
  });

  it("names a year without spread, and refuses where there is none at all", () => {
    const input = { place: ["a", "b", "a", "b"], year: [1, 1, 2, 2], value: [1, 1, 1, 2] };
    expect(kernelDensity(input).dropped?.map(({ row }) => row)).toEqual(["1"]);
    expect(() => kernelDensity({ place: ["a"], value: [1] })).toThrow(
      "kernel-density: in no year do two places differ",
    );
    expect(() => kernelDensity({ place: ["a", "b"], value: [0, 1] }, { scale: "log" })).toThrow("value of a is 0");
    expect(() => kernelDensity({ place: ["a", "b"], value: [-1, 1] }, { bounded: "zero" })).toThrow(
      "expected at least 0",
    );
  });
});

describe("bandwidths", () => {
  it("nrd0 by hand: 0, 1, 2, 3 have sd 1.29 and quartiles .75 and 2.25", () => {
    expect(ruleOfThumb(Float64Array.of(0, 1, 2, 3))).toBeCloseTo((0.9 * (1.5 / 1.34)) / 4 ** 0.2, 14);
  });

  it("go with the unit of the values", () => {
    const x = Float64Array.of(1, 2, 2.5, 4, 7, 7.5, 11, 15);
    for (const rule of [ruleOfThumb, sheatherJones]) {
      expect(Math.abs(rule(x.map((each) => 1000 * each)) / (1000 * rule(x)) - 1)).toBeLessThan(1e-9);
    }
    expect(gaussianDensity(x, new Float64Array(8).fill(1 / 8), 1, Float64Array.of(1e6))[0]).toBe(0);
    expect(
      Math.abs(
        (gaussianDensity(Float64Array.of(3), Float64Array.of(1), 2, Float64Array.of(5))[0] as number) - phi(1) / 2,
      ),
    ).toBeLessThan(exact);
  });
});
