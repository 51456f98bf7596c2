import { describe, expect, it } from "vitest";
import { figure, rows, sum } from "./atlas.ts";

// README: number of rows of each table.
it.each([
  ["areas", 53],
  ["employment", 1272],
  ["industries", 8],
])("%s has %i rows", (name, count) => expect(rows(`rhine-ruhr/${name}`)).toHaveLength(count));

describe("rhine-ruhr", () => {
  const id = "rhine-ruhr/employment";
  const groups = ["A", "B-E", "F", "G-J", "K-N", "O-U"];
  const core = rows("rhine-ruhr/areas", { tier: "core" }).map((row) => row.code);

  it("has groups that add to TOTAL within .03", () => {
    const published = 0.03; // README
    const slack = 1e-9; // doubles
    const totals = rows(id, { industry: "TOTAL" });
    const parts = new Map<string, number>();
    for (const row of rows(id).filter(({ industry }) => groups.includes(industry)))
      parts.set(row.code + row.year, (parts.get(row.code + row.year) ?? 0) + Number(row.employed_thousand));
    const off = totals.filter(
      (row) => Math.abs(Number(row.employed_thousand) - parts.get(row.code + row.year)!) > published + slack,
    );
    expect(totals).toHaveLength(159); // README
    expect(off).toEqual([]);
  });

  // README: 30 core areas, total and manufacturing share
  it.each([
    ["2008", 5404.4, 14.1],
    ["2013", 5549.9, 13.1],
    ["2017", 5757.2, 12.1],
  ])("has in %s %d thousand in the core", (year, total, share) => {
    const of = (industry: string) =>
      sum(
        rows(id, { year, industry }).filter((row) => core.includes(row.code)),
        "employed_thousand",
      );
    expect(core).toHaveLength(30);
    expect(of("TOTAL")).toBeCloseTo(total, 1);
    expect((of("C") / of("TOTAL")) * 100).toBeCloseTo(share, 1);
  });

  it("has 44,248 thousand in Germany in 2017", () => {
    expect(figure(id, { code: "DE", year: "2017", industry: "TOTAL" }, "employed_thousand")).toBe(44_248); // README
  });

  it("has districts that add to their government region within .06", () => {
    const slack = 1e-9; // doubles
    const districts = new Map(rows("rhine-ruhr/areas", { level: "3" }).map((row) => [row.code, row.nuts2]));
    for (const region of ["DEA1", "DEA2", "DEA3", "DEA5"])
      for (const row of rows(id, { code: region })) {
        const inside = rows(id, { year: row.year, industry: row.industry }).filter(
          ({ code }) => districts.get(code) === region,
        );
        expect(Math.abs(sum(inside, "employed_thousand") - Number(row.employed_thousand))).toBeLessThanOrEqual(
          0.06 + slack,
        ); // README
      }
  });
});
