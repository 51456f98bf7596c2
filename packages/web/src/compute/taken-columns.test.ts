import { labels, makeTable, numbers, table } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { takenColumns } from "./taken-columns.ts";

const label = { kind: "label", arity: "one" } as const;
const many = { kind: "number", arity: "many" } as const;
const cities = makeTable(
  "cities",
  ["place"],
  [labels("place", ["a"]), numbers("gdp", "1", [1]), numbers("people", "1", [2]), numbers("weight", "1", [3])],
);
const taking = (roles: Parameters<typeof table>[0]) => ({ inputs: { data: table(roles) } }) as never;

it("tells what a role of many columns takes by itself: those that no other role has", () => {
  const method = taking({ place: label, weight: { kind: "number", arity: "optional" }, indicators: many });
  expect(takenColumns(method, { data: cities })).toEqual({
    data: { place: ["place"], weight: ["weight"], indicators: ["gdp", "people"] },
  });
});

it("tells nothing for a role that takes no column by itself, and what was asked for where something was", () => {
  const method = taking({ place: label, controls: { ...many, asNamed: true } });
  expect(takenColumns(method, { data: cities })).toEqual({ data: { place: ["place"], controls: [] } });
  expect(takenColumns(method, { data: cities }, { data: { controls: ["gdp"] } })).toEqual({
    data: { place: ["place"], controls: ["gdp"] },
  });
});

it("leaves an input that is refused, or not there, to the method", () => {
  const method = taking({ from: label, indicators: many });
  expect(takenColumns(method, { data: cities })).toEqual({});
  expect(takenColumns(method, {})).toEqual({});
});
