import { expect, it } from "vitest";
import { choicesIn, uploadAt } from "./preview.ts";

it("reads the choices of an address, and none of one that the wizard did not write", () => {
  expect(choicesIn('{"sheet":"2020","layout":{"head":[1,2]}}')).toEqual({ sheet: "2020", layout: { head: [1, 2] } });
  for (const asked of [undefined, "null", "1", "[", "[]"]) expect(choicesIn(asked), asked).toEqual({});
});

it("asks for the file that was handed over, and by no name for anything else", () => {
  expect(uploadAt("a-1", "/preview")).toBe("/api/uploads/a-1/preview");
  expect(new URL(uploadAt("../runs/1"), "http://x").pathname).toBe("/api/uploads/..%2Fruns%2F1");
});
