import { describe, expect, it } from "vitest";
import { atlasCsv, clusterOf, oracleJson } from "../../test/atlas-compositions.ts";
import { primacy } from "./primacy.ts";

const relative = 1e-13; // R prints 15 digits; ratios of whole numbers

describe("primacy against R on the shipped census", () => {
  it("five clusters, 2010 and 2020", () => {
    const expected = oracleJson<{ census: Record<string, number[]> }>("hierarchy-primacy").census;
    const cluster = clusterOf();
    const rows = atlasCsv("china-clusters/census.csv");
    const place = rows.map(({ code }) => code as string);
    const { groups } = primacy({
      place,
      size: rows.map(({ population }) => Number(population)),
      year: rows.map(({ year }) => Number(year)),
      group: place.map((code) => cluster[code] as string),
    });
    expect(groups.map(({ group, year }) => `${group} ${year}`)).toEqual(Object.keys(expected));
    for (const { group, year, ...found } of groups) {
      const wanted = expected[`${group} ${year}`] as number[];
      [found.twoCity, found.fourCity, found.elevenCity, found.mehta, found.share, found.hhi].forEach((value, at) => {
        expect(Math.abs(value - (wanted[at] as number))).toBeLessThan(relative * (wanted[at] as number) + 1e-14);
      });
    }
  });
});
