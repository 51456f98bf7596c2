import { InputError } from "../contract/errors.ts";
import { label, number, optional, table } from "../contract/readings.ts";
import { type Recipe, rootId } from "./recipe.ts";

/** Weights of indicators in the whole, such as the `weights` table of composite/ahp-weights or composite/combine-weights. */
export const weightsInput = optional(table({ indicator: label.one, weight: number.one }));

export interface GivenWeights {
  readonly indicator: readonly string[];
  readonly weight: ArrayLike<number>;
}

/**
 * The recipe with these weights in place of its own: every indicator has its weight in the whole, and every node the sum of
 * what hangs under it. They must be those of the recipe's indicators, no more and no less.
 */
export function weighedBy(recipe: Recipe, given: GivenWeights | undefined): Recipe {
  if (given === undefined) return recipe;
  const ids = recipe.indicators.map(({ id }) => id);
  const refuse = (code: string, en: string, zh: string): never => {
    throw new InputError({ code, text: { en: `weights: ${en}`, zh: `weights：${zh}` } });
  };
  const weightOf = new Map<string, number>();
  given.indicator.forEach((id, at) => {
    const weight = given.weight[at];
    if (!ids.includes(id))
      refuse(
        "weight-unknown",
        `${id} is weighed and is not an indicator; the indicators are ${ids.join(", ")}`,
        `${id} 不是指标；现有指标：${ids.join(", ")}`,
      );
    if (weightOf.has(id)) refuse("weight-twice", `${id} is weighed twice`, `指标 ${id} 的权重重复`);
    if (!(weight >= 0))
      refuse(
        "weight-negative",
        `weight of ${id} is ${weight}, expected at least 0`,
        `${id} 的权重为 ${weight}，应不小于 0`,
      );
    weightOf.set(id, weight);
  });
  const missing = ids.find((id) => !weightOf.has(id));
  if (missing !== undefined) refuse("weight-missing", `no weight for ${missing}`, `缺少指标 ${missing} 的权重`);
  const parents = new Map(recipe.nodes.map(({ id, parent = rootId }) => [id, parent]));
  const under = new Map<string, number>();
  for (const { id, node = rootId } of recipe.indicators) {
    let at: string | undefined = node;
    for (let steps = 0; at !== undefined && steps <= parents.size; steps += 1) {
      under.set(at, (under.get(at) ?? 0) + (weightOf.get(id) as number));
      at = parents.get(at);
    }
  }
  return {
    ...recipe,
    nodes: recipe.nodes.map((node) => ({ ...node, weight: under.get(node.id) ?? 0 })),
    indicators: recipe.indicators.map((indicator) => ({ ...indicator, weight: weightOf.get(indicator.id) as number })),
    weigh: { ...recipe.weigh, method: "given" },
  };
}
