import { expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { cohortsOf, isAlwaysTreated, treatedPanel } from "./treated-panel.ts";

// b is treated from 2002 on, a never, c before the data begin
const place = ["b", "a", "c", "a", "b", "c", "b"];
const year = [2001, 2001, 2001, 2003, 2002, 2003, 2003];
const outcome = [1, 2, 3, 4, 5, 6, 7];
const treated = [0, 0, 1, 0, 1, 1, 1];

it("lays places by years and finds when each came under treatment", () => {
  const panel = treatedPanel("m", { place, year, outcome, treated });
  expect(panel.places).toEqual(["a", "b", "c"]);
  expect(panel.years).toEqual([2001, 2002, 2003]);
  expect([...panel.outcome]).toEqual([2, Number.NaN, 4, 1, 5, 7, 3, Number.NaN, 6]);
  expect([...panel.rows]).toEqual([1, -1, 3, 0, 4, 6, 2, -1, 5]);
  expect([...panel.first]).toEqual([Number.POSITIVE_INFINITY, 2002, 2001]);
  expect(cohortsOf(panel)).toEqual([2002]);
  expect(panel.first.some((first) => isAlwaysTreated(panel, first))).toBe(true);
});

it("takes the first year as stated; 0, or a year after the data, is never", () => {
  const first = place.map((name) => ({ a: 0, b: 2002, c: 2010 })[name] as number);
  const { first: starts } = treatedPanel("m", { place, year, outcome, first });
  expect([...starts]).toEqual([Number.POSITIVE_INFINITY, 2002, Number.POSITIVE_INFINITY]);
});

it("takes who is treated on the first row that it has for always treated, whenever that is", () => {
  // c is seen from 2002 on and treated ever since: 2002 is no start that was observed
  const late = {
    place: ["a", "a", "a", "b", "b", "b", "c", "c"],
    year: [2001, 2002, 2003, 2001, 2002, 2003, 2002, 2003],
  };
  const given = [{ treated: [0, 0, 0, 0, 0, 1, 1, 1] }, { first: [0, 0, 0, 2003, 2003, 2003, 2002, 2002] }];
  for (const how of given) {
    const panel = treatedPanel("m", { ...late, outcome: late.year, ...how });
    expect([...panel.first].map((first) => isAlwaysTreated(panel, first))).toEqual([false, false, true]);
    expect(cohortsOf(panel)).toEqual([2003]);
  }
});

it("says in which years nothing tells whether treatment began, where it was not stated", () => {
  const gap = { place: ["a", "a", "a", "b", "b"], year: [2001, 2002, 2003, 2001, 2003], outcome: [1, 2, 3, 4, 5] };
  expect([...treatedPanel("m", { ...gap, treated: [0, 0, 0, 0, 1] }).undated]).toEqual([["b", [2002]]]);
  expect([...treatedPanel("m", { ...gap, first: [0, 0, 0, 2003, 2003] }).undated]).toEqual([]);
});

it.each([
  [
    "treatment-unclear",
    { first: place.map(() => Number.NaN) },
    "m: first of a is missing, expected a year, or 0 for never",
  ],
  ["treatment-unstated", {}, "m: nothing says who is treated and when"],
  ["treatment-unstated", { treated, first: treated }, "m: treatment is given twice, as treated and as first"],
  ["treatment-partial", { treated: [0, 0, 1, 0, 0.5, 1, 1] }, "m: treated of b 2002 is 0.5, expected 0 or 1"],
  [
    "treatment-reversed",
    { treated: [0, 0, 1, 0, 1, 1, 0] },
    "m: b is treated from 2002 on and not in 2003, expected treatment for good",
  ],
  [
    "treatment-unclear",
    { first: [2002, 0, 0, 0, 2003, 0, 2002] },
    "m: first of b is 2002 on one row and 2003 on another, expected one year a place",
  ],
  ["nobody-treated", { treated: treated.map(() => 0) }, "m: no place is treated between 2001 and 2003"],
])("refuses: %s", (code, given, message) => {
  const asked = () => treatedPanel("m", { place, year, outcome, ...given });
  expect(asked).toThrow(InputError);
  expect(asked).toThrow(message);
  try {
    asked();
  } catch (error) {
    expect((error as InputError).code).toBe(code);
    expect((error as InputError).problems[0]?.text.zh).toMatch(/^m：/);
  }
});
