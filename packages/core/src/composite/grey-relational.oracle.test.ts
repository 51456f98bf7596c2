import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { type GreyNormalisation, greyRelational } from "./grey-relational.ts";
import { makeRecipe } from "./recipe.ts";

const absolute = 1e-12; // entropy weights over 213 rows, then sums of four ratios

describe("grey-relational against R on the cities of China's clusters, by entropy weights", () => {
  const expected = oracle<Record<GreyNormalisation, number[]>>("composite-grey-relational");
  const recipe = makeRecipe({
    indicators: ["gdp_per_head", "urban_share", "tertiary_share", "elderly_share"].map((id) => ({
      id,
      direction: id === "elderly_share" ? "down" : "up",
    })),
    weigh: { method: "entropy" },
  });

  it.each(["min-max", "mean"] as const)("%s", (normalise) => {
    greyRelational(chinaPanel(), { recipe, normalise }).degrees.forEach((value, at) => {
      expect(Math.abs(value - expected[normalise][at])).toBeLessThan(absolute);
    });
  });
});
