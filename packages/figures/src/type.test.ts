import { describe, expect, test } from "vitest";
import { fit, hasHan, stacked, textWidth, wrap } from "./type.ts";

test("a Han character is one em, a digit is the same whichever it is", () => {
  expect(textWidth("苏州", 12)).toBe(24);
  expect(textWidth("1", 10)).toBe(textWidth("8", 10));
  expect(textWidth("iii", 10)).toBeLessThan(textWidth("mmm", 10));
  expect(textWidth("a", 10, true)).toBeGreaterThan(textWidth("a", 10));
});

test("fit cuts with an ellipsis", () => {
  expect(fit("Shijiazhuang", 200, 12)).toBe("Shijiazhuang");
  expect(fit("Shijiazhuang", 40, 12)).toMatch(/^Shi\w*…$/);
  expect(fit("x".repeat(10_000), 60, 12).length).toBeLessThan(12);
});

describe("wrap", () => {
  test("Latin at spaces", () => {
    expect(wrap("one two three", 48, 12)).toEqual(["one two", "three"]);
  });
  test("Han anywhere, but no line begins with a comma or ends with an opening mark", () => {
    // 5 characters of 12 px fit; the comma stays with the character before it
    expect(wrap("甲乙丙丁戊，己庚", 60, 12)).toEqual(["甲乙丙丁", "戊，己庚"]);
    expect(wrap("甲乙丙丁《己庚》", 60, 12)).toEqual(["甲乙丙丁", "《己庚》"]);
  });
  test("nothing is lost", () => {
    const text = "资料来源：《中国城市统计年鉴 2020》，conurb 计算。";
    expect(wrap(text, 80, 11).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });
});

test("stacked heads are one Han character a line, Latin runs whole", () => {
  expect(stacked("公共管理")).toEqual(["公", "共", "管", "理"]);
  expect(stacked("GDP 增速")).toEqual(["GDP", "增", "速"]);
  expect(stacked("信息传输计算机服务")).toEqual(["信", "息", "传", "输", "计", "…"]);
  expect(hasHan("Manuf.")).toBe(false);
});
