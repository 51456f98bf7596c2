import { describe, expect, it } from "vitest";
import { figure, rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["gdp", 6],
  ["employment", 17],
])("%s has %i rows", (name, count) => expect(rows(`hong-kong-macao/${name}`)).toHaveLength(count));

describe("Hong Kong and Macao", () => {
  it("are dollars times the rate", () => {
    const rounding = 0.006; // 100 million yuan, two decimals
    const gap = (row: Record<string, string>) =>
      (Number(row.gdp_million_usd) * Number(row.yuan_per_usd)) / 100 - Number(row.gdp);
    expect(rows("hong-kong-macao/gdp").filter((row) => Math.abs(gap(row)) > rounding)).toEqual([]);
    // README: yearly average yuan per dollar
    expect([...new Set(rows("hong-kong-macao/gdp").map((row) => row.yuan_per_usd))]).toEqual([
      "6.7696",
      "6.9081",
      "6.9042",
    ]);
  });

  it("adds to its total in 2007 and lacks 2.3 in 2008", () => {
    const parts = (year: string) =>
      rows("hong-kong-macao/employment", { year }).filter((row) => row.industry !== "Total");
    const total = (year: string) => figure("hong-kong-macao/employment", { year, industry: "Total" }, "employed_10k");
    expect(sum(parts("2007"), "employed_10k")).toBeCloseTo(total("2007"), 6); // README: exactly
    expect(total("2008") - sum(parts("2008"), "employed_10k")).toBeCloseTo(2.3, 6); // README
  });
});
