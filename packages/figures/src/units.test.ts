import { readdirSync, readFileSync } from "node:fs";
import { languages } from "@conurb/core/language";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { unitWords } from "./unit-words.ts";
import { measureOf } from "./units.ts";

test.each([
  ["(100 million yuan)^2 / km^2", "(100 m yuan)²/km²", "(亿元)²/km²"],
  ["(10000 person)^2 / km^1.5", "(10,000 people)²/km¹·⁵", "(万人)²/km¹·⁵"],
  ["(100 million yuan 10000 person)^(1/2)", "√(100 m yuan·10,000 people)", "√(亿元·万人)"],
  ["((10000 yuan)^2)^(1/2)", "√((10,000 yuan)²)", "√((万元)²)"],
  ["1/km^2", "1/km²", "1/km²"],
  ["microgram per m3", "µg/m³", "微克/立方米"],
  ["km per km2", "km/km²", "km/km²"],
  ["m2 per person", "m² per head", "m²/人"],
  ["person per km2", "people per km²", "人/km²"],
  ["bed per 10000 person", "beds per 10,000 people", "张床位/万人"],
  ["student per 100000 person", "students per 100,000 people", "名学生/10万人"],
  ["person per 1000 person", "people per 1,000 people", "人/千人"],
  ["1 per 1000", "per 1,000", "每千"],
  ["percent per year", "% per year", "%/年"],
  ["million bit per second", "Mbit/s", "Mbit/s"],
  ["trillion USD", "trillion USD", "万亿美元"],
  ["10000 m2", "10,000 m²", "万m²"],
  ["亿元", "100 m yuan", "亿元"],
  ["亿元 万人 / km^2", "100 m yuan·10,000 people/km²", "亿元·万人/km²"],
  ["(亿元 万人)^(1/2)", "√(100 m yuan·10,000 people)", "√(亿元·万人)"],
  ["平方米/人", "m² per head", "m²/人"],
  ["微克/立方米", "µg/m³", "微克/立方米"],
  ["人/平方公里", "people per km²", "人/km²"],
  ["万吨", "10,000 tonnes", "万吨"],
  ["家", "家", "家"],
])("%s in words", (unit, en, zh) => {
  expect(unitWords(unit, "en")).toBe(en);
  expect(unitWords(unit, "zh")).toBe(zh);
});

test("a unit is shown with its own spacing", () => {
  expect(measureOf("microgram per m3", 60, "zh")).toMatchObject({ label: "微克/立方米", space: "" });
  expect(measureOf("percent per year", 1, "en")).toMatchObject({ kind: "percent", label: "% per year", space: "" });
});

describe("units that ship", () => {
  const atlas = new URL("../../atlas/", import.meta.url);
  const units = new Set<string>();
  for (const theme of readdirSync(atlas, { withFileTypes: true })) {
    if (!theme.isDirectory() || theme.name === "test") continue;
    const folder = new URL(`${theme.name}/`, atlas);
    for (const name of readdirSync(folder)) {
      const text = readFileSync(new URL(name, folder), "utf8");
      if (name === "datapackage.json") for (const unit of unitsOfFields(text)) units.add(unit);
      if (!name.endsWith(".csv")) continue;
      const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
      for (const { unit } of data) if (unit) units.add(unit);
    }
  }
  units.delete("unit");

  test("are found", () => expect(units.size).toBeGreaterThan(30));

  test.each(languages)("are all in the words of the language, %s", (language) => {
    const signs = /USD|GBP|Mbit\/s|km²?|m²/g;
    for (const unit of units) {
      for (const shown of [unitWords(unit, language), measureOf(unit, 5e5, language).label]) {
        expect(shown).not.toMatch(/[\^_]|\dperson|\d{5}/);
        if (language === "zh") expect(shown.replace(signs, ""), unit).not.toMatch(/[a-z]/i);
        else expect(shown, unit).not.toMatch(/\p{Script=Han}|\b(person|m2|km2|m3|microgram|bed)\b(?!-)/u);
      }
    }
  });
});

function unitsOfFields(datapackage: string): string[] {
  const { resources } = JSON.parse(datapackage) as { resources: { schema: { fields: { unit?: string }[] } }[] };
  return resources.flatMap(({ schema }) => schema.fields.flatMap(({ unit }) => unit ?? []));
}
