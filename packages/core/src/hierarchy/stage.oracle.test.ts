import { describe, expect, it } from "vitest";
import { atlasCsv, clusterOf, oracleJson } from "../../test/atlas-compositions.ts";
import { stage } from "./stage.ts";

const percent = 1e-12; // R prints 15 digits of numbers up to 100

interface Wanted {
  readonly percent: number;
  readonly stage: string;
  readonly phase: string;
  readonly places_by_stage: number[];
  readonly places_by_phase: number[];
}

describe("stage against R on the shipped census", () => {
  it("five clusters, 2010 and 2020", () => {
    const expected = oracleJson<{ clusters: Record<string, Wanted> }>("hierarchy-stage").clusters;
    const cluster = clusterOf();
    const rows = atlasCsv("china-clusters/census.csv").filter(({ urban_population }) => urban_population !== "");
    const place = rows.map(({ code }) => code as string);
    const population = rows.map((row) => Number(row.population));
    const { groups, stages, phases } = stage({
      place,
      population,
      share: rows.map((row, at) => Number(row.urban_population) / (population[at] as number)),
      year: rows.map(({ year }) => Number(year)),
      group: place.map((code) => cluster[code] as string),
    });
    expect(groups.length).toBe(Object.keys(expected).length);
    for (const row of groups) {
      const wanted = expected[`${row.group} ${row.year}`] as Wanted;
      const counts = (rows: typeof stages) =>
        rows.filter(({ group, year }) => group === row.group && year === row.year).map(({ places }) => places);
      expect(Math.abs(row.percent - wanted.percent)).toBeLessThan(100 * percent);
      expect([row.stage.id, row.phase.id]).toEqual([wanted.stage, wanted.phase]);
      expect(counts(stages)).toEqual(wanted.places_by_stage);
      expect(counts(phases)).toEqual(wanted.places_by_phase);
    }
  });
});
