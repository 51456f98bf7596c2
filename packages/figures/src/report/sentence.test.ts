import type { Warning } from "@conurb/core/contract";
import { expect, it } from "vitest";
import type { Names } from "./names.ts";
import { sentence } from "./sentence.ts";

const titles: Record<string, { en: string; zh: string }> = {
  "130100": { en: "Shijiazhuang", zh: "石家庄" },
  "2019": { en: "a place called like a year", zh: "与年份同码的地区" },
  C: { en: "Manufacturing", zh: "制造业" },
};
const names = (language: "en" | "zh"): Names => {
  const of = (code: string) => titles[code]?.[language] ?? code;
  return { place: of, group: of, of, labelsIn: () => ({}), context: {} };
};

it("names the places of a warning and leaves its other words and numbers alone", () => {
  const warning: Warning = {
    code: "absent-from-reference",
    text: { en: "no finite quotient since 2019: {rows}", zh: "自 2019 年起区位商无有限值：{rows}" },
    values: { rows: { rows: [{ place: "130100", year: 2019, industry: "C" }] } },
  };
  expect(sentence(warning, names("en"), "en")).toBe("no finite quotient since 2019: Shijiazhuang Manufacturing 2019");
  expect(sentence(warning, names("zh"), "zh")).toBe("自 2019 年起区位商无有限值：石家庄 制造业 2019 年");
});
