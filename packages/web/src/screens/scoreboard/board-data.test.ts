import { labels, makeTable, numbers } from "@conurb/core/contract";
import { codeNames } from "@conurb/figures";
import { expect, it } from "vitest";
import { yearsIn } from "./board-data.ts";
import { headlineOf } from "./headline.ts";

const gap = Number.NaN;
const table = makeTable(
  "scores",
  ["place", "year"],
  [
    labels("place", ["a", "b", "a", "b", "a", "b"]),
    numbers("year", "year", [2024, 2024, 2022, 2022, 2023, 2023]),
    numbers("score", "1", [gap, gap, 0.5, gap, 0.5, 0.6]),
  ],
);

it("offers the years in which a place has a score, and no other", () => {
  expect(yearsIn(table, { score: "score" })).toEqual([2022, 2023]);
});

it("offers no years where there are none", () => {
  const still = makeTable("scores", ["place"], [labels("place", ["a"]), numbers("score", "1", [1])]);
  expect(yearsIn(still, { score: "score" })).toEqual([]);
});

it.each([
  ["zh", "所示地区在 2024 年都没有得分", "所示地区都没有得分"],
  ["en", "No place shown has a score for 2024", "No place shown has a score"],
] as const)("says that nothing is scored, not that nothing ranks, in %s", (language, inYear, still) => {
  const names = codeNames({ places: {}, groups: {}, labels: {} }, language);
  expect(headlineOf([], names, language, 2024)).toBe(inYear);
  expect(headlineOf([], names, language, undefined)).toBe(still);
});
