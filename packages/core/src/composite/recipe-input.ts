import type { Convention, Example, RawInputs } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import { label, number, optional, record, table } from "../contract/readings.ts";
import { type Column, labels, makeTable, numbers } from "../contract/table.ts";
import { plainRecipe, type Recipe, type RecipeInput, recipeSchema } from "./recipe.ts";
import type { CompositeData } from "./scale.ts";

/** What every method about composites reads: indicators by place (and year, and group), and a recipe. */
export const recipeInputs = {
  data: table({ place: label.one, year: number.optional, group: label.optional, indicators: number.many }),
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

export const recipeConventions = {
  recipe: {
    title: { en: "Recipe", zh: "合成方案" },
    choices: {
      given: { en: "as given", zh: "按给定方案" },
      plain: {
        en: "none given: every column counts upwards, equal weights, no aspects",
        zh: "未给定：所有列均视为正向指标、等权、不分层",
      },
    },
  },
  normalise: {
    title: { en: "Normalisation", zh: "标准化方法" },
    choices: {
      "min-max": { en: "between the least and the greatest value", zh: "极差标准化" },
      "z-score": { en: "mean 0, deviation 1 (over n - 1)", zh: "Z 分数标准化（标准差以 n-1 计）" },
      target: { en: "way from the worst value to the target", zh: "目标值标准化" },
      goalposts: { en: "between stated goalposts", zh: "给定阈值标准化" },
      rank: { en: "rank, ties share the mean", zh: "位次标准化，同值取平均位次" },
    },
  },
  scope: {
    title: { en: "Goalposts", zh: "阈值范围" },
    choices: {
      pooled: { en: "pooled over all years: scores compare over time", zh: "各年合并：得分可跨年比较" },
      "by-year": { en: "of each year: scores compare within a year only", zh: "逐年分别：得分仅可在同年内比较" },
    },
  },
  weigh: {
    title: { en: "Weights", zh: "赋权方法" },
    choices: {
      given: { en: "as stated in the recipe", zh: "按方案给定的权重" },
      table: { en: "as in the table of weights", zh: "按所给权重表" },
      equal: { en: "equal among siblings at every node", zh: "各层级内等权" },
      entropy: {
        en: "entropy of the normalised values over all rows",
        zh: "熵权，依据全部样本的标准化值",
      },
      critic: {
        en: "CRITIC of the normalised values over all complete rows",
        zh: "CRITIC 法，依据全部完整样本的标准化值",
      },
      cv: {
        en: "coefficient of variation of the normalised values over all rows",
        zh: "变异系数法，依据全部样本的标准化值",
      },
      ahp: {
        en: "judgements in pairs at every node that has them, as stated at the others",
        zh: "有判断矩阵的层级用层次分析法（AHP），其余按给定权重",
      },
      pca: {
        en: "squared loadings on components of the normalised values over all complete rows",
        zh: "主成分载荷平方，依据全部完整样本的标准化值",
      },
    },
  },
  aggregate: {
    title: { en: "Aggregation", zh: "合成方法" },
    choices: {
      arithmetic: { en: "arithmetic mean", zh: "算术平均" },
      geometric: { en: "geometric mean", zh: "几何平均" },
      harmonic: { en: "harmonic mean", zh: "调和平均" },
      mixed: { en: "by node, as stated in the recipe", zh: "各层级分别设定" },
    },
  },
} as const satisfies Record<string, Convention>;

export const tiesConvention = {
  title: { en: "Ties", zh: "并列位次" },
  choices: { best: { en: "share the better rank (1, 2, 2, 4)", zh: "并列者取较优位次（1、2、2、4）" } },
} as const satisfies Convention;

/** The answers that a recipe takes, by the names in `recipeConventions`. */
export function conventionOf(recipe: Recipe, given: boolean) {
  const stated = [...recipe.nodes, ...recipe.indicators].some(({ weight }) => weight !== undefined);
  const means = new Set([recipe.aggregate, ...recipe.nodes.map((node) => node.aggregate ?? recipe.aggregate)]);
  return {
    recipe: given ? "given" : "plain",
    normalise: recipe.normalise.method,
    scope: recipe.normalise.scope,
    weigh: recipe.weigh.method === "given" && !stated ? "equal" : recipe.weigh.method,
    aggregate: means.size > 1 ? "mixed" : recipe.aggregate,
  };
}

/** Columns that say which place (and year) a row of a result is about. */
export function keyColumns(
  { place, year, group }: CompositeData,
  rows: ArrayLike<number>,
  withGroup: boolean,
): { key: string[]; columns: Column[] } {
  const pick = <T>(values: ArrayLike<T>) => Array.from(rows, (row) => values[row]);
  const columns: Column[] = [labels("place", pick(place), { en: "place", zh: "地区" })];
  if (year !== undefined) columns.push(numbers("year", "year", pick(year), { title: { en: "year", zh: "年份" } }));
  // views name the column, so it is there even where no places are grouped
  if (withGroup) columns.push(labels("group", pick(group ?? place.map(() => null)), { en: "group", zh: "分组" }));
  return { key: year === undefined ? ["place"] : ["place", "year"], columns };
}

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
