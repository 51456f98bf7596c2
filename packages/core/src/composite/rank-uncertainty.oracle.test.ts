import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { rankUncertainty } from "./rank-uncertainty.ts";
import { makeRecipe } from "./recipe.ts";

const errors = 5; // standard errors: once in two million for a mean, a hundred cities, and both seeds are fixed

interface Expected {
  readonly draws: number;
  readonly code: string[];
  readonly mean_rank: number[];
  readonly standard_error: number[];
}

describe("rank uncertainty against R's own draws on the cities of China's clusters", () => {
  it("gives its mean ranks, within the error of the draws", () => {
    const data = chinaPanel();
    const recipe = makeRecipe({
      nodes: [{ id: "level" }, { id: "structure" }],
      indicators: [
        { id: "gdp_per_head", node: "level" },
        { id: "urban_share", node: "level" },
        { id: "tertiary_share", node: "structure" },
        { id: "elderly_share", node: "structure", direction: "down" },
      ],
    });
    const expected = oracle<Expected>("composite-rank-uncertainty");
    const { ranks } = rankUncertainty(data, {
      recipe,
      draws: expected.draws,
      weights: "dirichlet",
      normalisations: ["min-max", "z-score", "rank"],
      aggregations: ["arithmetic"],
    });
    const mean = new Map(
      data.place.flatMap((place, row) => (data.year?.[row] === 2020 ? [[place, ranks.mean[row]]] : [])) as [
        string,
        number,
      ][],
    );
    expect(expected.code).toHaveLength(mean.size);
    expected.code.forEach((code, at) => {
      // two independent sets of draws of one size: the difference has the error of one times the root of 2
      const allowed = errors * Math.SQRT2 * (expected.standard_error[at] as number) + 1e-12;
      expect(Math.abs((mean.get(code) as number) - (expected.mean_rank[at] as number)), code).toBeLessThan(allowed);
    });
  });
});
