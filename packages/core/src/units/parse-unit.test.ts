import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { formatDimension } from "./format-unit.ts";
import { knownUnit, parseUnit } from "./parse-unit.ts";

const read = (text: string) => {
  const { factor, dimensions } = parseUnit(text);
  return [factor, formatDimension(dimensions)];
};

describe("parseUnit", () => {
  it.each([
    ["1", 1, "1"],
    ["percent", 0.01, "1"],
    ["%", 0.01, "1"],
    ["per cent", 0.01, "1"],
    ["percentage-point", 0.01, "1"],
    ["per mille", 0.001, "1"],
    ["‰", 0.001, "1"],
    ["上年=100", 0.01, "1"],
    ["2015 = 100", 0.01, "1"],
    ["100 million yuan", 1e8, "yuan"],
    ["亿元", 1e8, "yuan"],
    ["million GBP", 1e6, "GBP"],
    ["trillion USD", 1e12, "USD"],
    ["万亿元", 1e12, "yuan"],
    ["10k persons", 1e4, "person"],
    ["10k人", 1e4, "person"],
    ["10,000 people", 1e4, "person"],
    ["万人", 1e4, "person"],
    ["百万人", 1e6, "person"],
    ["1000 person", 1000, "person"],
    ["m2 per person", 1, "m2 per person"],
    ["yuan per m2", 1, "yuan per m2"],
    ["yuan/person", 1, "yuan per person"],
    ["Yuan per capita", 1, "yuan per person"],
    ["万元/人", 1e4, "yuan per person"],
    ["bed per 10000 person", 1e-4, "bed per person"],
    ["person per km2", 1e-6, "person per m2"],
    ["人/平方公里", 1e-6, "person per m2"],
    ["km per km2", 1e-3, "1 per m"],
    ["万千瓦时", 1e4, "kWh"],
    ["千米", 1e3, "m"],
    ["公顷", 1e4, "m2"],
    ["m²", 1, "m2"],
    ["㎢", 1e6, "m2"],
    ["10000 ton", 1e10, "gram"],
    ["microgram per m3", 1e-6, "gram per m3"],
    ["ug/m3", 1e-6, "gram per m3"],
    ["张", 1, "bed"],
    ["万张", 1e4, "bed"],
    ["train/day", 1, "train per day"],
    ["train per hour", 24, "train per day"],
    ["million bit per second", 86_400e6, "bit per day"],
    ["percent per year", 0.01, "1 per year"],
    ["student per 100000 person", 1e-5, "student per person"],
    ["universities", 1, "university"],
    ["Patents", 1, "patent"],
    ["person-years", 1, "person-year"],
    ["tCO2e", 1, "tCO2e"],
    ["km * person", 1000, "m * person"],
    ["person km", 1000, "m * person"],
    ["yuan per person per year", 1, "yuan per person * year"],
  ])("reads %s as %d %s", (text, factor, dimension) => {
    expect(read(text)).toEqual([factor, dimension]);
  });

  it("keeps currencies apart", () => {
    expect(read("USD")).not.toEqual(read("yuan"));
    expect(read("美元")).toEqual(read("USD"));
    expect(read("usd")).toEqual(read("USD"));
  });

  it.each([
    ["", 'unit "": it is empty'],
    ["yuan per ", 'unit "yuan per ": "per" is not known, and stands beside another word'],
    ["yuan//person", 'unit "yuan//person": a side of the ratio is empty'],
    ["high school", 'unit "high school": "high" is not known, and stands beside another word'],
    ["0 yuan", 'unit "0 yuan": its scale is 0'],
    ["(yuan)", 'unit "(yuan)": "(yuan)" is no word'],
    ["__proto__", 'unit "__proto__": "__proto__" is no word'],
  ])("refuses %j", (text, expected) => {
    expect(() => parseUnit(text)).toThrow(expected);
  });

  it("takes the name of an object's own property as any other word", () => {
    expect(parseUnit("constructor").dimensions).toEqual({ constructor: 1 });
  });

  it("knows units from other words when it has to guess", () => {
    expect(knownUnit("万元/人")?.factor).toBe(1e4);
    expect(knownUnit("remarks")).toBeUndefined();
    expect(knownUnit("")).toBeUndefined();
  });

  it("throws nothing but InputError on any text", () => {
    const sign = fc.constantFrom(
      ..."0123456789 ek%‰/*^=-._,人万亿元千perm2km\u00b2",
      "per ",
      "__proto__",
      "constructor",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(sign).map((signs) => signs.join("")),
        ),
        (text) => {
          try {
            return Number.isFinite(parseUnit(text).factor);
          } catch (error) {
            return error instanceof InputError;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const atlas = new URL("../../../atlas/", import.meta.url);
const panels = ["china-cities-aspects", "china-provinces", "china-provinces-aspects"];

describe("the units of the shipped figures", () => {
  it.each(panels)("of %s can all be read", (name) => {
    const text = readFileSync(new URL(`${name}/variables.csv`, atlas), "utf8");
    const { data } = Papa.parse<{ unit: string }>(text, { header: true, skipEmptyLines: true });
    expect(data.length).toBeGreaterThan(0);
    for (const { unit } of data) expect(parseUnit(unit).factor).toBeGreaterThan(0);
  });
});
