import type { Recipe } from "@conurb/core/composite/recipe";
import { type RecipeTree, recipeTree } from "@conurb/core/composite/recipe-tree";
import { type CompositeData, scale } from "@conurb/core/composite/scale";

/** What the scores of one year are made of, but for the weights: every indicator on one scale, and the tree that they hang in. */
export interface ScoreBasis {
  readonly recipe: Recipe;
  readonly tree: RecipeTree;
  /** One column an indicator, in the recipe's order. */
  readonly columns: readonly Float64Array[];
  readonly place: readonly string[];
  readonly group?: readonly string[];
}

/** Goalposts are taken over all years, as the recipe says; the rows are those of one. */
export function scoreBasis(recipe: Recipe, data: CompositeData, year: number | undefined): ScoreBasis {
  const rows = [...data.place.keys()].filter((row) => year === undefined || data.year?.[row] === year);
  const own = (values: readonly string[]) => rows.map((row) => values[row] as string);
  return {
    recipe,
    tree: recipeTree(recipe),
    columns: scale(recipe, data).columns.map((column) => Float64Array.from(rows, (row) => column[row] as number)),
    place: own(data.place),
    ...(data.group === undefined ? {} : { group: own(data.group) }),
  };
}
