import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { newestYear } from "./newest-year.ts";

const gap = Number.NaN;
const table = (score: readonly number[], coverage?: readonly number[]) =>
  makeTable(
    "ranks",
    ["place", "year"],
    [
      labels("place", ["a", "b", "c", "a", "b", "c", "a", "b", "c"]),
      numbers("year", "year", [2022, 2022, 2022, 2023, 2023, 2023, 2024, 2024, 2024]),
      numbers("score", "1", score),
      ...(coverage === undefined ? [] : [numbers("coverage", "1", coverage)]),
    ],
  );
const scored = [1, 2, 3, 1, 2, 3, 1, 2, 3];

it("is the last year with figures", () => {
  expect(newestYear(table(scored), ["score"])).toBe(2024);
  expect(newestYear(table([1, 2, 3, 1, gap, 3, gap, gap, gap]), ["score"])).toBe(2023);
});

it("is not a year in which part of the weight has no figures anywhere yet", () => {
  expect(newestYear(table(scored, [1, 1, 1, 1, 1, 1, 0.8, 0.8, 0.8]), ["score"])).toBe(2023);
});

it("is a year in which a few places are late", () => {
  expect(newestYear(table(scored, [1, 1, 1, 1, 1, 1, 1, 1, 0.8]), ["score"])).toBe(2024);
});

it("is the last year with figures where no year is whole, and nothing where there are none", () => {
  expect(
    newestYear(
      table(
        scored,
        scored.map(() => 0.7),
      ),
      ["score"],
    ),
  ).toBe(2024);
  expect(newestYear(table(scored.map(() => gap)), ["score"])).toBeUndefined();
});
