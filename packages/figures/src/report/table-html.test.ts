import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, test } from "vitest";
import type { Names } from "./names.ts";
import { tableHtml } from "./table-html.ts";
import { sayIn } from "./words.ts";

const names = { of: (code: string) => code } as Names;
const cells = (html: string) => [...html.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text);

const mixed = makeTable(
  "quoted",
  [],
  [
    numbers("value", "1", [0.13, 2.1, 0.5, 35_000, Number.NaN]),
    numbers("value_high", "1", [Number.NaN, Number.NaN, 5, Number.NaN, Number.NaN]),
    labels("unit", ["km per km2", "trillion USD", "million person", "km2", "percent"]),
  ],
);

test("a figure beside its unit is written in that unit, with the digits it was given", () => {
  const { html } = tableHtml(mixed, { of: "quoted" }, names, "en", sayIn("en"));
  expect(cells(html)).toEqual([
    ...["0.13", "–", "km/km²"],
    ...["2,100", "–", "bn USD"],
    ...["0.5", "5", "m people"],
    ...["35,000", "–", "km²"],
    ...["–", "–", "%"],
  ]);
  const { html: chinese } = tableHtml(mixed, { of: "quoted" }, names, "zh", sayIn("zh"));
  expect(cells(chinese).slice(3, 9)).toEqual(["21,000", "–", "亿美元", "50", "500", "万人"]);
  expect(html).toContain('<td style="padding-left:18px" class="short">km/km²</td>');
});

test("whole numbers have no decimals, codes may break, the column of the language is shown", () => {
  const table = makeTable(
    "t",
    [],
    [
      labels("code", ["minimum_share_of_the-whole", "short_one"]),
      numbers("n", "1", [3, 40]),
      labels("told", ["yes", "no"]),
      labels("told_zh", ["是", "否"]),
    ],
  );
  const asked = { of: "t", columns: ["code", "n", "told"] };
  expect(cells(tableHtml(table, asked, names, "zh", sayIn("zh")).html)).toEqual([
    ...["minimum_<wbr>share_<wbr>of_<wbr>the-<wbr>whole", "3", "是"],
    ...["short_one", "40", "否"],
  ]);
  expect(cells(tableHtml(table, asked, names, "en", sayIn("en")).html)[2]).toBe("yes");
});

test("a p that the digits of its column cannot show is not written as 0", () => {
  const table = makeTable("t", [], [numbers("p", "1", [4.6e-12, 0.07, 0, 0.0004, -0.0004, 1e-40])]);
  const { html } = tableHtml(table, { of: "t" }, names, "en", sayIn("en"));
  expect(cells(html)).toEqual(["&lt;0.001", "0.070", "0.000", "&lt;0.001", "0.000", "&lt;0.001"]);
});

test("weights and scores beside a figure in the unit of its row keep their own scale", () => {
  const table = makeTable(
    "indicators",
    [],
    [
      labels("unit", ["yuan per person"]),
      numbers("value", "1", [70_819.549123456]),
      numbers("normalised", "1", [0.461016]),
      numbers("weight", "1", [0.291386]),
    ],
  );
  for (const [language, value] of [
    ["en", "70,819.5"],
    ["zh", "70,819.5"],
  ] as const) {
    const [, shown, ...own] = cells(tableHtml(table, { of: "indicators" }, names, language, sayIn(language)).html);
    expect([shown, ...own]).toEqual([value, "0.46", "0.29"]);
  }
});
