import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fisherTwoSided, fisherUpperTail } from "./fisher.ts";
import { studentTwoSided } from "./student.ts";

const relative = 2e-13; // R's own and ours: an exponent of up to 700 rounds to some 1e-13

const oracle = JSON.parse(readFileSync(new URL("../../../../oracles/numeric-tails.json", import.meta.url), "utf8")) as {
  f: [number, number, number, number][];
};

describe("the upper tail of F against R (oracles/numeric-tails.R)", () => {
  it.each(oracle.f)("beyond %d with %d and %d degrees of freedom", (f, between, within, expected) => {
    expect(Math.abs(fisherUpperTail(f, between, within) - expected)).toBeLessThanOrEqual(relative * expected);
  });

  it("of a square is the two-sided tail of t", () => {
    for (const t of [0.1, 1, 3, 30]) {
      const expected = studentTwoSided(t, 12);
      expect(Math.abs(fisherUpperTail(t * t, 1, 12) - expected)).toBeLessThan(relative * expected);
    }
  });

  it("ends in 1 and 0, and two-sided does not depend on which variance is on top", () => {
    expect(fisherUpperTail(0, 2, 3)).toBe(1);
    expect(fisherUpperTail(Number.POSITIVE_INFINITY, 2, 3)).toBe(0);
    expect(fisherUpperTail(1, 0, 3)).toBeNaN();
    expect(fisherTwoSided(2, 5, 9)).toBe(fisherTwoSided(0.5, 9, 5));
    expect(fisherTwoSided(1, 7, 7)).toBeCloseTo(1, 12);
  });
});
