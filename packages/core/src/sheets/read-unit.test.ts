import { describe, expect, it } from "vitest";
import { splitUnit, statedUnits, unitText } from "./read-unit.ts";

describe("splitUnit", () => {
  it.each([
    ["常住人口(万人)", "常住人口", "万人"],
    ["建成区面积（平方公里）", "建成区面积", "平方公里"],
    ["耕地 (千公顷)", "耕地", "千公顷"],
    ["货物周转量(亿吨公里)", "货物周转量", "亿吨公里"],
    ["旅客周转量（亿人公里）", "旅客周转量", "亿人公里"],
    ["增速(%)", "增速", "%"],
    ["价格指数(上年=100)", "价格指数", "上年=100"],
    ["企业单位数(个)", "企业单位数", "个"],
    ["能源消费(万吨标准煤)", "能源消费", "万吨标准煤"],
    ["Population (10000 persons)", "Population", "10000 persons"],
    ["Population (10 000 persons)", "Population", "10000 persons"],
    ["比上年增长%", "比上年增长", "%"],
    ["人口(2015年)", "人口(2015年)", undefined],
    ["其他(1)", "其他(1)", undefined],
    ["收入(不含农户)", "收入(不含农户)", undefined],
  ])("%s", (given, name, unit) => {
    expect([splitUnit(given).name, splitUnit(given).unit]).toEqual([name, unit]);
  });
});

describe("statedUnits", () => {
  it.each([
    ["单位：亿元", ["亿元"]],
    ["计量单位:万人", ["万人"]],
    ["(单位：公顷)", ["公顷"]],
    ["单 位：亿 元", ["亿元"]],
    ["单位：万人、%", ["万人", "%"]],
    ["Unit: 100 million yuan", ["100 million yuan"]],
    ["单位：亿元 Unit: 100 million yuan", ["亿元"]],
    ["单位：亿元 (100 million yuan)", ["亿元"]],
    ["单位：亿元，按当年价格计算", ["亿元"]],
    ["单位：亿元（当年价）", ["亿元"]],
    ["单位：万人 2020年末", ["万人"]],
    ["单位：亿元 万人 %", ["亿元", "万人", "%"]],
    ["单位：亿元、件（套）", ["亿元", "件(套)"]],
    ["单位：亿元\n地区", ["亿元"]],
    ["地区", undefined],
  ])("%s", (given, units) => {
    expect(statedUnits(given)).toEqual(units);
  });

  it("takes no longer for long runs of spaces", () => {
    // by the square of their number this would go on for minutes
    expect(statedUnits(`单位：亿元${" ".repeat(300_000)}万人`)).toEqual(["亿元", "万人"]);
  });

  it("a year is no unit", () => {
    expect(unitText("2015年")).toBeUndefined();
    expect(unitText("2015")).toBeUndefined();
  });
});
