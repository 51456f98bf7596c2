import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { blockExample } from "./adoption-example.ts";
import { frankWolfe } from "./frank-wolfe.ts";
import { syntheticDid } from "./synthetic-did.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";

const rounding = 1e-12; // sums of a few products near 1

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected)).toBeLessThan(within);

function example(size: number): TreatedPanelInput {
  const { data } = blockExample(5, size).inputs as { data: { columns: { values: never }[] } };
  const [place, year, outcome, treated] = data.columns.map(({ values }) => values);
  return { place, year, outcome, treated };
}

describe("weights", () => {
  it("find the mixture that the target is", () => {
    const columns = [
      [1, 2, 4, 1],
      [3, 1, 2, 2],
      [0, 5, 1, 1],
    ].map((values) => Float64Array.from(values));
    const target = columns[0].map((each, at) => 0.3 * each + 0.7 * columns[2][at]);
    const { weights, steps, closedIn, value, left } = frankWolfe(
      { columns, target, zeta: 0, intercept: false },
      0,
      200_000,
    );
    expect(closedIn).toBe(steps < 200_000);
    expect(left).toBeGreaterThanOrEqual(value - rounding); // the least there is is 0: what is left covers what stands
    [0.3, 0, 0.7].map((each, at) => near(weights[at], each, 1e-3)); // Frank and Wolfe's steps close in slowly
  });

  it("are alike where the penalty is all there is", () => {
    const columns = [
      [1, 2],
      [3, 1],
    ].map((values) => Float64Array.from(values));
    const { weights, closedIn } = frankWolfe(
      { columns, target: new Float64Array(2), zeta: 1e6, intercept: true },
      0,
      1000,
    );
    for (const each of weights) near(each, 0.5, 1e-9);
    expect(closedIn).toBe(true);
  });

  it("say how far they got where steps run out", () => {
    const columns = [
      [0, 2],
      [2, 0],
      [3, 1],
    ].map((values) => Float64Array.from(values));
    const target = Float64Array.from([1, 0.9]); // by hand: nearest is (1.05, .95), of .475 and .525 of the first two
    const two = frankWolfe({ columns, target, zeta: 0, intercept: false }, 0, 2);
    expect([two.steps, two.closedIn]).toEqual([2, false]);
    const least = 0.0025; // mean of .05² and .05²
    expect(two.left).toBeGreaterThanOrEqual(two.value - least - rounding);
  });
});

describe("laws", () => {
  const input = example(20);

  it("moves with the outcome: what a place or a year has of its own leaves it, a scale scales it", () => {
    const before = syntheticDid(input, { draws: 0 });
    const moved = input.place.map(
      (place, row) => 4 * input.outcome[row] + Number(place.slice(1)) + 3 * input.year[row],
    );
    near(syntheticDid({ ...input, outcome: moved }, { draws: 0 }).effect, 4 * before.effect, 1e-6);
  });

  it("gives the path whose gap after treatment, less that of the weighted years before, is the effect", () => {
    const { path, years, effect } = syntheticDid(input, { draws: 0 });
    const gap = (year: number) =>
      path.reduce((sum, each) => sum + (each.year === year ? (each.series === "treated" ? 1 : -1) * each.value : 0), 0);
    const after = [...new Set(path.map(({ year }) => year))].filter(
      (year) => !years.some((each) => each.year === year),
    );
    const later = after.reduce((sum, year) => sum + gap(year) / after.length, 0);
    near(later - years.reduce((sum, { year, weight }) => sum + weight * gap(year), 0), effect, 1e-9);
    near(
      years.reduce((sum, { weight }) => sum + weight, 0),
      1,
      1e-12,
    );
  });

  it("refuses staggered adoption, one control and one year before, by name", () => {
    const rows = { place: ["a", "a", "a", "b", "b", "b", "c", "c", "c"], year: [1, 2, 3, 1, 2, 3, 1, 2, 3] };
    const outcome = [1, 2, 3, 2, 3, 4, 5, 6, 7];
    const asked = (treated: number[]) => () => syntheticDid({ ...rows, outcome, treated });
    expect(asked([0, 0, 1, 0, 1, 1, 0, 0, 0])).toThrow("treatment begins in 2, 3, expected one year for all");
    expect(asked([0, 0, 1, 0, 0, 1, 0, 0, 0])).toThrow("1 place never treated and observed in every year");
    expect(asked([0, 1, 1, 0, 0, 0, 0, 0, 0])).toThrow("1 year before treatment, expected at least 2");
  });

  it("refuses controls that all change alike every year: nothing is there to weight by", () => {
    const places = ["a", "b", "c"];
    const rows = places.flatMap((place, at) => [1, 2, 3, 4].map((year) => ({ place, year, outcome: at + 0.1 * year })));
    const asked = (outcome: number[]) => () =>
      syntheticDid({
        place: rows.map(({ place }) => place),
        year: rows.map(({ year }) => year),
        outcome,
        treated: rows.map(({ place, year }) => Number(place === "a" && year === 4)),
      });
    const still = "before 4 every control changes by the same amount every year, expected some that vary";
    expect(asked(rows.map(({ outcome }) => outcome))).toThrow(still);
    expect(asked(rows.map(({ place }) => (place === "a" ? 2 : 1)))).toThrow(still);
    expect(asked(rows.map(({ outcome, place, year }) => outcome + Number(place === "b" && year === 2)))).not.toThrow();
  });
});

describe("an error that cannot be told", () => {
  const years = [1, 2, 3, 4, 5, 6, 7, 8];
  const of = (places: number, outcomeOf: (at: number, year: number) => number) => {
    const rows = Array.from({ length: places }, (_, at) => years.map((year) => ({ at, year }))).flat();
    return syntheticDid({
      place: rows.map(({ at }) => `p${at}`),
      year: rows.map(({ year }) => year),
      outcome: rows.map(({ at, year }) => outcomeOf(at, year) + (at === 0 && year > 5 ? 2 : 0)),
      treated: rows.map(({ at, year }) => Number(at === 0 && year > 5)),
    });
  };
  const told = ({ warnings = [] }: ReturnType<typeof syntheticDid>) =>
    warnings.find(({ code }) => code === "no-error")?.text.en;

  it("is not 0 where controls are alike, nor what rounding leaves", () => {
    for (const outcomeOf of [
      (_: number, year: number) => Math.sin(3 * year),
      (at: number, year: number) => (at === 0 ? Math.cos(year) : Math.sin(3 * year)),
    ]) {
      const found = of(8, outcomeOf);
      expect([found.standardError, found.low, found.p]).toEqual([NaN, NaN, NaN]);
      expect(told(found)).toBe("no error: the controls are so alike that placebos on them find nothing");
    }
  });

  it("is withheld with fewer than five controls", () => {
    const wave = (at: number, year: number) => at + Math.sin(7 * at + 3 * year);
    const found = of(3, wave);
    expect(found.effect).not.toBeNaN();
    expect(found.p).toBeNaN();
    expect(told(found)).toBe("no error: placebos on 2 controls do not tell what chance gives, expected at least 5");
    expect(of(6, wave).standardError).toBeGreaterThan(0);
  });
});

describe.skipIf(!haveGoldens)("the synthdid package of R on Proposition 99", () => {
  interface Golden {
    readonly est: number;
    readonly omega: readonly number[];
    readonly lambda: readonly number[];
  }
  const load = () => {
    const rows = goldenCsv("synthdid_prop99/input.csv");
    return {
      place: rows.map(({ State }) => State),
      year: rows.map(({ Year }) => Number(Year)),
      outcome: rows.map(({ PacksPerCapita }) => Number(PacksPerCapita)),
      treated: rows.map(({ treated }) => Number(treated)),
    };
  };

  it("gives the same three effects and weights", () => {
    const golden = goldenJson<Record<"sdid" | "sc" | "did", Golden>>("synthdid_prop99/expected.json");
    const { estimators, controls, years } = syntheticDid(load(), { draws: 0 });
    for (const [at, kind] of (["sdid", "sc", "did"] as const).entries())
      near(estimators[at].effect, golden[kind].est, 1e-8);
    for (const [at, weight] of golden.sdid.omega.entries()) near(controls[at].weight, weight, 1e-9);
    for (const [at, weight] of golden.sc.omega.entries()) near(controls[at].controlWeight, weight, 1e-9);
    for (const [at, weight] of golden.sdid.lambda.entries()) near(years[at].weight, weight, 1e-9);
  });

  it("stops as the package does, after 10,000 steps, and says what that leaves", () => {
    const { warnings = [] } = syntheticDid(load(), { draws: 20 });
    const told = warnings.filter(({ code }) => code.startsWith("unsettled"));
    expect(told.map(({ code }) => code)).toEqual(["unsettled", "unsettled", "unsettled-placebos"]);
    expect(told[0].text.en).toBe(
      "synthetic difference in differences: weights of controls still moved after 10000 steps; settled, they would take at most 0.50 % off the squared gap",
    );
    expect(told[2].text.zh).toMatch(/^20 次安慰剂中有 \d+ 次在末步权重仍在变动/);
  });

  it("has a placebo error within a tenth of the package's, which is drawn too", () => {
    const { standardError } = syntheticDid(load(), { draws: 200 });
    const expected = goldenJson<{ se_placebo_200_seed1: number }>("synthdid_prop99/expected.json").se_placebo_200_seed1;
    near(standardError / expected, 1, 0.1);
  });
});
