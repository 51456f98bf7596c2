import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { complexity } from "./complexity.ts";

const exact = 1e-10; // an eigenvector of a small matrix

/** A composition whose presence is exactly this matrix: equal figures where present, against a reference where all weigh alike. */
const ofMatrix = (rows: readonly (readonly number[])[]) => ({
  slices: [
    {
      year: undefined,
      places: rows.map((_, at) => `p${at}`),
      industries: (rows[0] as readonly number[]).map((_, at) => `i${at}`),
      values: Float64Array.from(rows.flat()),
    },
  ],
  reference: {
    industry: (rows[0] as readonly number[]).map((_, at) => `i${at}`),
    value: (rows[0] as readonly number[]).map(() => 1),
  },
});

describe("complexity", () => {
  it("by hand: a has x, y; b has y, z; c has z", () => {
    // D^-1 M U^-1 M' = ((3/4, 1/4, 0), (1/4, 1/2, 1/4), (0, 1/2, 1/2)), trace 7/4, determinant 1/16
    // so the others add up to 3/4 and multiply to 1/16: 3/8 +- sqrt(9/64 - 4/64); second l = (3 + sqrt 5) / 8
    // vector: (1, 4 l - 3, 2 (4 l - 3) / (4 l - 2)): rows one and three of (M - l) v = 0
    const l = (3 + Math.sqrt(5)) / 8;
    const vector = [1, 4 * l - 3, (2 * (4 * l - 3)) / (4 * l - 2)] as const;
    const mean = (vector[0] + vector[1] + vector[2]) / 3;
    const deviation = Math.sqrt(vector.reduce((sum, each) => sum + (each - mean) ** 2, 0) / 3);
    const found = complexity(
      ofMatrix([
        [1, 1, 0],
        [0, 1, 1],
        [0, 0, 1],
      ]),
    );
    expect(Math.abs((found.years[0]?.second as number) - l)).toBeLessThan(exact);
    found.places.forEach(({ eci }, at) => {
      expect(Math.abs(eci - ((vector[at] as number) - mean) / deviation)).toBeLessThan(exact);
    });
    expect(found.places.map(({ diversity }) => diversity)).toEqual([2, 2, 1]);
    expect(found.industries.map(({ ubiquity }) => ubiquity)).toEqual([1, 2, 2]);
  });

  it("is the same from either side: exchanging places and industries exchanges ECI and PCI, up to sign", () => {
    const m = [
      [1, 1, 0, 1],
      [0, 1, 1, 0],
      [0, 0, 1, 0],
      [1, 1, 1, 1],
      [0, 1, 0, 1],
    ];
    const turned = (m[0] as number[]).map((_, at) => m.map((row) => row[at] as number));
    const [one, other] = [complexity(ofMatrix(m)), complexity(ofMatrix(turned))];
    one.places.forEach(({ eci }, at) => {
      expect(Math.abs(Math.abs(eci) - Math.abs(other.industries[at]?.pci as number))).toBeLessThan(exact);
    });
  });

  it("says where nothing tells the complex end from the other: a chain of places with two industries each", () => {
    const chain = [
      [1, 1, 0, 0],
      [0, 1, 1, 0],
      [0, 0, 1, 1],
    ];
    const codes = (rows: number[][]) => complexity(ofMatrix(rows)).warnings?.map(({ code }) => code);
    expect(codes(chain)).toContain("direction-unknown");
    const told = [
      [1, 1, 0],
      [0, 1, 1],
      [0, 0, 1],
    ];
    expect(codes(told)).toEqual([]);
  });

  it("has mean 0 and the deviation that is named", () => {
    const m = ofMatrix([
      [1, 1, 0],
      [0, 1, 1],
      [0, 0, 1],
      [1, 1, 1],
    ]);
    for (const standardise of ["population", "sample"] as const) {
      const eci = complexity(m, { standardise }).places.map((row) => row.eci);
      const squares = eci.reduce((sum, each) => sum + each * each, 0);
      expect(Math.abs(squares - (standardise === "population" ? 4 : 3))).toBeLessThan(exact);
      expect(Math.abs(eci.reduce((a, b) => a + b, 0))).toBeLessThan(exact);
    }
  });

  it("takes the largest part of a network that falls apart, and names the rest", () => {
    const { places, industries, dropped, warnings } = complexity(
      ofMatrix([
        [1, 1, 0, 0, 0],
        [0, 1, 1, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 1, 0],
      ]),
    );
    expect(places.map(({ place }) => place)).toEqual(["p0", "p1", "p2"]);
    expect(industries.length).toBe(3);
    expect(dropped?.map(({ row }) => row)).toEqual(["p3", "i3", "i4"]);
    expect(warnings?.map(({ code }) => code)).toEqual(["disconnected"]);
  });

  it("refuses a network of one, and an index that is not determined", () => {
    expect(() => complexity(ofMatrix([[1, 1]]))).toThrow("one place or one industry alone is connected");
    // three places, each pair with an industry of its own: all alike
    expect(() =>
      complexity(
        ofMatrix([
          [1, 1, 0],
          [1, 0, 1],
          [0, 1, 1],
        ]),
      ),
    ).toThrow("the second eigenvalue comes twice");
  });

  it("goes with diversity, and says how far the reference matters", () => {
    const { places } = complexity(
      ofMatrix([
        [1, 1, 1, 1],
        [1, 1, 0, 0],
        [1, 0, 0, 0],
        [1, 1, 1, 0],
      ]),
    );
    const top = places.reduce((a, b) => (b.eci > a.eci ? b : a));
    expect(top.place).toBe("p0");
  });
});

describe.skipIf(!haveGoldens)("complexity against the formulas of Hidalgo and Hausmann in R", () => {
  interface Golden {
    result: {
      eci_z: number[];
      eci_z_popsd: number[];
      pci_by_eci_norm: number[];
      eigenvalue2: number;
      ubiquity: number[];
    };
    toy_eci: Golden["result"];
  }
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(exact);

  it("of 15 places by 10 industries", () => {
    const rows = goldenCsv("eci_pci/input.csv");
    const industries = Object.keys(rows[0] as object).filter((name) => name !== "");
    const slices = [
      {
        year: undefined,
        places: rows.map((row) => row[""] as string),
        industries,
        values: Float64Array.from(rows.flatMap((row) => industries.map((name) => Number(row[name])))),
      },
    ];
    const { result } = goldenJson<Golden>("eci_pci/expected.json");
    const found = complexity({ slices }, { pci: "eci" });
    const sample = complexity({ slices }, { standardise: "sample" });
    found.places.forEach(({ eci }, at) => {
      near(eci, result.eci_z_popsd[at] as number);
      near(sample.places[at]?.eci as number, result.eci_z[at] as number);
    });
    found.industries.forEach(({ pci, ubiquity }, at) => {
      near(pci, result.pci_by_eci_norm[at] as number);
      expect(ubiquity).toBe(result.ubiquity[at]);
    });
    near(found.years[0]?.second as number, result.eigenvalue2);
  });

  it("of the toy matrix of 4 x 4", () => {
    const rows = goldenCsv("eci_pci/toy.csv").map((row) => ["P1", "P2", "P3", "P4"].map((name) => Number(row[name])));
    const { toy_eci } = goldenJson<Golden>("eci_pci/expected.json");
    const found = complexity(ofMatrix(rows), { pci: "eci" });
    found.places.forEach(({ eci }, at) => {
      near(eci, toy_eci.eci_z_popsd[at] as number);
    });
    found.industries.forEach(({ pci }, at) => {
      near(pci, toy_eci.pci_by_eci_norm[at] as number);
    });
  });
});
