import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { random } from "../contract/random.ts";
import { localFit, residualsOf, valueAt } from "./local-polynomial.ts";
import {
  type RegressionDiscontinuityInput,
  type RegressionDiscontinuityOptions,
  regressionDiscontinuity,
} from "./regression-discontinuity.ts";

const near = (found: number | undefined, expected: number, within: number) =>
  expect(Math.abs((found as number) - expected), `${found} and ${expected}`).toBeLessThan(within);

const rounding = 1e-8; // polynomials of up to order 4 by normal equations
const codes = ({ warnings = [] }: { warnings?: readonly { code: string }[] }) => warnings.map(({ code }) => code);

function drawn(count: number, jump = 2): RegressionDiscontinuityInput {
  const draw = random(4, "discontinuity");
  const running = Array.from({ length: count }, () => 20 * (draw.uniform() - 0.5));
  return { running, outcome: running.map((x) => 5 + 0.3 * x + (x >= 0 ? jump : 0) + draw.normal()) };
}

describe("pieces", () => {
  it("a polynomial goes through points that lie on it, whatever the scale", () => {
    const x = Float64Array.of(-3, -2, -1, 1, 4);
    const side = { x, y: x.map((each) => 1 - 2 * each + 0.5 * each ** 2) };
    const fit = localFit(side, Float64Array.of(1, 2, 3, 2, 1), 2, 100);
    [1, -2, 0.5].map((each, at) => near(fit.coefficients[at], each, rounding));
    near(valueAt(fit, 10), 31, rounding);
  });

  it("residuals stand beside the three nearest, and all that tie", () => {
    const side = { x: Float64Array.of(0, 1, 2, 3, 10), y: Float64Array.of(1, 2, 4, 8, 16) };
    const fit = localFit(side, new Float64Array(5).fill(1), 1, 1);
    const found = residualsOf("nearest", side, fit);
    // at 0: 1, 2 and 3 are nearest: sqrt(3/4) (1 - 14/3); at 1: 0 and 2 tie, then 3: sqrt(3/4) (2 - 13/3)
    near(found[0], Math.sqrt(0.75) * (1 - 14 / 3), rounding);
    near(found[1], Math.sqrt(0.75) * (2 - 13 / 3), rounding);
    // at 2: 1 and 3, then 0, for 10 is farther: sqrt(3/4) (4 - 11/3)
    near(found[2], Math.sqrt(0.75) * (4 - 11 / 3), rounding);
  });
});

describe("laws", () => {
  it("scales with the outcome, and does not know its level nor the unit of running", () => {
    const input = drawn(400);
    const before = regressionDiscontinuity(input);
    const moved = regressionDiscontinuity({
      running: Array.from(input.running, (x) => 1000 * x),
      outcome: Array.from(input.outcome, (y) => 3 * y - 7),
    });
    near(moved.effect, 3 * before.effect, 1e-6);
    near(moved.bandwidthLeft / 1000, before.bandwidthLeft, 1e-6);
    near(moved.high - moved.low, 3 * (before.high - before.low), 1e-6);
  });

  it("turns its sign with the side, and follows the cutoff", () => {
    const input = drawn(400);
    const before = regressionDiscontinuity(input);
    const mirrored = regressionDiscontinuity({ ...input, running: Array.from(input.running, (x) => -x) });
    near(mirrored.effect, -before.effect, 1e-6);
    const shifted = regressionDiscontinuity(
      { ...input, running: Array.from(input.running, (x) => x + 50) },
      { cutoff: 50 },
    );
    near(shifted.effect, before.effect, 1e-6);
  });

  it("adds an injected jump", () => {
    const [none, some] = [drawn(400, 0), drawn(400, 5)].map((input) =>
      regressionDiscontinuity(input, { bandwidth: 5, biasBandwidth: 8 }),
    );
    near(some.effect - none.effect, 5, rounding);
    near(some.corrected - none.corrected, 5, rounding);
  });

  it("a donut leaves out what lies near, and a robust interval stands at every bandwidth that can be fitted", () => {
    const input = drawn(400);
    const nearest = Array.from(input.running, Math.abs).filter((x) => x < 1).length;
    expect(regressionDiscontinuity(input, { donut: 1 }).n).toBe(400 - nearest);
    expect(regressionDiscontinuity(input).sensitivity.map(({ share }) => share)).toEqual([0.5, 0.75, 1, 1.5, 2]);
  });

  it("holds the true jump in about 19 of 20 samples", () => {
    const draw = random(6, "coverage");
    const rounds = 300;
    let held = 0;
    for (let round = 0; round < rounds; round += 1) {
      const running = Array.from({ length: 300 }, () => 2 * draw.uniform() - 1);
      const outcome = running.map((x) => Math.sin(2 * x) + (x >= 0 ? 1 : 0) + 0.5 * draw.normal());
      const { low, high } = regressionDiscontinuity({ running, outcome });
      if (low < 1 && high > 1) held += 1;
    }
    // three deviations of a share of .95 of 300 are .038; robust intervals run a little short at 300 observations
    expect(held / rounds).toBeGreaterThan(0.9);
    expect(held / rounds).toBeLessThan(0.99);
  });
});

describe("few and bad data", () => {
  it("says what near, repeated, border and time data are short of", () => {
    expect(codes(regressionDiscontinuity(drawn(60)))).toContain("few-near");
    const input = drawn(400);
    const discrete = { ...input, running: Array.from(input.running, (x) => Math.round(x)) };
    expect(codes(regressionDiscontinuity(discrete))).toContain("repeated-values");
    expect(codes(regressionDiscontinuity(input, { design: "border" }))).toContain("border");
    const time = regressionDiscontinuity(input, { design: "time" }).warnings?.find(({ code }) => code === "time");
    expect(time?.text.en).toContain("without a donut");
  });

  it("refuses a cutoff outside, too few rows and too few values, and says how many", () => {
    expect(() => regressionDiscontinuity({ running: [1, 2, 3], outcome: [1, 2, 3] })).toThrow(
      "cutoff is 0 and running goes from 1 to 3, expected observations on both sides beyond the donut",
    );
    expect(() => regressionDiscontinuity(drawn(12))).toThrow("12 observations, expected at least 20");
    const line = Array.from({ length: 40 }, (_, at) => at - 19.5);
    const flat = line.map(() => 3);
    expect(() => regressionDiscontinuity({ running: line, outcome: flat })).toThrow("outcome is 3 on every row");
    expect(() => regressionDiscontinuity(drawn(100), { biasBandwidth: 3 })).toThrow("biasBandwidth is given without");
    const two = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? -1 - (at % 3) : 1 + at));
    expect(() => regressionDiscontinuity({ running: two, outcome: two })).toThrow(
      "running has 3 distinct values below the cutoff, expected at least 6 to choose a bandwidth from",
    );
  });
});

describe("a running variable of few values", () => {
  /** `count` values a side, 1 apart, each of 25 observations. */
  const steps = (count: number): RegressionDiscontinuityInput => {
    const draw = random(2, "mass points");
    const values = Array.from({ length: 2 * count }, (_, at) => (at < count ? at - count : at - count + 1));
    const running = values.flatMap((value) => new Array<number>(25).fill(value));
    return { running, outcome: running.map((x) => 2 + 0.3 * x + (x > 0 ? 1 : 0) + draw.normal()) };
  };
  const warned = (input: RegressionDiscontinuityInput, options: RegressionDiscontinuityOptions) =>
    regressionDiscontinuity(input, options).warnings?.find(({ code }) => code === "repeated-values")?.text.en;

  it("is refused below what the polynomials need, by the side and the number, in all and within the bandwidth", () => {
    const refused = (count: number, options: RegressionDiscontinuityOptions) =>
      expect(() => regressionDiscontinuity(steps(count), options));
    refused(2, { bandwidth: 5 }).toThrow("running has 2 distinct values below the cutoff, expected at least 3");
    refused(4, {}).toThrow("running has 4 distinct values below the cutoff, expected at least 6 to choose a bandwidth");
    // at the end of its reach a triangle weighs nothing, a uniform kernel as much as anywhere
    refused(5, {}).toThrow("expected at least 6");
    expect(regressionDiscontinuity(steps(5), { kernel: "uniform" }).bandwidthLeft).toBeCloseTo(5, 6);
    refused(4, { bandwidth: 2 }).toThrow(
      "bandwidth is 2, within which running has 1 distinct value below the cutoff, expected at least 2",
    );
    refused(4, { bandwidth: 4, biasBandwidth: 2.5 }).toThrow("biasBandwidth is 2.5, within which running has 2");
  });

  it("is told by the values within the bandwidth where it can be answered", () => {
    expect(warned(steps(3), { bandwidth: 3.5 })).toContain("it takes 3 values on the left and 3 on the right");
    expect(warned(steps(8), { bandwidth: 3.5 })).toContain("it takes 3 values on the left and 3 on the right");
    expect(warned(drawn(400), {})).toBeUndefined();
  });
});

describe("what leaves nothing to go by", () => {
  const { running } = drawn(200);
  const step = Array.from(running, (x) => (x >= 0 ? 1 : 0));

  it("a step without noise has no error, not one of 0", () => {
    const found = regressionDiscontinuity({ running, outcome: step }, { bandwidth: 5 });
    near(found.effect, 1, rounding);
    expect([found.low, found.high, found.p]).toEqual([NaN, NaN, NaN]);
    expect(codes(found)).toContain("no-error");
    // nor one of rounding
    const shifted = step.map((each) => 0.1 + 0.2 * each);
    expect(regressionDiscontinuity({ running, outcome: shifted }, { bandwidth: 5 }).p).toBeNaN();
  });

  it("what lies beyond the bandwidth, however large, hides no error", () => {
    const input = drawn(200);
    const far = Array.from(input.outcome, (y, at) => (Math.abs(input.running[at] as number) > 6 ? 1e16 : y));
    const [one, other] = [input.outcome, far].map((outcome) =>
      regressionDiscontinuity({ running: input.running, outcome }, { bandwidth: 5 }),
    );
    expect(other.p).toBe(one.p);
  });

  it("nor a bandwidth to choose, in these words; one side that varies is enough", () => {
    for (const bandwidths of ["common", "two"] as const)
      expect(() => regressionDiscontinuity({ running, outcome: step }, { bandwidths })).toThrow(
        "no bandwidth can be chosen, for the polynomials fit without error; give bandwidth",
      );
    const draw = random(1, "side");
    const half = Array.from(running, (x) => (x >= 0 ? 1 + draw.normal() : 0));
    expect(regressionDiscontinuity({ running, outcome: half }).bandwidthLeft).toBeGreaterThan(0);
  });

  it("says of bandwidths what is wrong with them", () => {
    const input = drawn(200);
    expect(() => regressionDiscontinuity(input, { bandwidth: 1e300 })).toThrow(
      "lie too near each other, beside a bandwidth of",
    );
    expect(codes(regressionDiscontinuity(input, { bandwidth: 5, biasBandwidth: 2 }))).toContain("bias-narrow");
    expect(codes(regressionDiscontinuity(input, { bandwidth: 5 }))).not.toContain("bias-narrow");
    const far = { ...input, running: Array.from(input.running, (x) => 1e80 * x) };
    expect(() => regressionDiscontinuity(far)).toThrow("running reaches");
  });
});

describe.skipIf(!haveGoldens)("the rdrobust package of R on the US Senate", () => {
  interface Golden {
    readonly coef: Readonly<Record<string, number>>;
    readonly se: Readonly<Record<string, number>>;
    readonly ci: readonly (readonly [number, number])[];
    readonly bws: readonly (readonly [number, number])[];
    readonly N_h: readonly number[];
  }
  const printed = 1e-5; // the package inverts by Cholesky in raw powers

  it.each<[string, RegressionDiscontinuityOptions]>([
    ["default", {}],
    ["uniform", { kernel: "uniform" }],
    ["epa_p2", { kernel: "epanechnikov", order: 2 }],
    ["fixed_h10_b20", { bandwidth: 10, biasBandwidth: 20 }],
    ["hc1_h10", { bandwidth: 10, biasBandwidth: 20, errors: "hc1" }],
    ["msetwo", { bandwidths: "two" }],
  ])("%s: the same bandwidths, estimates, errors and intervals", (name, options) => {
    const golden = goldenJson<Record<string, Golden>>("rdrobust_senate/expected.json")[name];
    const rows = goldenCsv("rdrobust_senate/input.csv").filter(
      ({ margin, vote }) => ![margin, vote].some((each) => each === "" || each === "NA"),
    );
    const result = regressionDiscontinuity(
      { running: rows.map(({ margin }) => Number(margin)), outcome: rows.map(({ vote }) => Number(vote)) },
      options,
    );
    const { bandwidthLeft, bandwidthRight, biasLeft, biasRight, usedLeft, usedRight, estimates } = result;
    [bandwidthLeft, bandwidthRight].map((each, at) => near(each, golden.bws[0][at], printed));
    [biasLeft, biasRight].map((each, at) => near(each, golden.bws[1][at], printed));
    expect([usedLeft, usedRight]).toEqual(golden.N_h);
    for (const [at, kind] of ["Conventional", "Bias-Corrected", "Robust"].entries()) {
      near(estimates[at].effect, golden.coef[kind], printed);
      near(estimates[at].standardError, golden.se[kind], printed);
      near(estimates[at].low, golden.ci[at][0], printed);
      near(estimates[at].high, golden.ci[at][1], printed);
    }
  });
});
