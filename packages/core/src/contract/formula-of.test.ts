import { describe, expect, it } from "vitest";
import { catalogue, findMethod } from "../catalogue.ts";
import { formulaOf } from "./formula-of.ts";
import type { AnyMethod } from "./method.ts";

const of = async (id: string, ...about: string[]) => formulaOf((await findMethod(id)) as AnyMethod, about);

it("gives the formula of the number's column, with the words on its signs alone", async () => {
  const { formula, where, isAll } = await of("structure/similarity", "similarity", "median", "krugman");
  expect(formula).toBe("K = 1 − ½ Σ |s − t|");
  expect(where?.en).toBe("s, t: shares of an industry in the two places; sums over industries both places have");
  expect(where?.zh).not.toMatch(/r：/);
  expect(isAll).toBe(false);
});

it("takes along the formulas of the signs in it, and no other answer of its own sign", async () => {
  expect((await of("composite/coupling-coordination", "coordination")).isAll).toBe(true);
  expect((await of("composite/coupling-coordination", "development")).formula).toBe("T = Σ α u");
  expect((await of("composite/synergy", "synergy", "product")).formula).toBe(
    "DS = θ (∏ⱼ |dⱼ|)^(1/k);  dⱼ = uⱼ(t) − uⱼ(t₀)",
  );
});

it("gives all where the method does not tell them apart, or the number is none of them", async () => {
  const topsis = (await findMethod("composite/topsis")) as AnyMethod;
  expect(formulaOf(topsis, ["closeness"])).toEqual({ formula: topsis.formula, where: topsis.where, isAll: true });
  expect((await of("network/centrality", "degree")).isAll).toBe(true);
});

describe("formulas of every method", () => {
  it.each(Object.keys(catalogue))("%s names only such as it says", async (id) => {
    const { formula, formulas = {} } = (await findMethod(id)) as AnyMethod;
    const unsaid = Object.values(formulas).filter(
      (head) => !formula.split(/;\s+/).some((each) => each.startsWith(head)),
    );
    expect(unsaid).toEqual([]);
  });
});
