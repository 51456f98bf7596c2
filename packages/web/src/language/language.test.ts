import { expect, it } from "vitest";
import { sayIn } from "./language.ts";

const words = {
  keep: {
    en: "Write {name} to the file",
    zh: "将{name}写入文件",
    site: { en: "Keep {name} in this tab", zh: "{name}留在此标签页" },
  },
  close: { en: "Close", zh: "关闭" },
} as const;

it("says on a site what is true there, and elsewhere what is true elsewhere", () => {
  expect(sayIn(words, "en", false)("keep", { name: "it" })).toBe("Write it to the file");
  expect(sayIn(words, "en", true)("keep", { name: "it" })).toBe("Keep it in this tab");
  expect(sayIn(words, "zh", true)("keep", { name: "权重" })).toBe("权重留在此标签页");
  expect(sayIn(words, "zh", true)("close")).toBe("关闭");
});
