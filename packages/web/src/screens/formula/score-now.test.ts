import { rankUncertainty } from "@conurb/core/composite/rank-uncertainty";
import { makeRecipe, type RecipeInput } from "@conurb/core/composite/recipe";
import { random } from "@conurb/core/contract";
import { describe, expect, it } from "vitest";
import { scoreBasis } from "../../compute/score-basis.ts";
import { scoreNow } from "./score-now.ts";

const draw = random(3, "score-now");
const names = ["a", "b", "c", "d"];
const data = {
  place: Array.from({ length: 60 }, (_, row) => `p${row >> 1}`),
  year: Float64Array.from({ length: 60 }, (_, row) => 2020 + (row & 1)),
  group: Array.from({ length: 60 }, (_, row) => `g${(row >> 1) % 2}`),
  indicators: names.map((name) => ({
    name,
    unit: "1",
    values: Float64Array.from({ length: 60 }, () => (draw.uniform() < 0.15 ? Number.NaN : 10 * draw.uniform())),
  })),
};
const weights: Readonly<Record<string, number>> = { one: 3, two: 0.5, a: 0.05, b: 4, c: 1, d: 2.5 };
const weighed = ({ id, ...more }: { readonly id: string }) => ({ id, ...more, weight: weights[id] as number });
const tree = {
  nodes: [{ id: "one" }, { id: "two" }],
  indicators: [
    { id: "a", node: "one" },
    { id: "b", node: "one", direction: "down" },
    { id: "c", node: "two" },
    { id: "d", node: "two" },
  ],
} satisfies RecipeInput;

describe.each([
  ["arithmetic", "min-max", "pooled"],
  ["geometric", "min-max", "by-year"],
  ["harmonic", "rank", "pooled"],
  ["arithmetic", "z-score", "by-year"],
] as const)("%s means of %s values, %s", (aggregate, method, scope) => {
  const how = { aggregate, normalise: { method, scope, range: [0.01, 1] as [number, number] } };
  // the basis is made under other weights than those that it is then asked for
  const basis = scoreBasis(makeRecipe({ ...tree, ...how }), data, 2021);

  it("gives the scores, ranks and weights of the method, to the last bit", () => {
    const recipe = makeRecipe({ nodes: tree.nodes.map(weighed), indicators: tree.indicators.map(weighed), ...how });
    const { stated, statedRank } = rankUncertainty(data, { recipe, draws: 1 });
    const now = scoreNow(basis, (id) => weights[id] ?? 1);
    const expected = [...data.place.keys()]
      .filter((row) => data.year[row] === 2021 && Number.isFinite(statedRank[row]))
      .map((row) => ({ place: data.place[row], score: stated.total[row], rank: statedRank[row] }))
      .sort((a, b) => (a.rank as number) - (b.rank as number));
    expect(now?.rows).toEqual(expected);
    expect(expected.length).toBeGreaterThan(20);
    for (const { id, weight } of [...stated.nodes, ...stated.indicators]) expect(now?.weights[id], id).toBe(weight);
  });

  it("keeps the ranks among all when only some are shown", () => {
    const all = scoreNow(basis, () => 1)?.rows ?? [];
    const shown = new Set(["p3", "p8"]);
    expect(scoreNow(basis, () => 1, shown)?.rows).toEqual(all.filter(({ place }) => shown.has(place)));
  });
});

it("has no answer where a mean refuses a value", () => {
  const recipe = makeRecipe({ ...tree, aggregate: "geometric", normalise: { method: "min-max", range: [0, 1] } });
  expect(scoreNow(scoreBasis(recipe, data, 2020), () => 1)).toBeUndefined();
});
