import { describe, expect, it } from "vitest";
import { oracle } from "../../test/china-panel.ts";
import { combineWeights } from "./combine-weights.ts";

const relative = 1e-10; // three sets that are nearly alike: the equations lose some three digits

interface Played {
  readonly alpha: number[];
  readonly weight: number[];
}

describe("combine-weights against R on entropy, CRITIC and CV weights of China's cities", () => {
  const { indicator, sets, two, three, product } = oracle<{
    indicator: string[];
    sets: Record<"entropy" | "critic" | "cv", number[]>;
    two: Played;
    three: Played;
    product: number[];
  }>("composite-combine-weights");
  const combine = (names: readonly (keyof typeof sets)[], rule: "game" | "multiplicative" = "game") =>
    combineWeights(
      {
        first: {
          indicator,
          weight: names.map((name) => ({ name, unit: "1", values: Float64Array.from(sets[name]) })),
        },
      },
      { rule },
    );
  const weightOf = (found: ReturnType<typeof combine>) =>
    indicator.map((name) => found.weights.find((each) => each.indicator === name)?.weight as number);
  const near = (found: readonly number[], expected: readonly number[]) =>
    found.forEach((each, at) => {
      expect(Math.abs(each / expected[at] - 1)).toBeLessThan(relative);
    });

  it("the game of two sets, and a product of three", () => {
    const found = combine(["entropy", "critic"]);
    near(
      found.sets.map(({ alpha }) => alpha),
      two.alpha,
    );
    near(weightOf(found), two.weight);
    near(weightOf(combine(["entropy", "critic", "cv"], "multiplicative")), product);
  });

  it("the game of three would subtract one, which is left out", () => {
    const found = combine(["entropy", "critic", "cv"]);
    near(
      found.sets.map(({ alpha }) => alpha),
      three.alpha,
    );
    expect(found.sets.map(({ coefficient }) => coefficient > 0)).toEqual([true, true, false]);
    near(weightOf(found), two.weight);
    expect(found.warnings?.map(({ code }) => code)).toEqual(["coefficient-negative"]);
  });
});
