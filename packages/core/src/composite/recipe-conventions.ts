import type { Convention } from "../contract/method.ts";
import type { Recipe } from "./recipe.ts";

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
