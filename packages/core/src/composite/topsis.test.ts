import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { makeRecipe } from "./recipe.ts";
import method, { type TopsisOptions, topsis } from "./topsis.ts";

const exact = 1e-12; // square roots of sums of a few squares

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const near = (columns: ReturnType<typeof column>[], options?: TopsisOptions) =>
  topsis({ place: letters(columns[0].values.length), indicators: columns }, options);

describe("topsis", () => {
  it("by hand: vector norms 5 and 5", () => {
    // x .6 .8, y .8 .6, weights 1/2: a is .1 short in x and best in y, b the other way round
    const { rows, closeness } = near([column("x", 3, 4), column("y", 4, 3)]);
    expect(rows[0].toBest).toBeCloseTo(0.1, 14);
    expect([...closeness]).toEqual([0.5, 0.5]);
  });

  it("by hand: min-max, weights 3 to 1", () => {
    const recipe = makeRecipe({ indicators: [{ id: "x", weight: 3 }, { id: "y" }] });
    // a (0, 1): d+ .75, d- .25; b (1, 0): d+ .25, d- .75; c (1/2, 1/2): the same to both
    const { closeness } = near([column("x", 0, 9, 4.5), column("y", 2, 0, 1)], { recipe, normalise: "min-max" });
    [0.25, 0.75, 0.5].forEach((value, at) => {
      expect(Math.abs(closeness[at] - value)).toBeLessThan(exact);
    });
  });

  it("turns a falling indicator round, under both normalisations", () => {
    const recipe = makeRecipe({ indicators: [{ id: "x", direction: "down" }] });
    for (const normalise of ["vector", "min-max"] as const) {
      const { closeness } = near([column("x", 1, 2, 3)], { recipe, normalise });
      [1, 0.5, 0].forEach((value, at) => {
        expect(Math.abs(closeness[at] - value)).toBeLessThan(exact);
      });
    }
  });

  it("takes weights as a table in place of the recipe's", () => {
    const columns = [column("x", 0, 9, 4), column("y", 2, 0, 1)];
    const recipe = makeRecipe({
      indicators: [
        { id: "x", weight: 3 },
        { id: "y", weight: 1 },
      ],
    });
    const table = { indicator: ["y", "x"], weight: [0.25, 0.75] };
    const given = near(columns, { weights: table });
    expect([...given.closeness]).toEqual([...near(columns, { recipe }).closeness]);
    expect(given.convention.weigh).toBe("table");
    expect(() => near(columns, { weights: { indicator: ["x"], weight: [1] } })).toThrow("weights: no weight for y");
    expect(() => near(columns, { weights: { indicator: ["x", "q"], weight: [1, 1] } })).toThrow(
      "q is weighed and is not",
    );
  });

  it("weighs by the data themselves where the recipe says so, over complete rows", () => {
    const columns = [column("x", 0, 1, 2, Number.NaN), column("y", 0, 3, 0, 9)];
    const indicators = [{ id: "x" }, { id: "y" }];
    const { decision, dropped } = near(columns, { recipe: makeRecipe({ indicators, weigh: { method: "critic" } }) });
    expect(decision.indicators[0].weight).toBeCloseTo(0.5 / (0.5 + 1 / Math.sqrt(3)), 12); // as by hand in critic-weights
    expect(dropped?.map(({ row }) => row)).toEqual(["d"]);
  });

  it("measures all years by one best and worst, or each year by its own", () => {
    const data = { place: ["a", "b", "a", "b"], year: [1, 1, 2, 2], indicators: [column("x", 0, 1, 2, 4)] };
    const indicators = [{ id: "x" }];
    expect([...topsis(data).closeness]).toEqual([0, 0.25, 0.5, 1]);
    const recipe = makeRecipe({ indicators, normalise: { scope: "by-year" } });
    expect([...topsis(data, { recipe }).closeness]).toEqual([0, 1, 0, 1]);
    expect([...topsis(data).ranks]).toEqual([2, 1, 2, 1]);
  });

  it("gives the middle where nothing differs, and says so", () => {
    const { closeness, warnings } = near([column("x", 7, 7), column("zero", 0, 0)]);
    expect([...closeness]).toEqual([0.5, 0.5]);
    expect(warnings?.map(({ code }) => code)).toEqual(["indicator-constant", "all-alike"]);
    expect([...near([column("x", 7)]).closeness]).toEqual([0.5]);
  });

  it("leaves out each place in turn up to 1,000 of them, and says so where there are more", () => {
    const many = (n: number) => {
      const indicators = [column("x", ...Array.from({ length: n }, (_, at) => (at * 7) % 11))];
      return topsis({ place: Array.from({ length: n }, (_, at) => `p${at}`), indicators });
    };
    expect(many(1000)).toMatchObject({ reversals: 0, warnings: [] });
    const { removals, reversals, closeness, warnings } = many(1001);
    expect([removals, reversals, closeness.length]).toEqual([[], Number.NaN, 1001]);
    expect(warnings?.map(({ code }) => code)).toEqual(["removals-not-tried"]);
  });

  it("names the places without which the others change order", () => {
    // with c the range of x is 0 to 10 and y decides between a and b; without c the range is 0 to 1 and x decides
    const columns = [column("x", 1, 0, 10), column("y", 0, 0.5, 1)];
    const recipe = makeRecipe({ indicators: [{ id: "x", weight: 3 }, { id: "y" }] });
    const { removals, reversals } = near(columns, { recipe, normalise: "min-max" });
    expect(removals.find(({ place }) => place === "c")?.reverses).toBe(true);
    expect(reversals).toBe(1);
    expect(near([column("x", 1, 2, 9)]).reversals).toBe(0); // one indicator orders alike whoever is there
  });

  it("does not change with units, large or small", () => {
    const y = column("y", 3, 1, 2);
    const base = near([column("x", 1, 5, 2), y]).closeness;
    for (const unit of [1e200, 1e-200]) {
      near([column("x", unit, 5 * unit, 2 * unit), y]).closeness.forEach((value, at) => {
        expect(Math.abs(value - base[at])).toBeLessThan(exact);
      });
    }
  });

  it("refuses an indicator that the data lack, and rows of which none is complete", () => {
    const recipe = makeRecipe({ indicators: [{ id: "x" }, { id: "q" }] });
    expect(() => near([column("x", 1, 2)], { recipe })).toThrow(
      "topsis: indicator q is not in the data; the columns are x",
    );
    expect(() => near([column("x", 1, Number.NaN), column("y", Number.NaN, 1)])).toThrow(
      "topsis: no row has a figure for every indicator",
    );
  });

  it("says who is nearest, and how firm that is", () => {
    const data = { place: letters(3), indicators: [column("x", 1, 2, 9)] };
    const said = (method.findings?.(topsis(data), { data } as never, undefined as never) ?? []).map((each) =>
      say(each),
    );
    expect(said).toEqual([
      "Nearest to the best: c (1.000).",
      "0 of 3 ranks change with the normalisation; 0 of 3 places reorder the others when left out.",
    ]);
  });
});

describe.skipIf(!haveGoldens)("topsis against R on eight connectivity indicators of 43 countries", () => {
  const printed = 1e-14; // the file has 15 significant digits

  it.each([
    ["topsis_vector_entropy", "vector"],
    ["topsis_minmax_entropy", "min-max"],
  ] as const)("%s", (name, normalise) => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const recipe = makeRecipe({ indicators: names.map((id) => ({ id })), weigh: { method: "entropy" } });
    const { closeness } = topsis({ place: rows.map(({ uCode }) => uCode), indicators }, { recipe, normalise });
    const expected = goldenJson<Record<string, number[]>>("mcdm_weights/expected.json")[name];
    closeness.forEach((value, at) => {
      expect(Math.abs(value - expected[at])).toBeLessThan(printed);
    });
  });
});
