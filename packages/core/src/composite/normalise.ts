/**
 * Brings indicators of different units and directions to one scale on which more is better.
 *
 *   min-max    a + (b - a) (x - min) / (max - min)       z-score  (x - mean) / sd, sd over n - 1
 *   target     a + (b - a) (x - worst) / (target - worst)  goalposts  the same between stated values
 *   rank       a + (b - a) (rank - 1) / (n - 1), ties share the mean rank
 *
 * [a, b] is the recipe's range; a falling indicator has min and max exchanged (z-score: the sign). Goalposts are pooled
 * over all years unless the recipe says by-year. Gaps stay gaps. Where all values are alike every place gets the middle
 * of the range, with a warning. Values beyond goalposts or target count as at them unless the recipe says clip: false.
 * The table `goalposts` names the two raw values behind every linear scale, so that each cell can be done again by hand.
 *
 * @example
 * normalise({ place: ["a", "b", "c"], indicators: [
 *   { name: "x", unit: "1", values: Float64Array.of(2, 3, 6) },
 * ] }).columns[0] // 0, .25, 1
 */
import { z } from "zod";
import { defineMethod, type Outcome } from "../contract/method.ts";
import { labels, makeTable, numbers } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import type { Recipe } from "./recipe.ts";
import {
  compositeExample,
  conventionOf,
  keyColumns,
  poolsYears,
  recipeConventions,
  recipeFor,
  recipeInputs,
} from "./recipe-input.ts";
import { recipeTree } from "./recipe-tree.ts";
import { type CompositeData, checkRows, type Goalposts, scale } from "./scale.ts";
import { goalpostsTable } from "./score-tables.ts";
import { traceToIndicators } from "./score-trace.ts";

export interface Normalised extends Outcome {
  /** The recipe's indicators, each with its column by row of the data. */
  readonly indicators: readonly { readonly id: string; readonly title: Text; readonly unit: string }[];
  readonly columns: readonly Float64Array[];
  readonly goalposts: readonly Goalposts[];
}

export function normalise(data: CompositeData, { recipe }: { readonly recipe?: Recipe | undefined } = {}): Normalised {
  checkRows("normalise", data);
  const used = recipeFor(data, recipe);
  recipeTree(used); // refuses a recipe that does not hold together
  const { columns, goalposts, warnings } = scale(used, data);
  const { normalise, scope } = conventionOf(used, recipe !== undefined);
  return {
    indicators: used.indicators.map(({ id, title, unit }) => {
      const column = data.indicators.find(({ name }) => name === id);
      return { id, title: title ?? column?.title ?? same(id), unit: unit ?? column?.unit ?? "1" };
    }),
    columns,
    goalposts,
    n: data.place.length,
    warnings,
    convention: { recipe: recipe === undefined ? "plain" : "given", normalise, scope },
  };
}

const { recipe, normalise: methods, scope } = recipeConventions;

export default defineMethod({
  id: "composite/normalise",
  version: 1,
  title: { en: "Normalised indicators", zh: "指标标准化" },
  question: {
    en: "How do places stand on each indicator, on one scale where more is better?",
    zh: "把不同量纲、不同方向的指标放到同一尺度上，各地水平如何？",
  },
  formula: "v = a + (b − a)(x − x₀) / (x₁ − x₀);  z = (x − x̄) / s",
  where: {
    en: "x₀, x₁: the raw values at the ends of the range [a, b]; x̄, s: mean and deviation over n - 1",
    zh: "x₀、x₁：区间 [a, b] 两端对应的原值；x̄、s：均值与标准差（n-1）",
  },
  cites: [
    {
      text: "OECD, JRC (2008). Handbook on Constructing Composite Indicators: Methodology and User Guide. OECD Publishing.",
      checked: "unverified",
    },
  ],
  conventions: { recipe, normalise: methods, scope },
  pitfalls: [
    {
      en: "Min-max gives 0 to the last place, which kills logarithms and geometric means.",
      zh: "极差标准化使末位为 0，取对数或几何平均时失效。",
    },
    {
      en: "One extreme value squeezes all others together; see composite/treat-outliers.",
      zh: "一个极端值会把其余数值压到一起，可先用 composite/treat-outliers 处理。",
    },
  ],
  inputs: recipeInputs,
  options: z.strictObject({}),
  gaps: "pass",
  comparesYears: poolsYears,
  cost: "live",
  example: (seed, size) => compositeExample(seed, size, {}),
  worked: {
    inputs: {
      data: makeTable(
        "data",
        ["place"],
        [labels("place", ["a", "b", "c"]), numbers("rise", "1", [2, 3, 6]), numbers("fall", "1", [0, 5, 11])],
      ),
      recipe: { indicators: [{ id: "rise" }, { id: "fall", direction: "down" }] },
    },
    gives: { "normalised[1].rise": 0.25, "normalised[1].fall": 6 / 11, "goalposts[1].low": 11 },
    source: {
      en: "by hand: (3 - 2) / (6 - 2) and (11 - 5) / (11 - 0)",
      zh: "手算：(3 − 2) / (6 − 2) 与 (11 − 5) / (11 − 0)",
    },
  },
  run: ({ data, recipe }) => normalise(data, { recipe }),
  scalars: {},
  tables: ({ indicators, columns, goalposts }, { data }) => {
    const keys = keyColumns(data, Uint32Array.from(data.place.keys()), data.group !== undefined);
    const scaled = indicators.map(({ id, title }, at) => numbers(id, "1", columns[at], { title }));
    return [
      makeTable("normalised", keys.key, [...keys.columns, ...scaled], {
        title: { en: "Normalised indicators", zh: "标准化指标" },
      }),
      goalpostsTable(goalposts, indicators),
    ];
  },
  views: [],
  trace: traceToIndicators,
});
