import { describe, expect, it } from "vitest";
import { atlasRows, oracle } from "../../test/atlas-panels.ts";
import { gaussianDensity } from "../numeric/kernel-density.ts";
import { clubs } from "./clubs.ts";
import { hodrickPrescott } from "./hodrick-prescott.ts";
import { kernelDensity } from "./kernel-density.ts";
import { markov } from "./markov.ts";
import { mobility } from "./mobility.ts";
import { spatialMarkov } from "./spatial-markov.ts";

const relative = 1e-10; // R writes 15 digits; eigenvectors and solutions of order 1
const binned = 1e-5; // R's bw.SJ puts distances into 500,000 bins

interface ChainOracle {
  counts: number[];
  steady: number[];
  shorrocks: number;
  determinant: number;
  eigenvalue: number;
  distance: number;
}
interface Oracle {
  places: string[];
  years: number[];
  per_year: ChainOracle;
  pooled: ChainOracle;
  near: string[];
  spatial: { parts: number[][]; q: number; likelihoodRatio: number; freedom: number };
  kernel: { nrd0: number; sj: number; density: number[]; sj_density: number[] }[];
  trend: number[];
  log_t: { slope: number; error: number; t: number };
}

/** Gross value added of 41 British regions, 1998 to 2021. */
function panel() {
  const sums = new Map<string, number>();
  for (const row of atlasRows("britain/gva.csv")) {
    const key = `${row.itl2} ${row.year}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row.gva_million_gbp));
  }
  const rows = [...sums].map(([key, value]) => ({
    place: key.split(" ")[0] as string,
    year: Number(key.split(" ")[1]),
    value,
  }));
  return { place: rows.map((r) => r.place), year: rows.map((r) => r.year), value: rows.map((r) => r.value) };
}

function near(found: number, wanted: number, where: string, tolerance = relative): void {
  expect(Math.abs(found - wanted), where).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(wanted)));
}

describe("British regions against base R (oracles/convergence-distribution.R)", () => {
  const expected = oracle<Oracle>("convergence-distribution");

  it("moves between quartiles of each year, and between pooled quartiles of relative values", () => {
    expect([...markov(panel()).chain.counts]).toEqual(expected.per_year.counts);
    const { chain } = markov(panel(), { classes: "pooled", value: "relative" });
    expect([...chain.counts]).toEqual(expected.pooled.counts);
    chain.steady.forEach((share, at) => {
      near(share, expected.pooled.steady[at] as number, `steady ${at}`);
    });
  });

  it("mobility", () => {
    const found = mobility(panel(), { classes: "pooled", value: "relative" });
    for (const name of ["shorrocks", "determinant", "eigenvalue", "distance"] as const) {
      near(found[name], expected.pooled[name], name);
    }
  });

  it("moves by terciles of the three nearest", () => {
    const edges = {
      from: expected.near.map((_, at) => expected.places[Math.floor(at / 3)] as string),
      to: expected.near,
    };
    const found = spatialMarkov(panel(), edges, { classes: "pooled", value: "relative", lagK: 3 });
    expect(found.parts.map(({ counts }) => [...counts])).toEqual(expected.spatial.parts);
    near(found.q, expected.spatial.q, "Q");
    near(found.likelihoodRatio, expected.spatial.likelihoodRatio, "LR");
    expect(found.freedom).toBe(expected.spatial.freedom);
  });

  it("bandwidths and densities of relative values, first and last year", () => {
    const { place, year, value } = panel();
    const rows = place.flatMap((_, at) => (year[at] === 1998 || year[at] === 2021 ? [at] : []));
    const means = new Map(
      [1998, 2021].map((when) => {
        const own = rows.filter((at) => year[at] === when).map((at) => value[at] as number);
        return [when, own.reduce((a, b) => a + b, 0) / own.length];
      }),
    );
    for (const [which, when] of [1998, 2021].entries()) {
      const own = rows.filter((at) => year[at] === when);
      const x = own.map((at) => (value[at] as number) / (means.get(when) as number));
      const golden = expected.kernel[which] as Oracle["kernel"][number];
      const input = { place: own.map((at) => place[at] as string), value: x };
      const found = kernelDensity(input);
      near(found.years[0]?.bandwidth as number, golden.nrd0, "nrd0");
      near(kernelDensity(input, { bandwidth: "sj" }).years[0]?.bandwidth as number, golden.sj, "sj", binned);
      golden.density.forEach((wanted, at) => {
        const point = Float64Array.of(at / 4);
        const share = new Float64Array(x.length).fill(1 / x.length);
        near(
          gaussianDensity(Float64Array.from(x), share, golden.nrd0, point)[0] as number,
          wanted,
          `density at ${at / 4}`,
        );
        near(
          gaussianDensity(Float64Array.from(x), share, golden.sj, point)[0] as number,
          golden.sj_density[at] as number,
          "sj",
        );
      });
    }
  });

  it("the filtered series and log t", () => {
    const { place, year, value } = panel();
    const first = expected.years.map((when) =>
      Math.log(value[place.findIndex((name, at) => name === expected.places[0] && year[at] === when)] as number),
    );
    hodrickPrescott(Float64Array.from(first), 400).forEach((each, at) => {
      near(each, expected.trend[at] as number, `trend ${at}`);
    });
    const found = clubs(panel());
    for (const name of ["slope", "error", "t"] as const) near(found[name], expected.log_t[name], name, 1e-8); // H is a difference of near values
  });
});
