import { describe, expect, it } from "vitest";
import { alike, spread } from "./spread.ts";

describe("spread", () => {
  it("of 1, 2, 4 by hand: mean 7/3, squares 42/9, over 2 or over 3", () => {
    expect(spread([1, 2, 4]).mean).toBeCloseTo(7 / 3, 15);
    expect(spread([1, 2, 4]).deviation).toBeCloseTo(Math.sqrt(42 / 18), 15);
    expect(spread([1, 2, 4], "n").deviation).toBeCloseTo(Math.sqrt(42 / 27), 15);
  });

  it("of constants is exactly 0, though ten times 0.1 add up to less than 1", () => {
    expect(spread(new Float64Array(10).fill(0.1))).toEqual({ mean: 0.1, deviation: 0 });
    expect(spread([5])).toEqual({ mean: 5, deviation: 0 });
  });
});

describe("alike", () => {
  it("takes quotients of one number for one, and nothing else", () => {
    expect(0.3 / 3).not.toBe(0.1);
    expect(alike([0.3 / 3, 0.1])).toBe(true);
    expect(alike([1, 1 + 1e-14])).toBe(false);
    expect(alike([0, 1e-300])).toBe(false);
    expect(alike([-1, 1])).toBe(false);
  });
});
