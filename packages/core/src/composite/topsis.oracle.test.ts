import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { makeRecipe } from "./recipe.ts";
import { type TopsisNormalisation, topsis } from "./topsis.ts";

const absolute = 1e-12; // entropy weights over 213 rows, then square roots of sums of four squares

describe("topsis against R on the cities of China's clusters, by entropy weights", () => {
  const expected = oracle<Record<TopsisNormalisation, number[]>>("composite-topsis");
  const recipe = makeRecipe({
    indicators: ["gdp_per_head", "urban_share", "tertiary_share", "elderly_share"].map((id) => ({
      id,
      direction: id === "elderly_share" ? "down" : "up",
    })),
    weigh: { method: "entropy" },
  });

  it.each(["vector", "min-max"] as const)("%s", (normalise) => {
    topsis(chinaPanel(), { recipe, normalise }).closeness.forEach((value, at) => {
      expect(Math.abs(value - expected[normalise][at])).toBeLessThan(absolute);
    });
  });
});
