import { expect, it } from "vitest";
import { evenShares } from "./even-shares.ts";

it("gives the heaviest first, each to who has least: 7, then 5, 4 to 5, 3 to 7, 1 to 9 rather than 10", () => {
  expect(evenShares([1, 5, 3, 7, 4], 2)).toEqual([
    [3, 2],
    [1, 4, 0],
  ]);
});

it("gives every job once, and nobody nothing", () => {
  const weights = Array.from({ length: 40 }, (_, at) => (at * 37) % 11);
  expect(
    evenShares(weights, 3)
      .flat()
      .sort((a, b) => a - b),
  ).toEqual(weights.map((_, at) => at));
  expect(evenShares([2], 4)).toEqual([[0]]);
  expect(evenShares([], 4)).toEqual([]);
});
