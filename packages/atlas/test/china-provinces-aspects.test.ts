import { describe, expect, it } from "vitest";
import { figure, rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["panel", 10624],
  ["variables", 31],
])("%s has %i rows", (name, count) => expect(rows(`china-provinces-aspects/${name}`)).toHaveLength(count));

describe("provinces in four aspects", () => {
  const id = "china-provinces-aspects/panel";
  const total = (variable: string, year: string): number => sum(rows(id, { variable, year }), "value");

  // README, checks: sums of provinces; sulphur dioxide in 10,000 tons and waste water in 100 million tons there
  it.each([
    ["rd_expenditure", "2020", 24393.2, 1],
    ["rd_expenditure", "2023", 33356.8, 1],
    ["budget_expenditure", "2020", 210583.47, 2],
    ["rd_personnel", "2020", 5234511, 0],
    ["rail_length", "2020", 14.64, 2],
    ["patents_granted", "2020", 3504074, 0],
  ])("%s adds in %s to %d", (variable, year, expected, digits) =>
    expect(total(variable, year)).toBeCloseTo(expected, digits),
  );

  it("has emissions that add to the national figures", () => {
    const years = ["2013", "2014", "2015", "2016"];
    expect(years.map((year) => Number((total("so2_emission", year) / 1e4).toFixed(1)))).toEqual([
      2043.9, 1974.4, 1859.1, 1102.9,
    ]);
    expect(total("wastewater", "2015") / 1e4).toBeCloseTo(735.3, 1);
  });

  // README: known values, caveats and flags
  it.each([
    ["110000", "2020", "rd_intensity", 6.44],
    ["110000", "2020", "population", 2189],
    ["130000", "2020", "population", 7464],
    ["440000", "2020", "expressway_length", 1.05],
    ["440000", "2019", "beds_per_10k", 47.32],
    ["440000", "2020", "beds_per_10k", 44.8],
    ["450000", "2021", "tech_market_output", 940.6],
    ["220000", "2018", "rd_intensity", 0.76],
  ])("%s %s %s is %d", (code, year, variable, expected) => {
    expect(figure(id, { code, year, variable }, "value")).toBeCloseTo(
      expected,
      variable === "tech_market_output" ? 1 : 2,
    );
  });

  it("has beds per person near beds over population where not flagged", () => {
    const tolerance = 0.0155; // README: flagged above 1.5 percent; beds and population are rounded
    const of = (row: Record<string, string>, variable: string) =>
      figure(id, { code: row.code, year: row.year, variable }, "value");
    const plain = rows(id, { variable: "beds_per_10k", flag: "", year: "2019" });
    const off = plain.filter(
      (row) => Math.abs(Number(row.value) / ((of(row, "beds") / of(row, "population")) * 1e4) - 1) > tolerance,
    );
    expect(off).toEqual([]);
  });
});
