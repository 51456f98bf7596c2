import { makeRecipe } from "@conurb/core/composite/recipe";
import { labels, makeTable, numbers } from "@conurb/core/contract";
import { expect, it } from "vitest";
import { liveRecipe, withFigures, writtenRecipes } from "./lab-recipe.ts";
import { withoutMove } from "./use-weights.ts";
import { flipsOf, variantsOf } from "./variants.ts";

const ranks = (...places: string[]) => new Map(places.map((place, at) => [place, at + 1]));

it("tells every pair that changes order, who passes first", () => {
  // by hand: of abc -> bca the pairs ab and ac turn, bc does not
  expect(flipsOf(ranks("a", "b", "c"), ranks("b", "c", "a"))).toEqual([
    { above: "b", below: "a" },
    { above: "c", below: "a" },
  ]);
  expect(flipsOf(ranks("a", "b"), ranks("a", "b"))).toEqual([]);
});

it("does not call a tie, or a place without a rank, a flip", () => {
  expect(
    flipsOf(
      ranks("a", "b"),
      new Map([
        ["a", 1],
        ["b", 1],
      ]),
    ),
  ).toEqual([]);
  expect(flipsOf(ranks("a", "b"), new Map([["b", 1]]))).toEqual([]);
});

const text = `recipes: { r: { indicators: s, normalise: { method: min-max, range: [0.01, 1] } } }
indicators:
  s:
    aspects:
      one: { weight: 2, indicators: { x: { expr: a.x }, y: { expr: a.y, weight: 3 } } }
analyses: { ranks: { use: composite/rank-uncertainty, on: { data: s, recipe: r } } }
`;

it("reads weights, and where they stand, from the study's text", () => {
  const written = writtenRecipes(text).get("ranks");
  expect(written).toMatchObject({
    recipe: "r",
    set: "s",
    weigh: "given",
    normalise: "min-max",
    aggregate: "arithmetic",
  });
  expect(written?.knobs.map(({ id, weight, path }) => [id, weight, path.join(".")])).toEqual([
    ["one", 2, "indicators.s.aspects.one.weight"],
    ["x", 1, "indicators.s.aspects.one.indicators.x.weight"],
    ["y", 3, "indicators.s.aspects.one.indicators.y.weight"],
  ]);
  expect(writtenRecipes("recipes: [").size).toBe(0);
  expect([...writtenRecipes(text).keys()]).toEqual(["ranks"]);
});

it("has nothing to weigh what hangs on a branch alone against", () => {
  const knobs = writtenRecipes(text).get("ranks")?.knobs;
  expect(knobs?.map(({ id, isAlone }) => [id, isAlone])).toEqual([
    ["one", true],
    ["x", false],
    ["y", false],
  ]);
});

it("takes a slider that came back to where it was written for one that was not moved", () => {
  const hand = { of: writtenRecipes(text).get("ranks")!, moved: { x: 1, y: 2 } };
  expect(withoutMove(hand, "x").moved).toEqual({ y: 2 });
  expect(withoutMove(hand, "one")).toBe(hand);
});

it("puts the sliders' weights into the recipe of the run, and nothing else", () => {
  const written = writtenRecipes(text).get("ranks");
  const run = {
    nodes: [{ id: "one" }],
    indicators: [
      { id: "x", node: "one" },
      { id: "y", node: "one" },
    ],
    normalise: { range: [0.01, 1], log: ["x"] },
  };
  expect(liveRecipe(run, written!, { x: 5 })).toEqual({
    nodes: [{ id: "one", weight: 2 }],
    indicators: [
      { id: "x", node: "one", weight: 5 },
      { id: "y", node: "one", weight: 3 },
    ],
    normalise: { method: "min-max", range: [0.01, 1], log: ["x"] },
    weigh: { method: "given" },
    aggregate: "arithmetic",
  });
  expect(variantsOf(written!).map(({ word }) => word)).toEqual([
    "geometric",
    "equal",
    "entropy",
    "critic",
    "z-score",
    "rank",
  ]);
});

it("leaves out what no place has a figure for, and aspects that are empty then", () => {
  const data = makeTable(
    "data",
    ["place"],
    [labels("place", ["p", "q"]), numbers("x", "1", [1, Number.NaN]), numbers("y", "1", [Number.NaN, Number.NaN])],
  );
  const recipe = makeRecipe({
    nodes: [{ id: "one" }, { id: "within", parent: "one" }, { id: "two" }],
    indicators: [
      { id: "x", node: "within" },
      { id: "y", node: "two" },
      { id: "z", node: "two" },
    ],
  });
  expect(withFigures(recipe, data)).toEqual({
    ...recipe,
    nodes: recipe.nodes.slice(0, 2),
    indicators: recipe.indicators.slice(0, 1),
  });
});
