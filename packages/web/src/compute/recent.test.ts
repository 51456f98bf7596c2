import { expect, it } from "vitest";
import { Recent } from "./recent.ts";

it("keeps the newest few, and counts one that is put in again as new", () => {
  const recent = new Recent<number>(2);
  recent.put("a", 1);
  recent.put("b", 2);
  recent.put("a", 3);
  recent.put("c", 4);
  expect(["a", "b", "c"].map((name) => recent.get(name))).toEqual([3, undefined, 4]);
});
