import { expect, it } from "vitest";
import type { NamedRow, Warning } from "./method.ts";
import { plainWording, sentence, spelledOut } from "./sentence.ts";

const warning: Warning = {
  code: "no-answer",
  text: { en: "no answer: {rows}", zh: "无法计算：{rows}" },
  values: {
    rows: {
      rows: [
        { place: "1", other: "2", year: 2019 },
        { place: "3", industry: "C" },
      ],
    },
  },
};
const names: Record<string, string> = { "1": "Beijing", "2": "Tianjin", "3": "Baoding", C: "Manufacturing" };
const name = (code: string) => names[code] ?? code;

it("names places, pairs, years and industries as the reader calls them", () => {
  const told = sentence(warning, "en", { ...plainWording, place: name, industry: name });
  expect(told).toBe("no answer: Beijing–Tianjin 2019; Baoding Manufacturing");
  expect(spelledOut(warning).text).toEqual({ en: "no answer: 1–2 2019; 3 C", zh: "无法计算：1–2 2019 年；3 C" });
});

it("says a year once for all its places, and a place once for all its years", () => {
  const told = (rows: readonly NamedRow[]) => {
    const of: Warning = { code: "x", text: { en: "({rows})", zh: "（{rows}）" }, values: { rows: { rows } } };
    return [sentence(of, "en"), sentence(of, "zh")];
  };
  const in2024 = ["a", "b", "c"].map((place) => ({ place, year: 2024 }));
  expect(told(in2024)).toEqual(["(a, b, c, 2024)", "（a、b、c，2024 年）"]);
  expect(told([...in2024, { place: "d", year: 2025 }])).toEqual([
    "(a, b, c, 2024; d 2025)",
    "（a、b、c，2024 年；d 2025 年）",
  ]);
  const ofA = [2013, 2014, 2016].map((year) => ({ place: "a", year }));
  expect(told(ofA)).toEqual(["(a 2013, 2014, 2016)", "（a 2013、2014、2016 年）"]);
});

it("lists the first twelve of many, and leaves a text without values as it stands", () => {
  const places = Array.from({ length: 23 }, (_, at) => `p${at}`);
  const many: Warning = { code: "x", text: { en: "{places}", zh: "{places}" }, values: { places: { places } } };
  expect(sentence(many, "en")).toMatch(/^p0, .*p11 and 11 more$/);
  expect(sentence(many, "zh")).toMatch(/^p0、.*p11等 23 个$/);
  expect(sentence({ code: "x", text: { en: "{x} isn't a pattern", zh: "{x}" } }, "en")).toBe("{x} isn't a pattern");
});

it("leaves a space in Chinese beside a code in Latin letters, and none between Han", () => {
  const told = (place: string) =>
    sentence({ code: "x", text: { en: "{place}", zh: "其中 {place} 有缺" }, values: { place: { place } } }, "zh");
  expect([told("a"), told("北京")]).toEqual(["其中 a 有缺", "其中北京有缺"]);
});
