import { InputError } from "../contract/errors.ts";
import { same, type Text } from "../language/text.ts";
import type { Recipe } from "./recipe.ts";
import { type Aggregate, rootId } from "./recipe-names.ts";
import { recipeProblems } from "./recipe-problems.ts";

/** A node as the arithmetic needs it; positions in `RecipeTree.nodes` and `Recipe.indicators`. */
export interface TreeNode {
  readonly id: string;
  readonly title: Text;
  /** Position of the node above; the root has -1. */
  readonly parent: number;
  readonly depth: number;
  readonly aggregate: Aggregate;
  readonly nodes: readonly number[];
  readonly indicators: readonly number[];
}

/** The nodes with every parent before its children; the root comes first. */
export interface RecipeTree {
  readonly nodes: readonly TreeNode[];
  /** Position of the node above, by indicator. */
  readonly nodeOf: readonly number[];
}

/** The recipe's tree. Throws all that is wrong with the recipe at once. */
export function recipeTree(recipe: Recipe): RecipeTree {
  const problems = recipeProblems(recipe);
  if (problems.length > 0) throw new InputError(problems);
  const nodes: { -readonly [K in keyof TreeNode]: TreeNode[K] extends readonly number[] ? number[] : TreeNode[K] }[] = [
    {
      id: rootId,
      title: recipe.title ?? { en: "total", zh: "综合" },
      parent: -1,
      depth: 0,
      aggregate: recipe.aggregate,
      nodes: [],
      indicators: [],
    },
  ];
  for (let at = 0; at < nodes.length; at += 1) {
    for (const each of recipe.nodes) {
      if ((each.parent ?? rootId) !== nodes[at].id) continue;
      nodes[at].nodes.push(nodes.length);
      nodes.push({
        id: each.id,
        title: each.title ?? same(each.id),
        parent: at,
        depth: nodes[at].depth + 1,
        aggregate: each.aggregate ?? recipe.aggregate,
        nodes: [],
        indicators: [],
      });
    }
  }
  const position = new Map(nodes.map(({ id }, at) => [id, at]));
  const nodeOf = recipe.indicators.map(({ node = rootId }, indicator) => {
    const at = position.get(node) as number;
    nodes[at].indicators.push(indicator);
    return at;
  });
  return { nodes, nodeOf };
}
