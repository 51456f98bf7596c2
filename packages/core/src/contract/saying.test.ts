import { describe, expect, it } from "vitest";
import { foremost, lastYear, listed, pValue } from "./saying.ts";

describe("lastYear", () => {
  it("keeps the rows of the last year and says which it is", () => {
    const { rows, at, values } = lastYear([{ year: 2021 }, { year: 2020 }, { year: 2021 }]);
    expect(rows.length).toBe(2);
    expect([at.en, at.zh, values.year]).toEqual([" in {year}", "{year} 年，", "2021"]);
  });

  it("says nothing of a year that rows do not have", () => {
    expect(lastYear([{ year: undefined }, {}])).toEqual({
      rows: [{ year: undefined }, {}],
      at: { en: "", zh: "" },
      values: {},
    });
  });
});

describe("foremost", () => {
  const itself = (each: number) => each;
  it("finds all that share the greatest value up to a rounding, and passes over gaps", () => {
    expect(foremost([0.3, Number.NaN, 0.1 + 0.2, 0.2], itself)).toEqual([0.3, 0.1 + 0.2]);
    expect(foremost([-2, -1], itself)).toEqual([-1]);
    expect(foremost([Number.NaN], itself)).toEqual([]);
    expect(foremost([], itself)).toEqual([]);
  });
});

describe("listed", () => {
  it("separates names as each language does", () => {
    const names = [
      { en: "a", zh: "甲" },
      { en: "b", zh: "乙" },
    ];
    expect(listed(names)).toEqual({ text: { en: "a, b", zh: "甲、乙" } });
  });
});

describe("pValue", () => {
  it("is never written as 0", () => {
    expect([0, 4.6e-308, 0.0009, 0.001, 0.0496, 1].map(pValue)).toEqual([
      "< 0.001",
      "< 0.001",
      "< 0.001",
      "= 0.001",
      "= 0.050",
      "= 1.000",
    ]);
  });
});
