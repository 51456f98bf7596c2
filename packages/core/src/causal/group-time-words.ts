import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const groupTimeConventions = {
  control: {
    title: { en: "Controls", zh: "对照组" },
    choices: {
      "never-treated": { en: "places never treated", zh: "从未受处理的地区" },
      "not-yet-treated": { en: "places not treated by the later of the two years", zh: "届时尚未受处理的地区" },
    },
  },
  base: {
    title: { en: "Base year before treatment", zh: "处理前各年的基期" },
    choices: {
      varying: {
        en: "the year before, as long as nobody may anticipate treatment: changes from year to year",
        zh: "上一年（限于可能提前反应之前）：逐年变化",
      },
      universal: {
        en: "the last year before treatment, or before it may be anticipated: distances from it",
        zh: "处理（及可能的提前反应）前最后一年：与其之差",
      },
    },
  },
  adjustment: {
    title: { en: "Adjustment for covariates", zh: "协变量调整" },
    choices: {
      regression: { en: "regression among controls", zh: "对照组回归" },
      weighting: { en: "controls weighted by the odds of treatment", zh: "按处理概率之比加权" },
      "doubly-robust": { en: "both: right if either model is", zh: "双重稳健：两个模型有一个正确即可" },
    },
  },
  headline: {
    title: { en: "Headline effect", zh: "主要效应的汇总方式" },
    choices: {
      simple: { en: "all effects after treatment, by places", zh: "全部处理后效应，按地区数加权" },
      "by-event-time": { en: "mean over the years since treatment", zh: "按处理后年数平均" },
      "by-cohort": { en: "mean of each cohort, by places", zh: "先按批次平均，再按地区数加权" },
      "by-year": { en: "mean over calendar years", zh: "按日历年平均" },
    },
  },
  errors: {
    title: { en: "Errors", zh: "标准误" },
    choices: {
      places: { en: "influence functions, by place", zh: "影响函数，按地区聚类" },
      clusters: { en: "influence functions, by cluster", zh: "影响函数，按给定组聚类" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const groupTimeMeans = {
  outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
  treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
  first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  covariates: { en: "what the comparison is adjusted for, as it was before", zh: "用于调整的协变量，取处理前的值" },
  clustering: { en: "places of one cluster err together", zh: "误差相关的地区组" },
  anticipation: {
    en: "years before treatment in which places may already respond; the joint test leaves them out",
    zh: "处理前可能已有反应的年数；联合检验不含这些年份",
  },
  level: { en: "coverage of intervals and of the band", zh: "区间与置信带的置信水平" },
  draws: { en: "draws of the band over event times; 0 leaves it out", zh: "置信带的抽取次数；0 为不计算" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const groupTimePitfalls = [
  {
    en: "Effects before treatment near 0 do not show that the trends would have stayed alike.",
    zh: "处理前效应接近 0，并不能证明此后趋势仍会平行。",
  },
  {
    en: "Base varying gives changes from year to year before treatment, base universal distances from the last year: their plots look different and say the same.",
    zh: "varying 在处理前给出逐年变化，universal 给出与基期之差：图形不同，含义一致。",
  },
  {
    en: "A place that lacks a covariate in one year is left out of all comparisons, also of those in which that year plays no part: leave out the covariate, or the year, if that costs too many.",
    zh: "某年缺少协变量的地区不参与任何比较，即使该年与某一比较无关：若因此损失过多地区，请去掉该协变量或该年。",
  },
  {
    en: "Years need not follow each other: of data of every second year the base is the last that there is before treatment, and an effect may have begun between the two.",
    zh: "年份不必连续：隔年数据以处理前最后一个有数据的年份为基期，效应可能在两者之间已开始。",
  },
  {
    en: "With few treated places, or few controls, the normal interval is too narrow, and of one alone there is none: look at causal/randomisation too.",
    zh: "受处理或对照地区很少时，正态区间偏窄，仅有一个时则不给出：请同时查看 causal/randomisation。",
  },
] as const satisfies readonly Text[];
