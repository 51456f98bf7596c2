import { describe, expect, it } from "vitest";
import { labelOfName, readName, stripMarks } from "./clean-text.ts";
import { splitUnit } from "./read-unit.ts";

describe("stripMarks", () => {
  it.each([
    ["北京①", "北京", ["①"]],
    ["北京 *", "北京", ["*"]],
    ["①②重庆", "重庆", ["①", "②"]],
    ["上海²", "上海", ["²"]],
    ["重庆1)", "重庆", ["1"]],
    ["重庆[1]", "重庆", ["1"]],
    ["123.4①", "123.4", ["①"]],
    ["12³", "12", ["³"]],
    ["面积(km²)", "面积(km²)", []],
    ["km²", "km²", []],
    ["其他(1)", "其他(1)", []],
    ["*", "*", []],
    ["北京", "北京", []],
  ])("%s is %s with %j", (given, text, marks) => {
    const found = stripMarks(given);
    expect([found.text.trim(), found.marks]).toEqual([text, marks]);
  });
});

describe("readName", () => {
  it.each([
    ["北　京", "北京", undefined],
    ["地  区", "地区", undefined],
    ["＃工业", "工业", undefined],
    ["其中：工业", "工业", undefined],
    ["ＧＤＰ（亿元）", "GDP(亿元)", undefined],
    ["地区生产总值 Gross regional product", "地区生产总值", "Gross regional product"],
    ["地区\nRegion", "地区", "Region"],
    ["全市(万元)\nTotal City (10 000 yuan)", "全市(万元)", "Total City (10 000 yuan)"],
    ["北京Beijing", "北京", "Beijing"],
    ["R&D经费", "R&D经费", undefined],
    ["PM2.5浓度", "PM2.5浓度", undefined],
    ["Beijing", undefined, "Beijing"],
    ["其中：", undefined, undefined],
  ])("%j is %s and %s", (given, zh, en) => {
    expect([readName(given).zh, readName(given).en]).toEqual([zh, en]);
  });

  const bare = (text: string) => text.replace(/\s/g, "");
  it.each(["<b>", "北京市", "北京 abc，", "增长%", "("])("takes a cell of megabytes of %s as it takes any", (text) => {
    const long = text.repeat(3_000_000 / text.length);
    expect(bare(labelOfName(readName(long)))).toBe(bare(long.normalize("NFKC")));
    expect(splitUnit(`${long}(万元)`).unit).toBe("万元");
    expect(splitUnit(`${long}长 %`)).toEqual({ name: `${long}长`, unit: "%" });
  });
});
