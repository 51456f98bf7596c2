import { describe, expect, it } from "vitest";
import { atlasCsv, britishJobs, clusterOf, oracleJson } from "../../test/atlas-compositions.ts";
import { type RankSizeInput, type RankSizeOptions, rankSize } from "./rank-size.ts";

/*
 * The R script first makes sure that its formulas give what is known of the 200 largest Chinese cities in `world.cities` of
 * the R package maps 3.4.1: plain -1.268268; rank - 1/2 -1.312487 with standard error .131249.
 */

const relative = 1e-12; // R prints 15 digits; QR there, centred sums here

interface Fit {
  readonly n: number;
  readonly ols: number;
  readonly ols_r2: number;
  readonly rank_half: number;
  readonly rank_half_se: number;
  readonly intercept: number;
  readonly r2: number;
  readonly hill: number;
}

const expected = oracleJson<{
  all: Fit;
  over_five_million: Fit;
  largest_30: Fit;
  clusters: Record<string, Fit>;
  britain_jobs: Fit;
}>("hierarchy-rank-size");
const close = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(relative * Math.max(1, Math.abs(wanted)));

const census = atlasCsv("china-clusters/census.csv").filter(
  (row) => row.year === "2020" && row.urban_population !== "",
);
const place = census.map(({ code }) => code as string);
const china = { place, size: census.map(({ urban_population }) => Number(urban_population)) };
const jobs = britishJobs();
const width = jobs.industries.length;
const britain = {
  place: jobs.places,
  size: jobs.places.map((_, at) => jobs.values.subarray(at * width, (at + 1) * width).reduce((a, b) => a + b, 0)),
};

describe("rank-size against R on the shipped figures", () => {
  it.each<[string, RankSizeInput, RankSizeOptions, Fit]>([
    ["107 Chinese prefectures, urban population of 2020", china, {}, expected.all],
    ["those of at least 5 million", china, { minimum: 5e6 }, expected.over_five_million],
    ["the 30 largest", china, { top: 30 }, expected.largest_30],
    ["40 British regions by jobs of 2019", britain, {}, expected.britain_jobs],
  ])("%s", (_, input, options, golden) => {
    const { fits } = rankSize(input, options);
    const [fit] = fits;
    expect(fit?.places).toBe(golden.n);
    close(fit?.exponent, golden.rank_half);
    close(fit?.standardError, golden.rank_half_se);
    close(fit?.intercept, golden.intercept);
    close(fit?.r2, golden.r2);
    close(fit?.ols, golden.ols);
    close(fit?.hill, golden.hill);
    close(rankSize(input, { ...options, estimator: "ols" }).r2, golden.ols_r2);
  });

  it("each cluster by itself", () => {
    const cluster = clusterOf();
    const { fits } = rankSize({ ...china, group: place.map((code) => cluster[code] as string) });
    expect(fits.map(({ group }) => group)).toEqual(Object.keys(expected.clusters).sort());
    for (const fit of fits) {
      const golden = expected.clusters[fit.group] as Fit;
      expect(fit.places).toBe(golden.n);
      close(fit.rankHalf, golden.rank_half);
      close(fit.hill, golden.hill);
    }
  });
});
