import type { Convention, Example, RawInputs } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { optional, record } from "../contract/readings.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { compositeTable } from "./composite-table.ts";
import { plainRecipe, type Recipe, type RecipeInput, recipeSchema } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";

export { keyColumns } from "./key-columns.ts";
export { conventionOf, recipeConventions } from "./recipe-conventions.ts";

/** What every method about composites reads: a table of indicators, and a recipe. */
export const recipeInputs = {
  data: compositeTable,
  recipe: optional(record(recipeSchema)),
} as const;

/** The recipe given, or the plain one over all columns. */
export function recipeFor(data: CompositeData, recipe: Recipe | undefined): Recipe {
  return recipe ?? plainRecipe(data.indicators.map(({ name }) => name));
}

/** Only goalposts of each year keep its amounts apart from those of other years; stated ones hold for all alike. */
export function poolsYears(_: unknown, { recipe }: RawInputs): boolean {
  const read = recipeSchema.safeParse(recipe);
  if (!read.success) return true;
  const { scope, method } = read.data.normalise;
  return scope === "pooled" || method === "target" || method === "goalposts";
}

export const tiesConvention = {
  title: { en: "Ties", zh: "并列位次" },
  choices: { best: { en: "share the better rank (1, 2, 2, 4)", zh: "并列者取较优位次（1、2、2、4）" } },
} as const satisfies Convention;

/** Two years of `size` places in two groups with four indicators, one of them falling, under two aspects. */
export function compositeExample(
  seed: number,
  size: number,
  recipe: Omit<RecipeInput, "nodes" | "indicators">,
): Example {
  const draw = random(seed, "composite/example");
  const rows = Array.from({ length: 2 * size }, (_, row) => row);
  const values = (least: number) => rows.map(() => least + 10 * draw.uniform());
  return {
    inputs: {
      data: makeTable(
        "data",
        ["place", "year"],
        [
          labels(
            "place",
            rows.map((row) => `p${String(row >> 1).padStart(3, "0")}`),
          ),
          numbers(
            "year",
            "1",
            rows.map((row) => 2020 + (row & 1)),
          ),
          labels(
            "cluster",
            rows.map((row) => `c${(row >> 1) % 2}`),
          ),
          numbers("gdp_per_head", "yuan per person", values(1)),
          numbers("patents", "1", values(0)),
          numbers("energy_per_gdp", "1", values(2)),
          numbers("green_share", "percent", values(20)),
        ],
        {
          roles: {
            place: "place",
            year: "year",
            group: "cluster",
            indicators: ["gdp_per_head", "patents", "energy_per_gdp", "green_share"],
          },
        },
      ),
      recipe: {
        nodes: [
          { id: "economy", title: { en: "Economy", zh: "经济" }, weight: 2 },
          { id: "environment", title: { en: "Environment", zh: "环境" } },
        ],
        indicators: [
          { id: "gdp_per_head", node: "economy" },
          { id: "patents", node: "economy" },
          { id: "energy_per_gdp", node: "environment", direction: "down" },
          { id: "green_share", node: "environment" },
        ],
        ...recipe,
      },
    },
  };
}
