import { describe, expect, it } from "vitest";
import { oracle } from "../../test/china-panel.ts";
import { ahpWeights } from "./ahp-weights.ts";

const absolute = 1e-12; // eigenvectors of 4 x 4 matrices, by another algorithm
const ratioBound = 1e-11; // (lambda - 4) / 2.7

interface Solved {
  readonly lambda: number;
  readonly weight: number[];
  readonly cr: number;
}
type Roundings = "rounded" | "down";

describe("ahp-weights against eigen() of R on judgements that follow four cities' GDP", () => {
  const { indicator, matrices, experts, joint } = oracle<{
    indicator: string[];
    matrices: Record<Roundings, number[][]>;
    experts: Record<Roundings, Solved>;
    joint: Solved;
  }>("composite-ahp-weights");
  const names = ["rounded", "down"] as const;
  const found = ahpWeights({
    indicator: names.flatMap(() => indicator),
    expert: names.flatMap((name) => indicator.map(() => name)),
    judgements: indicator.map((name, at) => ({
      name,
      unit: "1",
      values: Float64Array.from(names.flatMap((each) => matrices[each].map((row) => row[at]))),
    })),
  });
  const near = (weights: readonly number[], { weight }: Solved) =>
    weights.forEach((each, at) => {
      expect(Math.abs(each - weight[at])).toBeLessThan(absolute);
    });

  it("each expert, and their mean judgements", () => {
    for (const { expert, weights, lambda, ratio } of found.experts) {
      near(weights, experts[expert as Roundings]);
      expect(Math.abs(lambda - experts[expert as Roundings].lambda)).toBeLessThan(absolute * 10);
      expect(Math.abs(ratio - experts[expert as Roundings].cr)).toBeLessThan(ratioBound);
    }
    near(
      found.weights.map(({ weight }) => weight),
      joint,
    );
    expect(Math.abs(found.ratio - joint.cr)).toBeLessThan(ratioBound);
  });
});
