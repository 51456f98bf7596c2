import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { goldenCsv, haveGoldens } from "../../test/golden.ts";
import { markov } from "./markov.ts";
import { againstWhole, alikeThroughout } from "./regime-tests.ts";
import { spatialMarkov } from "./spatial-markov.ts";

const exact = 1e-12; // sums of a few counts
const asPrinted = 5e-9; // PySAL's tests print eight to ten digits

const both = (pairs: readonly [string, string][]) => ({
  from: pairs.flat(),
  to: pairs.flatMap(([a, b]) => [b, a]),
});
const panel = {
  place: ["a", "b", "c", "d", "a", "b", "c", "d"],
  year: [0, 0, 0, 0, 1, 1, 1, 1],
  value: [1, 2, 3, 4, 4, 1, 2, 3],
};

describe("spatialMarkov", () => {
  it("conditions on the neighbours' mean at the start, by hand", () => {
    // lags of a, b, c, d: 2, 1, 4, 3, so lower halves for a and b. a rises, b stays; c falls, d stays
    const { parts, lag } = spatialMarkov(
      panel,
      both([
        ["a", "b"],
        ["c", "d"],
      ]),
      { k: 2 },
    );
    expect([lag[0], lag[2], lag[4], lag[6]]).toEqual([2, 1, 4, 3]);
    expect(parts.map(({ counts }) => [...counts])).toEqual([
      [1, 1, 0, 0],
      [0, 0, 1, 1],
    ]);
  });

  it("adds up over the classes of the neighbours to the chain of all", () => {
    const { parts, whole } = spatialMarkov(
      panel,
      both([
        ["a", "b"],
        ["b", "c"],
        ["c", "d"],
      ]),
      { k: 2 },
    );
    whole.counts.forEach((count, cell) => {
      expect(parts.reduce((sum, { counts }) => sum + (counts[cell] as number), 0)).toBe(count);
    });
    expect([...whole.counts]).toEqual([...markov(panel, { k: 2 }).chain.counts]);
  });

  it("puts lags into the classes of the values where that is asked for", () => {
    const { lagClass } = spatialMarkov(
      panel,
      both([
        ["a", "b"],
        ["c", "d"],
      ]),
      { cuts: [1.5], lag: "same" },
    );
    expect([lagClass[0], lagClass[2], lagClass[4]]).toEqual([1, 0, 1]); // lags 2, 1, 4 against 1.5
  });

  it("leaves out islands and strangers by name, and neighbours that lack a figure", () => {
    const gapped = {
      place: ["a", "b", "c", "a", "b", "d", "d"],
      year: [0, 0, 0, 1, 1, 0, 1],
      value: [1, 2, 9, 1, 2, 5, 5],
    };
    const {
      dropped,
      lag,
      panel: laid,
    } = spatialMarkov(
      gapped,
      both([
        ["a", "b"],
        ["b", "c"],
        ["a", "x"],
      ]),
      { cuts: [1.5] },
    );
    expect(dropped?.map(({ input, row }) => `${input} ${row}`)).toEqual(["weights x", "data d"]);
    const at = laid.places.indexOf("b") * laid.years.length;
    expect([lag[at], lag[at + 1]]).toEqual([5, 1]); // (1 + 9) / 2, and a alone the year after
  });
});

describe("tests of alikeness", () => {
  it("by hand: rows (3, 1) and (1, 3) of one class have Q = 8 x (1/4)^2 / (1/2) x 2 = 2, and LR", () => {
    const parts = [Float64Array.of(3, 1, 0, 0), Float64Array.of(1, 3, 0, 0)];
    const { q, likelihoodRatio } = alikeThroughout(parts, 2);
    expect(q.statistic).toBeCloseTo(2, 14); // each: 4 (1/16 + 1/16) / (1/2) = 1
    expect(likelihoodRatio.statistic).toBeCloseTo(2 * (6 * Math.log(1.5) + 2 * Math.log(0.5)), 13);
    expect([q.freedom, likelihoodRatio.freedom]).toEqual([1, 1]);
    expect(againstWhole(Float64Array.of(3, 1, 1, 1), Float64Array.of(4, 4, 2, 2), 2).statistic).toBeCloseTo(1, 14);
  });

  it("is 0 where all parts are alike", () => {
    const part = Float64Array.of(5, 2, 1, 4);
    const { q, likelihoodRatio } = alikeThroughout([part, part.map((each) => 3 * each)], 2);
    expect(Math.abs(q.statistic)).toBeLessThan(exact);
    expect(Math.abs(likelihoodRatio.statistic)).toBeLessThan(exact);
  });
});

describe.skipIf(!haveGoldens)(
  "spatialMarkov against PySAL giddy on US states, relative income, pooled quintiles",
  () => {
    it("steady state, chi-square of the lowest lag class, LR and Q as published", () => {
      const rows = goldenCsv("spatial_markov_usjoin/input.csv");
      const long = rows.flatMap((row) =>
        Object.entries(row).flatMap(([name, value]) =>
          name.startsWith("X")
            ? [{ place: row.Name as string, year: Number(name.slice(1)), value: Number(value) }]
            : [],
        ),
      );
      const gal = readFileSync(`${process.env.CONURB_GOLDENS}/spatial_markov_usjoin/states48.gal`, "utf8").split("\n");
      const edges = { from: [] as string[], to: [] as string[] };
      for (let line = 1; line + 1 < gal.length; line += 2) {
        const [from] = (gal[line] as string).split(" ");
        for (const to of (gal[line + 1] as string).trim().split(" ")) {
          edges.from.push(rows[Number(from)]?.Name as string);
          edges.to.push(rows[Number(to)]?.Name as string);
        }
      }
      const found = spatialMarkov(
        { place: long.map((r) => r.place), year: long.map((r) => r.year), value: long.map((r) => r.value) },
        edges,
        { k: 5, classes: "pooled", value: "relative" },
      );
      // giddy test_markov: S[0], chi2[0]
      [0.43509425, 0.2635327, 0.20363044, 0.06841983, 0.02932278].forEach((share, at) => {
        expect(Math.abs((found.parts[0]?.steady[at] as number) - share)).toBeLessThan(asPrinted);
      });
      expect(Math.abs((found.parts[0]?.test.statistic as number) - 40.5598541)).toBeLessThan(5e-8);
      expect(found.parts[0]?.test.freedom).toBe(16);
      expect(found.parts[0]?.test.p).toBeCloseTo(6.446e-4, 7);
      // Homogeneity_Results(sm.T).summary() in the giddy notebook
      expect(found.likelihoodRatio).toBeCloseTo(170.659, 3);
      expect(found.q).toBeCloseTo(200.624, 3);
      expect(found.freedom).toBe(60);
    });
  },
);
