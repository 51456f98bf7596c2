import { describe, expect, it } from "vitest";
import { criticWeights } from "./critic-weights.ts";
import { cvWeights } from "./cv-weights.ts";
import { compositeIndex } from "./index.ts";
import { pcaWeights } from "./pca-weights.ts";
import { makeRecipe, type Weighing } from "./recipe.ts";
import { recipeProblems } from "./recipe-problems.ts";
import type { CompositeData } from "./scale.ts";
import { score } from "./score.ts";

const exact = 1e-12; // the same arithmetic in another order

const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const data: CompositeData = {
  place: ["a", "b", "c", "a", "b", "c"],
  year: [2010, 2010, 2010, 2020, 2020, 2020],
  indicators: [column("x", 1, 4, 9, 2, 8, 8), column("y", 3, 1, 2, 5, 2, 7), column("z", 1, 0, 0, 1, 1, 0)],
};
const indicators = [{ id: "x" }, { id: "y", direction: "down" as const }, { id: "z" }];
const by = (method: Weighing, more: Partial<Parameters<typeof makeRecipe>[0]> = {}) =>
  makeRecipe({ indicators, weigh: { method }, ...more });
const weightsOf = (...given: Parameters<typeof score>) => score(...given).indicators.map(({ weight }) => weight);

describe("weights that a recipe finds from data", () => {
  it.each([
    ["critic", () => criticWeights(data, { down: ["y"] })],
    ["cv", () => cvWeights(data, { down: ["y"], values: "min-max" })],
    ["pca", () => pcaWeights(data, { down: ["y"] })],
  ] as const)("%s: are those of the method, pooled over years", (method, weigh) => {
    const expected = weigh().weights.map(({ weight }) => weight);
    weightsOf(by(method), data).forEach((weight, at) => {
      expect(Math.abs(weight - expected[at])).toBeLessThan(exact);
    });
  });

  it("hold in a tree: a node weighs what its indicators weigh, and effective weights are those found", () => {
    const nodes = [{ id: "n" }, { id: "m" }];
    const tree = makeRecipe({
      nodes,
      indicators: [
        { id: "x", node: "n" },
        { id: "y", node: "n", direction: "down" },
        { id: "z", node: "m" },
      ],
      weigh: { method: "critic" },
    });
    weightsOf(tree, data).forEach((weight, at) => {
      expect(Math.abs(weight - weightsOf(by("critic"), data)[at])).toBeLessThan(exact);
    });
  });

  it("count nothing for a constant indicator and for one that the data lack", () => {
    const more = { ...data, indicators: [...data.indicators, column("same", ...Array(6).fill(3))] };
    const recipe = (method: Weighing) =>
      makeRecipe({ indicators: [...indicators, { id: "same" }, { id: "lacking" }], weigh: { method } });
    for (const method of ["critic", "cv", "pca"] as const) {
      const found = weightsOf(recipe(method), more);
      expect(found.slice(3)).toEqual([0, 0]);
      found.slice(0, 3).forEach((weight, at) => {
        expect(Math.abs(weight - weightsOf(by(method), data)[at])).toBeLessThan(exact);
      });
    }
  });

  it("are found over the rows that have every indicator where correlations enter", () => {
    const gapped = {
      ...data,
      indicators: data.indicators.map((each, at) => (at === 2 ? column("z", Number.NaN, 0, 0, 1, 1, 0) : each)),
    };
    const complete: CompositeData = {
      place: data.place.slice(1),
      indicators: data.indicators.map((each) => ({ ...each, values: each.values.slice(1) })),
    };
    // the least of x stands in the row with the gap, so its scale is another one, which correlations do not see
    const [found, other] = [weightsOf(by("pca"), gapped), weightsOf(by("pca"), complete)];
    found.forEach((weight, at) => {
      expect(Math.abs(weight - other[at])).toBeLessThan(exact);
    });
    const two = { place: ["a", "b"], indicators: [column("x", 1, 2), column("y", 2, 1), column("z", 1, 2)] };
    expect(() => score(by("critic"), two)).toThrow(
      "2 rows have every indicator, weights by correlation need at least 3",
    );
  });

  it("are refused with z-scores where dispersion is all they have, and where nothing differs", () => {
    for (const method of ["entropy", "cv", "critic"] as const) {
      expect(recipeProblems(by(method, { normalise: { method: "z-score" } }))).toHaveLength(1);
    }
    expect(recipeProblems(by("pca", { normalise: { method: "z-score" } }))).toEqual([]);
    const alike = { place: ["a", "b", "c"], indicators: ["x", "y", "z"].map((name) => column(name, 4, 4, 4)) };
    for (const method of ["entropy", "critic", "pca"] as const) {
      expect(() => score(by(method), alike)).toThrow(`so ${method} gives no weights`);
    }
  });
});

describe("weights that come as a table", () => {
  const table = { indicator: ["z", "x", "y"], weight: [0.2, 0.5, 0.3] };

  it("are the effective weights of an index, whatever its tree", () => {
    const flat = makeRecipe({ indicators });
    const tree = makeRecipe({
      nodes: [{ id: "n", weight: 9 }, { id: "inner", parent: "n" }, { id: "m" }],
      indicators: [
        { id: "x", node: "inner" },
        { id: "y", node: "n", direction: "down" },
        { id: "z", node: "m" },
      ],
      weigh: { method: "entropy" },
    });
    for (const recipe of [flat, tree]) {
      const { scored, convention } = compositeIndex(data, { recipe, weights: table });
      scored.indicators.forEach(({ weight }, at) => {
        expect(Math.abs(weight - [0.5, 0.3, 0.2][at])).toBeLessThan(exact);
      });
      expect(convention.weigh).toBe("table");
    }
  });

  it("must be those of the indicators", () => {
    const of = (indicator: string[], weight: number[]) => () =>
      compositeIndex(data, { weights: { indicator, weight } });
    expect(of(["x", "y"], [1, 1])).toThrow("weights: no weight for z");
    expect(of(["x", "y", "z", "q"], [1, 1, 1, 1])).toThrow(
      "q is weighed and is not an indicator; the indicators are x, y, z",
    );
    expect(of(["x", "y", "z", "x"], [1, 1, 1, 1])).toThrow("x is weighed twice");
    expect(of(["x", "y", "z"], [1, -1, 1])).toThrow("weight of y is -1, expected at least 0");
    expect(of(["x", "y", "z"], [0, 0, 0])).toThrow("the weights under total add up to 0");
  });
});
