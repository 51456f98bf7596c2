import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { gini } from "./gini.ts";

const digits = 1e-12; // doubles: a few hundred additions, against 15 printed digits

const place = ["a", "b", "c", "d"];

/** Over all pairs, as it is defined. */
function byPairs(value: readonly number[], weight: readonly number[]): number {
  const total = weight.reduce((a, b) => a + b, 0);
  const mean = value.reduce((sum, each, at) => sum + (each * (weight[at] as number)) / total, 0);
  let pairs = 0;
  value.forEach((a, i) => {
    value.forEach((b, j) => {
      pairs += ((weight[i] as number) * (weight[j] as number) * Math.abs(a - b)) / total ** 2;
    });
  });
  return pairs / (2 * mean);
}

describe("gini", () => {
  it("of 1, 2, 3, 6 is 2 (1 + 2 + 5 + 1 + 4 + 3) / (2 x 16 x 3) = 1/3", () => {
    expect(gini({ place, value: [1, 2, 3, 6] }).gini).toBeCloseTo(1 / 3, 14);
    expect(gini({ place, value: [1, 2, 3, 6] }, { correction: "small-sample" }).gini).toBeCloseTo(4 / 9, 14);
  });

  it("of one rich place among n is (n - 1)/n, corrected 1", () => {
    expect(gini({ place, value: [0, 0, 0, 1] }).gini).toBeCloseTo(3 / 4, 14);
    expect(gini({ place, value: [0, 0, 0, 1] }, { correction: "small-sample" }).gini).toBeCloseTo(1, 14);
  });

  it("is the sum over all pairs, with ties and weights", () => {
    const [value, weight] = [
      [3, 1, 3, 7],
      [2, 5, 1, 4],
    ];
    expect(gini({ place, value, weight }, { value: "per-head" }).gini).toBeCloseTo(byPairs(value, weight), 14);
    expect(gini({ place, value, weight }).gini).toBeCloseTo(
      byPairs(
        value.map((each, at) => each / (weight[at] as number)),
        weight,
      ),
      14,
    );
  });

  it("counts a place of weight 3 as three places of its level", () => {
    const weighted = gini({ place: ["a", "b"], value: [2, 8], weight: [3, 1] }, { value: "per-head" });
    expect(weighted.gini).toBeCloseTo(gini({ place, value: [2, 2, 2, 8] }).gini as number, 14);
  });

  it("is twice the area between the Lorenz curve and the diagonal", () => {
    const { gini: whole, lorenz } = gini({ place, value: [1, 2, 3, 6], weight: [2, 1, 1, 4] });
    let area = 0;
    for (let at = 1; at < lorenz.length; at += 1) {
      const [from, to] = [lorenz[at - 1], lorenz[at]] as [(typeof lorenz)[number], (typeof lorenz)[number]];
      area += ((to.weightShare - from.weightShare) * (from.incomeShare + to.incomeShare)) / 2;
    }
    expect(whole).toBeCloseTo(1 - 2 * area, 14);
  });

  it("does not change with the unit of money or people", () => {
    const base = gini({ place, value: [1, 2, 3, 6], weight: [2, 1, 1, 4] }).gini as number;
    const other = gini({ place, value: [1e4, 2e4, 3e4, 6e4], weight: [2e-3, 1e-3, 1e-3, 4e-3] }).gini as number;
    expect(Math.abs(base - other)).toBeLessThan(digits);
  });

  it("has a row for all places and one for each group, in every year, and curves of the last", () => {
    const { indices, lorenz } = gini({
      place: ["a", "b", "a", "b"],
      group: ["x", "y", "x", "y"],
      year: [2020, 2020, 2010, 2010],
      value: [1, 3, 2, 2],
    });
    expect(indices.map(({ group, year }) => `${group} ${year}`)).toEqual([
      "all 2010",
      "x 2010",
      "y 2010",
      "all 2020",
      "x 2020",
      "y 2020",
    ]);
    expect(new Set(lorenz.map(({ year }) => year))).toEqual(new Set([2020]));
  });

  it("of places that are all alike is 0", () => {
    expect(gini({ place, value: [0.1, 0.1, 0.1, 0.1] }).gini).toBeLessThan(digits);
  });

  it("refuses what has no Lorenz curve", () => {
    expect(() => gini({ place, value: [1, -2, 3, 4] })).toThrow("gini: value of b is -2, expected at least 0");
    expect(() => gini({ place, value: [1, 2, 3, 4], group: ["all", "x", "x", "x"] })).toThrow(
      "gini: a group is called all, which names the rows of all places",
    );
    expect(() => gini({ place, value: [0, 0, 0, 0] })).toThrow("gini: the values add up to 0, expected more than 0");
    expect(() => gini({ place, value: [1, 1, 1, 1], weight: [1, 1, Number.NaN, 1] })).toThrow(
      "gini: weight of c is NaN",
    );
  });
});

describe.skipIf(!haveGoldens)("gini against reference outputs", () => {
  it("PySAL inequality on Mexico (test_gini: .35372371173 in 1940)", () => {
    const rows = goldenCsv("inequality_mexico/input.csv");
    const golden = goldenJson<Record<string, { gini: number }>>("inequality_mexico/expected.json");
    expect(golden.pcgdp1940?.gini).toBeCloseTo(0.35372371173, 11);
    for (const year of [1940, 1950, 1960, 1970, 1980, 1990, 2000].map((each) => `pcgdp${each}`)) {
      const found = gini({
        place: rows.map(({ State }) => State as string),
        value: rows.map((row) => Number(row[year])),
      });
      expect(Math.abs((found.gini as number) - (golden[year]?.gini as number)), year).toBeLessThan(digits);
    }
  });

  it("REAT 3.0.3 on German counties, plain and corrected by n / (n - 1)", () => {
    const rows = goldenCsv("inequality_convergence_reat/G.counties.gdp.csv");
    const golden = goldenJson<{ gini: number; gini_norm: number }>("inequality_convergence_reat/expected.json");
    const input = {
      place: rows.map(({ region_code }) => region_code as string),
      value: rows.map(({ gdppc2010 }) => Number(gdppc2010)),
    };
    expect(Math.abs((gini(input).gini as number) - golden.gini)).toBeLessThan(digits);
    const corrected = gini(input, { correction: "small-sample" }).gini as number;
    expect(Math.abs(corrected - golden.gini_norm)).toBeLessThan(digits);
  });
});

it("answers alike in any unit, and so do its curves, where the sum is no double any more", () => {
  const place = ["a", "b", "c", "d"];
  const value = [1, 2, 3, 10];
  const weight = [1, 2, 3, 4];
  const usual = gini({ place, value, weight });
  for (const unit of [2 ** 1020, 2 ** -1000]) {
    const scaled = gini({ place, value: value.map((each) => each * unit), weight });
    expect(scaled.gini).toBe(usual.gini);
    expect(scaled.lorenz).toEqual(usual.lorenz);
  }
  const heavy = gini({ place, value, weight: weight.map((each) => each * 2 ** 1021) });
  expect(heavy.lorenz.map(({ weightShare }) => weightShare)).toEqual(usual.lorenz.map((point) => point.weightShare));
});
