import { describe, expect, it } from "vitest";
import { topsis } from "../composite/topsis.ts";
import { beta } from "../convergence/beta.ts";
import { markov } from "../convergence/markov.ts";
import { sigma } from "../convergence/sigma.ts";
import { spatialMarkov } from "../convergence/spatial-markov.ts";
import { rankSize } from "../hierarchy/rank-size.ts";
import { gini } from "../inequality/gini.ts";
import { theil } from "../inequality/theil.ts";
import { moran } from "../spatial/moran.ts";
import { weights } from "../spatial/weights.ts";
import { aligned } from "./aligned.ts";
import { InputError } from "./errors.ts";

describe("aligned", () => {
  it("says which input is of another length than the first, in both languages", () => {
    try {
      aligned("theil", { place: ["a", "b"], weight: undefined, value: [1, 3, 5] });
      expect.unreachable();
    } catch (error) {
      expect((error as InputError).problems.map(({ text }) => text)).toEqual([
        { en: "theil: value has 3 rows but place has 2", zh: "theil：value 有 3 行，而 place 有 2 行" },
      ]);
    }
    expect(() => aligned("theil", { place: ["a"] }, [{ name: "region", values: [] }])).toThrow(
      "theil: region has 0 rows but place has 1",
    );
    expect(() => aligned("theil", { place: ["a"], value: [1] }, [{ name: "region", values: ["n"] }])).not.toThrow();
  });

  const place = ["a", "b", "c"];
  const year = [2010, 2010, 2020];
  it.each<[string, () => unknown]>([
    ["theil: value has 2 rows but place has 3", () => theil({ place, value: [1, 2] })],
    ["gini: weight has 4 rows but place has 3", () => gini({ place, value: [1, 2, 3], weight: [1, 1, 1, 1] })],
    ["sigma: value has 2 rows but place has 3", () => sigma({ place, year, value: [1, 2] })],
    ["beta: year has 2 rows but place has 3", () => beta({ place, year: [1, 2], value: [1, 2, 3] })],
    ["moran: value has 2 rows but place has 3", () => moran({ place, value: [1, 2], weights: { from: [], to: [] } })],
    [
      "moran: to has 1 rows but from has 2",
      () => moran({ place, value: [1, 2, 3], weights: { from: ["a", "b"], to: ["b"] } }),
    ],
    ["weights: lat has 2 rows but place has 3", () => weights({ place, lon: [1, 2, 3], lat: [1, 2] })],
    ["rank-size: size has 2 rows but place has 3", () => rankSize({ place, size: [1, 2] })],
    [
      "topsis: gdp has 1 rows but place has 3",
      () => topsis({ place, indicators: [{ name: "gdp", unit: "1", values: Float64Array.of(1) }] }),
    ],
  ])("a direct call is refused: %s", (message, call) => {
    expect(call).toThrow(InputError);
    expect(call).toThrow(message);
  });

  it("a place twice in a year is refused by what compares years", () => {
    const twice = { place: ["a", "a", "a"], year: [2010, 2010, 2020], value: [1, 2, 3] };
    const message = ": a 2010 stands twice, expected one row a place and year";
    expect(() => sigma(twice, { places: "all" })).toThrow(`sigma${message}`);
    expect(() => beta(twice)).toThrow(`beta${message}`);
    expect(() => markov(twice)).toThrow(`markov${message}`);
    const edges = { from: ["a", "b"], to: ["b", "a"] };
    const pair = { place: ["a", "a", "b"], year: [2010, 2010, 2010], value: [1, 2, 3] };
    expect(() => spatialMarkov(pair, edges)).toThrow(`spatial-markov${message}`);
  });
});
