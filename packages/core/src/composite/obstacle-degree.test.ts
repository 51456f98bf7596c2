import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { findColumn, labels, makeTable, numbers } from "../contract/table.ts";
import method, { obstacleDegree } from "./obstacle-degree.ts";
import { obstacleTables } from "./obstacle-degree-tables.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";

const exact = 1e-12; // doubles: a dozen of additions of numbers below 1

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const data = (...indicators: ReturnType<typeof column>[]) => ({
  place: letters(indicators[0].values.length),
  indicators,
});

/** Two aspects, the first with x (three quarters) and y, the second with z. */
const tree: RecipeInput = {
  nodes: [{ id: "first" }, { id: "second" }],
  indicators: [
    { id: "x", node: "first", weight: 3 },
    { id: "y", node: "first" },
    { id: "z", node: "second", direction: "down" },
  ],
};
const recipe = makeRecipe(tree);
const figures = data(column("x", 10, 0, 5), column("y", 2, 1, 0), column("z", 0, 2, 5));

describe("obstacle-degree", () => {
  it("by hand, with weights in the whole system", () => {
    // F = .5 x .75, .5 x .25, .5; of b x = 0, y = .5, z = 1 - 2/5 = .6: .375 x 1, .125 x .5, .5 x .4 = .375, .0625, .2 of .6375
    const { places } = obstacleDegree(figures, { recipe });
    [0.375, 0.0625, 0.2].forEach((part, at) => {
      expect(Math.abs(places[1].degrees[at] - part / 0.6375)).toBeLessThan(exact);
    });
    expect(Math.abs(places[1].distance - 0.6375)).toBeLessThan(exact);
    expect(places[1].order).toEqual([0, 2, 1]);
  });

  it("adds up to 1 for every place, and for every aspect over its indicators", async () => {
    const { places } = obstacleDegree(figures, { recipe });
    for (const { degrees } of places.slice(1)) {
      expect(Math.abs(degrees.reduce((sum, degree) => sum + degree, 0) - 1)).toBeLessThan(exact);
    }
    const tables = await tablesOf(tree);
    // of b first has .375 + .0625, second .2
    expect(tables("aspects", "degree").slice(0, 2)).toEqual([
      expect.closeTo(0.4375 / 0.6375, 12),
      expect.closeTo(0.2 / 0.6375, 12),
    ]);
    expect(tables("aspects", "node").slice(0, 2)).toEqual(["first", "second"]);
  });

  it("says which years the means over indicators pool", () => {
    const panel = { ...figures, year: [2020, 2021, 2021] };
    const titleOf = (given: CompositeData) => {
      const indicators = obstacleTables(obstacleDegree(given, { recipe }), given, 5).find(
        ({ name }) => name === "indicators",
      );
      return indicators && findColumn(indicators, "mean_degree")?.title;
    };
    expect(titleOf(panel)).toEqual({
      en: "mean obstacle degree, 2 years pooled (2020 to 2021)",
      zh: "平均障碍度（2020—2021 年，2 个年份合并）",
    });
    expect(titleOf(figures)?.en).toBe("mean obstacle degree");
  });

  it("says of a place at the best everywhere that it has no obstacles, and leaves it out of the tables", async () => {
    const { places, warnings, without } = obstacleDegree(figures, { recipe });
    expect(places[0]).toMatchObject({ order: [], distance: 0, degrees: [0, 0, 0] });
    expect(without).toBe(1);
    expect(warnings).toMatchObject([{ code: "no-obstacles" }]);
    expect(say(warnings?.[0])).toMatch(/^a: at the best/);
    const tables = await tablesOf(tree);
    expect(tables("obstacles", "place")).not.toContain("a");
    expect(tables("places", "place")).toEqual(["a", "b", "c"]);
  });

  it("ranks the first obstacles of each place and counts how often each is among them", async () => {
    const tables = await tablesOf(tree, 2);
    // c: x = .5, y = 0, z = 0: .1875, .125, .5
    expect(tables("top", "indicator")).toEqual(["x", "z", "z", "x"]);
    expect(tables("top", "rank")).toEqual([1, 2, 1, 2]);
    expect(tables("indicators", "first")).toEqual([1, 0, 1]);
    expect(tables("indicators", "among_top")).toEqual([2, 0, 2]);
  });

  it("takes shares among the indicators present and says so, and drops a row without any", () => {
    const result = obstacleDegree(
      data(column("x", 10, 0, Number.NaN), column("y", 2, 1, Number.NaN), column("z", 0, Number.NaN, Number.NaN)),
      { recipe: makeRecipe({ ...tree, missing: { minimumShare: 0 } }) },
    );
    // of b .375 x 1 and .125 x 1 over weight .5; y runs from 1 to 2 now
    expect(result.places[1].degrees).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.25, 12), Number.NaN]);
    expect(result.places[1].distance).toBeCloseTo(1, 12);
    expect(result.dropped?.map(({ row }) => row)).toEqual(["c"]);
    expect(result.warnings?.map(({ code }) => code)).toContain("over-present");
  });

  it("does not change when all distances of a place grow alike: it is about what they are made of", () => {
    const goalposts = (top: number) =>
      makeRecipe({
        indicators: ["x", "y"].map((id) => ({ id, goalposts: [0, top] as [number, number] })),
        normalise: { method: "goalposts" },
      });
    // distances of a: (10 - 8, 10 - 6) and (12 - 8, 12 - 4) are both 1 to 2
    const near = obstacleDegree(data(column("x", 8), column("y", 6)), { recipe: goalposts(10) });
    const far = obstacleDegree(data(column("x", 8), column("y", 4)), { recipe: goalposts(12) });
    near.places[0].degrees.forEach((degree, at) => {
      expect(Math.abs(degree - far.places[0].degrees[at])).toBeLessThan(exact);
    });
    expect(far.meanDistance).toBeGreaterThan(near.meanDistance);
  });

  it("refuses values outside 0 to 1, with the place and what to do", () => {
    const z = makeRecipe({ indicators: [{ id: "x" }], normalise: { method: "z-score" } });
    expect(() => obstacleDegree(data(column("x", 1, 2, 3)), { recipe: z })).toThrow(
      "obstacle-degree: x of a is -1 after normalising, expected 0 to 1",
    );
    const all = data(column("x", Number.NaN, Number.NaN));
    expect(() => obstacleDegree(all)).toThrow("no row has a figure for any indicator");
  });
});

/** Reads columns of the tables that the method makes of `figures`. */
async function tablesOf(given: RecipeInput, top = 5) {
  const columns = figures.indicators.map(({ name, unit, values }) => numbers(name, unit, values));
  const table = makeTable("data", ["place"], [labels("place", figures.place), ...columns]);
  const call = { inputs: { data: table, recipe: given }, options: { top } };
  const { tables } = await invoke(method, call, localContext(method, 1));
  return (name: string, wanted: string) => {
    const found = tables.find((each) => each.name === name);
    const values: Iterable<unknown> = (found === undefined ? undefined : findColumn(found, wanted))?.values ?? [];
    return [...values];
  };
}

describe.skipIf(!haveGoldens)("obstacle-degree against R on eight connectivity indicators of 43 countries", () => {
  it("with entropy weights of min-max values", () => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0]).filter((name) => name !== "uCode");
    const indicators = names.map((name) => column(name, ...rows.map((row) => Number(row[name]))));
    const { obstacle_degree } = goldenJson<{ obstacle_degree: number[][] }>("mcdm_weights/expected.json");
    const entropy = makeRecipe({ indicators: names.map((id) => ({ id })), weigh: { method: "entropy" } });
    const { places } = obstacleDegree({ place: rows.map(({ uCode }) => uCode), indicators }, { recipe: entropy });
    const worst = Math.max(
      ...places.flatMap(({ degrees }, row) => degrees.map((each, at) => Math.abs(each - obstacle_degree[row][at]))),
    );
    expect(worst).toBeLessThan(exact);
  });
});
