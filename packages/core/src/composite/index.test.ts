import { describe, expect, it } from "vitest";
import { goldenCsv, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { invoke } from "../contract/invoke.ts";
import { localContext } from "../contract/local-context.ts";
import { findColumn, labels, makeTable, numbers } from "../contract/table.ts";
import method, { compositeIndex } from "./index.ts";
import { indexFindings } from "./index-findings.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";

const exact = 1e-12; // doubles: a handful of operations
const printed = 1e-11; // the reference prints 12 decimals of scores up to 100

const column = (name: string, values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const close = (a: number | undefined, b: number, within = exact) =>
  expect(Math.abs((a as number) - b)).toBeLessThan(within);

/** One place whose children are the values themselves: goalposts [0, 1] leave them as they are. */
function meanOf(values: number[], aggregate: RecipeInput["aggregate"], weights: number[] = values.map(() => 1)) {
  const indicators = values.map((_, at) => ({
    id: `x${at}`,
    goalposts: [0, 1] as [number, number],
    weight: weights[at] as number,
  }));
  const recipe = makeRecipe({
    indicators,
    normalise: { method: "goalposts", clip: false },
    weigh: { method: "given" },
    ...(aggregate === undefined ? {} : { aggregate }),
  });
  const data = { place: ["a"], indicators: values.map((value, at) => column(`x${at}`, [value])) };
  return compositeIndex(data, { recipe }).scores[0];
}

describe("weights that the recipe does not state", () => {
  const data = {
    place: ["a", "b", "c", "d"],
    indicators: [column("x", [0, 0, 0, 1]), column("y", [0, 1, 2, 3])],
  };
  const byEntropy = compositeIndex(data, {
    recipe: makeRecipe({ indicators: [{ id: "x" }, { id: "y" }], weigh: { method: "entropy" } }),
  });

  it("are said: x, all of it in one place, has entropy 0 and so weight 1 / (1 + d), d the divergence of y", () => {
    // p of y: 0, 1/6, 2/6, 3/6; e = (1/6 ln 6 + 2/6 ln 3 + 3/6 ln 2) / ln 4 = .72957; d = .27043; 1 / 1.27043 = .78714
    expect(say(indexFindings(byEntropy, data)[1])).toBe(
      "Weights in the whole (entropy of the normalised values over all rows): the largest has x (78.7%), the smallest y (21.3%).",
    );
    expect(indexFindings(compositeIndex(data), data).some((each) => say(each).includes("Weights"))).toBe(false);
  });

  it("are shown: the view of weights has rows for them alone", async () => {
    const view = method.views.find(({ table }) => table === "weights");
    expect(view).toMatchObject({ kind: "bars", where: { kind: "indicator", basis: "found" } });
    const basisOf = async (recipe: RecipeInput) => {
      const table = makeTable(
        "data",
        ["place"],
        [labels("place", data.place), ...data.indicators.map(({ name, unit, values }) => numbers(name, unit, values))],
      );
      const { tables } = await invoke(method, { inputs: { data: table, recipe } }, localContext(method, 1));
      const weights = tables.find(({ name }) => name === "weights");
      return [...(weights === undefined ? [] : (findColumn(weights, "basis")?.values ?? []))];
    };
    const indicators = [{ id: "x" }, { id: "y" }];
    expect(await basisOf({ indicators, weigh: { method: "entropy" } })).toEqual(["found", "found", "found"]);
    expect(await basisOf({ indicators })).toEqual(["stated", "stated", "stated"]);
  });
});

describe("composite index", () => {
  it("means as in COINr test-aggregate", () => {
    close(meanOf([1, 2, 3], "geometric"), 6 ** (1 / 3));
    close(meanOf([1, 2, 3], "geometric", [1, 1, 2]), 18 ** (1 / 4));
    close(meanOf([1, 2, 3], "harmonic", [2, 1, 1]), 4 / (2 + 0.5 + 1 / 3));
    close(meanOf([1, 2, 3], "arithmetic", [2, 1, 1]), 7 / 4);
  });

  it("power means by hand, and the three by name among them", () => {
    const power = (values: number[], exponent: number, weights = values.map(() => 1)) => {
      const goalposts: [number, number] = [0, 1];
      const recipe = makeRecipe({
        indicators: values.map((_, at) => ({ id: `x${at}`, goalposts, weight: weights[at] as number })),
        normalise: { method: "goalposts", clip: false },
      });
      const data = { place: ["a"], indicators: values.map((value, at) => column(`x${at}`, [value])) };
      return compositeIndex(data, { recipe, power: exponent });
    };
    close(power([1, 2, 3], 2).scores[0], (14 / 3) ** 0.5);
    close(power([1, 4], 0.5, [3, 1]).scores[0], 1.25 ** 2);
    close(power([1, 2, 3], 1).scores[0], 2);
    close(power([1, 2, 4], -1).scores[0], 3 / 1.75);
    close(power([0, 4], 2).scores[0], 8 ** 0.5);
    for (const exponent of [-2, 0.5, 2, 3]) {
      const { scored, scores } = power([1, 2, 4], exponent, [1, 2, 3]);
      close(
        scored.indicators.reduce((sum, { contribution }) => sum + (contribution[0] as number), 0),
        scores[0] as number,
      );
    }
    // the greatest of two alike counts half: 2 x .5^(1 / 3000); the least: .5 x .5^(-1 / 3000)
    close(power([0.5, 2], 3000).scores[0], 2 * 0.5 ** (1 / 3000));
    close(power([0.5, 2], -3000).scores[0], 0.5 * 0.5 ** (-1 / 3000));
    // next to power 0 is the geometric mean, off by half of power times the variance of the logarithms
    close(power([1, 4], 1e-13).scores[0], 2);
    close(power([0, 0], 2).scores[0], 0);
    expect(power([1, 2], 2).convention).toMatchObject({ aggregate: "power", power: "2" });
    expect(() => power([1, 2], 0)).toThrow("index: power is 0, expected a number other than 0");
    expect(() => power([0, 2], 0.5)).toThrow("the power mean of total needs more than 0");
    expect(() => power([-1, 2], 2)).toThrow("the power mean of total needs at least 0");
  });

  it("without a recipe counts every column upwards, and says so", () => {
    const data = { place: ["a", "b", "c"], indicators: [column("x", [1, 2, 3]), column("y", [4, 4, 0])] };
    const result = compositeIndex(data);
    expect([...result.scores]).toEqual([0.5, 0.75, 0.5]);
    expect([...result.ranks]).toEqual([2, 1, 2]); // ties share the better rank
    expect(result.convention).toMatchObject({ recipe: "plain", weigh: "equal", normalise: "min-max", ties: "best" });
  });

  it("ranks within group and year", () => {
    const data = {
      place: ["a", "a", "b", "b", "c", "c"],
      year: [1, 2, 1, 2, 1, 2],
      group: ["g", "g", "g", "g", "h", "h"],
      indicators: [column("x", [1, 9, 5, 3, 7, Number.NaN])],
    };
    expect([...compositeIndex(data).ranks]).toEqual([2, 1, 1, 2, 1, Number.NaN]);
  });

  it("keeps the order when a column that tells nobody apart is added", () => {
    const x = column("x", [1, 5, 3]);
    const y = column("y", [2, 2, 9]);
    const place = ["a", "b", "c"];
    const without = compositeIndex({ place, indicators: [x, y] });
    const withIt = compositeIndex({ place, indicators: [x, y, column("same", [4, 4, 4])] });
    expect([...withIt.ranks]).toEqual([...without.ranks]);
  });

  it("walks a score back to its place's own cells, and an aspect's to the indicators under it", async () => {
    const result = await invoke(method, method.worked, localContext(method, 1));
    const [data, recipe] = [
      {
        place: ["a", "b", "c"],
        n: 3,
        units: {},
        titles: {},
        year: undefined,
        group: undefined,
        indicators: ["gdp", "trade", "dust"].map((name) => column(name, [])),
      },
      makeRecipe(method.worked.inputs.recipe as RecipeInput),
    ];
    const trace = (table: string, row: number, column: string) =>
      method.trace?.({ table, row, column }, result.tables, { data, recipe, weights: undefined })[0];
    expect(trace("scores", 1, "score")).toEqual({
      input: "data",
      where: { place: ["b"] },
      columns: ["gdp", "trade", "dust"],
    });
    expect(trace("nodes", 4, "score")).toEqual({ input: "data", where: { place: ["b"] }, columns: ["gdp", "trade"] });
    expect(trace("indicators", 2, "normalised")).toEqual({ input: "data", where: { place: ["a"] }, columns: ["dust"] });
    expect(trace("goalposts", 2, "low")).toEqual({ input: "data", where: {}, columns: ["dust"] });
  });

  it("names the column that a recipe's node does not know", async () => {
    const data = makeTable("data", ["place"], [labels("place", ["a"]), numbers("x", "1", [1])]);
    const recipe = { indicators: [{ id: "x", node: "nowhere" }] };
    await expect(invoke(method, { inputs: { data, recipe } }, localContext(method, 1))).rejects.toThrow(
      "recipe: x hangs under nowhere, which is not a node; the nodes are total",
    );
  });
});

describe.skipIf(!haveGoldens)("composite index against COINr 1.1.14 on the ASEM data", () => {
  const number = (text: string | undefined) =>
    text === undefined || text === "NA" || text === "" ? Number.NaN : Number(text);
  const asem = () => {
    const meta = goldenCsv("coinr_asem/iMeta.csv");
    const rows = goldenCsv("coinr_asem/iData.csv");
    const items = meta.filter(({ Type }) => Type === "Indicator" || Type === "Aggregate");
    const nodes = items
      .filter(({ Type, Parent }) => Type === "Aggregate" && Parent !== "NA" && Parent !== "")
      .map(({ iCode, Parent, Weight }) => ({
        id: iCode as string,
        weight: Number(Weight),
        ...(Parent === "Index" ? {} : { parent: Parent as string }),
      }));
    const indicators = items
      .filter(({ Type }) => Type === "Indicator")
      .map(({ iCode, Parent, Direction, Weight }) => ({
        id: iCode as string,
        node: Parent as string,
        direction: Direction === "-1" ? ("down" as const) : ("up" as const),
        weight: Number(Weight),
      }));
    const data = {
      place: rows.map(({ uCode }) => uCode as string),
      indicators: indicators.map(({ id }) =>
        column(
          id,
          rows.map((row) => number(row[id])),
        ),
      ),
    };
    return { data, base: { nodes, indicators, missing: { minimumShare: 0 } } satisfies RecipeInput };
  };

  it.each([
    ["results_raw_minmax_amean", { normalise: { range: [1, 100] } }],
    ["results_raw_minmax_gmean", { normalise: { range: [1, 100] }, aggregate: "geometric" }],
    ["results_raw_zscore_amean", { normalise: { method: "z-score" } }],
  ] as [string, Omit<RecipeInput, "indicators">][])(
    "%s: every aspect of every country, and the ranks",
    (file, choices) => {
      const { data, base } = asem();
      const { scored, ranks } = compositeIndex(data, { recipe: makeRecipe({ ...base, ...choices }) });
      for (const golden of goldenCsv(`coinr_asem/${file}.csv`)) {
        const row = data.place.indexOf(golden.uCode as string);
        for (const { id, scores } of scored.nodes) {
          close(scores[row], number(golden[id === "total" ? "Index" : id]), printed);
        }
        expect(ranks[row]).toBe(Number(golden.Rank));
      }
    },
  );

  it("effective weights", () => {
    const { data, base } = asem();
    const { scored } = compositeIndex(data, { recipe: makeRecipe(base) });
    const found = new Map([...scored.nodes, ...scored.indicators].map(({ id, weight }) => [id, weight]));
    for (const { iCode, EffWeight } of goldenCsv("coinr_asem/effective_weights.csv")) {
      close(found.get(iCode === "Index" ? "total" : (iCode as string)), Number(EffWeight));
    }
  });
});
