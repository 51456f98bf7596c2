import { describe, expect, test } from "vitest";
import { fit, fitPhrases, hasHan, stacked, textWidth, wrap, wrapHead } from "./type.ts";

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
  expect(stacked("2001–2010年")).toEqual(["2001–", "2010", "年"]);
  expect(stacked("信息传输计算机服务")).toEqual(["信", "息", "传", "输", "计", "…"]);
  expect(hasHan("Manuf.")).toBe(false);
});

test("a head too long for its column ends with a phrase, not in the middle of a word", () => {
  expect(stacked("农、林、牧、渔业")).toEqual([..."农林牧渔业"]);
  expect(stacked("信息传输、软件和信息技术服务业").join("")).toBe("信息传输软件");
  expect(stacked("公共管理、社会保障和社会组织").join("")).toBe("公共管理");
  expect(stacked("租赁和商务服务业").join("")).toBe("租赁和商务…");
  expect(fitPhrases("Mining", 60, 11)).toBe("Mining");
  expect(fitPhrases("Wholesale and retail trade", 100, 11)).toBe("Wholesale…");
  expect(fitPhrases("Agriculture, forestry, animal husbandry and fishery", 150, 11)).toBe("Agriculture, forestry…");
});

test("heads in a margin break before a bracket, behind a comma, or in the middle", () => {
  const lines = (text: string) => wrapHead(text, 150, 12);
  expect(lines("教育支出")).toEqual(["教育支出"]);
  expect(lines("人均金融机构贷款（2018 年）")).toEqual(["人均金融机构贷款", "（2018 年）"]);
  expect(lines("信息传输、计算机服务和软件业")).toEqual(["信息传输、", "计算机服务和软件业"]);
  expect(lines("科学研究技术服务和地质勘查业")).toEqual(["科学研究技术服", "务和地质勘查业"]);
});
