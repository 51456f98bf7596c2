import { describe, expect, it } from "vitest";
import { localContext } from "../contract/local-context.ts";
import { random } from "../contract/random.ts";
import { optimalFindings } from "./rank-optimal-tables.ts";
import method, { type RankOptimalOptions, rankOptimalWeights } from "./rank-optimal-weights.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";

const solved = 1e-9; // HiGHS holds rows to 1e-10
const grid = 0.01; // step of the brute force, which can be off by as much

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const run = (data: CompositeData, options: RankOptimalOptions = {}) =>
  rankOptimalWeights(data, options, localContext(method, 1));

const cross = { place: ["a", "b", "c"], indicators: [column("x", [10, 0, 4]), column("y", [0, 10, 4])] };
const threeToOne: RecipeInput = { indicators: [{ id: "x", weight: 3 }, { id: "y" }] };

describe("rank-optimal weights", () => {
  it("by hand: b needs half the weight on y, c cannot lead", async () => {
    const { places } = await run(cross, { recipe: makeRecipe(threeToOne) });
    expect(places.map(({ standing }) => standing)).toEqual(["first", "can-be-first", "cannot-be-first"]);
    expect(places.map(({ distance }) => distance)).toEqual([0, expect.closeTo(0.5, 9), Number.NaN]);
    expect(places[1]?.weights?.map((each) => each.toFixed(9))).toEqual(["0.500000000", "0.500000000"]);
    expect(places[1]?.rivals).toEqual([0]);
    expect(places[2]).toMatchObject({ weights: undefined, rivals: [0, 1], shortfall: expect.closeTo(0.1, 9) });
  });

  it("seeks the weights of named places alone, among all their rivals, with the same answer", async () => {
    const recipe = makeRecipe(threeToOne);
    const all = await run(cross, { recipe });
    const named = await run(cross, { recipe, of: ["b"] });
    expect(named.places).toEqual([all.places[1]]);
    expect([named.n, named.canLead, named.cannotLead]).toEqual([1, 1, 0]);
    const [finding] = optimalFindings(named, cross);
    expect(finding?.text.en).toBe("{moved} of the weight, mostly from {from} to {to}, would put {place} first.");
    await expect(run(cross, { recipe, of: ["z"] })).rejects.toThrow(
      "rank-optimal-weights: of: z is not in the data, expected some of a, b, c",
    );
  });

  it("agrees with trying every weighting on a grid, and its weights do put the place first", async () => {
    const draw = random(4, "rank-optimal-weights/test");
    const place = [..."abcdefgh"];
    const names = ["x", "y", "z"];
    const data = {
      place,
      indicators: names.map((name) =>
        column(
          name,
          place.map(() => draw.uniform()),
        ),
      ),
    };
    const given = [0.5, 0.3, 0.2];
    const goalposts: [number, number] = [0, 1];
    const recipe = makeRecipe({
      indicators: names.map((id, at) => ({ id, weight: given[at] as number, goalposts })),
      normalise: { method: "goalposts" },
    });
    const { places } = await run(data, { recipe });
    const scores = (w: readonly number[]) =>
      place.map((_, row) =>
        data.indicators.reduce((sum, { values }, at) => sum + (w[at] as number) * (values[row] as number), 0),
      );
    const best = place.map(() => Number.POSITIVE_INFINITY);
    const steps = Math.round(1 / grid);
    for (let i = 0; i <= steps; i += 1) {
      for (let j = 0; i + j <= steps; j += 1) {
        const w = [i * grid, j * grid, 1 - (i + j) * grid];
        const found = scores(w);
        const far = w.reduce((sum, each, at) => sum + Math.abs(each - (given[at] as number)), 0);
        const top = Math.max(...found);
        found.forEach((each, row) => {
          if (each >= top) best[row] = Math.min(best[row] as number, far);
        });
      }
    }
    expect(new Set(places.map(({ standing }) => standing)).size).toBe(3);
    places.forEach(({ distance, weights, standing }, row) => {
      if (standing === "cannot-be-first") expect(best[row]).toBe(Number.POSITIVE_INFINITY);
      else {
        expect(distance).toBeLessThanOrEqual((best[row] as number) + solved);
        if (Number.isFinite(best[row])) expect(distance).toBeGreaterThan((best[row] as number) - 4 * grid);
        const found = scores(weights as readonly number[]);
        expect(found[row]).toBeGreaterThan(Math.max(...found) - solved);
      }
    });
  });

  // b is (.1, 1) and c (.46, .46), which stands in its way: w ln .1 >= ln .46, and 10 w + 1 - w <= 1 / .46
  it.each([
    ["geometric", Math.log(0.46) / Math.log(0.1)],
    ["harmonic", (1 / 0.46 - 1) / 9],
  ] as const)("puts a place first under a %s mean too", async (aggregate, most) => {
    const recipe = makeRecipe({ ...threeToOne, aggregate, normalise: { range: [0.1, 1] } });
    const { places } = await run(cross, { recipe });
    expect(Math.abs((places[1]?.weights?.[0] ?? Number.NaN) - most)).toBeLessThan(solved);
    expect(places[1]?.rivals).toEqual([2]);
  });

  it("moves the weights of aspects alone, whatever the means below", async () => {
    const recipe = makeRecipe({
      nodes: [{ id: "one", weight: 3, aggregate: "geometric" }, { id: "two" }],
      indicators: [
        { id: "x", node: "one" },
        { id: "y", node: "two" },
      ],
      normalise: { range: [0.1, 1] },
    });
    const { items, places } = await run(cross, { recipe, level: "aspects" });
    expect(items.map(({ id }) => id)).toEqual(["one", "two"]);
    expect(places[1]?.distance).toBeCloseTo(0.5, 9);
    await expect(run(cross, { recipe })).rejects.toThrow(
      "rank-optimal-weights: one has a mean of its own (geometric), so scores are no weighted sum of indicators",
    );
  });

  it("keeps to limits, and answers where they leave no weights", async () => {
    const recipe = makeRecipe(threeToOne);
    expect((await run(cross, { recipe, high: 0.8 })).places[1]?.standing).toBe("can-be-first");
    const tight = await run(
      { place: ["a", "b"], indicators: [column("x", [1, 0]), column("y", [0, 1]), column("z", [1, 0])] },
      { low: 0.3, high: 0.4 },
    );
    expect(tight.places[1]).toMatchObject({ standing: "cannot-be-first", shortfall: expect.closeTo(0.2, 9) });
    await expect(run(cross, { recipe, low: 0.6 })).rejects.toThrow("2 weights between 0.6 and 1 cannot add up to 1");
    const beyond = await run(cross, { recipe, high: 0.6 });
    expect(beyond.places[0]).toMatchObject({ standing: "can-be-first", distance: expect.closeTo(0.3, 9) });
    expect(beyond.warnings?.map(({ code }) => code)).toEqual(["stated-beyond-limits"]);
  });

  it("ranks within group and year, names rows with a gap, and lets one place alone be first", async () => {
    const data = {
      place: ["a", "b", "c", "d"],
      group: ["g", "g", "h", "h"],
      indicators: [column("x", [1, 3, 2, 9]), column("y", [2, 4, 1, Number.NaN])],
    };
    const { places, dropped } = await run(data);
    expect(places.map(({ standing }) => standing)).toEqual(["cannot-be-first", "first", "first"]);
    expect(dropped?.map(({ row }) => row)).toEqual(["d"]);
  });
});
