import { labels, makeTable, numbers } from "@conurb/core/contract";
import { codeNames } from "@conurb/figures";
import { expect, it } from "vitest";
import { shownTable, tsvOf } from "./shown-table.ts";

const text = (en: string, zh: string) => ({ en, zh });
const place = { name: text("Nanjing", "南京市"), short: text("Nanjing", "南京") };
const names = { places: { "320100": place }, groups: {}, labels: {} } as unknown as Parameters<typeof codeNames>[0];
const table = makeTable(
  "scores",
  ["place"],
  [
    labels("place", ["320100", "x\ty"], text("place", "地区")),
    numbers("year", "year", [2020, Number.NaN], { title: text("year", "年份") }),
    numbers("output", "100 million yuan", [1234.5, Number.NaN], { title: text("output", "产出") }),
  ],
);

it("shows a year that is not there as a gap, as any other figure", () => {
  const { rows } = shownTable(table, codeNames(names, "zh"), "zh");
  expect(rows.map(({ shown }) => shown[1])).toEqual(["2020", "–"]);
  expect(rows.flatMap(({ shown }) => shown).join(" ")).not.toContain("NaN");
});

it.each([
  ["zh", "地区（代码）", "地区", "南京", "年份", "产出 (亿元)"],
  ["en", "place (code)", "place", "Nanjing", "year", "output (100 m yuan)"],
] as const)("copies codes with their names beside them, in %s", (language, codeHead, head, name, year, output) => {
  const shown = shownTable(table, codeNames(names, language), language);
  const codeTitle = (title: string) => (language === "zh" ? `${title}（代码）` : `${title} (code)`);
  const lines = tsvOf(shown, { codeTitle, isTurned: false }).split("\n");
  expect(lines.map((line) => line.split("\t"))).toEqual([
    [codeHead, head, year, output],
    ["320100", name, "2020", "1234.5"],
    ["x y", "x y", "", ""],
  ]);
});

it("copies no second column of what is called as it is written", () => {
  const plain = makeTable("t", ["a"], [labels("a", ["one", "two"]), labels("b", [null, "three"])]);
  const copied = (isTurned: boolean) =>
    tsvOf(shownTable(plain, codeNames(names, "en"), "en"), { codeTitle: (title) => `${title}!`, isTurned });
  expect(copied(false)).toBe("a\tb\none\t\ntwo\tthree");
  expect(copied(true)).toBe("a\tone\ttwo\nb\t\tthree"); // the way round that it is shown
});

it("copies no formula: texts and titles are guarded, numbers below 0 are numbers", () => {
  const hostile = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1", "plain"];
  const made = makeTable(
    "t",
    ["a"],
    [labels("a", hostile, text("=HYPERLINK(1)", "=HYPERLINK(1)")), numbers("b", "1", [-2, 0, 1, 2, 3, 4, 5])],
  );
  const shown = shownTable(made, codeNames(names, "en"), "en");
  const lines = tsvOf(shown, { codeTitle: (title) => title, isTurned: false }).split("\n");
  expect(lines.map((line) => line.split("\t")[0])).toEqual([
    "'=HYPERLINK(1)",
    ...["'=1+1", "'+1", "'-1", "'@SUM(A1)", "' =1", "'＝1", "plain"],
  ]);
  expect(lines[1]?.split("\t")[1]).toBe("-2");
});
