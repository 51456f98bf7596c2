import { describe, expect, it } from "vitest";
import { atlasCsv, clusterOf, oracleJson } from "../../test/atlas-compositions.ts";
import { type TiersOptions, tiers } from "./tiers.ts";

/*
 * The R script first makes sure that its count gives what is known of the 200 largest Chinese cities in `world.cities` of the
 * R package maps 3.4.1 by the bounds of BCG: 2, 115 and 83.
 */

describe("tiers against R on the shipped census", () => {
  const expected = oracleJson<Record<string, Record<string, number[]>>>("hierarchy-tiers");
  const cluster = clusterOf();
  const census = atlasCsv("china-clusters/census.csv");

  it.each<[string, string, string, TiersOptions]>([
    ["bcg_urban_2020", "2020", "urban_population", { concept: "urban-of-prefecture" }],
    ["bcg_urban_2010", "2010", "urban_population", { concept: "urban-of-prefecture" }],
    ["china_2014_urban_2020", "2020", "urban_population", { concept: "urban-of-prefecture", standard: "china-2014" }],
    ["china_2014_resident_2020", "2020", "population", { concept: "resident", standard: "china-2014" }],
  ])("%s", (name, year, column, options) => {
    const rows = census.filter((row) => row.year === year && row[column] !== "");
    const place = rows.map(({ code }) => code as string);
    const size = rows.map((row) => Number(row[column]));
    const { counts } = tiers({ place, size, group: place.map((code) => cluster[code] as string) }, options);
    const found: Record<string, number[]> = {};
    for (const { group, places } of counts) found[group] = [...(found[group] ?? []), places];
    expect(found).toEqual(expected[name]);
  });
});
