import { expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { effectiveWeights } from "./effective-weights.ts";
import { makeRecipe } from "./recipe.ts";

const relative = 1e-11; // sums over 213 rows, in another order

it("effective weights against R on the cities of China's clusters", () => {
  const expected = oracle<Record<"ratio" | "correlation" | "carried", number[]> & { rows: number }>(
    "composite-effective-weights",
  );
  const recipe = makeRecipe({
    indicators: [
      { id: "gdp_per_head", weight: 3 },
      { id: "urban_share" },
      { id: "tertiary_share" },
      { id: "elderly_share", direction: "down" },
    ],
  });
  const { items, n } = effectiveWeights(chinaPanel(), { recipe });
  expect(n).toBe(expected.rows);
  items.forEach((item, at) => {
    for (const of of ["ratio", "correlation", "carried"] as const) {
      expect(Math.abs(item[of] - (expected[of][at] as number)), `${item.id} ${of}`).toBeLessThan(relative);
    }
  });
});
