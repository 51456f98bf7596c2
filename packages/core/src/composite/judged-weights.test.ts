import { describe, expect, it } from "vitest";
import { InputError } from "../contract/errors.ts";
import { rankUncertainty } from "./rank-uncertainty.ts";
import { makeRecipe, type RecipeInput } from "./recipe.ts";
import { recipeProblems } from "./recipe-problems.ts";
import { score } from "./score.ts";

const saaty = { a: { b: 3, c: 5 }, b: { c: 3 } };
/** Of R's eigen() on Saaty's 1 3 5; 1/3 1 3; 1/5 1/3 1 (see ahp-weights.ts). */
const [wa, wb] = [0.636985571744757, 0.258284994374495];
const rounding = 1e-12; // an eigenvector by another decomposition

const input = (judgements: NonNullable<RecipeInput["weigh"]>["judgements"]): RecipeInput => ({
  nodes: [{ id: "one", weight: 3 }, { id: "two" }],
  indicators: [
    { id: "a", node: "one" },
    { id: "b", node: "one" },
    { id: "c", node: "one" },
    { id: "d", node: "two" },
  ],
  weigh: { method: "ahp", ...(judgements === undefined ? {} : { judgements }) },
});
const data = {
  place: ["p", "q"],
  indicators: ["a", "b", "c", "d"].map((name, at) => ({ name, unit: "1", values: Float64Array.of(at, 1) })),
};

describe("weights by judgements in pairs", () => {
  it("are those of the node that is judged; the others keep the stated ones", () => {
    const { indicators, nodes } = score(makeRecipe(input({ one: { me: saaty } })), data);
    expect(Math.abs((indicators[0]?.localWeight ?? 0) - wa)).toBeLessThan(rounding);
    expect(Math.abs((indicators[1]?.weight ?? 0) - 0.75 * wb)).toBeLessThan(rounding); // of two nodes 3 : 1
    expect(nodes.map(({ localWeight }) => localWeight)).toEqual([1, 0.75, 0.25]);
  });
  it("of several experts are of the geometric mean of what they say", () => {
    // 2 and 8 are 4 together, so the weights of two children are 4/5 and 1/5
    const judged = makeRecipe({
      indicators: [{ id: "a" }, { id: "b" }],
      weigh: { method: "ahp", judgements: { total: { x: { a: { b: 2 } }, y: { b: { a: 1 / 8 } } } } },
    });
    expect(score(judged, data).indicators.map(({ weight }) => weight)).toEqual([
      expect.closeTo(0.8, 12),
      expect.closeTo(0.2, 12),
    ]);
  });
  it("warn of an expert who contradicts themselves", () => {
    const torn = { a: { b: 9, c: 1 / 9 }, b: { c: 9 } };
    const { warnings } = score(makeRecipe(input({ one: { me: torn, you: saaty } })), data);
    const told = warnings.filter(({ code }) => code === "judgements-inconsistent");
    expect(told).toHaveLength(1);
    expect(told[0]?.text.en).toMatch(/^one: the judgements of me have a consistency ratio of \d+\.\d{3}, over 0\.1$/);
  });
  it("stand behind ranks and their draws as any weights do", () => {
    const { convention, stated } = rankUncertainty(data, {
      recipe: makeRecipe(input({ one: { me: saaty } })),
      draws: 10,
    });
    expect(convention.weigh).toBe("ahp");
    expect(Math.abs((stated.indicators[0]?.localWeight ?? 0) - wa)).toBeLessThan(rounding);
  });
});

describe("judgements that cannot be taken", () => {
  const told = (judgements: Parameters<typeof input>[0]) =>
    recipeProblems(makeRecipe(input(judgements))).map(({ text }) => text.en);
  it.each([
    [undefined, "recipe: weights by ahp have no judgements, expected them for at least one node"],
    [{ three: { me: saaty } }, "recipe: judgements are of three, which is not a node; the nodes are total, one, two"],
    [{ one: { me: { a: { d: 2 } } } }, "recipe: me judges d under one, where there is no such thing; expected a, b, c"],
    [{ one: { me: { a: { b: 3, c: 5 } } } }, "ahp-weights: b against c of me is not judged, expected a number above 0"],
    [
      { one: { me: { ...saaty, c: { a: 2 } } } },
      "ahp-weights: a against c of me is 5 and back is 2, expected 0.2 within 5 %",
    ],
  ])("%j", (judgements, said) => {
    expect(told(judgements as Parameters<typeof input>[0])).toEqual([said]);
    expect(() => score(makeRecipe(input(judgements as Parameters<typeof input>[0])), data)).toThrow(InputError);
  });
});
