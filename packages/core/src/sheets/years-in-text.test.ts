import { describe, expect, it } from "vitest";
import { yearInName } from "./sheet-year.ts";
import { yearsInText } from "./years-in-text.ts";

describe("years in titles and names of sheets", () => {
  it.each([
    ["2018", 2018],
    ["2018年各市", 2018],
    ["２０１８年末", 2018],
    ["2018年度", 2018],
    ["2018人口", 2018],
    ["2018-12-31", 2018],
    ["Population 2018", 2018],
    ["2018年GDP(2010年不变价)", 2018],
    ["规模以上企业2018", 2018],
  ])("%s is of one year", (name, year) => {
    expect(yearInName(name)).toBe(year);
  });

  it.each([
    "2018-19年度",
    "2010-20",
    "2010—2020年",
    "1999-00",
    "2008-12", // a month, or five years: nobody can say
    "2018/19学年",
    "2018学年",
    "2018财年",
    "FY2018",
    "fiscal year 2018",
  ])("%s is no one year, and is quoted", (name) => {
    expect(yearInName(name)).toBeUndefined();
    expect(yearsInText(name).spans).toHaveLength(1);
  });

  it.each(["1900人以上企业", "2000强", "投资2000万元以上", "各地区GDP(2010年不变价)", "2015=100", "GB/T 4754-2017"])(
    "%s names no year",
    (name) => {
      expect(yearsInText(name)).toEqual({ years: [], spans: [], editions: [] });
    },
  );

  it("takes the edition of a yearbook for no year of its figures", () => {
    expect(yearsInText("中国城市统计年鉴2019")).toEqual({ years: [], spans: [], editions: [2019] });
    expect(yearsInText("2019年中国统计年鉴").editions).toEqual([2019]);
    expect(yearInName("2018,2019")).toBeUndefined();
  });
});
