import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { complexity } from "./complexity.ts";
import { outlookOf } from "./outlook.ts";
import { relatedness } from "./relatedness.ts";
import { densityOf, nearnessOf } from "./relatedness-measures.ts";

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
    expect(warnings?.map(({ code }) => code)).toEqual(["near-to-none", "no-outlook"]);
    expect(densities.filter(({ density }) => Number.isNaN(density)).map(({ industry }) => industry)).toEqual([
      "z",
      "z",
    ]);
  });
});

describe("complexity outlook", () => {
  // presence of three industries in two places; nearness 1/2 between neighbours; PCI -1, 0, 3
  const slice = {
    ...{ year: undefined, places: ["a", "b"], industries, quotient: new Float64Array(6) },
    present: Uint8Array.of(1, 0, 0, 0, 1, 0),
  };
  const near = Float64Array.of(0, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0);
  const pci = Float64Array.of(-1, 0, 3);
  const outlook = (present: Uint8Array, gain: "net" | "gross" = "net", own: "out" | "in" = "out") =>
    outlookOf({ ...slice, present }, near, densityOf({ ...slice, present }, near, own), pci, { own, gain });

  it("by hand: b has y, of which x and z are wholly near: -1 + 3; a has x, and lacks y (half near, PCI 0) and z (not near)", () => {
    const { index, gain } = outlook(slice.present);
    expect([...index]).toEqual([0, 2]);
    // a: y opens z (all of z's nearness is y's) for 3, less 1/2 x 0; z opens half of y for 0, less 0 x 3
    // b: x opens nothing that b lacks and ends an opportunity of -1; z ends one of 3
    expect([...gain]).toEqual([Number.NaN, 3, 0, 1, Number.NaN, -3]);
    expect([...outlook(slice.present, "gross").gain]).toEqual([Number.NaN, 3, 0, 0, Number.NaN, 0]);
  });

  it.each(["out", "in"] as const)("the gain is the change of the outlook, own industry %s", (own) => {
    const before = outlook(slice.present, "net", own);
    before.gain.forEach((gain, cell) => {
      if (Number.isNaN(gain)) return;
      const added = Uint8Array.from(slice.present, (each, at) => (at === cell ? 1 : each));
      const row = Math.floor(cell / 3);
      const change = (outlook(added, "net", own).index[row] as number) - (before.index[row] as number);
      expect(Math.abs(change - gain)).toBeLessThan(exact);
    });
  });

  it("takes complexity from the same presence, and has none where the network has none", () => {
    const { outlooks, densities, warnings } = relatedness(input);
    expect(warnings).toEqual([]);
    const pcis = complexity(input).industries.map((row) => row.pci);
    // a lacks z, all of whose nearness is y's; b lacks x, likewise; c lacks x (not near) and y (half near, through z)
    const wanted = [pcis[2], pcis[0], (pcis[1] as number) / 2] as number[];
    outlooks.forEach(({ outlook: found }, at) => {
      expect(Math.abs(found - (wanted[at] as number))).toBeLessThan(exact);
    });
    expect(densities.map(({ gain }) => Number.isNaN(gain))).toEqual(densities.map(({ present }) => present === 1));
    const alone = {
      ...input,
      slices: [{ ...(input.slices[0] as object), values: Float64Array.of(1, 1, 0, 1, 1, 0, 1, 1, 0) }],
    };
    const without = relatedness(alone as typeof input);
    expect(without.warnings?.map(({ code }) => code)).toEqual(["near-to-none", "no-outlook"]);
    expect(without.outlooks.map((row) => row.outlook)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
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
