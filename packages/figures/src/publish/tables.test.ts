import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { gridOf } from "../report/grid.ts";
import type { Names } from "../report/names.ts";
import { latexTable } from "./latex.ts";
import { withNames } from "./tables.ts";
import { tsv } from "./tsv.ts";

const both = (en: string, zh: string) => ({ en, zh });
const called: Readonly<Record<string, string>> = { "110000": "Beijing & Co_1" };
const names = { of: (code: string) => called[code] ?? code } as Names;
const table = makeTable(
  "cities",
  ["place"],
  [
    labels("place", ["110000", "=1+1"], both("Place", "地区")),
    numbers("gdp", "100 million yuan", [0.1 + 0.2, Number.NaN], { title: both("GDP", "地区生产总值") }),
    labels("said", ["a\tb\n", null], both("50%", "说明")),
  ],
);

it("is pasted cell by cell: numbers in full, no formula, no stray tab", () => {
  expect(tsv(table, names, "zh")).toBe(
    "地区\t地区生产总值（亿元）\t说明\nBeijing & Co_1\t0.30000000000000004\ta b \n'=1+1\t\t\n",
  );
});

it("is a three-line table whose signs mean themselves", () => {
  const grid = gridOf(table, { of: "cities" }, names, "en");
  const text = latexTable(grid, { name: "a.b c", title: "A < B", notes: ["Source: x_y"], language: "en" });
  expect(text.match(/\\(top|mid|bottom)rule/g)).toEqual(["\\toprule", "\\midrule", "\\bottomrule"]);
  expect(text).toContain("\\begin{tabular}{lrl}");
  expect(text).toContain("Place & \\begin{tabular}[b]{@{}r@{}}GDP\\\\(m yuan)\\end{tabular} & 50\\% \\\\");
  expect(text).toContain("Beijing \\& Co\\_1 & 30.0 & a b  \\\\");
  expect(text).toContain("=1+1 & -- &  \\\\");
  expect(text).toContain("\\caption{A \\textless{} B}\\label{tab:a.b-c}");
  expect(text).toContain("Source: x\\_y");
});

it("puts names beside codes, once, and leaves other labels alone", () => {
  const chinese = { of: (code: string) => (code === "110000" ? "北京" : code) } as Names;
  const named = withNames(table, { zh: chinese, en: names });
  expect(named.columns.map(({ name }) => name)).toEqual(["place", "place_zh", "place_en", "gdp", "said"]);
  expect(named.columns[1]?.values).toEqual(["北京", "=1+1"]);
  expect(withNames(named, { zh: chinese, en: names }).columns).toHaveLength(5);
  const english = makeTable("t", ["node_en"], [labels("node_en", ["110000"]), labels("node_zh", ["110000"])]);
  expect(withNames(english, { zh: chinese, en: names }).columns).toHaveLength(2);
});
