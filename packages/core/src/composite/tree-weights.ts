import { dataWeights } from "./data-weights.ts";
import { judgedNodes } from "./judged-weights.ts";
import { type Recipe, rootId } from "./recipe.ts";
import type { RecipeTree } from "./recipe-tree.ts";

/** Weights of a recipe's tree: `local` among siblings, where they add up to 1, and effective, the product along the path. */
export interface TreeWeights {
  readonly localOfNode: Float64Array;
  readonly localOfIndicator: Float64Array;
  readonly ofNode: Float64Array;
  readonly ofIndicator: Float64Array;
}

/** `columns` are the normalised indicators, which only weights found from data look at. */
export function treeWeights(recipe: Recipe, tree: RecipeTree, columns: readonly Float64Array[]): TreeWeights {
  const stated = statedWeights(recipe, tree, columns);
  return shareAmongSiblings(tree, stated.nodes, stated.indicators);
}

/** Turns weights of any size into shares among siblings. Where the weights of all siblings are 0, they share alike. */
export function shareAmongSiblings(
  tree: RecipeTree,
  ofNodes: ArrayLike<number>,
  ofIndicators: ArrayLike<number>,
): TreeWeights {
  const weights: TreeWeights = {
    localOfNode: new Float64Array(tree.nodes.length).fill(1),
    localOfIndicator: new Float64Array(tree.nodeOf.length),
    ofNode: new Float64Array(tree.nodes.length).fill(1),
    ofIndicator: new Float64Array(tree.nodeOf.length),
  };
  tree.nodes.forEach(({ nodes, indicators }, at) => {
    let sum = 0;
    for (const child of nodes) sum += ofNodes[child];
    for (const child of indicators) sum += ofIndicators[child];
    const share = (weight: number) => (sum > 0 ? weight / sum : 1 / (nodes.length + indicators.length));
    for (const child of nodes) {
      weights.localOfNode[child] = share(ofNodes[child]);
      weights.ofNode[child] = weights.ofNode[at] * weights.localOfNode[child];
    }
    for (const child of indicators) {
      weights.localOfIndicator[child] = share(ofIndicators[child]);
      weights.ofIndicator[child] = weights.ofNode[at] * weights.localOfIndicator[child];
    }
  });
  return weights;
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
