import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { criticWeights } from "./critic-weights.ts";

const relative = 1e-12; // sums over 213 rows, in another order

type Weighed = Record<"deviation" | "conflict" | "weight", number[]>;

describe("critic-weights against R on the cities of China's clusters", () => {
  const expected = oracle<Record<"signed" | "absolute", Weighed> & { rows: number }>("composite-critic-weights");

  it.each(["signed", "absolute"] as const)("%s", (correlation) => {
    const { weights, n } = criticWeights(chinaPanel(), { correlation, down: ["elderly_share"] });
    expect(n).toBe(expected.rows);
    weights.forEach(({ deviation, conflict, weight }, at) => {
      expect(Math.abs(deviation / expected[correlation].deviation[at] - 1)).toBeLessThan(relative);
      expect(Math.abs(conflict / expected[correlation].conflict[at] - 1)).toBeLessThan(relative);
      expect(Math.abs(weight / expected[correlation].weight[at] - 1)).toBeLessThan(relative);
    });
  });
});
