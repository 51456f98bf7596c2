import { expect, it } from "vitest";
import { wordsOf } from "./words-of.ts";

const headline = "2019 年区位商：唐山 – 采矿业最高（4.95）";

it("keeps the name of a city whole in a Chinese headline, and every letter of it", () => {
  const words = wordsOf(headline, "zh");
  expect(words).toContain("唐山");
  expect(words.join("")).toBe(headline);
});

it("leaves English to its spaces", () => {
  expect(wordsOf("Tangshan leads", "en")).toEqual(["Tangshan leads"]);
});
