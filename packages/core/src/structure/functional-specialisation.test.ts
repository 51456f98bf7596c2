import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import type { CompositionSlice } from "../contract/readings.ts";
import { functionalSpecialisation } from "./functional-specialisation.ts";

const exact = 1e-14; // a ratio of two ratios

const gap = Number.NaN;
const slice = (values: number[][], year?: number): CompositionSlice => ({
  year,
  places: values.map((_, at) => "abcdefgh".charAt(at)),
  industries: (values[0] as number[]).map((_, at) => "mnpq".charAt(at)),
  values: Float64Array.from(values.flat()),
});
const functions = { management: ["m"], production: ["p"] };
const near = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found as number) - wanted)).toBeLessThan(exact);

describe("functionalSpecialisation", () => {
  const values = [
    [30, 99, 10],
    [10, 99, 50],
  ];

  it("by hand: 3 and 1/5 against 40/60", () => {
    const { places, warnings } = functionalSpecialisation({ slices: [slice(values)] }, functions);
    near(places[0]?.index, 3.5);
    near(places[1]?.index, -0.7);
    near(places[0]?.referenceRatio, 2 / 3);
    expect(warnings?.map(({ code }) => code)).toEqual(["industries-for-functions"]);
    expect(
      functionalSpecialisation({ slices: [slice(values)] }, { ...functions, figures: "occupations" }).warnings,
    ).toEqual([]);
  });

  it("adds up the industries of a function, and holds them against a reference or the rest", () => {
    const reference = { industry: ["m", "n", "p"], value: [1, 1, 4] };
    const options = { management: ["m", "n"], production: ["p"] };
    near(functionalSpecialisation({ slices: [slice(values)], reference }, options).places[0]?.index, 12.9 / 0.5 - 1);
    const rest = functionalSpecialisation({ slices: [slice(values)] }, { ...functions, self: "exclude" });
    near(rest.places[0]?.index, 3 / (1 / 5) - 1);
  });

  it("does not change when a place, or everything, is doubled", () => {
    const doubled = functionalSpecialisation(
      { slices: [slice(values.map((row) => row.map((each) => 2 * each)))] },
      functions,
    );
    near(doubled.places[1]?.index, -0.7);
  });

  it("drops a place with a gap by name, also from the sum; one without production has no index", () => {
    const { places, dropped, warnings } = functionalSpecialisation(
      {
        slices: [
          slice(
            [
              [30, 1, 10],
              [10, 1, gap],
              [5, gap, 0],
            ],
            2020,
          ),
        ],
      },
      functions,
    );
    expect(dropped).toMatchObject([{ row: "b 2020", reason: { en: "no figure of p" } }]);
    near(places[0]?.index, 3 / 3.5 - 1);
    expect(places[1]?.index).toBeNaN();
    expect(say(warnings?.at(-1))).toBe(
      "no production in the place, or nothing of a function in its reference, so no index: c 2020",
    );
  });

  it("refuses an unknown industry, one named twice, and data with no complete place", () => {
    const input = { slices: [slice([[1, 2, gap]])] };
    expect(() => functionalSpecialisation(input, { management: ["z"], production: ["p"] })).toThrow(
      "functional-specialisation: no industry z, expected some of m, n, p",
    );
    expect(() => functionalSpecialisation(input, { management: ["m", "n"], production: ["n"] })).toThrow(
      "functional-specialisation: n is named twice, expected once, in management or in production",
    );
    expect(() => functionalSpecialisation(input, functions)).toThrow(
      "functional-specialisation: no place has figures of all of m, p",
    );
  });
});
