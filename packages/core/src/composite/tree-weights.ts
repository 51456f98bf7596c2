import { dataWeights } from "./data-weights.ts";
import { judgedNodes } from "./judged-weights.ts";
import type { Recipe } from "./recipe.ts";
import { rootId } from "./recipe-names.ts";
import type { RecipeTree } from "./recipe-tree.ts";
import { shareAmongSiblings, type TreeWeights } from "./sibling-shares.ts";

/** `columns` are the normalised indicators, which only weights found from data look at. */
export function treeWeights(recipe: Recipe, tree: RecipeTree, columns: readonly Float64Array[]): TreeWeights {
  const stated = statedWeights(recipe, tree, columns);
  return shareAmongSiblings(tree, stated.nodes, stated.indicators);
}

function statedWeights(
  recipe: Recipe,
  tree: RecipeTree,
  columns: readonly Float64Array[],
): { nodes: readonly number[]; indicators: readonly number[] } {
  const { method } = recipe.weigh;
  if (method !== "given" && method !== "equal" && method !== "ahp") {
    const ids = recipe.indicators.map(({ id }) => id);
    const indicators = dataWeights(method, columns, ids);
    const nodes = tree.nodes.map(() => 0);
    for (let at = tree.nodes.length - 1; at >= 0; at -= 1) {
      for (const child of tree.nodes[at].nodes) nodes[at] += nodes[child];
      for (const child of tree.nodes[at].indicators) nodes[at] += indicators[child];
    }
    return { nodes, indicators };
  }
  const judged = new Map(method === "ahp" ? judgedNodes(recipe).flatMap(({ weights }) => [...weights]) : []);
  const weightOf = new Map(recipe.nodes.map(({ id, weight }) => [id, weight]));
  const read = (id: string, weight: number | undefined) => (method === "equal" ? 1 : (judged.get(id) ?? weight ?? 1));
  return {
    nodes: tree.nodes.map(({ id }) => (id === rootId ? 1 : read(id, weightOf.get(id)))),
    indicators: recipe.indicators.map(({ id, weight }) => read(id, weight)),
  };
}
