import { describe, expect, it } from "vitest";
import { type LinearFit, linearRegression } from "./linear-regression.ts";

const digits = 1e-12; // an orthogonal basis of three columns

const ones = (n: number) => new Float64Array(n).fill(1);

describe("linearRegression", () => {
  it("through three points by hand: y = 1, 2, 4 on 0, 1, 2 has intercept 5/6 and slope 3/2", () => {
    const fit = linearRegression(Float64Array.of(1, 2, 4), [ones(3), Float64Array.of(0, 1, 2)]) as LinearFit;
    expect(fit.coefficients[0]).toBeCloseTo(5 / 6, 14);
    expect(fit.coefficients[1]).toBeCloseTo(3 / 2, 14);
    expect(fit.freedom).toBe(1);
    expect(fit.r2).toBeCloseTo(1 - 1 / 6 / (14 / 3), 13); // residuals 1/6, -1/3, 1/6; total 14/3
    expect(Array.from(fit.leverage)).toEqual([5 / 6, 1 / 3, 5 / 6].map((each) => expect.closeTo(each, 14)));
    expect(fit.standardErrors("classical")[1]).toBeCloseTo(Math.sqrt(1 / 6 / 2), 14);
  });

  it("keeps its digits where a column lies far from 0 (Longley-like: 1e8 + 0, 1, ..., 9)", () => {
    const x = Float64Array.from({ length: 10 }, (_, at) => 1e8 + at);
    const y = Float64Array.from({ length: 10 }, (_, at) => 3 * at + (at % 2 === 0 ? 1 : -1));
    const near = linearRegression(y, [ones(10), x.map((each) => each - 1e8)]) as LinearFit;
    const far = linearRegression(y, [ones(10), x]) as LinearFit;
    expect(Math.abs((far.coefficients[1] as number) - (near.coefficients[1] as number))).toBeLessThan(1e-7); // 1e8 eps
  });

  it("leaves residuals orthogonal to every column, and leverage that adds up to their number", () => {
    const columns = [ones(6), Float64Array.of(1, 2, 4, 8, 16, 32), Float64Array.of(3, 1, 4, 1, 5, 9)];
    const fit = linearRegression(Float64Array.of(2, 7, 1, 8, 2, 8), columns) as LinearFit;
    for (const column of columns) {
      expect(Math.abs(column.reduce((sum, each, at) => sum + each * (fit.residuals[at] as number), 0))).toBeLessThan(
        1e-11,
      );
    }
    expect(fit.leverage.reduce((a, b) => a + b, 0)).toBeCloseTo(3, 12);
    const [classical, robust] = [fit.standardErrors("classical"), fit.standardErrors("hc3")];
    expect(classical.every((each) => each > digits)).toBe(true);
    expect(robust.every((each) => each > digits)).toBe(true);
  });

  it("explains nothing, and tests nothing, where y is the same everywhere to rounding", () => {
    const x = Float64Array.of(1, 2, 4, 8, 16);
    for (const y of [x.map(() => 0.1), x.map((_, at) => 0.7 + at * 1e-14)]) {
      const fit = linearRegression(y, [ones(5), x]) as LinearFit;
      expect(fit.r2).toBeNaN();
      for (const kind of ["classical", "hc1", "hc3"] as const) {
        expect(fit.standardErrors(kind).every(Number.isNaN), kind).toBe(true);
      }
    }
    // without an intercept a constant is a question like any other
    const bare = linearRegression(ones(5), [x]) as LinearFit;
    expect(bare.standardErrors("classical")[0]).toBeGreaterThan(0);
  });

  it("names the first column that is made of those before it", () => {
    const x = Float64Array.of(1, 2, 3, 4);
    expect(linearRegression(x, [ones(4), x, x.map((each) => 2 * each + 1)])).toEqual({ collinear: 2 });
    expect(linearRegression(x, [ones(4), ones(4)])).toEqual({ collinear: 1 });
  });

  it("has no errors without freedom, and no HC3 where the fit passes through a point whatever it is", () => {
    const exact = linearRegression(Float64Array.of(1, 2), [ones(2), Float64Array.of(0, 1)]) as LinearFit;
    expect(exact.standardErrors("classical").every(Number.isNaN)).toBe(true);
    const dummy = Float64Array.of(1, 0, 0, 0);
    const fit = linearRegression(Float64Array.of(5, 1, 2, 4), [ones(4), dummy]) as LinearFit;
    expect(fit.leverage[0]).toBeCloseTo(1, 14);
    expect(fit.standardErrors("hc3")[1]).toBeNaN();
    expect(fit.standardErrors("hc1")[1]).toBeGreaterThan(0);
  });
});
