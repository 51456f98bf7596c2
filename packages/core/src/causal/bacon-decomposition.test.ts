import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { baconDecomposition } from "./bacon-decomposition.ts";
import { fixedEffects } from "./fixed-effects.ts";

const rounding = 1e-10;

describe("laws", () => {
  it("adds up to the coefficient of the two-way regression, with always and never treated and without", () => {
    const draw = random(1, "bacon");
    for (const starts of [
      [0, 3, 5],
      [1, 3, 5, 0],
      [3, 4],
      [1, 2, 6],
    ]) {
      const rows = Array.from({ length: 24 }, (_, at) => {
        const level = draw.normal();
        return Array.from({ length: 7 }, (_, step) => {
          const first = starts[at % starts.length];
          const treated = first > 0 && step + 1 >= first ? 1 : 0;
          return { place: `p${at}`, year: step + 1, treated, outcome: level + step * treated + draw.normal() };
        });
      }).flat();
      const panel = {
        place: rows.map(({ place }) => place),
        year: rows.map(({ year }) => year),
        outcome: rows.map(({ outcome }) => outcome),
      };
      const treated = rows.map(({ treated: each }) => each);
      const { coefficient, comparisons } = baconDecomposition({ ...panel, treated });
      const regressors = [{ name: "treated", unit: "1", values: Float64Array.from(treated) }];
      expect(Math.abs(coefficient - fixedEffects({ ...panel, regressors }).effect)).toBeLessThan(rounding);
      expect(Math.abs(comparisons.reduce((sum, { weight }) => sum + weight, 0) - 1)).toBeLessThan(rounding);
      for (const { weight } of comparisons) expect(weight).toBeGreaterThan(0);
    }
  });
});

describe("refusals", () => {
  it("has nothing to compare where treatment begins nowhere within the years", () => {
    expect(() =>
      baconDecomposition({
        place: ["a", "a", "b", "b"],
        year: [1, 2, 1, 2],
        outcome: [1, 2, 3, 5],
        treated: [1, 1, 0, 0],
      }),
    ).toThrow("places are treated from the first year on or never, expected some whose treatment begins later");
  });

  it("needs two groups", () => {
    expect(() => baconDecomposition({ place: ["a", "a"], year: [1, 2], outcome: [1, 2], treated: [0, 1] })).toThrow(
      "came under treatment together, expected at least two groups",
    );
  });
});

it("says which places are left where one group is", () => {
  const of = (outcome: number[], treated: number[]) => () =>
    baconDecomposition({ place: ["a", "a", "b", "b"], year: [1, 2, 1, 2], outcome, treated });
  expect(of([1, Number.NaN, 2, 4], [0, 1, 0, 0])).toThrow(
    "bacon-decomposition: of the places that are observed in every year none is ever treated, expected at least two groups",
  );
  expect(of([1, Number.NaN, Number.NaN, 4], [0, 1, 0, 0])).toThrow("no place is observed in every year");
  expect(of([1, 3, 2, 4], [1, 1, 1, 1])).toThrow("are treated from the first on");
});

describe.skipIf(!haveGoldens)("bacondecomp on the castle doctrine", () => {
  it("gives the same comparisons and weights", () => {
    interface Detail {
      readonly treated: number;
      readonly untreated: number;
      readonly estimate: number;
      readonly weight: number;
      readonly type: string;
    }
    const rows = goldenCsv("goodman_bacon_castle/input.csv");
    const expected = goldenJson<{ two_way_fe: number; detail: Detail[] }>("goodman_bacon_castle/expected.json");
    const result = baconDecomposition({
      place: rows.map(({ sid }) => sid),
      year: rows.map(({ year }) => Number(year)),
      outcome: rows.map(({ l_homicide }) => Number(l_homicide)),
      treated: rows.map(({ post }) => Number(post)),
    });
    expect(Math.abs(result.coefficient - expected.two_way_fe)).toBeLessThan(rounding);
    expect(result.comparisons.length).toBe(expected.detail.length);
    for (const { treated, untreated, estimate, weight } of expected.detail) {
      const control = untreated > 9999 ? Number.POSITIVE_INFINITY : untreated;
      const own = result.comparisons.find((each) => each.treated === treated && each.control === control);
      expect(Math.abs((own?.estimate as number) - estimate)).toBeLessThan(rounding);
      expect(Math.abs((own?.weight as number) - weight)).toBeLessThan(rounding);
    }
  });
});
