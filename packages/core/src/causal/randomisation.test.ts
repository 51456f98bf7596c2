import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { fixedEffects } from "./fixed-effects.ts";
import { randomisation } from "./randomisation.ts";
import type { TreatedPanelInput } from "./treated-panel.ts";

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected), `${found} and ${expected}`).toBeLessThan(within);

const rounding = 1e-9;

/** Places over ten years, of which the first `adopters` adopt in the sixth and seventh in turn. */
function drawn(places: number, adopters: number, effect: number, seed = 3): TreatedPanelInput {
  const draw = random(seed, "randomisation");
  const rows = Array.from({ length: places }, (_, at) => {
    const level = draw.normal();
    return Array.from({ length: 10 }, (_, year) => {
      const treated = at < adopters && year >= 5 + (at % 2) ? 1 : 0;
      return { place: `p${at}`, year, treated, outcome: level + 0.2 * year + effect * treated + 0.5 * draw.normal() };
    });
  }).flat();
  return {
    place: rows.map(({ place }) => place),
    year: rows.map(({ year }) => year),
    outcome: rows.map(({ outcome }) => outcome),
    treated: rows.map(({ treated }) => treated),
  };
}

describe("laws", () => {
  it("has the coefficient of two-way fixed effects", () => {
    const input = drawn(20, 6, 1);
    const treated = { name: "treated", unit: "1", values: Float64Array.from(input.treated ?? []) };
    const { coefficients } = fixedEffects({ ...input, regressors: [treated] });
    near(randomisation(input).effect, coefficients[0].coefficient, 1e-8);
  });

  it("moves effect and interval by an injected effect, and leaves the least detectable where it was", () => {
    const [none, some] = [drawn(20, 6, 0), drawn(20, 6, 3)].map((input) => randomisation(input));
    near(some.effect - none.effect, 3, rounding);
    near(some.low - none.low, 3, rounding);
    near(some.high - none.high, 3, rounding);
    near(some.detectable, none.detectable, rounding);
    expect(some.p).toBe(0.001);
  });

  it("holds in its interval exactly what the test does not refuse", () => {
    const input = drawn(16, 5, 1);
    const { low, high } = randomisation(input);
    const without = (c: number) => ({
      ...input,
      outcome: Array.from(input.outcome, (each, row) => each - c * (input.treated?.[row] ?? 0)),
    });
    const refused = (c: number) => randomisation(without(c)).p <= 0.05;
    const step = 1e-6;
    expect([low - step, low + step, high - step, high + step].map(refused)).toEqual([true, false, false, true]);
  });

  it("calls nothing an effect in about one panel of twenty", () => {
    const rounds = 300;
    let called = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (randomisation(drawn(12, 4, 0, round), { draws: 99 }).p <= 0.05) called += 1;
    }
    // .05 and three deviations of a share of .05 of 300 (.038)
    expect(called / rounds).toBeLessThan(0.088);
    expect(called / rounds).toBeGreaterThan(0.012);
  });

  it("deals out in every way where these are few", () => {
    // three places, one adopting in each of two years: 3! = 6 ways
    const { draws, smallestP, low } = randomisation(drawn(3, 2, 1));
    expect(draws).toHaveLength(5);
    near(smallestP, 1 / 6, rounding);
    expect(low).toBeNaN();
    // two adopters of one year among five: 10 ways
    const five = drawn(5, 2, 1);
    const first = five.place.map((place) => (place === "p0" || place === "p1" ? 5 : 0));
    expect(randomisation({ ...five, treated: undefined, first }).draws).toHaveLength(9);
  });

  it("tries one adopter in every place, and adopters in every earlier year but the first", () => {
    const { draws, convention, smallestP, inTime, warnings = [] } = randomisation(drawn(12, 1, 0));
    expect(draws).toHaveLength(11);
    expect(convention.reference).toBe("every");
    near(smallestP, 1 / 12, rounding);
    expect(inTime.map(({ year }) => year)).toEqual([1, 2, 3, 4]);
    expect(warnings.map(({ text }) => text.en)).toContain(
      "1 of 12 places treated allow 12 assignments: a test at 0.95 needs 20",
    );
  });
});

describe("the years before", () => {
  it("rank the gap among the same draws: the least p where adopters alone had moved apart, and none without two years", () => {
    const place = Array.from({ length: 12 * 6 }, (_, row) => `p${Math.floor(row / 6)}`);
    const year = place.map((_, row) => (row % 6) + 1);
    const treated = place.map((name, row) => (name === "p0" && (year[row] as number) >= 5 ? 1 : 0));
    const drift = place.map((name, row) => (name === "p0" ? (year[row] as number) : 0.1 * Math.sin(row)));
    near(randomisation({ place, year, outcome: drift, treated }).pretestP, 1 / 12, rounding);
    const soon = place.map((name, row) => (name === "p0" && (year[row] as number) >= 2 ? 1 : 0));
    expect(randomisation({ place, year, outcome: drift, treated: soon }).pretestP).toBeNaN();
  });
});

it("says of draws that are too few for the level that it is the draws", () => {
  const told = (options: Parameters<typeof randomisation>[1]) =>
    randomisation(drawn(20, 6, 1), options).warnings?.map(({ text }) => text.en);
  expect(told({ draws: 19, level: 0.99 })).toEqual([
    "adoption is dealt out 19 times: a test at 0.99 needs draws of 99 or more",
  ]);
  expect(told({ draws: 50 })?.[0]).toContain(
    "50 draws are too few: another seed would give other p-values and intervals",
  );
  expect(told({ draws: 99, level: 0.99 })).toEqual([]);
});

it("does not take small movements of a large outcome for rounding", () => {
  const input = drawn(12, 3, 2);
  const far = { ...input, outcome: Array.from(input.outcome, (each) => 1e9 + each) };
  const [plain, moved] = [input, far].map((each) => randomisation(each));
  expect(moved.p).toBe(plain.p);
  near(moved.low, plain.low, 1e-5); // of sixteen digits ten are the level's
});

describe("an outcome of places, years and effect alone", () => {
  const still = (effect: number) => {
    const input = drawn(10, 2, 0);
    const at = (name: string) => Number(name.slice(1));
    return randomisation({
      ...input,
      outcome: input.place.map(
        (name, row) => 0.1 * at(name) + 0.3 * (input.year[row] as number) + effect * (input.treated?.[row] as number),
      ),
    });
  };

  it("has no rank that rounding decides, no interval and no detectable size", () => {
    const none = still(0);
    expect([none.p, none.timeP, none.pretestP]).toEqual([1, 1, 1]);
    const some = still(2);
    near(some.effect, 2, rounding);
    expect(some.p).toBeLessThan(0.05);
    expect(some.pretestP).toBe(1);
    for (const { low, high, detectable, warnings } of [none, some]) {
      expect([low, high, detectable]).toEqual([NaN, NaN, NaN]);
      expect(warnings?.map(({ code }) => code)).toContain("no-error");
    }
  });
});

describe("bad data", () => {
  const rows = { place: ["a", "a", "b", "b", "c", "c"], year: [1, 2, 1, 2, 1, 2], outcome: [1, 2, 3, 4, 5, 7] };

  it("refuses all treated at once, and treatment that ends, by name", () => {
    expect(() => randomisation({ ...rows, treated: [0, 1, 0, 1, 0, 1] })).toThrow(
      "3 places have every year and 3 of them are treated, expected at least 3 and different years of adoption",
    );
    expect(() => randomisation({ ...rows, treated: [1, 0, 0, 0, 0, 0] })).toThrow(
      "a is treated from 1 on and not in 2",
    );
  });

  it("drops places with a gap or without a year before, and says that there is no placebo in time", () => {
    const place = [...rows.place, "d", "d", "e"];
    const year = [...rows.year, 1, 2, 1];
    const result = randomisation({
      place,
      year,
      outcome: [...rows.outcome, 1, 1, 1],
      treated: [0, 1, 0, 0, 0, 0, 1, 1, 0],
    });
    expect(result.dropped?.map(({ row }) => row)).toEqual(["d", "e"]);
    expect(result.warnings?.map(({ code }) => code)).toContain("no-earlier-year");
    expect(result.timeP).toBeNaN();
  });
});
