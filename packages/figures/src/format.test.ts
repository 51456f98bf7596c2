import { describe, expect, test } from "vitest";
import { chance, fixed, numberFormat, range, signed } from "./format.ts";

test("fixed digits, thousands by comma, minus U+2212", () => {
  expect(fixed(86_520.4, 0)).toBe("86,520");
  expect(fixed(-1234.56, 1)).toBe("−1,234.6");
  expect(fixed(-0.0001, 2)).toBe("0.00");
  expect(fixed(1_234_567.5, 2)).toBe("1,234,567.50");
  expect(fixed(Number.NaN, 1)).toBe("–");
  expect(signed(0.5, 1)).toBe("+0.5");
});

test("chances are whole, with the ends named", () => {
  expect([0, 0.004, 0.71, 0.996, 1, Number.NaN].map(chance)).toEqual(["0%", "<1%", "71%", ">99%", "100%", "–"]);
});

test("ranges take an en dash", () => {
  expect(range(3, 7)).toBe("3–7");
  expect(range(3, 3)).toBe("3");
});

describe("money and people by language", () => {
  test.each([
    // unit, largest value, zh, en
    ["100 million yuan", 86_520, "86,520亿元", "8,652 bn yuan"],
    ["100 million yuan", 52.4, "52.4亿元", "5.2 bn yuan"],
    ["10000 yuan", 320, "320万元", "3.2 m yuan"],
    ["yuan per person", 93_000, "93,000元/人", "93,000 yuan per head"],
    ["yuan per person", 4200, "4,200元/人", "4,200 yuan per head"],
    ["million GBP", 2_025_589, "20,256亿英镑", "2,026 bn GBP"],
    ["million USD", 120, "1.2亿美元", "120 m USD"],
    ["person", 21_893_095, "2,189万人", "21.9 m people"],
    ["10000 person", 65.386, "65.4万人", "654 k people"],
    ["1000 person", 12.4, "1.2万人", "12.4 k people"],
    ["person", 4200, "4,200人", "4,200 people"],
    ["percent", 71.26, "71.3%", "71.3%"],
    ["share", 0.7126, "71.3%", "71.3%"],
    ["1", 0.4137, "0.41", "0.41"],
    ["1", 94.63, "94.6", "94.6"],
    ["rank", 7, "7", "7"],
    ["train/day", 176, "176列/日", "176 trains a day"],
    ["km", 57.2, "57.2 km", "57.2 km"],
    ["bushel per furlong", 3.2, "3.2 bushel/furlong", "3.2 bushel per furlong"],
    ["bushel per furlong", 3, "3 bushel/furlong", "3 bushel per furlong"],
    ["1", 12, "12", "12"],
  ])("%s", (unit, value, zh, en) => {
    expect(numberFormat(unit, [value], "zh").full(value)).toBe(zh);
    expect(numberFormat(unit, [value], "en").full(value)).toBe(en);
  });

  test("one column has one unit and one number of digits", () => {
    const gdp = numberFormat("100 million yuan", [36_103, 1550, Number.NaN], "en");
    expect(gdp.unit).toBe("bn yuan");
    expect([36_103, 1550, Number.NaN].map(gdp.format)).toEqual(["3,610", "155", "–"]);
  });
});
