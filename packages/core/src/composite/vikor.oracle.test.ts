import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { makeRecipe } from "./recipe.ts";
import { vikor } from "./vikor.ts";

const absolute = 1e-12; // entropy weights over 213 rows, then ratios of differences of sums

describe("vikor against R on the cities of China's clusters, by entropy weights", () => {
  it("S, R and Q", () => {
    const expected = oracle<Record<"s" | "r" | "q", number[]>>("composite-vikor");
    const recipe = makeRecipe({
      indicators: ["gdp_per_head", "urban_share", "tertiary_share", "elderly_share"].map((id) => ({
        id,
        direction: id === "elderly_share" ? "down" : "up",
      })),
      weigh: { method: "entropy" },
    });
    vikor(chinaPanel(), { recipe }).rows.forEach(({ group, individual, compromise }, at) => {
      expect(Math.abs(group - expected.s[at])).toBeLessThan(absolute);
      expect(Math.abs(individual - expected.r[at])).toBeLessThan(absolute);
      expect(Math.abs(compromise - expected.q[at])).toBeLessThan(absolute);
    });
  });
});
