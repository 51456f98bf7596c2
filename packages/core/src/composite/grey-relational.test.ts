import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import method, { type GreyOptions, greyRelational } from "./grey-relational.ts";
import { makeRecipe } from "./recipe.ts";

const exact = 1e-12; // sums of a few ratios

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const relate = (columns: ReturnType<typeof column>[], options?: GreyOptions) =>
  greyRelational({ place: letters(columns[0].values.length), indicators: columns }, options);
const degreesOf = (...given: Parameters<typeof relate>) => [...relate(...given).degrees];

describe("grey-relational", () => {
  it("by hand: distances 1, .5, 0 under rho = .5", () => {
    [1 / 3, 1 / 2, 1].forEach((degree, at) => {
      expect(Math.abs(degreesOf([column("x", 0, 1, 2)])[at] - degree)).toBeLessThan(exact);
    });
    // rho = 1: 1/2, 1/1.5, 1
    expect(degreesOf([column("x", 0, 1, 2)], { rho: 1 })[1]).toBeCloseTo(2 / 3, 14);
  });

  it("by hand over the mean: x 1 2 3 over 2, y 1 1 4 over 2", () => {
    // D of x 1 .5 0, of y 1.5 1.5 0; M = 1.5: a .75 / 1.75 and .75 / 2.25
    const [a] = degreesOf([column("x", 1, 2, 3), column("y", 1, 1, 4)], { normalise: "mean" });
    expect(Math.abs(a - (0.75 / 1.75 + 1 / 3) / 2)).toBeLessThan(exact);
  });

  it("takes the extremes of each place by itself when asked, which flatters one that is bad evenly", () => {
    const columns = [column("x", 0, 1, 2), column("y", 0, 2, 1)];
    expect(degreesOf(columns)[0]).toBeCloseTo(1 / 3, 14);
    expect(degreesOf(columns, { extremes: "own" })[0]).toBe(1);
  });

  it("turns a falling indicator round, under both normalisations", () => {
    const recipe = makeRecipe({ indicators: [{ id: "x", direction: "down" }] });
    for (const normalise of ["min-max", "mean"] as const) {
      expect(relate([column("x", 1, 2, 3)], { recipe, normalise }).ranks).toEqual(Float64Array.of(1, 2, 3));
    }
  });

  it("has the ranks under other rho, and counts those that change", () => {
    // a is best in x and worst in y, b is in the middle of both: a small rho likes a, a large one neither
    const columns = [column("x", 10, 6, 0, 0), column("y", 0, 6, 10, 0)];
    const { variants, rankDepends } = relate(columns);
    expect(new Set(variants.map(({ rho }) => rho)).size).toBe(5);
    const first = (rho: number) => variants.find((each) => each.rho === rho && each.row === 1)?.rank;
    expect([first(0.1), first(0.9)]).toEqual([3, 3]);
    expect(rankDepends).toBe(0);
  });

  it("answers 0/0 with 1 where nothing differs, and says so", () => {
    const { degrees, warnings } = relate([column("x", 5, 5)]);
    expect([...degrees]).toEqual([1, 1]);
    expect(warnings?.map(({ code }) => code)).toEqual(["indicator-constant", "all-alike"]);
  });

  it("refuses to divide by a mean of 0 or less", () => {
    expect(() => relate([column("x", -1, 1)], { normalise: "mean" })).toThrow(
      "grey-relational: x has a mean of 0, normalising by the mean needs more than 0",
    );
  });

  it("says who is closest, and whether rho matters", () => {
    const data = { place: letters(3), indicators: [column("x", 0, 1, 2)] };
    const said = (language: "en" | "zh") =>
      (method.findings?.(greyRelational(data), { data } as never, undefined as never) ?? []).map((each) =>
        say(each, language),
      );
    expect(said("en")).toEqual([
      "Closest to the best sequence: c (1.000).",
      "0 of 3 ranks change with the distinguishing coefficient between 0.1 and 0.9.",
    ]);
    expect(said("zh")[0]).toBe("与最优参考序列关联度最高的是c（1.000）。");
  });
});

describe.skipIf(!haveGoldens)("grey-relational against R on eight connectivity indicators of 43 countries", () => {
  const printed = 1e-14; // the file has 15 significant digits

  it("agrees under entropy weights", () => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const recipe = makeRecipe({ indicators: names.map((id) => ({ id })), weigh: { method: "entropy" } });
    const { degrees } = greyRelational({ place: rows.map(({ uCode }) => uCode), indicators }, { recipe });
    const expected = goldenJson<{ grey_relational: number[] }>("mcdm_weights/expected.json").grey_relational;
    degrees.forEach((value, at) => {
      expect(Math.abs(value - expected[at])).toBeLessThan(printed);
    });
  });
});
