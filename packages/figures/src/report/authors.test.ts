import { expect, it } from "vitest";
import { authorsLine } from "./authors.ts";

it.each([
  [undefined, "", ""],
  [[" "], "", ""],
  [["Li Ming"], "Li Ming", "Li Ming"],
  [["李明", "王芳"], "李明 and 王芳", "李明、王芳"],
  [["A", "B", "C"], "A, B and C", "A、B、C"],
])("%j", (authors, en, zh) => {
  expect(authorsLine(authors, "en")).toBe(en);
  expect(authorsLine(authors, "zh")).toBe(zh);
});
