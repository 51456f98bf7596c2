import { expect, it } from "vitest";
import { atlasCsv, britishJobs, oracleJson } from "../../test/atlas-compositions.ts";
import { ellisonGlaeser } from "./ellison-glaeser.ts";

const absolute = 1e-12; // sums of squares of shares

it("Ellison and Glaeser's index of British jobs, a region's jobs for a plant, against base R", () => {
  const expected = oracleJson<
    Record<"herfindahl" | "raw" | "gamma", number[]> & Record<"industries" | "areas", string[]>
  >("structure-ellison-glaeser");
  const areaOf = new Map(atlasCsv("britain/areas.csv").map(({ itl1, itl2 }) => [itl2, itl1 as string]));
  const { places, industries, values } = britishJobs();
  const plants = Array.from(values).flatMap((value, cell) => {
    const place = places[Math.floor(cell / industries.length)];
    const sector = industries[cell % industries.length] as string;
    return Number.isNaN(value) ? [] : [{ area: areaOf.get(place) as string, sector, value }];
  });
  const found = ellisonGlaeser({
    area: plants.map(({ area }) => area),
    sector: plants.map(({ sector }) => sector),
    value: plants.map(({ value }) => value),
  });
  expect(found.areas.map(({ area }) => area)).toEqual(expected.areas);
  expect(found.industries.map(({ industry }) => industry).sort()).toEqual(expected.industries);
  for (const { industry, gamma, concentration, herfindahl } of found.industries) {
    const at = expected.industries.indexOf(industry);
    expect(Math.abs(gamma - (expected.gamma[at] as number))).toBeLessThan(absolute);
    expect(Math.abs(concentration - (expected.raw[at] as number))).toBeLessThan(absolute);
    expect(Math.abs(herfindahl - (expected.herfindahl[at] as number))).toBeLessThan(absolute);
  }
});
