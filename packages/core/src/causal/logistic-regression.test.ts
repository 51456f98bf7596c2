import { expect, it } from "vitest";
import { logisticRegression } from "./logistic-regression.ts";

const stepBehind = 1e-8; // R takes the covariance at the coefficients before its last step
const digits = 1e-9; // twelve digits of R, less what its last step leaves

it("agrees with the closed form of one binary column", () => {
  // x = 0: 1 of 4 succeed, x = 1: 3 of 4: intercept ln(1/3), slope ln(9); variances 1/1 + 1/3 each
  const ones = new Float64Array(8).fill(1);
  const x = Float64Array.from([0, 0, 0, 0, 1, 1, 1, 1]);
  const { coefficients, fitted, covariance } = logisticRegression([1, 0, 0, 0, 1, 1, 1, 0], [ones, x]);
  expect(Math.abs(coefficients[0] - Math.log(1 / 3))).toBeLessThan(digits);
  expect(Math.abs(coefficients[1] - Math.log(9))).toBeLessThan(digits);
  expect(Math.abs(fitted[0] - 0.25)).toBeLessThan(digits);
  expect(Math.abs(covariance[0] - 4 / 3)).toBeLessThan(digits);
  expect(Math.abs(covariance[3] - 8 / 3)).toBeLessThan(digits);
});

it("agrees with glm of R on ten rows", () => {
  // glm(c(0,0,1,0,1,1,0,1,1,1) ~ c(1:10), binomial, control = list(epsilon = 1e-14)), R 4.2.2
  const x = Float64Array.from({ length: 10 }, (_, at) => at + 1);
  const { coefficients, covariance } = logisticRegression(
    [0, 0, 1, 0, 1, 1, 0, 1, 1, 1],
    [new Float64Array(10).fill(1), x],
  );
  expect(Math.abs(coefficients[0] + 2.290282657263)).toBeLessThan(digits);
  expect(Math.abs(coefficients[1] - 0.527860191496)).toBeLessThan(digits);
  expect(Math.abs(Math.sqrt(covariance[0]) - 1.799206023907)).toBeLessThan(stepBehind);
  expect(Math.abs(Math.sqrt(covariance[3]) - 0.337711681295)).toBeLessThan(stepBehind);
});

it("refuses columns that repeat each other, and outcomes that are told apart without error", () => {
  const ones = new Float64Array(6).fill(1);
  const x = Float64Array.from([1, 2, 3, 4, 5, 6]);
  expect(() => logisticRegression([0, 1, 0, 1, 0, 1], [ones, x, x.map((each) => 2 * each)])).toThrow(
    "a column is a combination of the others",
  );
  expect(() => logisticRegression([0, 0, 0, 1, 1, 1], [ones, x])).toThrow("without error, so no estimate exists");
});
