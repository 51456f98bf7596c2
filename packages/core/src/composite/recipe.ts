/**
 * A recipe is one value that says how a composite is made: which indicators, under which aspects, normalised, weighed
 * and aggregated how, and what happens with gaps. Index, rank uncertainty and every other method about composites take
 * it; it is plain data, so it can stand in a study file, be hashed, and be varied by a method.
 *
 *   nodes:      [{ id: economy, title: { en: Economy, zh: 经济 } }, { id: trade, parent: economy }]
 *   indicators: [{ id: gdp_per_head, node: economy, direction: up }, { id: energy_per_gdp, direction: down, weight: 2 }]
 *   normalise:  { method: min-max, scope: pooled, range: [0.01, 1] }
 *   weigh:      { method: given }
 *   aggregate:  geometric
 *   missing:    { minimumShare: 0.6 }
 *
 * Weights are shares among siblings: what hangs under one node shares that node's weight, so an indicator's effective
 * weight is the product along its path. Nodes and indicators without a parent hang under the root, which is called
 * `total`. Every default of a composite stands in this file and nowhere else.
 */
import { z } from "zod";
import { aggregates, normalisations, weighings } from "./recipe-names.ts";

export * from "./recipe-names.ts";

const id = z.string().min(1);
const title = z.strictObject({ en: z.string(), zh: z.string() });
const weight = z.number().nonnegative();
const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high, "low < high");

const aggregate = z.enum(aggregates);

const nodeSchema = z.strictObject({
  id,
  title: title.optional(),
  /** The node above; the root if left out. */
  parent: id.optional(),
  weight: weight.optional(),
  aggregate: aggregate.optional(),
});

const indicatorSchema = z.strictObject({
  /** Name of the data column. */
  id,
  title: title.optional(),
  unit: z.string().optional(),
  /** The node it hangs under; the root if left out. */
  node: id.optional(),
  direction: z.enum(["up", "down"]).default("up"),
  weight: weight.optional(),
  /** The values between which `goalposts` normalises, in the indicator's unit, smaller first whatever the direction. */
  goalposts: range.optional(),
  target: z.number().optional(),
});

const normaliseSchema = z.strictObject({
  method: z.enum(normalisations).default("min-max").describe("How values are put on one scale"),
  /** Pooled over all years by default: goalposts that move every year reverse the sign of many real changes. */
  scope: z
    .enum(["pooled", "by-year"])
    .default("pooled")
    .describe("pooled: the ends over all years together; by-year: each year by its own"),
  /** Where the worst and the best value come to lie. Z-scores have mean 0 and deviation 1 and take no range. */
  range: range.default([0, 1]).describe("Where the worst and the best value come to lie, such as [0.01, 1]"),
  /** Whether values beyond goalposts or target count as at them. */
  clip: z.boolean().default(true).describe("Whether values beyond goalposts or target count as at them"),
  /** Indicators whose logarithm is normalised. */
  log: z.array(id).default([]).describe("Indicators whose logarithm is taken, beside those with log: true"),
});

export const recipeSchema = z.strictObject({
  title: title.optional(),
  nodes: z.array(nodeSchema).default([]),
  indicators: z.array(indicatorSchema).min(1),
  normalise: normaliseSchema.prefault({}),
  weigh: z
    .strictObject({
      /**
       * `given` reads the weights that stand in the tree, 1 where none does, so it is `equal` until a weight is stated;
       * `equal` sets stated weights aside. The others weigh indicators by their normalised values over all rows (see
       * data-weights.ts): `entropy` and `cv` by dispersion, `critic` by dispersion and conflict, `pca` by the variance that
       * each carries in the first components. `ahp` weighs what hangs under a node by judgements in pairs.
       */
      method: z
        .enum([...weighings, "ahp"])
        .default("given")
        .describe("given: the weights that stand in the tree of indicators"),
      /**
       * For `ahp`: by node (`total` for the root), by expert, how many times as important one child is as another. One half of
       * a matrix is enough; experts are joined by the geometric mean of their judgements. A node without keeps its stated
       * weights.
       */
      judgements: z
        .record(id, z.record(id, z.record(id, z.record(id, z.number().positive()))))
        .optional()
        .describe(
          "ahp: by node (total for the root), expert and child, how many times as important as the other child",
        ),
    })
    .prefault({}),
  aggregate: aggregate.default("arithmetic"),
  missing: z
    .strictObject({
      /**
       * The share of a node's weight that must be there for it to be scored. At .6 one of two equal children does not
       * make a node (it would be that child under another name), two of three do, three of five do.
       */
      minimumShare: z
        .number()
        .min(0)
        .max(1)
        .default(0.6)
        .describe("The share of a node's weight that must be there for it to be scored"),
    })
    .prefault({}),
});

export type Recipe = z.output<typeof recipeSchema>;
export type RecipeInput = z.input<typeof recipeSchema>;
export type RecipeIndicator = Recipe["indicators"][number];

/** The recipe with every default filled in. */
export function makeRecipe(input: RecipeInput): Recipe {
  return recipeSchema.parse(input);
}

/** What is taken without a recipe: every column counts upwards, equal weights, no aspects. */
export function plainRecipe(columns: readonly string[]): Recipe {
  return makeRecipe({ indicators: columns.map((id) => ({ id })) });
}
