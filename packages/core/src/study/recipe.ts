import type { IndicatorNode, IndicatorSet, RecipeDeclaration } from "./schema.ts";

/** The recipe record that composite methods take, from a recipe's declaration and its set of indicators. */
export function recipeOf(recipe: RecipeDeclaration, set: IndicatorSet): unknown {
  const nodes: Record<string, unknown>[] = [];
  const indicators: Record<string, unknown>[] = [];
  const log: string[] = [];
  const visit = (id: string, node: IndicatorNode, parent: string | undefined): void => {
    nodes.push(defined({ id, title: node.title, parent, weight: node.weight, aggregate: node.aggregate }));
    for (const [leaf, { title, unit, direction, weight, goalposts, target, log: takeLog }] of Object.entries(
      node.indicators ?? {},
    )) {
      indicators.push(defined({ id: leaf, title, unit, node: id, direction, weight, goalposts, target }));
      if (takeLog) log.push(leaf);
    }
    for (const [child, inner] of Object.entries(node.aspects ?? {})) visit(child, inner, id);
  };
  for (const [id, node] of Object.entries(set.aspects)) visit(id, node, undefined);
  const named = recipe.normalise?.["log"] ?? [];
  // what is no list is left for the recipe's schema to refuse
  const normalise =
    log.length === 0 || !Array.isArray(named)
      ? recipe.normalise
      : { ...recipe.normalise, log: [...new Set([...named, ...log])] };
  const { weigh, aggregate, missing } = recipe;
  return defined({ nodes, indicators, normalise, weigh, aggregate, missing });
}

function defined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
