import { describe, expect, it } from "vitest";
import { atlasCsv, britishJobs, chinaEmployment, oracleJson } from "../../test/atlas-compositions.ts";
import { type LocationalGiniInput, locationalGini } from "./locational-gini.ts";

const absolute = 1e-12; // R prints 15 digits; R adds up 3,844 differences where this adds up a curve

describe("locationalGini against R on the shipped figures", () => {
  const expected = oracleJson<Record<string, number[][] & string[]>>("structure-locational-gini");
  const census = atlasCsv("china-clusters/census.csv").filter(({ year }) => year === "2020");
  const people = {
    place: census.map(({ code }) => code as string),
    value: census.map(({ population }) => Number(population)),
  };

  it.each<[string, string, LocationalGiniInput]>([
    ["china_jobs", "industries_china", { slices: [chinaEmployment()] }],
    ["china_people", "industries_china", { slices: [chinaEmployment()], base: people }],
    ["britain_jobs", "industries_britain", { slices: [britishJobs()] }],
  ])("%s", (name, names, input) => {
    const { industries } = locationalGini(input);
    expect(industries.length).toBe(expected[names]?.length);
    for (const { industry, gini, hoover } of industries) {
      const row = expected[name]?.[(expected[names] as string[]).indexOf(industry)] as unknown as number[];
      expect(Math.abs(gini - (row[0] as number))).toBeLessThan(absolute);
      expect(Math.abs(hoover - (row[1] as number))).toBeLessThan(absolute);
    }
  });
});
