import { labels, makeTable, numbers } from "@conurb/core/contract";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { sheetNames, tablesToXlsx } from "./export-xlsx.ts";

const both = (en: string, zh: string) => ({ en, zh });
const table = makeTable(
  "cities",
  ["place"],
  [
    labels("place", ["=1+1", "110000", null], both("place", "地区")),
    numbers("gdp", "100 million yuan", [0.1 + 0.2, Number.NaN, -0], {
      title: both("-GDP", "地区生产总值"),
      flags: ["estimated", null, null],
    }),
    labels("said", ["+cmd|' /C calc'!A0", "@x", "-2"]),
  ],
);
const about = { title: both("A study", "研究"), lines: [both("seed 1", "种子 1")] };
const written = () =>
  tablesToXlsx([{ name: "a.cities", title: both("Cities", "城市"), source: both("S", "源"), table }], about);

it("is read back: numbers as numbers to the last digit, gaps empty, text as text", async () => {
  const { sheets } = await readXlsx(await written());
  expect(sheets.map(({ name }) => name)).toEqual(["说明 notes", "a.cities"]);
  expect(sheets[1]?.rows).toEqual([
    ["place", "gdp", "gdp_flag", "said"],
    ["地区", "地区生产总值", "地区生产总值：标记", "said"],
    ["place", "-GDP", "-GDP: flag", "said"],
    [
      expect.toBeOneOf([null, ""]),
      "100 million yuan",
      expect.toBeOneOf([null, ""]),
      expect.toBeOneOf([null, "", undefined]),
    ],
    ["=1+1", 0.1 + 0.2, "estimated", "+cmd|' /C calc'!A0"],
    ["110000", null, null, "@x"],
    [null, 0, null, "-2"],
  ]);
});

it("holds no formula, freezes the heads, has the same bytes again", async () => {
  const [first, second] = [await written(), await written()];
  expect(first).toEqual(second);
  const files = unzipSync(first);
  const sheet = strFromU8(files["xl/worksheets/sheet2.xml"] as Uint8Array);
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain('ySplit="4"');
  expect(strFromU8(files["docProps/core.xml"] as Uint8Array)).not.toMatch(/20\d\d-/);
});

it("says of every column what it is called and in which unit, in both languages", async () => {
  const told = { ...about, chineseUnit: () => "亿元" };
  const bytes = await tablesToXlsx([{ name: "c", title: both("C", "城"), source: both("S", "源"), table }], told);
  const rows = (await readXlsx(bytes)).sheets[0]?.rows.map((row) => row.filter((cell) => cell !== null && cell !== ""));
  expect(rows?.slice(0, 4)).toEqual([["研究"], ["A study"], ["种子 1"], ["seed 1"]]);
  expect(rows).toContainEqual(["c", "gdp", "地区生产总值", "-GDP", "100 million yuan", "亿元"]);
  expect(rows).toContainEqual(["c", "place", "地区", "place", "text", "文本"]);
});

it("makes names of sheets that Excel allows", () => {
  expect(sheetNames(["a/b", "A_b", "x".repeat(40), `${"x".repeat(40)}y`, "History"])).toEqual([
    "a_b",
    "A_b~2",
    "x".repeat(31),
    `${"x".repeat(29)}~2`,
    "History~2",
  ]);
});
