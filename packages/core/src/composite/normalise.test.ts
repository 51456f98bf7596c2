import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";

const exact = 1e-12; // doubles: a handful of operations

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const gap = Number.NaN;

function run(
  values: number[],
  how: RecipeInput["normalise"],
  indicator: Partial<RecipeInput["indicators"][number]> = {},
) {
  const recipe = makeRecipe({ indicators: [{ id: "x", ...indicator }], normalise: how });
  const place = values.map((_, at) => `p${at}`);
  return normalise({ place, indicators: [column("x", values)] }, { recipe });
}
const scaled = (...given: Parameters<typeof run>) => [...(run(...given).columns[0] as Float64Array)];

describe("normalise", () => {
  it("min-max by hand: 2, 3, 6 gives 0, 1/4, 1, and turned round 1, 3/4, 0", () => {
    expect(scaled([2, 3, 6], { method: "min-max" })).toEqual([0, 0.25, 1]);
    expect(scaled([2, 3, 6], { method: "min-max" }, { direction: "down" })).toEqual([1, 0.75, 0]);
    expect(scaled([2, gap, 6], { range: [1, 100] })).toEqual([1, gap, 100]);
  });

  it("z-score by hand: 1, 2, 3 has mean 2 and deviation 1 over n - 1", () => {
    expect(scaled([1, 2, 3], { method: "z-score" })).toEqual([-1, 0, 1]);
    expect(scaled([1, 2, 3], { method: "z-score" }, { direction: "down" })).toEqual([1, 0, -1]);
    expect(run([1, 2, 3], { method: "z-score" }).goalposts).toEqual([{ indicator: "x", low: 2, high: 3 }]);
  });

  it("distance to target as in COINr test-normalise: 0, 5, 11 to 10 gives 0, .5, 1.1", () => {
    const target = { target: 10 };
    expect(scaled([0, 5, 11], { method: "target", clip: false }, target)).toEqual([0, 0.5, 1.1]);
    const capped = run([0, 5, 11], { method: "target" }, target);
    expect([...(capped.columns[0] as Float64Array)]).toEqual([0, 0.5, 1]);
    expect(capped.warnings?.[0]?.text.en).toBe("x: 1 value beyond the goalposts counts as at them");
  });

  it("gives all places the top where all have passed the target", () => {
    expect(scaled([12, 15], { method: "target" }, { target: 10 })).toEqual([1, 1]);
    expect(scaled([2, 5], { method: "target" }, { target: 10, direction: "down" })).toEqual([1, 1]);
  });

  it("goalposts, in logarithms too: life expectancy and income as the human development index takes them", () => {
    expect(scaled([20, 52.5, 90], { method: "goalposts" }, { goalposts: [20, 85] })).toEqual([0, 0.5, 1]);
    // sqrt(100 * 75000) lies half way between 100 and 75000 in logarithms
    const [half] = scaled([Math.sqrt(100 * 75000)], { method: "goalposts", log: ["x"] }, { goalposts: [100, 75000] });
    expect(Math.abs((half as number) - 0.5)).toBeLessThan(exact);
  });

  it("ranks, ties sharing the mean: 10, 20, 20, 40 gives 0, 1/2, 1/2, 1", () => {
    expect(scaled([10, 20, 20, 40], { method: "rank" })).toEqual([0, 0.5, 0.5, 1]);
    expect(scaled([10, 20, 20, 40], { method: "rank" }, { direction: "down" })).toEqual([1, 0.5, 0.5, 0]);
  });

  it("pools goalposts over years, or takes each year's own", () => {
    const data = { place: ["a", "b", "a", "b"], year: [1, 1, 2, 2], indicators: [column("x", [0, 1, 2, 4])] };
    const pooled = normalise(data, { recipe: makeRecipe({ indicators: [{ id: "x" }] }) });
    expect([...(pooled.columns[0] as Float64Array)]).toEqual([0, 0.25, 0.5, 1]);
    const recipe = makeRecipe({ indicators: [{ id: "x" }], normalise: { scope: "by-year" } });
    const yearly = normalise(data, { recipe });
    expect([...(yearly.columns[0] as Float64Array)]).toEqual([0, 1, 0, 1]);
    expect(yearly.goalposts).toEqual([
      { indicator: "x", year: 1, low: 0, high: 1 },
      { indicator: "x", year: 2, low: 2, high: 4 },
    ]);
  });

  it("answers values that are all alike with the middle, and says so", () => {
    for (const method of ["min-max", "rank"] as const) {
      const result = run([0.1 + 0.2, 0.1 + 0.2], { method, range: [0, 10] });
      expect([...(result.columns[0] as Float64Array)]).toEqual([5, 5]);
      expect(result.warnings?.map(({ code }) => code)).toEqual(["indicator-constant"]);
    }
    expect(scaled([7, 7], { method: "z-score" })).toEqual([0, 0]);
    expect(scaled([7], { method: "goalposts" }, { goalposts: [0, 10] })).toEqual([0.7]);
  });

  it("does not change with the unit of an indicator, nor under any rising transformation if by rank", () => {
    const values = [3, 1, 4, 1.5, 9];
    const base = scaled(values, {});
    scaled(
      values.map((value) => 32 + 1.8 * value),
      {},
    ).forEach((value, at) => {
      expect(Math.abs(value - (base[at] as number))).toBeLessThan(exact);
    });
    expect(scaled(values.map(Math.exp), { method: "rank" })).toEqual(scaled(values, { method: "rank" }));
  });

  it("refuses values that lie further apart than a number can say", () => {
    expect(() => run([1e308, -1e308, gap, 0], {})).toThrow(
      "normalise: x runs from -1e+308 to 1e+308, which is further than a number can say",
    );
  });

  it("refuses a logarithm of nothing, with the place", () => {
    expect(() => run([1, 0], { log: ["x"] })).toThrow("recipe: x of p1 is 0, its logarithm needs more than 0");
  });
});
