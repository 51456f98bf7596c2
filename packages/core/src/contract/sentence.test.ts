import { expect, it } from "vitest";
import type { Warning } from "./method.ts";
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
  expect(told).toBe("no answer: Beijing–Tianjin 2019, Baoding Manufacturing");
  expect(spelledOut(warning).text).toEqual({ en: "no answer: 1–2 2019, 3 C", zh: "无法计算：1–2 2019、3 C" });
});

it("lists the first twenty of many, and leaves a text without values as it stands", () => {
  const places = Array.from({ length: 23 }, (_, at) => `p${at}`);
  const many: Warning = { code: "x", text: { en: "{places}", zh: "{places}" }, values: { places: { places } } };
  expect(sentence(many, "en")).toMatch(/^p0, .*p19 and 3 more$/);
  expect(sentence(many, "zh")).toMatch(/^p0、.*p19等 23 个$/);
  expect(sentence({ code: "x", text: { en: "{x} isn't a pattern", zh: "{x}" } }, "en")).toBe("{x} isn't a pattern");
});
