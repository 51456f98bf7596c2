import { describe, expect, it } from "vitest";
import { goldenCsv, goldenJson, haveGoldens } from "../../test/golden.ts";
import { say } from "../../test/say.ts";
import { makeRecipe } from "./recipe.ts";
import method, { type VikorOptions, vikor } from "./vikor.ts";
import { vikorConditions } from "./vikor-compromise.ts";

const letters = (n: number) => Array.from({ length: n }, (_, at) => String.fromCharCode(97 + at));
const column = (name: string, ...values: number[]) => ({ name, unit: "1", values: Float64Array.from(values) });
const decide = (columns: ReturnType<typeof column>[], options?: VikorOptions) =>
  vikor({ place: letters(columns[0].values.length), indicators: columns }, options);
const conditions = (q: number[], s: number[] = q, r: number[] = q) =>
  vikorConditions({
    compromise: Float64Array.from(q),
    group: Float64Array.from(s),
    individual: Float64Array.from(r),
  });

describe("vikor", () => {
  it("by hand: regrets (.5, 0), (.25, 0), (0, .5)", () => {
    const { rows, compromise, ranks } = decide([column("x", 1, 2, 3), column("y", 6, 6, 4)]);
    expect(rows.map(({ group, individual }) => [group, individual])).toEqual([
      [0.5, 0.5],
      [0.25, 0.25],
      [0.5, 0.5],
    ]);
    expect([...compromise]).toEqual([1, 0, 1]);
    expect([...ranks]).toEqual([2, 1, 2]);
  });

  it("weighs the sum of regrets against the largest by v", () => {
    // a regrets (.5, 0): S .5, R .5; b (.3, .3): S .6, R .3; c (0, .5): as a
    const columns = [column("x", 0, 4, 10), column("y", 10, 4, 0)];
    const q = (v: number) => [...decide(columns, { v }).compromise].map((each) => Number(each.toFixed(12)));
    expect(q(1)).toEqual([0, 1, 0]);
    expect(q(0)).toEqual([1, 0, 1]);
    expect(q(0.5)).toEqual([0.5, 0.5, 0.5]);
    expect(new Set(decide(columns).variants.map(({ v }) => v))).toEqual(new Set([0, 0.25, 0.5, 0.75, 1]));
  });

  it("answers 0/0: nothing of a constant indicator, one term where only S or R differs, all where neither does", () => {
    const constant = decide([column("x", 1, 2, 3), column("same", 5, 5, 5)]);
    expect([...constant.compromise]).toEqual([1, 0.5, 0]);
    expect(constant.rows.map(({ regrets }) => regrets[1])).toEqual([0, 0, 0]);
    // (1, 0) and (0, 1) under equal weights: S and R alike
    const alike = decide([column("x", 0, 1), column("y", 1, 0)]);
    expect([...alike.compromise]).toEqual([0, 0]);
    expect(alike.chosen).toBe(2);
    expect(alike.warnings?.map(({ code }) => code)).toEqual(["all-alike"]);
    const one = decide([column("x", 3)]);
    expect([one.compromise[0], one.chosen]).toEqual([0, 1]);
    expect(one.warnings?.map(({ code }) => code)).toContain("all-alike");
  });

  it("lets the first stand alone only with a lead of 1 / (n - 1) and first by S or R too", () => {
    expect(conditions([0, 0.5, 0.9])).toMatchObject({ advantageHolds: true, stable: true, compromise: [0] });
    // the lead is exactly what is needed
    expect(conditions([0, 0.5, 1]).advantageHolds).toBe(true);
    // too small a lead: all that are less than 1/2 behind
    expect(conditions([0, 0.4, 0.9])).toMatchObject({ advantageHolds: false, compromise: [0, 1] });
    expect(conditions([0, 0.2, 0.3, 0.34, 1]).compromise).toEqual([0, 1]);
    // first by neither S nor R: with the second
    expect(conditions([0, 0.6, 0.9], [0.2, 0.1, 0.3], [0.2, 0.3, 0.1])).toMatchObject({
      advantageHolds: true,
      stable: false,
      compromise: [0, 1],
    });
    expect(conditions([0, 0.6, 0.9], [0.2, 0.1, 0.3], [0.1, 0.3, 0.2]).stable).toBe(true);
  });

  it("turns a falling indicator round and takes weights as a table", () => {
    const recipe = makeRecipe({ indicators: [{ id: "x", direction: "down" }, { id: "y" }] });
    const columns = [column("x", 1, 2, 3), column("y", 1, 1, 5)];
    const weights = { indicator: ["x", "y"], weight: [1, 0] };
    expect([...decide(columns, { recipe, weights }).compromise]).toEqual([0, 0.5, 1]);
  });

  it("measures all years by one best and worst, or each year by its own, with conditions of its own", () => {
    const data = { place: ["a", "b", "a", "b"], year: [1, 1, 2, 2], indicators: [column("x", 0, 1, 2, 4)] };
    expect([...vikor(data).compromise]).toEqual([1, 0.75, 0.5, 0]);
    expect(vikor(data).conditions.map(({ rows }) => rows)).toEqual([4]);
    const recipe = makeRecipe({ indicators: [{ id: "x" }], normalise: { scope: "by-year" } });
    const byYear = vikor(data, { recipe });
    expect([...byYear.compromise]).toEqual([1, 0, 1, 0]);
    expect(byYear.conditions.map(({ year, chosen }) => [year, chosen])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });

  it("says who is the best compromise, and whether alone", () => {
    const data = { place: letters(3), indicators: [column("x", 1, 2, 3), column("y", 6, 6, 4)] };
    const said = (language: "en" | "zh") =>
      (method.findings?.(vikor(data), { data } as never, undefined as never) ?? []).map((each) => say(each, language));
    expect(said("en")).toEqual([
      "Best compromise: b (Q 0.000).",
      "The first stands alone: its lead in Q is 1.000, of 0.500 needed.",
    ]);
    expect(said("zh")[1]).toBe("首位可单独作为折衷解：Q 值优势 1.000，所需 0.500。");
  });
});

describe.skipIf(!haveGoldens)("vikor against R on eight connectivity indicators of 43 countries", () => {
  const rounded = 1e-13; // Q is a ratio of differences of sums

  it("agrees under entropy weights", () => {
    const rows = goldenCsv("mcdm_weights/input.csv");
    const names = Object.keys(rows[0] ?? {}).filter((each) => each !== "uCode");
    const indicators = names.map((each) => column(each, ...rows.map((row) => Number(row[each]))));
    const recipe = makeRecipe({ indicators: names.map((id) => ({ id })), weigh: { method: "entropy" } });
    const { compromise } = vikor({ place: rows.map(({ uCode }) => uCode), indicators }, { recipe });
    const expected = goldenJson<{ vikor: number[] }>("mcdm_weights/expected.json").vikor;
    compromise.forEach((value, at) => {
      expect(Math.abs(value - expected[at])).toBeLessThan(rounded);
    });
  });
});
