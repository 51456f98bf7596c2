import { describe, expect, it } from "vitest";
import { rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["provinces", 31],
  ["panel", 12175],
  ["variables", 46],
])("%s has %i rows", (name, count) => expect(rows(`china-provinces/${name}`)).toHaveLength(count));

describe("provinces", () => {
  const cells = new Map(
    rows("china-provinces/panel").map((row) => [`${row.code} ${row.year} ${row.variable}`, Number(row.value)]),
  );
  const placeYears = [...new Set(rows("china-provinces/panel").map((row) => `${row.code} ${row.year}`))];
  const sections = [..."abcdefghijklmnopqrs"].map((letter) => `emp_${letter}`);

  it("has sectors that add to GDP", () => {
    const rounding = 0.11; // one decimal each; the largest gap is 0.1
    const known = placeYears.filter((at) => cells.has(`${at} va_primary`));
    const parts = ["va_primary", "va_secondary", "va_tertiary"];
    const gap = (at: string) =>
      parts.reduce((total, part) => total + cells.get(`${at} ${part}`)!, -cells.get(`${at} gdp`)!);
    expect(known).toHaveLength(31 * 9); // README: 2015-2023, none in 2024
    expect(known.filter((at) => Math.abs(gap(at)) > rounding)).toEqual([]);
  });

  it("has sections that add to employment", () => {
    const rounding = 0.31; // 19 sections of one decimal; the largest gap is 0.3
    const known = placeYears.filter((at) => cells.has(`${at} emp_total`));
    const gap = (at: string) =>
      sections.reduce((total, part) => total + (cells.get(`${at} ${part}`) ?? 0), -cells.get(`${at} emp_total`)!);
    expect(known).toHaveLength(31 * 9); // README: no employment in 2024
    expect(known.filter((at) => Math.abs(gap(at)) > rounding)).toEqual([]);
    const blank = known.flatMap((at) =>
      sections.filter((part) => !cells.has(`${at} ${part}`)).map((part) => `${at} ${part}`),
    );
    expect(blank).toEqual(["540000 2018 emp_o", "640000 2018 emp_o"]); // README: Tibet and Ningxia
  });

  it("has the totals of the READMEs", () => {
    // README of china-clusters: 17,161.7 in 2019; README of china-provinces: Beijing 2015, 26,034.1
    expect(sum(rows("china-provinces/panel", { year: "2019", variable: "emp_total" }), "value")).toBeCloseTo(
      17161.7,
      1,
    );
    expect(cells.get("110000 2015 gdp")).toBe(26034.1);
  });
});
