import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { diversity } from "./diversity.ts";

const exact = 1e-14; // a few shares, their squares and logarithms
const rounded = 1e-12; // goldens printed to 15 digits

const gap = Number.NaN;
const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

describe("diversity", () => {
  it("of shares 3/4 and 1/4 against 2/5 and 3/5", () => {
    const [a] = diversity({
      slices: [
        slice([
          [30, 10],
          [10, 50],
        ]),
      ],
    }).places;
    near(a?.hhi, 10 / 16);
    near(a?.entropy, 0.75 * Math.log(4 / 3) + 0.25 * Math.log(4));
    near(a?.effectiveByHhi, 1.6);
    near(a?.evenness, (0.75 * Math.log(4 / 3) + 0.25 * Math.log(4)) / Math.log(2));
    near(a?.hachman, 1 / (9 / 16 / 0.4 + 1 / 16 / 0.6));
    expect(a).toMatchObject({ largestIndustry: "x", largest: 0.75, industries: 2 });
  });

  it("of four industries of one size: 1/4, two bits, four effective industries, evenness 1", () => {
    const [a] = diversity({ slices: [slice([[5, 5, 5, 5]])] }, { logarithm: "bits" }).places;
    near(a?.hhi, 0.25);
    near(a?.entropy, 2);
    expect(Math.abs((a?.effectiveByEntropy as number) - 4)).toBeLessThan(exact * 4);
    near(a?.effectiveByHhi, 4);
    near(a?.evenness, 1);
    near(a?.hachman, 1); // its own reference
  });

  it("counts no industry that is nowhere: an industry of 0 changes evenness alone", () => {
    const [a] = diversity({ slices: [slice([[5, 5, 0]])] }).places;
    near(a?.effectiveByEntropy, 2);
    near(a?.evenness, Math.log(2) / Math.log(3));
  });

  it("compares with the rest when a place is taken out, and says what the rest lacks", () => {
    const { places, warnings } = diversity(
      {
        slices: [
          slice([
            [30, 10],
            [0, 50],
          ]),
        ],
      },
      { self: "exclude" },
    );
    expect(places[0]?.hachman).toBe(0); // all of x is its own
    near(places[1]?.hachman, 0.25); // 1 / (1 / (1/4))
    expect(warnings?.map(({ code }) => code)).toEqual(["absent-from-reference"]);
    const alone = diversity({ slices: [slice([[2, 3]])] }, { self: "exclude" });
    expect(say(alone.warnings?.[0])).toBe("nothing is left to compare a with");
  });

  it("compares a place with gaps over the industries it has, on both sides", () => {
    const { places, warnings } = diversity({
      slices: [
        slice([
          [10, gap, 10],
          [30, 20, 10],
        ]),
      ],
    });
    near(places[0]?.hachman, 1 / (0.25 / (40 / 60) + 0.25 / (20 / 60)));
    expect(places[0]?.industries).toBe(2);
    expect(warnings?.map(({ code }) => code)).toEqual(["missing-cells"]);
  });

  it("gives the reference's own diversity, whatever is taken out", () => {
    const slices = [
      slice(
        [
          [30, 10],
          [10, 50],
        ],
        2019,
      ),
      slice([[1, 1]], 2020),
    ];
    for (const self of ["include", "exclude"] as const) {
      const { reference } = diversity({ slices }, { self });
      expect(reference.map(({ year }) => year)).toEqual([2019, 2020]);
      near(reference[0]?.hhi, 0.52);
    }
  });

  it("has no evenness of one industry, and refuses negatives", () => {
    const { places, warnings } = diversity({ slices: [slice([[3]])] });
    expect(places[0]).toMatchObject({ hhi: 1, entropy: 0, effectiveByEntropy: 1 });
    expect(places[0]?.evenness).toBeNaN();
    expect(say(warnings?.[0])).toBe("one industry alone, so no evenness: a");
    expect(() => diversity({ slices: [slice([[1, -2]])] })).toThrow(
      "diversity: value of a y is -2, expected at least 0",
    );
  });
});

describe.skipIf(!haveGoldens)("diversity against EconGeo", () => {
  it("Herfindahl, entropy in bits (rounded to 3 digits there) and Hachman", () => {
    const rows = goldenCsv("structure_econgeo/input.csv");
    const industries = ["I1", "I2", "I3", "I4", "I5"];
    const values = Float64Array.from(rows.flatMap((row) => industries.map((industry) => Number(row[industry]))));
    const slices = [{ year: undefined, places: rows.map((row) => row[""] as string), industries, values }];
    const golden = goldenJson<Record<string, number[]>>("structure_econgeo/expected.json");
    diversity({ slices }, { logarithm: "bits" }).places.forEach((row, at) => {
      expect(Math.abs(row.hhi - (golden.herfindahl?.[at] as number))).toBeLessThan(rounded);
      expect(Math.abs(row.entropy - (golden.entropy_bits?.[at] as number))).toBeLessThanOrEqual(5e-4);
      expect(Math.abs(row.hachman - (golden.hachman?.[at] as number))).toBeLessThan(rounded);
    });
  });
});
