import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { type BetaInput, beta } from "./beta.ts";

const digits = 1e-11; // a regression of a few hundred places, against 15 printed digits

/** A panel of two years, T apart, from first values and growth a year. */
function panel(initial: readonly number[], growth: readonly number[], T = 10): BetaInput {
  const place = initial.map((_, at) => `p${at}`);
  return {
    place: [...place, ...place],
    year: [...place.map(() => 2010), ...place.map(() => 2010 + T)],
    value: [...initial.map(Math.exp), ...initial.map((each, at) => Math.exp(each + T * (growth[at] as number)))],
  };
}

const four = panel([0, 1, 2, 3], [0.08, 0.05, 0.05, 0.02]);

describe("beta", () => {
  it("by hand: x = 0..3, g = .08, .05, .05, .02: b = -.09/5, residuals .003, -.009, .009, -.003", () => {
    // centred x = -1.5, -.5, .5, 1.5: sum of squares 5, products (-.12 - .025 + .025 + .03) = -.09
    const { slope, standardError, estimates, places } = beta(four, { errors: "classical" });
    expect(slope).toBeCloseTo(-0.018, 14);
    expect(standardError).toBeCloseTo(Math.sqrt((2 * 0.003 ** 2 + 2 * 0.009 ** 2) / 2 / 5), 14);
    expect(estimates[0]?.freedom).toBe(2);
    expect(places.map(({ residual }) => residual)).toEqual(
      [0.003, -0.009, 0.009, -0.003].map((each) => expect.closeTo(each, 14)),
    );
  });

  it("robust errors by hand: HC1 and HC3 of the same four places", () => {
    // leverage 1/4 + x^2/5: .7, .3, .3, .7; weights x^2: 2.25, .25
    const meat = (ends: number, middle: number) => Math.sqrt(2 * 2.25 * ends + 2 * 0.25 * middle) / 5;
    expect(beta(four, { errors: "hc1" }).standardError).toBeCloseTo(meat(2 * 0.003 ** 2, 2 * 0.009 ** 2), 14);
    expect(beta(four, { errors: "hc3" }).standardError).toBeCloseTo(meat((0.003 / 0.3) ** 2, (0.009 / 0.7) ** 2), 14);
  });

  it("gives one lambda whichever growth is explained, and the half-life with it", () => {
    const [year, total] = [beta(four), beta(four, { growth: "total" })];
    expect(total.slope).toBeCloseTo(10 * year.slope, 13);
    expect(total.lambda).toBeCloseTo(year.lambda, 14);
    expect(year.lambda).toBeCloseTo(-Math.log(1 - 0.18) / 10, 14);
    expect(year.halfLife).toBeCloseTo(Math.LN2 / year.lambda, 12);
    expect(Math.exp(-year.lambda * year.halfLife)).toBeCloseTo(0.5, 14);
  });

  it("is not moved by one deflator for all places, is by regional ones", () => {
    const deflated = { ...four, value: Array.from(four.value, (each, at) => (at < 4 ? each : each / 1.5)) };
    expect(beta(deflated).slope).toBeCloseTo(beta(four).slope, 14);
    const regional = { ...four, value: Array.from(four.value, (each, at) => (at === 4 ? each / 1.5 : each)) };
    expect(beta(regional).slope).not.toBeCloseTo(beta(four).slope, 3);
  });

  it("with a control takes from both what the control tells (Frisch-Waugh)", () => {
    const initial = [0, 1, 2, 3, 4, 5];
    const control = [1, 0, 2, 1, 4, 0];
    const growth = initial.map((x, at) => 0.1 - 0.02 * x + 0.03 * (control[at] as number));
    const input = panel(initial, growth);
    const values = [{ name: "z", unit: "1", values: Float64Array.from(control) }];
    const found = beta({ ...input, controls: { place: initial.map((_, at) => `p${at}`), values } });
    expect(found.slope).toBeCloseTo(-0.02, 13);
    expect(found.terms.map(({ term }) => term)).toEqual(["intercept", "initial", "z"]);
    expect(found.terms[2]?.coefficient).toBeCloseTo(0.03, 13);
    expect(found.convention.kind).toBe("conditional");
    // the partial picture: the same slope through what is left of growth
    const line = found.places.map(({ adjusted, fitted }) => adjusted - fitted);
    expect(Math.max(...line.map(Math.abs))).toBeLessThan(1e-13);
  });

  it("takes controls of the first year, and drops places without one by name", () => {
    const controls = {
      place: ["p0", "p1", "p2", "p3", "p0"],
      year: [2010, 2010, 2010, 2010, 2020],
      values: [{ name: "z", unit: "1", values: Float64Array.of(1, 5, Number.NaN, 2, 99) }],
    };
    const five = panel([0, 1, 2, 3, 4], [0.08, 0.05, 0.05, 0.02, 0.03]);
    expect(() => beta({ ...five, controls })).toThrow("beta: 3 places with a value in both years");
    const dropped = beta({ ...panel([0, 1, 2, 3], [0.08, 0.05, 0.05, 0.02]) }).dropped;
    expect(dropped).toEqual([]);
    const more = { ...controls, place: [...controls.place, "p4"], year: [...controls.year, 2010] };
    const values = [{ name: "z", unit: "1", values: Float64Array.of(1, 5, Number.NaN, 2, 99, 4) }];
    expect(beta({ ...five, controls: { ...more, values } }).dropped).toEqual([
      { input: "controls", row: "p2", reason: { en: "no value of z", zh: "缺少“z”" } },
    ]);
  });

  it("fits groups apart, or as effects in one fit", () => {
    // two clubs, each converging to its own level, that drift apart: no convergence together
    const initial = [0, 1, 2, 5, 6, 7];
    const input = panel(initial, [0.03, 0.02, 0.01, 0.06, 0.05, 0.04]);
    const group = ["x", "x", "x", "y", "y", "y"];
    const apart = beta({ ...input, group: [...group, ...group] });
    expect(apart.estimates.map(({ group: own }) => own)).toEqual(["all", "x", "y"]);
    expect(apart.estimates[1]?.slope).toBeCloseTo(-0.01, 13);
    expect(apart.slope).toBeCloseTo(0.185 / 41.5, 13); // (2 x .0175 + 4 x .0375) / 2 (12.25 + 6.25 + 2.25)
    const effects = beta({ ...input, group: [...group, ...group] }, { groups: "effects" });
    expect(effects.slope).toBeCloseTo(-0.01, 13);
    expect(effects.convention.kind).toBe("conditional");
  });

  it("says where there is no speed or no half-life", () => {
    const rising = beta(panel([0, 1, 2, 3], [0.01, 0.03, 0.02, 0.04]));
    expect(rising.lambda).toBeCloseTo(-Math.log(1 + 10 * 0.008) / 10, 13); // slope .04 / 5, over 10 years
    expect(rising.halfLife).toBeNaN();
    expect(rising.warnings?.map(({ code }) => code)).toEqual(["few-places", "no-convergence"]);
    const over = beta(panel([0, 1, 2, 3], [0.5, 0.3, 0.2, 0.01]));
    expect(over.lambda).toBeNaN();
    expect(over.warnings?.map(({ code }) => code)).toEqual(["few-places", "overshoot"]);
  });

  it("says in both languages where growth is the same everywhere, and then tests nothing", () => {
    // 1.7 times 17, 23, 41 and 99: in doubles the four growths differ in their last digits
    const value = [17, 23, 41, 99];
    const place = ["a", "b", "c", "d"];
    const found = beta({
      place: [...place, ...place],
      year: [2010, 2010, 2010, 2010, 2020, 2020, 2020, 2020],
      value: [...value, ...value.map((each) => each * 1.7)],
    });
    expect([found.slope, found.p, found.lambda, found.halfLife]).toEqual([0, Number.NaN, 0, Number.NaN]);
    expect(found.terms[0]?.coefficient).toBeCloseTo(Math.log(1.7) / 10, 14);
    const told = found.warnings?.find(({ code }) => code === "growth-alike");
    expect(say(told)).toBe("growth is the same everywhere (all places): it depends on nothing, b is 0 and has no test");
    expect(say(told, "zh")).toBe("各地增长完全相同（全部地区）：增长与初始水平无关，b 为 0，无从检验");
  });

  it("keeps to the years asked for, and drops places without one of them", () => {
    const input = { ...four, place: ["p0", "p1", "p2", "p3", "p0", "p1", "p2", "q"] };
    const found = beta(input);
    expect(found.n).toBe(3);
    expect(found.dropped?.map(({ row }) => row)).toEqual(["p3", "q"]);
    expect(found.dropped?.[0]?.reason).toEqual({ en: "no value in 2020", zh: "2020 年无数据" });
  });

  it("refuses what cannot be fitted, and says why", () => {
    expect(() => beta(panel([0, 1], [0.1, 0.2]))).toThrow(
      "beta: 2 places with a value in both years, expected more than the 2 coefficients",
    );
    expect(() => beta(panel([1, 1, 1], [0.1, 0.2, 0.3]))).toThrow(
      "beta: ln of the first value (b) is the same everywhere or made of the other terms",
    );
    expect(() => beta(four, { from: 2020, to: 2010 })).toThrow("beta: from is 2020 and to is 2010");
    expect(() => beta(four, { from: 2011 })).toThrow("beta: there is no year 2011; the years are 2010, 2020");
    const zero = { ...four, value: [0, 1, 2, 3, 1, 1, 1, 1] };
    expect(() => beta(zero)).toThrow("beta: value of p0 2010 is 0, expected more than 0");
  });
});

describe.skipIf(!haveGoldens)("beta against REAT 3.0.3 on German counties", () => {
  it.each([2011, 2014])("2010 to %i: coefficients, classical errors, t, p, R squared", (to) => {
    const rows = goldenCsv("inequality_convergence_reat/G.counties.gdp.csv");
    const golden = goldenJson<
      Record<string, { abeta: { estimates: (number | null)[][]; modelstat: number[][] } } | undefined>
    >("inequality_convergence_reat/expected.json")[`beta_2010_${to}`];
    const { estimates = [], modelstat = [] } = golden?.abeta ?? {};
    const place = rows.map(({ region_code }) => region_code as string);
    const value = [2010, to].flatMap((year) => rows.map((row) => Number(row[`gdppc${year}`])));
    const found = beta(
      { place: [...place, ...place], year: value.map((_, at) => (at < place.length ? 2010 : to)), value },
      { errors: "classical" },
    );
    found.terms.forEach(({ coefficient, standardError, t, p }, at) => {
      [coefficient, standardError, t, p].forEach((each, column) => {
        const wanted = estimates[at]?.[column] as number;
        expect(Math.abs(each - wanted)).toBeLessThanOrEqual(digits * Math.max(1, Math.abs(wanted)));
      });
    });
    expect(Math.abs((found.estimates[0]?.r2 as number) - (modelstat[0]?.[0] as number))).toBeLessThan(digits);
    // REAT's lambda leaves T out of the bracket, though its growth is a year's: ours is larger over more than one year
    const reat = -Math.log1p(found.slope) / (to - 2010);
    expect(Math.abs(reat - (estimates[2]?.[0] as number))).toBeLessThan(digits);
    if (to === 2011) expect(found.lambda).toBeCloseTo(reat, 12);
    else expect(found.lambda).toBeGreaterThan(3.9 * reat);
  });
});
