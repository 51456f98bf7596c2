import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { studentQuantile, studentTwoSided, studentUpperTail } from "./student.ts";

const relative = 2e-13; // R's own and ours: an exponent of up to 700 rounds to some 1e-13

const oracle = JSON.parse(readFileSync(new URL("../../../../oracles/numeric-tails.json", import.meta.url), "utf8")) as {
  t: [number, number, number][];
  tQuantile: [number, number, number][];
};

describe("tails of Student's t against R (oracles/numeric-tails.R)", () => {
  it.each(oracle.t)("beyond %d with %d degrees of freedom", (t, freedom, expected) => {
    expect(Math.abs(studentUpperTail(t, freedom) - expected)).toBeLessThanOrEqual(relative * expected);
  });

  it.each(oracle.tQuantile)("exceeded with %d at %d degrees of freedom", (upper, freedom, expected) => {
    expect(Math.abs(studentQuantile(upper, freedom) - expected)).toBeLessThanOrEqual(relative * Math.abs(expected));
    expect(studentQuantile(1 - upper, freedom)).toBeLessThan(0);
  });

  it("with one degree of freedom is Cauchy: 1/2 - atan(t) / pi", () => {
    for (const t of [-7, 0.3, 1, 12]) {
      expect(Math.abs(studentUpperTail(t, 1) - (0.5 - Math.atan(t) / Math.PI))).toBeLessThan(relative);
    }
  });

  it("falls, adds up with its mirror to 1, ends in 0 and 1, and hands a gap on", () => {
    for (let t = -6; t < 6; t += 0.05) {
      expect(studentUpperTail(t + 0.05, 7)).toBeLessThan(studentUpperTail(t, 7));
      expect(Math.abs(studentUpperTail(t, 7) + studentUpperTail(-t, 7) - 1)).toBeLessThan(relative);
    }
    expect(studentUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
    expect(studentUpperTail(Number.NEGATIVE_INFINITY, 3)).toBe(1);
    expect(studentTwoSided(Number.NEGATIVE_INFINITY, 3)).toBe(0);
    expect(studentTwoSided(-2, 10)).toBe(2 * studentUpperTail(2, 10));
    expect(studentUpperTail(1e150, 1)).toBeGreaterThan(0);
    expect([studentUpperTail(Number.NaN, 3), studentUpperTail(1, 0), studentQuantile(0, 3)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });
});
