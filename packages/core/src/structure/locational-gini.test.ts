import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { locationalGini } from "./locational-gini.ts";

const exact = 1e-14; // a few shares added up
const manyAdded = 1e-10; // 150,000 shares added up, each rounded
const halfOfLastDigit = 5.000001e-3; // EconGeo rounds its locational Gini to two digits

const gap = Number.NaN;
const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

describe("locationalGini", () => {
  it("against all industries: x of (.75, .25) on p of (.4, .6)", () => {
    const { industries, lorenz, convention } = locationalGini({
      slices: [
        slice([
          [30, 10],
          [10, 50],
        ]),
      ],
    });
    // in the order of x / p: b (.25, .6), a (.75, .4): 1 - .6 x .25 - .4 x 1.25
    near(industries[0]?.gini, 0.35);
    near(industries[0]?.hoover, 0.35);
    expect(industries[0]).toMatchObject({ industry: "x", largest: "a", largestShare: 0.75, places: 2 });
    // y: a (1/6, .4), b (5/6, .6): 1 - .4/6 - .6 x 7/6
    near(industries[1]?.gini, 7 / 30);
    expect(lorenz.map(({ industry, place }) => industry + place)).toEqual(["xb", "xa", "ya", "yb"]);
    near(lorenz[1]?.cumulative, 1);
    expect(convention.base).toBe("industries");
  });

  // EconGeo's own example of Hoover.Gini and Hoover.index (Balland 2017): .31 and 25 percent
  it("against people: industry (0, 10, 10, 30, 50) on people (10, 15, 20, 25, 30)", () => {
    const place = ["a", "b", "c", "d", "e"];
    const { industries } = locationalGini({
      slices: [slice([[0], [10], [10], [30], [50]])],
      base: { place, value: [10, 15, 20, 25, 30] },
    });
    near(industries[0]?.gini, 0.31);
    near(industries[0]?.hoover, 0.25);
  });

  it("is 0 where an industry is spread as the base is, 1 less the base's share where it is in one place", () => {
    const even = locationalGini({
      slices: [
        slice([
          [1, 2],
          [3, 6],
        ]),
      ],
    }).industries;
    for (const { gini, hoover } of even) {
      near(gini, 0);
      near(hoover, 0);
    }
    const alike = locationalGini({
      slices: [
        slice([
          [10, 30],
          [10, 30],
          [10, 30],
        ]),
      ],
    });
    for (const { gini, hoover } of alike.industries) {
      expect(gini).toBe(0); // thirds that add up to 1 less a rounding
      expect(hoover).toBe(0);
    }
    const alone = locationalGini({
      slices: [slice([[8], [0], [0]])],
      base: { place: ["a", "b", "c"], value: [1, 4, 5] },
    });
    near(alone.industries[0]?.gini, 0.9);
    near(alone.industries[0]?.hoover, 0.9);
    const half = locationalGini(
      { slices: [slice([[8], [0], [0]])], base: { place: ["a", "b", "c"], value: [1, 4, 5] } },
      { scale: "half" },
    );
    near(half.industries[0]?.gini, 0.45);
  });

  it("takes more places than a call takes arguments", () => {
    const n = 150_000;
    const places = Array.from({ length: n }, (_, at) => `p${at}`);
    // x in the first half alone, y everywhere: half the places have no x, so the curve of x lies on the ground for 1/3 of all
    const values = Float64Array.from({ length: 2 * n }, (_, cell) => (cell % 2 === 1 || cell < n ? 1 : 0));
    const { industries, lorenz } = locationalGini({
      slices: [{ year: undefined, places, industries: ["x", "y"], values }],
    });
    expect(lorenz).toHaveLength(2 * n);
    expect(Math.abs((industries[0]?.gini as number) - 1 / 3)).toBeLessThan(manyAdded);
  });

  it("does not change when places of one ratio are joined", () => {
    const split = locationalGini({
      slices: [
        slice([
          [30, 10],
          [5, 25],
          [5, 25],
        ]),
      ],
    });
    near(split.industries[0]?.gini, 0.35);
  });

  it("leaves a place without a figure out of both sides of that industry, and one without a base out by name", () => {
    const { industries } = locationalGini({
      slices: [
        slice([
          [gap, 10],
          [20, 20],
          [10, 50],
        ]),
      ],
    });
    const x = industries.find(({ industry }) => industry === "x");
    expect(x?.places).toBe(2);
    near(x?.hoover, 2 / 3 - 0.4); // 20/30 against 40/100
    const { dropped } = locationalGini({
      slices: [slice([[1], [2]], 2020)],
      base: { place: ["a"], value: [3] },
    });
    expect(dropped?.map(({ row }) => row)).toEqual(["b 2020"]);
  });

  it("has no index of an industry that is nowhere, and refuses negatives on either side", () => {
    const { industries, warnings } = locationalGini({ slices: [slice([[0, 1]])] });
    expect(industries.map(({ industry }) => industry)).toEqual(["y", "x"]);
    expect(industries[1]?.gini).toBeNaN();
    expect(say(warnings?.[0])).toBe(
      "nothing of the industry, or of the base, in the places with figures, so no index: x",
    );
    expect(() => locationalGini({ slices: [slice([[-1]])] })).toThrow(
      "locational-gini: value of a x is -1, expected at least 0",
    );
    expect(() => locationalGini({ slices: [slice([[1]])], base: { place: ["a"], value: [-3] } })).toThrow(
      "locational-gini: base of a is -3, expected at least 0",
    );
  });
});

describe.skipIf(!haveGoldens)("locationalGini against EconGeo", () => {
  it("its locational Gini is the half, rounded to two digits", () => {
    const rows = goldenCsv("structure_econgeo/input.csv");
    const names = ["I1", "I2", "I3", "I4", "I5"];
    const values = Float64Array.from(rows.flatMap((row) => names.map((industry) => Number(row[industry]))));
    const slices = [{ year: undefined, places: rows.map((row) => row[""] as string), industries: names, values }];
    const golden = goldenJson<{ locational_gini: { Industry: string; "Loc.Gini": number }[] }>(
      "structure_econgeo/expected.json",
    );
    const { industries } = locationalGini({ slices }, { scale: "half" });
    for (const { Industry, "Loc.Gini": wanted } of golden.locational_gini) {
      const found = industries.find(({ industry }) => industry === Industry)?.gini as number;
      expect(Math.abs(found - wanted)).toBeLessThan(halfOfLastDigit);
    }
  });
});
