import { expect, it } from "vitest";
import { addTo } from "./add-to.ts";

it("keeps the items of a key in the order in which they come, without copying the list", () => {
  const lists = new Map<string, number[]>();
  addTo(lists, "a", 1);
  const list = lists.get("a");
  addTo(lists, "b", 2);
  addTo(lists, "a", 3);
  expect([...lists]).toEqual([
    ["a", [1, 3]],
    ["b", [2]],
  ]);
  expect(lists.get("a")).toBe(list);
});
