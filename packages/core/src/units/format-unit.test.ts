import { expect, it } from "vitest";
import { unitText } from "./format-unit.ts";
import { parseUnit } from "./parse-unit.ts";

it.each([
  ["万元/人", "10000 yuan per person", "万元/人"],
  ["100 million yuan", "100 million yuan", "亿元"],
  ["person per km2", "person per km2", "人/平方公里"],
  ["m2 per person", "m2 per person", "平方米/人"],
  ["percent", "percent", "%"],
  ["微克/立方米", "microgram per m3", "微克/立方米"],
  ["mg per m3", "milligram per m3", "毫克/立方米"],
  ["5000 person", "5000 person", "5000人"],
  ["1", "1", "1"],
  ["widget", "widget", "widget"],
])("says %s in both languages", (unit, en, zh) => {
  expect(unitText(parseUnit(unit))).toEqual({ en, zh });
});
