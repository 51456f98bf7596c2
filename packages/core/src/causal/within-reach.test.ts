import { expect, it } from "vitest";
import { checkVaries } from "./varying-outcome.ts";
import { checkReach, ofPolynomials } from "./within-reach.ts";

it("refuses outcomes whose squares are no numbers, and names the mend", () => {
  expect(() => checkVaries("matching", [1, 1e300])).toThrow(
    "matching: outcome reaches 1e+300 in size, expected at most 1e+140, for its powers to be numbers",
  );
  expect(() => checkVaries("matching", [0, -1e-300, Number.NaN])).toThrow("expected at least 1e-140");
  expect(() => checkVaries("matching", [0, 1e-100, -1e130])).not.toThrow();
  expect(() => checkVaries("matching", [0, 0])).toThrow("outcome is 0 on every row");
});

it("holds distances to what polynomials take", () => {
  expect(() => checkReach("test", "running", [1e40], ofPolynomials)).toThrow("expected at most 1e+30");
  expect(() => checkReach("test", "running", [0, 0], ofPolynomials)).not.toThrow();
});
