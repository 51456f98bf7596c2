import { describe, expect, it } from "vitest";
import { gapBefore } from "./dealt-pretrend.ts";

describe("gapBefore", () => {
  it("by hand: adopter 0, 2, 4 beside the mean 1, 1, 1 of two others: gaps -1, 1, 3, mean 1, squares 4 + 0 + 4", () => {
    // the fourth year is after adoption and does not count
    const outcome = Float64Array.of(0, 2, 4, 99, 1, 0, 2, 5, 1, 2, 0, 5);
    expect(gapBefore(outcome, [3, 4, 4], 4)).toBeCloseTo(8, 12);
  });

  it("knows no levels of places and no shocks of years", () => {
    const outcome = Float64Array.of(0, 2, 4, 1, 0, 2, 1, 2, 0);
    const moved = outcome.map((each, cell) => each + 10 * Math.floor(cell / 3) + [3, -1, 7][cell % 3]!);
    expect(gapBefore(moved, [2, 3, 3], 3)).toBeCloseTo(gapBefore(outcome, [2, 3, 3], 3), 10);
  });

  it("is nothing with one year before, or without others", () => {
    expect(gapBefore(new Float64Array(6), [1, 3], 3)).toBeNaN();
    expect(gapBefore(new Float64Array(6), [2, 2], 3)).toBeNaN();
  });
});
