import { describe, expect, it } from "vitest";
import { say } from "../../test/say.ts";
import method, { type CombineWeightsOptions, combineWeights } from "./combine-weights.ts";

const exact = 1e-12; // a 3 x 3 system of equations

const sets = (given: Record<string, number[]>) => ({
  first: {
    indicator: ["x", "y", "z", "u"].slice(0, Object.values(given)[0].length),
    weight: Object.entries(given).map(([name, values]) => ({ name, unit: "1", values: Float64Array.from(values) })),
  },
});
const combined = (given: Record<string, number[]>, options?: CombineWeightsOptions) =>
  combineWeights(sets(given), options).weights.map(({ weight }) => weight);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, at) => sum + each * b[at], 0);

describe("combine-weights", () => {
  it("by hand: the game between (.8, .2) and (.4, .6)", () => {
    // .68 a + .44 b = .68, .44 a + .52 b = .52: a = .78, b = .34, made 39/56 and 17/56
    const result = combineWeights(sets({ experts: [0.8, 0.2], data: [0.4, 0.6] }));
    expect(result.sets.map(({ alpha }) => Number(alpha.toFixed(12)))).toEqual([0.78, 0.34]);
    expect(Math.abs(result.weights[0].weight - (39 * 0.8 + 17 * 0.4) / 56)).toBeLessThan(exact);
  });

  it("by hand: sum, weighted product and plain product", () => {
    const given = { experts: [0.8, 0.2], data: [0.4, 0.6] };
    expect(combined(given, { rule: "linear" })[0]).toBeCloseTo(0.6, 14);
    expect(combined(given, { rule: "linear", coefficients: { experts: 3, data: 1 } })[0]).toBeCloseTo(0.7, 14);
    expect(combined(given, { rule: "multiplicative" })[0]).toBeCloseTo(0.32 / 0.44, 14);
    expect(combined(given, { rule: "geometric" })[0]).toBeCloseTo(
      Math.sqrt(0.32) / (Math.sqrt(0.32) + Math.sqrt(0.12)),
      14,
    );
  });

  it("solves the game's equations: the mixture is as close to every set as its own coefficient can bring it", () => {
    const given = { a: [0.5, 0.3, 0.2], b: [0.2, 0.2, 0.6], c: [0.3, 0.4, 0.3] };
    const { sets: found } = combineWeights(sets(given));
    const mixture = [0, 1, 2].map((at) => found.reduce((sum, { alpha, weights }) => sum + alpha * weights[at], 0));
    for (const { weights } of found) expect(Math.abs(dot(mixture, weights) - dot(weights, weights))).toBeLessThan(1e-9);
  });

  it("leaves out a set that the game would subtract, says so, and keeps the alpha as solved", () => {
    const given = { sharp: [0.9, 0.1, 0, 0], alike: [0.25, 0.25, 0.25, 0.25], mild: [0.6, 0.2, 0.1, 0.1] };
    const { sets: found, warnings, leftOut, weights } = combineWeights(sets(given));
    const negative = found.filter(({ alpha }) => alpha < 0);
    expect(negative).toHaveLength(1);
    expect(negative[0].coefficient).toBe(0);
    expect(leftOut).toBe(1);
    expect(warnings?.[0].code).toBe("coefficient-negative");
    expect(warnings?.[0].text.en).toContain(`the game would subtract ${negative[0].name}`);
    expect(weights.every(({ weight }) => weight >= 0)).toBe(true);
    const rest = Object.fromEntries(Object.entries(given).filter(([name]) => name !== negative[0].name));
    combined(rest).forEach((weight, at) => {
      expect(Math.abs(weight - weights[at].weight)).toBeLessThan(exact);
    });
  });

  it("gives a set that stands there twice its own weights back, and one that mixes two others no solution", () => {
    combined({ a: [0.7, 0.3], b: [0.7, 0.3] }).forEach((weight, at) => {
      expect(Math.abs(weight - [0.7, 0.3][at])).toBeLessThan(exact);
    });
    const dependent = { a: [0.8, 0.1, 0.1], b: [0.2, 0.3, 0.5], c: [0.5, 0.2, 0.3] };
    expect(() => combined(dependent)).toThrow(
      "combine-weights: the equations of the game contradict each other: a, b, c",
    );
    const { variants, warnings } = combineWeights(sets(dependent), { rule: "linear" });
    expect(variants.some(({ rule }) => rule === "game")).toBe(false);
    expect(warnings?.[0].code).toBe("game-without-solution");
  });

  it("makes every set add up to 1 first, whatever the order of its rows", () => {
    const one = combined({ a: [8, 2], b: [0.4, 0.6] });
    const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
    const { weights } = combineWeights({
      first: { indicator: ["x", "y"], weight: [column("weight", 0.8, 0.2)] },
      second: { indicator: ["y", "x"], weight: [column("weight", 0.6, 0.4)] },
    });
    expect(weights.map(({ weight }) => weight)).toEqual(one);
  });

  it("names sets by their table where each has one column, and by their column where one table has several", () => {
    const weight = [{ name: "weight", unit: "1", values: Float64Array.of(1, 2) }];
    const both = { first: { indicator: ["x", "y"], weight }, second: { indicator: ["x", "y"], weight } };
    expect(combineWeights(both).sets.map(({ name }) => name)).toEqual(["first", "second"]);
    expect(combineWeights(sets({ a: [1, 2], b: [2, 1] })).sets.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("warns of a weight that the product loses, and refuses a product that loses all", () => {
    const { warnings } = combineWeights(sets({ a: [0.5, 0.5, 0], b: [0.3, 0.3, 0.4] }), { rule: "multiplicative" });
    expect(warnings?.map(({ text }) => text.en)).toEqual(["z: weight 0 in the whole, though not in every set"]);
    expect(() => combined({ a: [1, 0], b: [0, 1] }, { rule: "geometric" })).toThrow("every product is 0");
  });

  it("refuses sets that do not weigh the same, and says which", () => {
    const column = (...values: number[]) => [{ name: "weight", unit: "1", values: Float64Array.from(values) }];
    const two = (indicator: string[], ...values: number[]) =>
      combineWeights({
        first: { indicator: ["x", "y"], weight: column(1, 2) },
        second: { indicator, weight: column(...values) },
      });
    expect(() => two(["x", "z"], 1, 2)).toThrow("combine-weights: second has no weight for y");
    expect(() => two(["x", "y", "z"], 1, 2, 3)).toThrow("second weighs z, which first does not");
    expect(() => two(["x", "y"], 1, -2)).toThrow("weight of y in second is -2, expected at least 0");
    expect(() => two(["x", "y"], 0, 0)).toThrow("the weights of second add up to 0");
    expect(() => combined({ a: [1, 2] })).toThrow("there is 1 set of weights, expected at least 2");
    expect(() => combined({ a: [1, 2], b: [1, 1] }, { rule: "linear", coefficients: { a: 1 } })).toThrow(
      "coefficients lack b",
    );
  });

  it("says what weighs most, and what hangs most on the rule", () => {
    const result = combineWeights(sets({ experts: [0.8, 0.2], data: [0.4, 0.6] }));
    const [first] = method.findings?.(result, undefined as never, undefined as never) ?? [];
    expect(say(first)).toContain(
      "2 sets combined (game theory: closest to every set): the largest weight is that of x (67.9%)",
    );
    expect(say(first, "zh")).toContain("2 组权重经博弈论组合赋权后，权重最大的是x（67.9%）");
  });
});
