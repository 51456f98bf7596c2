import { expect, it } from "vitest";
import { shownNumber } from "./numbers.ts";

it.each([
  [1.6e-87, "0"],
  [-4e-31, "0"],
  [0, "0"],
  [2.5e-16, "2.5000e-16"],
  [0.00012345678, "0.000123457"],
  [36102.6, "36102.6"],
  [1234567.89, "1234567.9"],
  [Number.NaN, "–"],
  [null, "–"],
])("shows %s as %s", (value, text) => {
  expect(shownNumber(value)).toBe(text);
});
