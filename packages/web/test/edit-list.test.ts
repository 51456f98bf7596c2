import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { insertItem, moveItem, putList, removeItem } from "../src/bench/edit-list.ts";

const text = `# head
report:
  lang: [zh, en]   # both
  sections:
    - title: { zh: 一, en: one }
      show: [a, "b.c"]
    # about two
    - title: { zh: 二, en: two }
      show:
        - - { of: x } # first
          - y
        - z
    - { title: { zh: 三, en: three }, show: [q] }
# tail
seed: 1
`;
const sections = ["report", "sections"];
const titles = (changed: string) =>
  parse(changed).report.sections.map(({ title }: { title: { en: string } }) => title.en);

it("moves an item with its own lines and the comment above it, and touches nothing else", () => {
  const moved = moveItem(text, sections, 1, 0);
  expect(titles(moved)).toEqual(["two", "one", "three"]);
  expect(moved.split("\n").sort()).toEqual(text.split("\n").sort());
  expect(moved).toContain("  sections:\n    # about two\n    - title: { zh: 二, en: two }\n");
  expect(moveItem(moved, sections, 0, 1)).toBe(text);
});

it("takes an item out, the last of a list as well", () => {
  expect(titles(removeItem(text, sections, 2))).toEqual(["one", "two"]);
  expect(removeItem(text, sections, 2)).toContain("        - z\n# tail\nseed: 1\n");
  const none = [2, 1, 0].reduce((now, at) => removeItem(now, sections, at), text);
  expect(parse(none)).toEqual({ report: { lang: ["zh", "en"], sections: [] }, seed: 1 });
});

it("puts an item in, on a line of its own or between brackets", () => {
  const put = insertItem(text, sections, 1, { title: { zh: "新", en: "new" }, show: ["w"] });
  expect(put).toContain("    - { title: { zh: 新, en: new }, show: [ w ] }\n    # about two\n");
  expect(titles(put)).toEqual(["one", "new", "two", "three"]);
  expect(insertItem(text, ["report", "sections", 0, "show"], 1, "n")).toContain(`show: [a, n, "b.c"]`);
});

it("writes a list anew on one line where its first dash does not begin its line", () => {
  const path = ["report", "sections", 1, "show", 0];
  expect(parse(moveItem(text, path, 1, 0)).report.sections[1].show).toEqual([["y", { of: "x" }], "z"]);
});

it("puts a list that is not there, an item a line", () => {
  expect(putList("report:\n  lang: [zh]\n", sections, [{ show: ["a"] }, { show: ["b"] }])).toBe(
    "report:\n  lang: [zh]\n  sections:\n    - { show: [ a ] }\n    - { show: [ b ] }\n",
  );
  expect(parse(putList("report: { lang: [zh] }\n", sections, [{ show: ["a"] }]))).toEqual({
    report: { lang: ["zh"], sections: [{ show: ["a"] }] },
  });
  expect(parse(putList("title: x\n", sections, [{ show: ["a"] }]))).toEqual({
    title: "x",
    report: { sections: [{ show: ["a"] }] },
  });
});

it("does to a study's text what is done to its lists", () => {
  const study = readFileSync(new URL("../../../studies/three-agglomerations/study.yaml", import.meta.url), "utf8");
  const count = parse(study).report.sections.length as number;
  fc.assert(
    fc.property(fc.nat(count - 1), fc.nat(count - 1), fc.nat(7), (from, to, nth) => {
      const wanted = parse(study);
      wanted.report.sections.splice(to, 0, ...wanted.report.sections.splice(from, 1));
      const moved = moveItem(study, sections, from, to);
      expect(parse(moved)).toEqual(wanted);
      expect(moved.split("\n").sort()).toEqual(study.split("\n").sort());
      const { show } = wanted.report.sections[to];
      const at = nth % show.length;
      show.splice(at, 1);
      expect(parse(removeItem(moved, ["report", "sections", to, "show"], at))).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});
