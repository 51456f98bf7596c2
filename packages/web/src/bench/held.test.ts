import { expect, it } from "vitest";
import { heldOf } from "./held.ts";

it("shows the last value of the same thing while it is fetched anew, and nothing of another", () => {
  const held = { about: "level", value: 1 };
  expect(heldOf(held, "level")).toBe(held);
  expect(heldOf(held, "disparity")).toEqual({});
  expect(heldOf({}, undefined)).toEqual({});
});
