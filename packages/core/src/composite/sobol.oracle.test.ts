import { expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { makeRecipe } from "./recipe.ts";
import { sobol } from "./sobol.ts";

const samples = 20_000;
const error = 1.5 / Math.sqrt(samples); // of an index: its terms, over the variance, deviate by up to about 1.5

it("sensitivity of ranks against trying every recipe, in R, on the cities of China's clusters", () => {
  const expected = oracle<{ mean_shift: number; first: Record<string, number>; total: Record<string, number> }>(
    "composite-sobol",
  );
  const recipe = makeRecipe({
    indicators: [
      { id: "gdp_per_head", weight: 3 },
      { id: "urban_share" },
      { id: "tertiary_share" },
      { id: "elderly_share", direction: "down" },
    ],
    normalise: { range: [0.01, 1] },
  });
  const { indices, meanShift } = sobol(chinaPanel(), {
    recipe,
    samples,
    bootstrap: 10,
    normalisations: ["min-max", "rank"],
    aggregations: ["arithmetic", "geometric"],
    weights: "stated",
    leaveOneOut: false,
  });
  expect(indices.map(({ id }) => id)).toEqual(Object.keys(expected.first));
  for (const { id, first, total } of indices) {
    expect(Math.abs(first - (expected.first[id] as number)), id).toBeLessThan(4 * error);
    expect(Math.abs(total - (expected.total[id] as number)), id).toBeLessThan(4 * error);
  }
  expect(Math.abs(meanShift / expected.mean_shift - 1)).toBeLessThan(4 * error);
});
