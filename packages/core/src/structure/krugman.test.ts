import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { krugman } from "./krugman.ts";

const exact = 1e-14; // five shares and their differences

const gap = Number.NaN;
const slice = (values: number[][]): CompositionSlice => ({
  year: undefined,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "xyzuvw".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const indices = (values: number[][], options = {}) =>
  krugman({ slices: [slice(values)] }, options).places.map((row) => row.krugman);
const close = (found: number[], wanted: number[]) => {
  expect(found.length).toBe(wanted.length);
  found.forEach((each, at) => {
    expect(Math.abs(each - (wanted[at] as number))).toBeLessThan(exact);
  });
};

describe("krugman", () => {
  it("of 30 and 10 beside 10 and 50 is 2 |3/4 - 2/5| and 2 |1/6 - 2/5|, half of it on request", () => {
    close(
      indices([
        [30, 10],
        [10, 50],
      ]),
      [0.7, 7 / 15],
    );
    close(
      indices(
        [
          [30, 10],
          [10, 50],
        ],
        { scale: "half" },
      ),
      [0.35, 7 / 30],
    );
  });

  it("against the rest: 2 |3/4 - 1/6| both ways", () => {
    close(
      indices(
        [
          [30, 10],
          [10, 50],
        ],
        { self: "exclude" },
      ),
      [7 / 6, 7 / 6],
    );
  });

  it("is 0 where all are alike and 2 where nothing is shared with the rest", () => {
    close(
      indices([
        [1, 2],
        [3, 6],
      ]),
      [0, 0],
    );
    close(
      indices(
        [
          [5, 0],
          [0, 8],
        ],
        { self: "exclude" },
      ),
      [2, 2],
    );
  });

  it("is the sum of its contributions", () => {
    const { places, differences } = krugman(
      {
        slices: [
          slice([
            [3, 5, 2],
            [7, 1, 9],
          ]),
        ],
      },
      { scale: "half" },
    );
    for (const row of places) {
      const added = differences
        .filter(({ place }) => place === row.place)
        .reduce((sum, each) => sum + each.contribution, 0);
      expect(Math.abs(added - row.krugman)).toBeLessThan(exact);
    }
  });

  it("compares a place with gaps over the industries it has, on both sides", () => {
    const { places, differences, warnings } = krugman({
      slices: [
        slice([
          [30, gap, 10],
          [10, 20, 30],
        ]),
      ],
    });
    // a: (3/4, 1/4) against (40, 40)/80: 1/4 + 1/4
    expect(places[0]).toMatchObject({ krugman: 0.5, industries: 2 });
    expect(differences[1]?.difference).toBeNaN();
    expect(warnings?.map(({ code }) => code)).toEqual(["missing-cells"]);
  });

  it("is 0 for a place that is like its reference, gap or no gap", () => {
    const reference = { industry: ["x", "y", "z"], value: [30, 20, 50] };
    const { places } = krugman({ slices: [slice([[3, gap, 5]])], reference });
    expect(Math.abs(places[0]?.krugman as number)).toBeLessThan(exact);
  });

  it("answers one place and one industry, and says when nothing is left to compare with", () => {
    close(indices([[2, 3]]), [0]);
    close(indices([[2], [5]]), [0, 0]);
    const alone = krugman({ slices: [slice([[2, 3]])] }, { self: "exclude" });
    expect(alone.places[0]?.krugman).toBeNaN();
    expect(say(alone.warnings?.[0])).toBe("the reference has nothing in the industries of a, so no index");
  });

  it("refuses negatives", () => {
    expect(() => indices([[1, -2]])).toThrow("krugman: value of a y is -2, expected at least 0");
  });
});

describe.skipIf(!haveGoldens)("krugman against EconGeo", () => {
  it("1.6, 1, .6, .7, 1.1 and their halves", () => {
    const rows = goldenCsv("structure_econgeo/input.csv");
    const industries = ["I1", "I2", "I3", "I4", "I5"];
    const places = rows.map((row) => row[""] as string);
    const values = Float64Array.from(rows.flatMap((row) => industries.map((industry) => Number(row[industry]))));
    const input = { slices: [{ year: undefined, places, industries, values }] };
    const golden = goldenJson<Record<string, number[]>>("structure_econgeo/expected.json");
    const found = (scale: "full" | "half") => krugman(input, { scale }).places.map((row) => row.krugman);
    close(found("full"), golden.krugman_vs_total_incl_self as number[]);
    close(found("half"), golden.spec_coeff_half as number[]);
  });
});
