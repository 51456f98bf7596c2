import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import type { PcaMatrix } from "./pca-shares.ts";
import { pcaWeights } from "./pca-weights.ts";

const relative = 1e-11; // eigenvalues of a 4 x 4 matrix of sums over 213 rows, by another algorithm
const tail = 1e-9; // a p-value of 1e-105 moves 250 times as much as its statistic

interface Components {
  readonly eigenvalues: number[];
  readonly first: number[];
  readonly kept: number;
  readonly weight: number[];
}

describe("pca-weights against prcomp of R on the cities of China's clusters", () => {
  const expected = oracle<
    Record<PcaMatrix, Components> & Record<"rows" | "kmo" | "bartlett" | "freedom" | "p", number>
  >("composite-pca-weights");
  const near = (found: number, other: number, bound = relative) =>
    expect(Math.abs(found / other - 1)).toBeLessThan(bound);

  it.each(["correlation", "covariance"] as const)("components of the %s, and weights", (matrix) => {
    const found = pcaWeights(chinaPanel(), { matrix, down: ["elderly_share"] });
    expect([found.n, found.kept]).toEqual([expected.rows, expected[matrix].kept]);
    found.components.forEach(({ eigenvalue }, at) => {
      near(eigenvalue, expected[matrix].eigenvalues[at]);
    });
    found.weights.forEach(({ weight }, at) => {
      near(weight, expected[matrix].weight[at]);
    });
    found.loadings
      .filter(({ component }) => component === 1)
      .forEach(({ entry }, at) => {
        near(Math.abs(entry), Math.abs(expected[matrix].first[at])); // the sign of a component is free
      });
  });

  it("KMO and Bartlett's test", () => {
    const found = pcaWeights(chinaPanel(), { down: ["elderly_share"] });
    near(found.kmo, expected.kmo);
    near(found.bartlett, expected.bartlett);
    expect(found.bartlettFreedom).toBe(expected.freedom);
    near(found.bartlettP, expected.p, tail);
  });
});
