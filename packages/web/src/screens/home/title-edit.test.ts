import { expect, it } from "vitest";
import { parse } from "yaml";
import { withTitle } from "./title-edit.ts";

it("changes the title where it stands, and not one character beside it", () => {
  expect(withTitle("# mine\ntitle: Old # for now\nseed: 1\n", { zh: "新", en: "New" })).toBe(
    "# mine\ntitle: { zh: 新, en: New } # for now\nseed: 1\n",
  );
  expect(withTitle("title: Old\nseed: 1\n", { zh: "新", en: "新" })).toBe("title: 新\nseed: 1\n");
  expect(withTitle("title:\n  zh: 旧 # 暂定\n  en: Old\nseed: 1\n", { zh: "新", en: "New" })).toBe(
    "title:\n  zh: 新 # 暂定\n  en: New\nseed: 1\n",
  );
  expect(withTitle("title: { zh: 旧, en: Old }\n", { zh: "旧", en: "New" })).toBe("title: { zh: 旧, en: New }\n");
});

it("keeps a title whole that looks like something else", () => {
  for (const hostile of ["a: b", "# none", "[x", "- x", "true", "2020", 'say "no"', "  ends  "]) {
    const changed = withTitle("title: Old\nseed: 1\n", { zh: hostile, en: "New" });
    expect(parse(changed)).toEqual({ title: { zh: hostile, en: "New" }, seed: 1 });
  }
});
