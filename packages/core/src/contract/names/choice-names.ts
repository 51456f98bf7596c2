import type { Text } from "../../language/text.ts";

const stated = { en: "as stated in the recipe", zh: "按给定方案" };

/** What the answers to an option are called, by option and answer, where no convention says what they mean. */
export const choiceNames: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  absorb: { place: { en: "place", zh: "地区" }, year: { en: "year", zh: "年份" } },
  aggregations: {
    stated,
    arithmetic: { en: "arithmetic mean", zh: "算术平均" },
    geometric: { en: "geometric mean", zh: "几何平均" },
    harmonic: { en: "harmonic mean", zh: "调和平均" },
  },
  boundary: { "as-published": { en: "as the standard was published", zh: "按标准原文" } },
  normalisations: {
    stated,
    "min-max": { en: "between the least and the greatest value", zh: "极差标准化" },
    "z-score": { en: "mean 0, deviation 1", zh: "Z 分数标准化" },
    target: { en: "way from the worst value to the target", zh: "目标值标准化" },
    goalposts: { en: "between stated goalposts", zh: "给定阈值标准化" },
    rank: { en: "rank", zh: "位次标准化" },
  },
  only: {
    "lost-factor": { en: "factor k lost from the coupling degree", zh: "耦合度丢失系数 k" },
    scope: { en: "goalposts the other way (pooled or by year)", zh: "阈值合并与逐年互换" },
    clipping: { en: "clipping of extremes the other way", zh: "极端值截断与否互换" },
    "equal-weights": { en: "equal weights", zh: "改用等权" },
    "entropy-weights": { en: "entropy weights", zh: "改用熵权" },
  },
  scopes: {
    stated,
    pooled: { en: "pooled over all years", zh: "各年合并" },
    "by-year": { en: "of each year", zh: "逐年分别" },
  },
  tails: {
    "two-sided": { en: "two-sided: smaller tail doubled (spdep)", zh: "双侧：较小尾部加倍（spdep）" },
    folded: { en: "one tail: the smaller as it is (GeoDa, esda)", zh: "折叠单侧：较小尾部（GeoDa、esda）" },
  },
  weighings: {
    stated,
    given: { en: "weights of the recipe", zh: "方案给定的权重" },
    equal: { en: "equal weights", zh: "等权" },
    entropy: { en: "entropy weights", zh: "熵值法" },
    critic: { en: "CRITIC", zh: "CRITIC 法" },
    cv: { en: "coefficient of variation", zh: "变异系数法" },
    pca: { en: "principal components", zh: "主成分法" },
  },
};
