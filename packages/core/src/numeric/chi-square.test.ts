import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { chiSquareUpperTail } from "./chi-square.ts";
import { normalTwoSided } from "./normal.ts";

const relative = 2e-13; // R's own and ours: an exponent of up to 700 rounds to some 1e-13

const oracle = JSON.parse(readFileSync(new URL("../../../../oracles/numeric-tails.json", import.meta.url), "utf8")) as {
  chiSquare: [number, number, number][];
};

describe("the upper tail of chi-square against R (oracles/numeric-tails.R)", () => {
  it.each(oracle.chiSquare)("beyond %d with %d degrees of freedom", (x, freedom, expected) => {
    expect(Math.abs(chiSquareUpperTail(x, freedom) - expected)).toBeLessThanOrEqual(relative * expected);
  });

  it("is exp(-x/2) with two degrees, and the normal's two tails with one", () => {
    for (const x of [0.2, 1, 9, 30]) {
      expect(Math.abs(chiSquareUpperTail(x, 2) / Math.exp(-x / 2) - 1)).toBeLessThan(relative);
      expect(Math.abs(chiSquareUpperTail(x * x, 1) / normalTwoSided(x) - 1)).toBeLessThan(relative);
    }
  });

  it("ends in 1 and 0, and hands a gap on", () => {
    expect(chiSquareUpperTail(0, 4)).toBe(1);
    expect(chiSquareUpperTail(Number.POSITIVE_INFINITY, 4)).toBe(0);
    expect([chiSquareUpperTail(Number.NaN, 4), chiSquareUpperTail(1, 0)]).toEqual([Number.NaN, Number.NaN]);
  });
});
