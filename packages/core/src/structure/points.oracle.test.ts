import { describe, expect, it } from "vitest";
import { atlasCsv, oracleJson } from "../../test/atlas-compositions.ts";
import { durantonOverman } from "./duranton-overman.ts";
import { marconPuech } from "./marcon-puech.ts";

const exact = 1e-11; // ratios of sums of some hundred populations; R prints 15 digits
const bin = 0.1; // km: what a bin may move a pair by is named by the method itself

interface Curve {
  bandwidth: number;
  density: number[];
}
interface Expected {
  codes: string[];
  industries: string[];
  plants: number[];
  median: number;
  at: number[];
  radii: number[];
  plants_density: Record<string, Curve>;
  weight_density: Record<string, Curve>;
  m: Record<string, (number | string | null)[]>;
  m_weight: Record<string, (number | string | null)[]>;
}

/** Cities as plants, clusters as industries, people as weights. */
function cities() {
  const people = new Map(
    atlasCsv("china-clusters/census.csv").flatMap(({ code, year, population }) =>
      year === "2020" && population !== "" ? [[code as string, Number(population)] as const] : [],
    ),
  );
  const cluster = new Map<string, string>();
  for (const { code, cluster_id } of atlasCsv("china-clusters/clusters.csv")) {
    if (!cluster.has(code as string)) cluster.set(code as string, cluster_id as string);
  }
  const rows = atlasCsv("china-clusters/places.csv")
    .filter(({ code }) => people.has(code as string) && cluster.has(code as string))
    .sort((a, b) => ((a.code as string) < (b.code as string) ? -1 : 1));
  return {
    code: rows.map(({ code }) => code as string),
    lon: rows.map(({ lon }) => Number(lon)),
    lat: rows.map(({ lat }) => Number(lat)),
    sector: rows.map(({ code }) => cluster.get(code as string) as string),
    weight: rows.map(({ code }) => people.get(code as string) as number),
  };
}

describe("distances between the cities of China's clusters against base R, pair by pair", () => {
  const expected = oracleJson<Expected>("structure-points");
  const { code, ...points } = cities();

  it("are of the same cities", () => {
    expect(code).toEqual(expected.codes);
  });

  it.each(["plants", "weight"] as const)("Duranton and Overman's density, by %s", async (weighting) => {
    const cutoff = expected.at.at(-1) as number;
    const options = { weighting, draws: 0, least: 2, bin, cutoff, steps: expected.at.length - 1 };
    const { curves, industries } = await durantonOverman(points, options);
    expect(curves.map(({ industry }) => industry).sort()).toEqual(expected.industries);
    for (const { industry, density } of curves) {
      const wanted = expected[`${weighting}_density`][industry] as Curve;
      const found = industries.find((row) => row.industry === industry);
      expect(found?.plants).toBe(expected.plants[expected.industries.indexOf(industry)]);
      expect(Math.abs((found?.bandwidth as number) - wanted.bandwidth)).toBeLessThan(bin);
      density.forEach((each, at) => {
        expect(Math.abs(each - (wanted.density[at] as number))).toBeLessThan(found?.bound as number);
      });
    }
  });

  it("the cut-off at the median of all pairs", async () => {
    const { cutoffKm } = await durantonOverman(points, { draws: 0, least: 2, bin });
    expect(Math.abs(cutoffKm - expected.median)).toBeLessThan(bin);
  });

  it.each([
    ["plants", "m"],
    ["weight", "m_weight"],
  ] as const)("Marcon and Puech's M, by %s", (weighting, name) => {
    const radius = expected.radii.at(-1) as number;
    const { rows } = marconPuech(points, { weighting, draws: 0, least: 2, radius, steps: expected.radii.length });
    expect(rows).toHaveLength(expected.industries.length * expected.radii.length);
    for (const { industry, km, m } of rows) {
      const wanted = expected[name][industry]?.[Math.round(km / 60) - 1];
      if (typeof wanted !== "number")
        expect(m).toBeNaN(); // no city has another so near
      else expect(Math.abs(m - wanted)).toBeLessThan(exact * Math.max(1, wanted));
    }
  });
});
