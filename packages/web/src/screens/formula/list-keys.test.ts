import { expect, it } from "vitest";
import { rowByKey } from "./list-keys.ts";

const led = (chosen: number, count = 293) =>
  ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", "Tab"].map((key) =>
    rowByKey(key, { chosen, count, page: 30 }),
  );

it("leads by a row, by a page and to the ends of a list, never beyond", () => {
  expect(led(100)).toEqual([101, 99, 130, 70, 0, 292, undefined]);
  expect(led(0)).toEqual([1, 0, 30, 0, 0, 292, undefined]);
  expect(led(292)).toEqual([292, 291, 292, 262, 0, 292, undefined]);
});

it("begins at the first row where none is chosen, and leads nowhere in an empty list", () => {
  expect(led(-1)).toEqual([0, 0, 0, 0, 0, 292, undefined]);
  expect(led(-1, 0)).toEqual(Array.from({ length: 7 }));
});
