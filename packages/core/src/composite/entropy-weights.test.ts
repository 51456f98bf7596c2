import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { entropyDivergence } from "./entropy-divergence.ts";
import { type EntropyWeightsOptions, entropyWeights } from "./entropy-weights.ts";

const exact = 1e-12; // doubles: some dozens of additions of numbers below 1

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const weightsOf = (columns: ReturnType<typeof column>[], options?: EntropyWeightsOptions) =>
  entropyWeights({ place: letters(columns[0].values.length), indicators: columns }, options).weights.map(
    ({ weight }) => weight,
  );

describe("entropy-weights", () => {
  it("by hand: shares 0, 1/2, 1/2 and 0, 0, 1", () => {
    // e = ln 2 / ln 3 = .630930 and 0; weights .369070 / 1.369070 and 1 / 1.369070
    const [x, y] = weightsOf([column("x", 5, 7, 7), column("y", 0, 0, 9)]);
    expect(x).toBeCloseTo(0.26957728969, 11);
    expect(y).toBeCloseTo(0.73042271031, 11);
  });

  it("gives three different answers to three things that go by one name", () => {
    const columns = [column("x", 90, 100, 110, 120), column("y", 1, 2, 9, 4)];
    // raw: x hardly differs as a share (3/14 to 4/14), though its min-max values do
    const raw = weightsOf(columns, { shares: "raw" });
    const minMax = weightsOf(columns);
    const shifted = weightsOf(columns, { shares: "min-max-shift", shift: 0.5 });
    expect(raw[0]).toBeLessThan(0.05);
    expect(minMax[0]).toBeGreaterThan(0.3);
    expect(Math.abs(shifted[0] - minMax[0])).toBeGreaterThan(0.01);
    const { variants } = entropyWeights({ place: letters(4), indicators: columns });
    expect(variants.filter(({ indicator }) => indicator === "x").map(({ shares }) => shares)).toEqual([
      "min-max",
      "min-max-shift",
      "raw",
    ]);
  });

  it("turns indicators of which less is better before the shares are taken", () => {
    const x = column("x", 1, 4, 9);
    const y = column("y", 3, 1, 2);
    expect(weightsOf([x, y], { down: ["x"] })).toEqual(weightsOf([column("x", -1, -4, -9), y]));
    expect(weightsOf([x, y], { down: ["x"] })[0]).not.toBeCloseTo(weightsOf([x, y])[0], 3);
  });

  it("does not change with the unit of an indicator, nor (min-max) with where its scale starts", () => {
    const y = column("y", 3, 1, 2, 5);
    const base = weightsOf([column("x", 1, 4, 9, 2), y]);
    for (const values of [
      [1e6, 4e6, 9e6, 2e6],
      [101, 104, 109, 102],
    ]) {
      expect(Math.abs(weightsOf([column("x", ...values), y])[0] - base[0])).toBeLessThan(exact);
    }
  });

  it("pools a panel: k is 1 / ln of places times years, so the same rows under any years weigh alike", () => {
    const indicators = [column("x", 1, 4, 9, 2), column("y", 3, 1, 2, 5)];
    const pooled = entropyWeights({ place: ["a", "b", "a", "b"], year: [2010, 2010, 2020, 2020], indicators });
    expect(pooled.weights.map(({ weight }) => weight)).toEqual(weightsOf(indicators));
    expect(pooled.convention.k).toBe("1 / ln (places x years)");
    expect(pooled.byYear).toEqual([]);
  });

  it("adds the weights of single years when asked, with a warning, and names years in which nothing differs", () => {
    const indicators = [column("x", 1, 4, 9, 2, 7), column("y", 3, 1, 2, 5, 4)];
    const input = { place: ["a", "b", "a", "b", "a"], year: [2010, 2010, 2020, 2020, 2021], indicators };
    const { byYear, weights, warnings } = entropyWeights(input, { scope: "by-year" });
    expect(weights).toEqual(entropyWeights(input).weights);
    expect(byYear.map(({ year, weight }) => [year, weight])).toEqual([
      [2010, 0.5], // of two places min-max leaves 0 and 1 for every indicator
      [2010, 0.5],
      [2020, 0.5],
      [2020, 0.5],
    ]);
    expect(warnings?.map(({ code }) => code)).toEqual(["by-year-not-comparable", "year-without-weights"]);
    expect(warnings?.[1].text.en).toContain("2021");
  });

  it("gives a constant indicator weight 0 and says so, to the last digit", () => {
    const nine = Array.from({ length: 9 }, () => 0.1);
    const y = column("y", 1, 2, 3, 4, 5, 6, 7, 8, 9);
    for (const shares of ["min-max", "min-max-shift", "raw"] as const) {
      const { weights, warnings } = entropyWeights(
        { place: letters(9), indicators: [column("x", ...nine), y] },
        { shares },
      );
      expect(weights.map(({ weight, entropy }) => [weight, entropy])[0]).toEqual([0, 1]);
      expect(weights[1].weight).toBe(1);
      expect(warnings?.[0]).toMatchObject({
        code: "indicator-constant",
        text: { en: "x: the same everywhere, weight 0" },
      });
    }
  });

  it("leaves out rows with a gap, by name, for all indicators alike", () => {
    const result = entropyWeights({
      place: letters(4),
      indicators: [column("x", 1, 4, Number.NaN, 2), column("y", 3, 1, 2, 5)],
    });
    expect(result.n).toBe(3);
    expect(result.dropped?.map(({ row }) => row)).toEqual(["c"]);
    expect(result.weights.map(({ weight }) => weight)).toEqual(weightsOf([column("x", 1, 4, 2), column("y", 3, 1, 5)]));
  });

  it("spans divergence from 0 (all alike) to 1 (one has everything)", () => {
    expect(entropyDivergence(Float64Array.of(2, 2, 2))).toBe(0);
    expect(entropyDivergence(Float64Array.of(0, 0, 7))).toBe(1);
  });

  it("refuses what has no weights, with the reason", () => {
    const one = (options: EntropyWeightsOptions, ...values: number[]) => weightsOf([column("x", ...values)], options);
    expect(() => one({}, 1)).toThrow("entropy-weights: data has 1 complete row, expected at least 2");
    expect(() => one({}, 3, 3)).toThrow("entropy-weights: every indicator is the same everywhere");
    expect(() => one({ down: ["z"] }, 1, 2)).toThrow("down names z, which is not an indicator; the indicators are x");
    expect(() => one({ shares: "raw" }, 1, -2)).toThrow("x of b is -2, raw shares need at least 0");
    expect(() => one({ shares: "raw", down: ["x"] }, 1, 2)).toThrow("shares of raw data cannot be turned round");
    expect(() => entropyWeights({ place: ["a"], indicators: [] })).toThrow("no column of numbers to weigh");
  });
});

describe.skipIf(!haveGoldens)("entropy-weights against R on eight connectivity indicators of 43 countries", () => {
  const printed = 1e-14; // the file has 15 significant digits

  it.each([
    ["entropy_minmax_0log0", { shares: "min-max" }],
    ["entropy_minmax_shift1e4", { shares: "min-max-shift", shift: 1e-4 }],
    ["entropy_raw_share", { shares: "raw" }],
  ] as const)("%s", (name, options) => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const input = { place: rows.map(({ uCode }) => uCode), indicators };
    const expected = goldenJson<Record<string, { e: number[]; w: number[] }>>("mcdm_weights/expected.json");
    entropyWeights(input, options).weights.forEach(({ entropy, weight }, at) => {
      expect(Math.abs(entropy - expected[name].e[at])).toBeLessThan(printed);
      expect(Math.abs(weight - expected[name].w[at])).toBeLessThan(printed * 10);
    });
  });
});
