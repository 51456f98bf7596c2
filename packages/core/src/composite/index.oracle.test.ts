import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { compositeIndex } from "./index.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";

const exact = 1e-13; // printed with 15 digits, a few operations

const tree = {
  nodes: [{ id: "level", weight: 2 }, { id: "structure" }],
  indicators: [
    { id: "gdp_per_head", node: "level", weight: 3 },
    { id: "urban_share", node: "level" },
    { id: "tertiary_share", node: "structure" },
    { id: "elderly_share", node: "structure", direction: "down" },
  ],
} satisfies RecipeInput;
const minmax = { method: "min-max", range: [0.01, 1] } satisfies RecipeInput["normalise"];
const arithmeticAspects = tree.nodes.map((node) => ({ ...node, aggregate: "arithmetic" as const }));

interface Expected {
  readonly code: string[];
  readonly year: number[];
  readonly normalised: Record<string, Record<string, number[]>>;
  readonly scores: Record<string, number[]>;
  readonly ranks: Record<string, number[]>;
}

describe("composite index against R on the cities of China's clusters", () => {
  const expected = oracle<Expected>("composite-index");

  it.each([
    ["minmax_arithmetic", "minmax", { ...tree, normalise: minmax }],
    ["minmax_geometric", "minmax", { ...tree, normalise: minmax, aggregate: "geometric" }],
    [
      "minmax_harmonic_over_arithmetic",
      "minmax",
      { ...tree, nodes: arithmeticAspects, normalise: minmax, aggregate: "harmonic" },
    ],
    ["zscore_arithmetic", "zscore", { ...tree, normalise: { method: "z-score" } }],
    ["rank_arithmetic", "rank", { ...tree, normalise: { method: "rank" } }],
  ] as [string, string, RecipeInput][])("%s", (name, scale, input) => {
    const data = chinaPanel();
    const { scored, scores, ranks } = compositeIndex(data, { recipe: makeRecipe(input) });
    expect([...data.place]).toEqual(expected.code);
    for (const { id, normalised } of scored.indicators) {
      normalised.forEach((value, row) => {
        expect(Math.abs(value - (expected.normalised[scale]?.[id]?.[row] as number))).toBeLessThan(
          exact * Math.max(1, Math.abs(value)),
        );
      });
    }
    scores.forEach((value, row) => {
      expect(Math.abs(value - (expected.scores[name]?.[row] as number))).toBeLessThan(exact);
    });
    expect([...ranks]).toEqual(expected.ranks[name]);
  });
});
