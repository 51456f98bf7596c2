import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import { entropyShares, entropyWeights } from "./entropy-weights.ts";

const relative = 1e-12; // 1 - e is some .03, and e is printed with 15 digits

type Weighed = Record<"indicator", string[]> & Record<"entropy" | "weight", number[]>;

describe("entropy-weights against R on the cities of China's clusters", () => {
  const panel = chinaPanel();
  const expected = oracle<Record<(typeof entropyShares)[number], Weighed> & { rows: number }>(
    "composite-entropy-weights",
  );

  it.each(entropyShares)("%s", (shares) => {
    const down = shares === "raw" ? [] : ["elderly_share"];
    const indicators = panel.indicators.filter(({ name }) => expected[shares].indicator.includes(name));
    const { weights, n } = entropyWeights({ ...panel, indicators }, { shares, down });
    expect(n).toBe(expected.rows);
    weights.forEach(({ entropy, weight }, at) => {
      expect(Math.abs(entropy - expected[shares].entropy[at])).toBeLessThan(relative);
      expect(Math.abs(weight / expected[shares].weight[at] - 1)).toBeLessThan(relative);
    });
  });
});
