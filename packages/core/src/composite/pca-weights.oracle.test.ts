import { describe, expect, it } from "vitest";
import { chinaPanel, oracle } from "../../test/china-panel.ts";
import type { PcaMatrix } from "./pca-shares.ts";
import { pcaWeights } from "./pca-weights.ts";

const relative = 1e-11; // eigenvalues of a 4 x 4 matrix of sums over 213 rows, by another algorithm
const turns = 1e-7; // stats::varimax stops where its criterion does not rise, which is flat to the square of the angle
const tail = 1e-9; // a p-value of 1e-105 moves 250 times as much as its statistic

interface Components {
  readonly eigenvalues: number[];
  readonly first: number[];
  readonly kept: number;
  readonly weight: number[];
  /** Loadings on the first three components after varimax, one list a component. */
  readonly rotated: number[][];
  readonly strongest: number[];
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

  it.each(["correlation", "covariance"] as const)(
    "varimax of three components of the %s (stats::varimax)",
    (matrix) => {
      const options = { matrix, rotation: "varimax", retain: "share", share: 0.95, down: ["elderly_share"] } as const;
      const found = pcaWeights(chinaPanel(), { ...options, rule: "strongest" });
      expect(found.kept).toBe(3);
      for (const [at, { rotated, component }] of found.loadings.entries()) {
        if (component > 3) expect(rotated).toBeNaN();
        else expect(Math.abs(rotated - expected[matrix].rotated[component - 1][at % 4])).toBeLessThan(turns);
      }
      found.weights.forEach(({ weight }, at) => {
        expect(Math.abs(weight - expected[matrix].strongest[at])).toBeLessThan(turns);
      });
      const plain = pcaWeights(chinaPanel(), { ...options, rotation: "none" });
      found.weights.forEach(({ communality }, at) => {
        expect(Math.abs(communality - plain.weights[at].communality)).toBeLessThan(turns);
      });
    },
  );

  it("KMO and Bartlett's test", () => {
    const found = pcaWeights(chinaPanel(), { down: ["elderly_share"] });
    near(found.kmo, expected.kmo);
    near(found.bartlett, expected.bartlett);
    expect(found.bartlettFreedom).toBe(expected.freedom);
    near(found.bartlettP, expected.p, tail);
  });
});
