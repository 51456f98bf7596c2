import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { choices } from "./choices.ts";
import { makeRecipe } from "./recipe.ts";

const exact = 1e-13; // shares of counts, printed with 15 digits

describe("choices against R on the cities of China's clusters", () => {
  const expected =
    oracle<Record<string, Record<"pairs" | "mean_shift" | "largest_shift" | "signs", number>>>("composite-choices");
  const recipe = makeRecipe({
    indicators: [
      { id: "gdp_per_head", weight: 3 },
      { id: "urban_share" },
      { id: "tertiary_share" },
      { id: "elderly_share", direction: "down" },
    ],
  });

  it.each(["scope", "clipping", "equal-weights", "entropy-weights"] as const)("%s", (choice) => {
    const { flips } = choices(chinaPanel(), { recipe, only: [choice] }).comparisons[0] ?? {};
    const wanted = expected[choice];
    expect(Math.abs((flips?.pairs as number) - (wanted?.pairs as number))).toBeLessThan(exact);
    expect(Math.abs((flips?.meanShift as number) - (wanted?.mean_shift as number))).toBeLessThan(exact);
    expect(Math.abs((flips?.signs as number) - (wanted?.signs as number))).toBeLessThan(exact);
    expect(flips?.largestShift).toBe(wanted?.largest_shift);
  });
});
