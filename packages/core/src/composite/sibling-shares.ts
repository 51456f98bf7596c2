import type { RecipeTree } from "./recipe-tree.ts";

/** Weights of a recipe's tree: `local` among siblings, where they add up to 1, and effective, the product along the path. */
export interface TreeWeights {
  readonly localOfNode: Float64Array;
  readonly localOfIndicator: Float64Array;
  readonly ofNode: Float64Array;
  readonly ofIndicator: Float64Array;
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
