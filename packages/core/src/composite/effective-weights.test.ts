import { describe, expect, it } from "vitest";
import { correlationRatio } from "./correlation-ratio.ts";
import { effectiveWeights } from "./effective-weights.ts";
import { makeRecipe } from "./recipe.ts";

const exact = 1e-12; // a few operations on doubles

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const places = (n: number) => Array.from({ length: n }, (_, at) => `p${at}`);

describe("effective weights", () => {
  it("correlation ratio by hand: classes with means 1 and 3", () => {
    // y = 0, 1, 2 | 2, 3, 4: between 6, all 6 + 4 = 10; 1 - .4 * 5 / 4 = .5
    const x = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(Math.abs(correlationRatio(x, Float64Array.of(0, 1, 2, 2, 3, 4), 2) - 0.5)).toBeLessThan(exact);
    // a parabola, which no line sees
    const bent = Float64Array.from({ length: 40 }, (_, at) => (at - 19.5) ** 2);
    const ofLm = 0.939391160828902; // adjusted R squared of lm(y ~ factor(class)) in R 4.2.2
    expect(Math.abs(correlationRatio(Float64Array.from(bent.keys()), bent, 10) - ofLm)).toBeLessThan(exact);
    expect(
      correlationRatio(
        x.map(() => 1),
        x,
        2,
      ),
    ).toBeNaN();
    expect(correlationRatio(x.subarray(0, 5), x.subarray(0, 5), 2)).toBeNaN();
  });

  it("keeps ties in one class", () => {
    // all but the last tie: classes of 5 and 1
    const found = correlationRatio(Float64Array.of(1, 1, 1, 1, 1, 2), Float64Array.of(0, 0, 0, 0, 0, 1), 2);
    expect(Math.abs(found - 1)).toBeLessThan(exact);
  });

  it("what is carried adds up to 1 in indicators and in aspects, whatever the means", () => {
    const draw = (seed: number) => Array.from({ length: 30 }, (_, at) => ((at * 7919 + seed * 104729) % 997) / 997);
    const data = { place: places(30), indicators: ["x", "y", "z"].map((name, at) => column(name, draw(at + 1))) };
    const recipe = makeRecipe({
      nodes: [{ id: "one", aggregate: "arithmetic", weight: 3 }, { id: "two" }],
      indicators: [
        { id: "x", node: "one" },
        { id: "y", node: "one", direction: "down" },
        { id: "z", node: "two" },
      ],
      normalise: { range: [0.01, 1] },
      aggregate: "geometric",
    });
    const { items } = effectiveWeights(data, { recipe });
    const sum = (kind: string, of: "carried" | "nominal" | "effective") =>
      items.filter((item) => item.kind === kind).reduce((total, item) => total + item[of], 0);
    for (const kind of ["indicator", "node"]) {
      for (const of of ["carried", "nominal", "effective"] as const) {
        expect(Math.abs(sum(kind, of) - 1)).toBeLessThan(exact);
      }
    }
  });

  it("gives an indicator that hardly varies hardly any weight, whatever is stated", () => {
    const still = Array.from({ length: 20 }, (_, at) => (at === 7 ? 1 : at === 8 ? 0 : 0.5));
    const x = Array.from({ length: 20 }, (_, at) => at);
    const data = { place: places(20), indicators: [column("still", still), column("x", x)] };
    const { items, misplaced } = effectiveWeights(data, { measure: "linear" });
    expect(items[0]?.nominal).toBe(0.5);
    const ofCor = 0.200461379365206; // squared correlations with the index, as shares, in R 4.2.2
    expect(Math.abs((items[0]?.effective as number) - ofCor)).toBeLessThan(exact);
    expect(Math.abs(misplaced - (0.5 - ofCor))).toBeLessThan(exact);
  });

  it("says so of constant indicators and of those that run against the index", () => {
    const x = [0, 1, 2, 3, 4, 5];
    const data = {
      place: places(6),
      indicators: [
        column("x", x),
        column("more", x),
        column("back", [...x].reverse()),
        column(
          "same",
          x.map(() => 1),
        ),
      ],
    };
    const { items, warnings } = effectiveWeights(data);
    expect(items[3]).toMatchObject({ effective: Number.NaN, carried: 0 });
    expect(warnings?.map(({ code }) => code)).toEqual(["indicator-constant", "no-relation", "against-the-index"]);
  });

  it("refuses too few rows and scores that are all alike", () => {
    const data = { place: places(5), indicators: [column("x", [1, 2, 3, 4, 5])] };
    expect(() => effectiveWeights(data)).toThrow(
      "effective-weights: 5 rows have a score, expected at least 6 for correlation-ratio",
    );
    const alike = { place: places(6), indicators: [column("x", [1, 1, 1, 1, 1, 1])] };
    expect(() => effectiveWeights(alike)).toThrow("all scores are the same");
  });
});
