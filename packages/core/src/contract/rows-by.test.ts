import { expect, it } from "vitest";
import { rowsBy } from "./rows-by.ts";

it("has the positions of each key, keys as they first come", () => {
  expect([...rowsBy(["b", "a", "b", "b"])]).toEqual([
    ["b", [0, 2, 3]],
    ["a", [1]],
  ]);
  expect([...rowsBy([])]).toEqual([]);
});
