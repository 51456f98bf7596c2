/**
 * The score of a recipe: normalised indicators, weights, and the mean of each node over the children that are there.
 *
 *   arithmetic  sum w v     geometric  exp(sum w ln v)     harmonic  1 / sum(w / v)     power p  (sum w v^p)^(1/p)
 *
 * w are a node's weights among its children, renormalised over those present; where less than `missing.minimumShare`
 * of the weight is present the node is a gap. Coverage is the effective weight of the indicators that a row has.
 *
 * All of them are homogeneous of degree one, so by Euler's theorem the contributions v dS/dv of a row's indicators
 * add up to its score whatever the tree (arithmetic: weight times value).
 *
 * Geometric and harmonic means, and power means below 1, need values above 0: a range from 0 would let the last place of one indicator be the
 * last of all (COINr takes [1, 100], SPSSAU [.01, .99]), so 0 is refused and the range named.
 */
import type { Warning } from "../contract/method.ts";
import { same, type Text } from "../language/text.ts";
import { judgementWarnings } from "./judged-weights.ts";
import { exponentsOf, nodeScores } from "./node-scores.ts";
import type { Recipe } from "./recipe.ts";
import { type Aggregate, rootId } from "./recipe-names.ts";
import { type RecipeTree, recipeTree } from "./recipe-tree.ts";
import { type CompositeData, type Goalposts, rawColumn, scale, titleOf } from "./scale.ts";
import { gapWarnings, lackingNodes } from "./score-gaps.ts";
import type { TreeWeights } from "./sibling-shares.ts";
import { treeWeights } from "./tree-weights.ts";

export interface ScoredIndicator {
  readonly id: string;
  readonly title: Text;
  readonly unit: string;
  /** Id of the node it hangs under. */
  readonly node: string;
  readonly direction: "up" | "down";
  /** Among its siblings. */
  readonly localWeight: number;
  /** In the whole: the product along its path. All effective weights add up to 1. */
  readonly weight: number;
  readonly raw: Float64Array;
  readonly normalised: Float64Array;
  /** Part of the total score; a row's contributions add up to its score. */
  readonly contribution: Float64Array;
}

export interface ScoredNode {
  readonly id: string;
  readonly title: Text;
  /** Id of the node above; the root has none. */
  readonly parent?: string;
  readonly depth: number;
  readonly aggregate: Aggregate;
  readonly localWeight: number;
  readonly weight: number;
  readonly scores: Float64Array;
}

export interface Scored {
  readonly n: number;
  /** Rows are those of the data. `NaN` where too little is there for a score. */
  readonly total: Float64Array;
  /** Effective weight of the indicators that the row has, 0 to 1. */
  readonly coverage: Float64Array;
  /** Whether any indicator of the row is missing. */
  readonly partial: readonly boolean[];
  readonly indicators: readonly ScoredIndicator[];
  /** Parents before children; the root, `total`, first. */
  readonly nodes: readonly ScoredNode[];
  readonly goalposts: readonly Goalposts[];
  readonly warnings: readonly Warning[];
}

export interface ScoreOptions {
  /** Exponent of a power mean, not 0, in place of the recipe's mean wherever a node has none of its own. */
  readonly power?: number | undefined;
}

export function score(recipe: Recipe, data: CompositeData, { power }: ScoreOptions = {}): Scored {
  const tree = recipeTree(recipe);
  const { columns, goalposts, warnings } = scale(recipe, data);
  const weights = treeWeights(recipe, tree, columns);
  const exponents = exponentsOf(recipe, tree, power);
  const { nodes, present } = nodeScores(recipe, tree, exponents, weights, columns, data);
  const contributions = contribute(tree, exponents, weights, columns, nodes, present);

  const n = data.place.length;
  const partial = data.place.map((_, row) => columns.some((column) => Number.isNaN(column[row])));
  // ten tenths add up to less than 1, and whoever asks for less than 1 would take a whole row for a partial one
  const coverage = Float64Array.from(partial, (partly, row) => (partly ? presentWeight(weights, columns, row) : 1));
  return {
    n,
    total: nodes[0],
    coverage,
    partial,
    indicators: recipe.indicators.map((indicator, at) => {
      const { id, direction, node = rootId } = indicator;
      const column = data.indicators.find(({ name }) => name === id);
      return {
        id,
        title: titleOf(indicator, data),
        unit: indicator.unit ?? column?.unit ?? "1",
        node,
        direction,
        localWeight: weights.localOfIndicator[at],
        weight: weights.ofIndicator[at],
        raw: rawColumn(indicator, data),
        normalised: columns[at],
        contribution: contributions[at],
      };
    }),
    nodes: tree.nodes.map(({ id, title, parent, depth, aggregate }, at) => ({
      id,
      title,
      ...(parent < 0 ? {} : { parent: tree.nodes[parent].id }),
      depth,
      aggregate,
      localWeight: weights.localOfNode[at],
      weight: weights.ofNode[at],
      scores: nodes[at],
    })),
    goalposts,
    warnings: [
      ...warnings,
      ...judgementWarnings(recipe, (node) => tree.nodes.find(({ id }) => id === node)?.title ?? same(node)),
      ...gapWarnings(nodes[0], partial, lackingNodes(recipe, tree, nodes, present, data), data),
    ],
  };
}

function presentWeight({ ofIndicator }: TreeWeights, columns: readonly Float64Array[], row: number): number {
  return columns.reduce((sum, column, at) => (Number.isNaN(column[row]) ? sum : sum + ofIndicator[at]), 0);
}

/** Slope of a mean along one child, of weight 1: score over value to the power of what the exponent lacks of 1. */
function slope(exponent: number, score: number, value: number): number {
  if (exponent === 1) return 1;
  if (value === 0) return 0; // only for exponents above 1
  if (exponent === 0) return score / value;
  return exponent === -1 ? (score / value) ** 2 : (score / value) ** (1 - exponent);
}

function contribute(
  tree: RecipeTree,
  exponents: readonly number[],
  weights: TreeWeights,
  columns: readonly Float64Array[],
  scores: readonly Float64Array[],
  present: readonly Float64Array[],
): Float64Array[] {
  const gradients: Float64Array[] = [];
  const along = (node: number, values: Float64Array, weight: number): Float64Array => {
    const [exponent, above, there, outer] = [exponents[node], scores[node], present[node], gradients[node]];
    const gradient = new Float64Array(values.length);
    for (let row = 0; row < values.length; row += 1) {
      const score = above[row];
      // a node that is a gap passes nothing on, though some of its indicators may be there
      if (Number.isNaN(score)) gradient[row] = outer[row] * 0;
      else gradient[row] = ((outer[row] * weight) / there[row]) * slope(exponent, score, values[row]);
    }
    return gradient;
  };
  tree.nodes.forEach(({ parent }, at) => {
    gradients.push(
      parent < 0
        ? scores[at].map((value) => (Number.isNaN(value) ? value : 1))
        : along(parent, scores[at], weights.localOfNode[at]),
    );
  });
  return columns.map((values, indicator) => {
    const gradient = along(tree.nodeOf[indicator], values, weights.localOfIndicator[indicator]);
    for (let row = 0; row < values.length; row += 1) gradient[row] *= values[row];
    return gradient;
  });
}
