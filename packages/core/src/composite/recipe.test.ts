import { describe, expect, it } from "vitest";
import type { InputError } from "../contract/errors.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";
import { recipeTree } from "./recipe-tree.ts";

const refused = (input: RecipeInput): string[] => {
  try {
    recipeTree(makeRecipe(input));
    return [];
  } catch (error) {
    return (error as InputError).problems.map(({ text }) => text.en);
  }
};

describe("recipe", () => {
  it("fills its defaults from nothing but indicators", () => {
    expect(makeRecipe({ indicators: [{ id: "gdp" }] })).toEqual({
      nodes: [],
      indicators: [{ id: "gdp", direction: "up" }],
      normalise: { method: "min-max", scope: "pooled", range: [0, 1], clip: true, log: [] },
      weigh: { method: "given" },
      aggregate: "arithmetic",
      missing: { minimumShare: 0.6 },
    });
  });

  it("orders a tree of any depth with parents first, whatever the order it is written in", () => {
    const { nodes, nodeOf } = recipeTree(
      makeRecipe({
        nodes: [
          { id: "leaf", parent: "branch" },
          { id: "branch", parent: "trunk", aggregate: "harmonic" },
          { id: "trunk" },
        ],
        indicators: [{ id: "x", node: "leaf" }, { id: "y" }],
        aggregate: "geometric",
      }),
    );
    expect(nodes.map(({ id }) => id)).toEqual(["total", "trunk", "branch", "leaf"]);
    expect(nodes.map(({ aggregate }) => aggregate)).toEqual(["geometric", "geometric", "harmonic", "geometric"]);
    expect(nodes.map(({ parent, depth }) => [parent, depth])).toEqual([
      [-1, 0],
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(nodeOf).toEqual([3, 0]);
  });

  it("names everything that points nowhere, at once", () => {
    expect(
      refused({
        nodes: [{ id: "a" }, { id: "a" }, { id: "b", parent: "nowhere" }],
        indicators: [{ id: "x", node: "c" }],
      }),
    ).toEqual([
      "recipe: id a appears more than once",
      "recipe: b hangs under nowhere, which is not a node; the nodes are total, a, a, b",
      "recipe: x hangs under c, which is not a node; the nodes are total, a, a, b",
    ]);
  });

  it("refuses circles, empty nodes, weights of nothing and what a normalisation lacks", () => {
    const indicators = [{ id: "x", node: "a" }];
    expect(
      refused({
        nodes: [
          { id: "a", parent: "b" },
          { id: "b", parent: "a" },
        ],
        indicators,
      }),
    ).toEqual(["recipe: node a hangs under itself", "recipe: node b hangs under itself"]);
    expect(refused({ nodes: [{ id: "a" }, { id: "b" }], indicators })).toEqual(["recipe: node b has no indicators"]);
    expect(refused({ indicators: [{ id: "x", weight: 0 }] })).toEqual([
      "recipe: the weights under total add up to 0, expected more than 0",
    ]);
    expect(refused({ indicators: [{ id: "x" }], normalise: { method: "target", log: ["z"] } })).toEqual([
      "recipe: log names z, which is not an indicator",
      "recipe: indicator x has no target, which normalisation by target needs",
    ]);
    expect(
      refused({ indicators: [{ id: "x", goalposts: [0, 9] }], normalise: { method: "goalposts", log: ["x"] } }),
    ).toEqual(["recipe: indicator x is taken in logarithms and has a goalpost or target of 0, expected more than 0"]);
    expect(
      refused({ indicators: [{ id: "x" }], normalise: { method: "z-score" }, weigh: { method: "entropy" } }),
    ).toHaveLength(1);
  });

  it("takes no goalposts the wrong way round", () => {
    expect(() => makeRecipe({ indicators: [{ id: "x", goalposts: [5, 1] }] })).toThrow("low < high");
  });
});
