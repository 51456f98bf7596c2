import { describe, expect, it } from "vitest";
import { choices } from "./choices.ts";
import { makeRecipe } from "./recipe.ts";

const exact = 1e-12; // a few operations on doubles

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const crossed = {
  place: ["a", "b", "c"],
  indicators: [column("x", [1, 0, 0.4]), column("y", [0, 1, 0.4])],
};
const threeToOne = makeRecipe({ indicators: [{ id: "x", weight: 3 }, { id: "y" }] });
const flipsOf = (result: ReturnType<typeof choices>, choice: string) =>
  result.comparisons.find((each) => each.choice === choice)?.flips;

describe("choices that change results silently", () => {
  it("weights by hand: .75, .25, .4 become .5, .5, .4", () => {
    const flips = flipsOf(choices(crossed, { recipe: threeToOne }), "equal-weights");
    // b passes c; a and b tie, which is no order
    expect(flips).toMatchObject({ largestShift: 2, newLeaders: 0, contests: 1 });
    expect(Math.abs((flips?.pairs as number) - 1 / 3)).toBeLessThan(exact);
    expect(flips?.rows.map(({ rankBefore, rankAfter, swaps }) => [rankBefore, rankAfter, swaps])).toEqual([
      [1, 1, 0],
      [3, 1, 1],
      [2, 3, 1],
    ]);
  });

  it("a lost factor k divides the degree by the root of k: no rank moves, the grades do", () => {
    const place = [..."abcdef"];
    const data = {
      place,
      indicators: ["x", "y", "z"].map((name, at) =>
        column(
          name,
          place.map((_, row) => ((row * (at + 2) + at) % 6) / 6 + 0.05),
        ),
      ),
    };
    const recipe = makeRecipe({ indicators: [{ id: "x" }, { id: "y" }, { id: "z" }], normalise: { range: [0.3, 1] } });
    const flips = flipsOf(choices(data, { recipe, only: ["lost-factor"] }), "lost-factor");
    for (const { before, after, rankBefore, rankAfter } of flips?.rows ?? []) {
      expect(Math.abs(after - before / Math.sqrt(3))).toBeLessThan(exact);
      expect(rankAfter).toBe(rankBefore);
    }
    expect(flips?.pairs).toBe(0);
    expect(flips?.grades).toBe(1); // D is at least .54, and .54 / 1.73 two grades down
  });

  it("goalposts by year turn a common rise into a fall", () => {
    // pooled: x rises for a, from 2 to 4 of 0 to 10; of its year's range it falls from 1 to .4
    const data = {
      place: ["a", "a", "b", "b", "c", "c"],
      year: [1, 2, 1, 2, 1, 2],
      indicators: [column("x", [2, 4, 0, 0, 1, 10])],
    };
    const result = choices(data);
    const flips = flipsOf(result, "scope");
    expect(flips?.trends).toMatchObject([
      { place: "a", from: 1, to: 2, reversed: true },
      { place: "b", before: 0, reversed: false },
      { place: "c", reversed: false },
    ]);
    expect(Math.abs((flips?.trends[0]?.before as number) - 0.2)).toBeLessThan(exact);
    expect(Math.abs((flips?.trends[0]?.after as number) + 0.6)).toBeLessThan(exact);
    expect(Math.abs(result.mostSigns - 1 / 3)).toBeLessThan(exact);
    const other = choices(data, { recipe: makeRecipe({ indicators: [{ id: "x" }], normalise: { scope: "by-year" } }) });
    expect(flipsOf(other, "scope")?.trends[0]?.reversed).toBe(true);
  });

  it("clips at quantiles, or turns the clipping of goalposts round", () => {
    const place = [..."abcde"];
    const data = { place, indicators: [column("x", [0, 1, 2, 3, 104]), column("y", [4, 3, 2, 2.5, 0])] };
    // quantiles .25 and .75 of x are 1 and 3: a and b come to be alike, d and e too
    const quarter = flipsOf(choices(data, { tail: 0.25, only: ["clipping"] }), "clipping");
    expect(quarter?.rows.map(({ after }) => after)).toEqual([0.5, 0.5, 0.25, expect.closeTo(0.75, 12), 0.5]);
    const goalposts: [number, number] = [0, 2];
    const recipe = makeRecipe({
      indicators: [
        { id: "x", goalposts },
        { id: "y", goalposts },
      ],
      normalise: { method: "goalposts" },
    });
    const posts = flipsOf(choices(data, { recipe, only: ["clipping"] }), "clipping");
    expect(posts?.rows[4]).toMatchObject({ before: 0.5, after: 26 });
  });

  it("says why a choice does not apply, and refuses it where it was asked for", () => {
    const result = choices({ place: ["a", "b"], indicators: [column("x", [1, 2])] });
    expect(result.comparisons.map(({ choice, why }) => [choice, why?.en])).toEqual([
      ["lost-factor", "fewer than two aspects, so no coupling between them"],
      ["scope", "one year only"],
      ["clipping", undefined],
      ["equal-weights", "the weights are equal already"],
      ["entropy-weights", undefined],
    ]);
    expect(result.warnings?.map(({ code }) => code)).toEqual(["choices-not-compared"]);
    expect(() => choices(crossed, { recipe: threeToOne, only: ["scope"] })).toThrow(
      "choices: scope cannot be compared: one year only",
    );
    const zscore = makeRecipe({ indicators: [{ id: "x" }, { id: "y" }], normalise: { method: "z-score" } });
    expect(() => choices(crossed, { recipe: zscore, only: ["entropy-weights"] })).toThrow(
      "entropy weights are of shares",
    );
  });

  it("compares only rows that have a score both ways", () => {
    const data = { ...crossed, indicators: [column("x", [1, Number.NaN, 0.4]), column("y", [0, Number.NaN, 1])] };
    for (const { flips } of choices(data, { recipe: threeToOne }).comparisons) {
      if (flips !== undefined) expect(flips.rows.map(({ row }) => row)).toEqual([0, 2]);
    }
  });
});
