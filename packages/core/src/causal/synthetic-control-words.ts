import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const syntheticControlConventions = {
  match: {
    title: { en: "Matched on", zh: "匹配依据" },
    choices: {
      outcome: { en: "the outcome before treatment, year by year", zh: "处理前各年结果变量" },
      nested: {
        en: "predictors, of the importance that fits the outcome before best",
        zh: "预测变量，其重要性由处理前结果变量的最优拟合确定",
      },
      given: { en: "predictors, of the importance given", zh: "预测变量，其重要性由用户给定" },
    },
  },
  reference: {
    title: { en: "Placebos", zh: "安慰剂" },
    choices: {
      donors: { en: "every donor in turn, one place being treated", zh: "仅一个地区受处理，逐一取各对照地区" },
      every: {
        en: "every set of as many places as are treated, among all, the treated included; twins are of the places outside the set",
        zh: "取全部地区（含处理地区）中与处理地区等数的所有组合，以组合之外的地区合成",
      },
      drawn: {
        en: "different sets of as many places as are treated, drawn among all, the treated included; twins are of the places outside the set",
        zh: "自全部地区（含处理地区）随机抽取互不相同、与处理地区等数的组合，以组合之外的地区合成",
      },
      none: { en: "none", zh: "无" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const syntheticControlMeans = {
  outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
  treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
  first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  predictors: {
    en: "what a twin should be like before treatment; without them the outcome alone is matched",
    zh: "合成对照在处理前应与之相近的变量；未给出时仅匹配结果变量",
  },
  fitFrom: {
    en: "the first year that is fitted; the first of the data unless given",
    zh: "拟合的首年；缺省为数据首年",
  },
  backdate: {
    en: "year of the placebo in time; halfway through the years fitted unless given, if these are six or more",
    zh: "时间安慰剂的年份；缺省为拟合期中点（拟合期不少于 6 年时）",
  },
  importance: {
    en: "of each predictor by its name, and of the outcome's mean as outcome; sought unless given",
    zh: "各预测变量的重要性（按名称给出，结果变量均值记为 outcome）；缺省为搜索所得",
  },
  draws: {
    en: "sets of places drawn where several are treated; all are taken where there are no more",
    zh: "多个地区受处理时抽取的地区组合数；组合总数不超过此数时全部取用",
  },
  level: { en: "share of placebos that the interval holds", zh: "区间所含安慰剂的比例" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const syntheticControlPitfalls = [
  {
    en: "With one treated place and J donors p is never below 1 / (J + 1): 19 donors are needed for 0.05.",
    zh: "一个地区受处理、对照地区为 J 个时 p 不小于 1/(J+1)：要达到 0.05 至少需 19 个。",
  },
  {
    en: "With several treated the sets compared hold treated places and have some as donors, so that a true effect is in the placebos too: p is right, and finds less. Of 3 in 20 treated an effect of about one and a half yearly changes is found in 52 of 100 cases; sets of donors alone found 64, and called 18 of 100 idle policies effects.",
    zh: "多个地区受处理时，比较的组合含处理地区，其对照亦可能含处理地区，真实效应因而也进入安慰剂：p 值正确而检验力较低。20 个地区中 3 个受处理时，约 1.5 倍年际变动的效应 100 次中测得 52 次；仅以对照地区组合比较则为 64 次，但会把 100 项无效政策中的 18 项误判为有效。",
  },
  {
    en: "Importance of predictors has several local optima, and published weights may rest on one of them: for the Basque Country those of the Synth package (Catalonia .851, Madrid .149) fit the years before half as well, by mean square, as the mixture found here. The least gap that any mixture attains stands beside.",
    zh: "预测变量的重要性有多个局部最优，已发表的权重可能只是其中之一：巴斯克案例中 Synth 包所得权重（加泰罗尼亚 .851、马德里 .149）的处理前均方误差约为此处所得的两倍。任何合成所能达到的最小误差一并列出。",
  },
  {
    en: "A donor that is itself touched by the policy, or by a shock of its own, is told as an effect.",
    zh: "对照地区若受政策波及或自身遭受冲击，会被误作效应。",
  },
  {
    en: "The placebo in time takes means of predictors over the years before its own date, and leaves out a predictor that some place lacks there.",
    zh: "时间安慰剂仅使用其假想日期之前的预测变量均值；若某地区在此期间缺失某预测变量，则不使用该变量。",
  },
] as const satisfies readonly Text[];
