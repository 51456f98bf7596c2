import { expect, it } from "vitest";
import { nearUnit } from "./near-unit.ts";

it.each([
  ["亿圆", "亿元"],
  ["萬元/人", "万元/人"],
  ["10000 yaun", "10000 yuan"],
  ["km2 per persn", "km2 per person"],
  ["亿元", undefined],
  ["patents", undefined],
  ["万株", undefined],
  ["school per 10000 person", undefined],
  ["remarks", undefined],
])("%s is near %s", (text, near) => expect(nearUnit(text)).toBe(near));
