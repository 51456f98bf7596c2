import { expect, it } from "vitest";
import { numberInFull, shownNumber } from "./numbers.ts";

it.each([
  [1.6e-87, "<1e-30"],
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

it.each([
  [27.147999999999996, "27.148"],
  [12.3 * 3, "36.9"], // 36.900000000000006
  [0.3 / 1.3 + 1 / 1.3, "1"], // 0.9999999999999999
  [15.560589998872176, "15.5605899988722"],
  [-1.25e-20, "-1.25e-20"],
  [1.6e-87, "1.6e-87"],
  [38700.58, "38700.58"],
  [Number.NaN, "–"],
])("shows %s in full as %s", (value, text) => {
  expect(numberInFull(value)).toBe(text);
});
