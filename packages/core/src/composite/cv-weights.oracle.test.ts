import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { type CvValues, cvWeights } from "./cv-weights.ts";

const relative = 1e-12; // sums over 213 rows, in another order

describe("cv-weights against R on the cities of China's clusters", () => {
  const expected = oracle<Record<CvValues, Record<"variation" | "weight", number[]>> & { rows: number }>(
    "composite-cv-weights",
  );

  it.each(["raw", "min-max"] as const)("%s", (values) => {
    const { weights, n } = cvWeights(chinaPanel(), { values, down: ["elderly_share"] });
    expect(n).toBe(expected.rows);
    weights.forEach(({ variation, weight }, at) => {
      expect(Math.abs(variation / expected[values].variation[at] - 1)).toBeLessThan(relative);
      expect(Math.abs(weight / expected[values].weight[at] - 1)).toBeLessThan(relative);
    });
  });
});
