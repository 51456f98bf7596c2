import type { Text } from "../language/text.ts";
import type { Thresholds } from "./verdict-rules.ts";

/** What each threshold is, and whose convention its default is. */
export const thresholdMeans = {
  level: { en: "tests decide at 1 - level", zh: "检验以 1 - level 为准" },
  pretrend: {
    en: "a p of no difference before treatment below this speaks against (0.05: the usual level)",
    zh: "处理前无差异检验的 p 低于此值即为质疑（0.05：通行水平）",
  },
  refuted: {
    en: "below this nothing can be told (0.01: so that one sound comparison in a hundred is given up)",
    zh: "低于此值则不能判断（0.01：一百个可靠比较中仅误弃一个）",
  },
  misfit: {
    en: "usual yearly changes that a synthetic twin may miss by before treatment (1: then the gap after is within what a year does)",
    zh: "合成对照处理前允许的误差，以通常年际变动计（1：超过则处理后差距可能只是年际波动）",
  },
  fewPlaces: {
    en: "fewer places than this on a side, or clusters that carry the effect, need a placebo test (10: below it normal intervals are too narrow)",
    zh: "一侧地区或实际承载效应的聚类少于此数须有安慰剂检验（10：不足时正态区间偏窄）",
  },
  fewClusters: {
    en: "fewer clusters than this need a placebo test (30: the rule of thumb for clustered errors)",
    zh: "聚类少于此数须有安慰剂检验（30：聚类标准误的经验标准）",
  },
  fewDonors: { en: "fewer controls than this speak against", zh: "对照少于此数即为质疑" },
  heavy: {
    en: "a control of more weight than this speaks against (0.5: one place is most of the comparison)",
    zh: "单一对照权重高于此值即为质疑（0.5：比较主要系于一地）",
  },
  agreement: {
    en: "at least this share of the other estimates must point the same way (2/3: two of three)",
    zh: "其他估计中方向一致者至少应占此比例（2/3：三者之二）",
  },
  early: {
    en: "a placebo in time of more than this share of the effect speaks against (0.5: half of it was there before)",
    zh: "时间安慰剂超过效应的此比例即为质疑（0.5：一半在处理前已存在）",
  },
  forbidden: {
    en: "more weight than this on comparisons with places treated already speaks against",
    zh: "以已处理地区为对照的权重高于此值即为质疑",
  },
  uncovered: {
    en: "a larger share treated without counterpart speaks against",
    zh: "无对照的处理占比高于此值即为质疑",
  },
  imbalance: {
    en: "a larger standardised difference of a covariate speaks against (0.1: the usual mark of balance)",
    zh: "协变量标准化差异大于此值即为质疑（0.1：通行的平衡标准）",
  },
} as const satisfies Record<keyof Thresholds, Text>;
