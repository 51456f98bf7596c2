import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { relatedness } from "./relatedness.ts";
import { nearnessOf } from "./relatedness-measures.ts";

const exact = 1e-12; // ratios of counts

const industries = ["x", "y", "z"];
const input = {
  slices: [
    { year: undefined, places: ["a", "b", "c"], industries, values: Float64Array.of(1, 1, 0, 0, 1, 1, 0, 0, 2) },
  ],
  reference: { industry: industries, value: [1, 1, 1] },
};

describe("relatedness", () => {
  it("by hand: a has x, y; b y, z; c z", () => {
    const { pairs, densities } = relatedness(input);
    const proximity = (a: string, b: string) =>
      pairs.find(({ industry, other }) => industry === a && other === b)?.proximity;
    expect([proximity("x", "y"), proximity("y", "z"), proximity("x", "z")]).toEqual([0.5, 0.5, 0]);
    const density = (place: string) => densities.filter((row) => row.place === place).map((row) => row.density);
    // of x's nearness all is y's; of y's half is x's, half z's; of z's all is y's
    expect([density("a"), density("b"), density("c")]).toEqual([
      [1, 0.5, 1],
      [1, 0.5, 1],
      [0, 0.5, 0],
    ]);
  });

  it("counts the industry itself where asked: (1/2 + 1) / (1/2 + 1), (0 + 1/2) / (1 + 1)", () => {
    const { densities } = relatedness(input, { own: "in" });
    expect(densities[0]?.density).toBe(1); // a, x
    expect(densities.at(-2)?.density).toBe(0.25); // c, y
    expect(densities.at(-1)?.density).toBeCloseTo(1 / 1.5, 15); // c, z
  });

  it("is symmetric, at most 1, and 1 where two industries are always together", () => {
    const twins = {
      ...input,
      slices: [{ ...(input.slices[0] as object), values: Float64Array.of(1, 1, 0, 1, 1, 0, 0, 0, 2) }],
    };
    const { pairs } = relatedness(twins as typeof input);
    const found = new Map(pairs.map(({ industry, other, proximity }) => [`${industry}${other}`, proximity]));
    expect(found.get("xy")).toBe(1);
    for (const { industry, other, proximity } of pairs) {
      expect(proximity).toBe(found.get(`${other}${industry}`));
      expect(proximity).toBeLessThanOrEqual(1);
    }
  });

  it("names industries that stand alone", () => {
    const alone = {
      ...input,
      slices: [{ year: undefined, places: ["a", "b"], industries, values: Float64Array.of(1, 1, 0, 0, 0, 3) }],
    };
    const { warnings, densities } = relatedness(alone);
    expect(warnings?.map(({ code }) => code)).toEqual(["near-to-none"]);
    expect(densities.filter(({ density }) => Number.isNaN(density)).map(({ industry }) => industry)).toEqual([
      "z",
      "z",
    ]);
  });
});

describe.skipIf(!haveGoldens)("nearness against EconGeo, and density against R", () => {
  it.each([
    ["steijn", "prob"],
    ["association", "association"],
    ["cosine", "cosine"],
    ["jaccard", "jaccard"],
  ] as const)("%s of a matrix of counts", (measure, name) => {
    const rows = goldenCsv("relatedness/input.csv").map((row) =>
      Object.entries(row).flatMap(([column, value]) => (column === "" ? [] : [Number(value)])),
    );
    const expected = goldenJson<Record<string, number[][]>>("relatedness/expected.json")[name] as number[][];
    nearnessOf(Float64Array.from(rows.flat()), rows.length, measure).forEach((each, cell) => {
      expect(Math.abs(each - (expected[Math.floor(cell / 6)]?.[cell % 6] as number))).toBeLessThan(exact);
    });
  });

  it("proximity and density of 15 places by 10 industries", () => {
    const rows = goldenCsv("eci_pci/input.csv");
    const names = Object.keys(rows[0] as object).filter((name) => name !== "");
    const values = Float64Array.from(rows.flatMap((row) => names.map((name) => Number(row[name]))));
    const found = relatedness({
      slices: [{ year: undefined, places: rows.map((row) => row[""] as string), industries: names, values }],
    });
    const expected = goldenJson<{ proximity_min_cond_prob: number[][]; relatedness_density: number[][] }>(
      "eci_pci/expected.json",
    );
    found.densities.forEach(({ density }, cell) => {
      expect(
        Math.abs(density - (expected.relatedness_density[Math.floor(cell / 10)]?.[cell % 10] as number)),
      ).toBeLessThan(exact);
    });
    for (const { industry, other, proximity } of found.pairs) {
      const golden = expected.proximity_min_cond_prob[names.indexOf(industry)]?.[names.indexOf(other)] as number;
      expect(Math.abs(proximity - golden)).toBeLessThan(exact);
    }
  });
});
