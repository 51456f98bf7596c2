import { describe, expect, it } from "vitest";
import { suggestion } from "./suggestion.ts";

describe("suggestion", () => {
  it.each([
    ["gpd", ["place", "gdp"], "gdp"],
    ["GDP", ["place", "gdp"], "gdp"],
    ["thiel", ["theil", "gini"], "theil"],
    ["jing-jin-jii@2015", ["jing-jin-ji@2015", "yangtze-river-delta@2019"], "jing-jin-ji@2015"],
    ["常住人囗", ["常住人口", "面积"], "常住人口"],
  ])("%s of %j means %s", (given, known, meant) => {
    expect(suggestion(given, known)).toEqual({ en: `did you mean ${meant}?`, zh: `是否想写 ${meant}？` });
  });

  it("is silent where nothing is near, nothing is known, or nothing is shared", () => {
    expect(suggestion("population", ["gdp", "area"])).toBeUndefined();
    expect(suggestion("gdp", [])).toBeUndefined();
    expect(suggestion("xy", ["ab"])).toBeUndefined();
    expect(suggestion("nope", ["role"])).toBeUndefined();
  });
});
