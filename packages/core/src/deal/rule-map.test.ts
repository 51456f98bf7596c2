import { expect, it } from "vitest";
import { mapYears } from "./rule-map.ts";

it("shows years that are looked ahead, however few or many, at most eight of them", () => {
  expect([1, 2, 3, 8, 9, 10, 60].map(mapYears)).toEqual([
    [1],
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4, 5, 6, 7, 8],
    [2, 3, 4, 5, 6, 7, 8, 9],
    [3, 4, 5, 6, 7, 8, 9, 10],
    [3, 4, 5, 6, 7, 8, 9, 10],
  ]);
});
