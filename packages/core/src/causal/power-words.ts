import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { estimatorWords } from "./power-tables.ts";

/** The answers that are taken where the literature has more than one. */
export const powerConventions = {
  estimator: { title: { en: "Estimator", zh: "估计方法" }, choices: estimatorWords },
  cells: {
    title: { en: "Untreated cells", zh: "未处理数据" },
    choices: {
      "never-treated": { en: "places never treated", zh: "从未处理的地区" },
      all: { en: "all places, less the effect found", zh: "全部地区，扣除所得效应" },
    },
  },
  by: {
    title: { en: "Smallest effect", zh: "最小效应" },
    choices: {
      placebo: { en: "by placebos", zh: "按安慰剂分布" },
      analytic: { en: "by a standard error", zh: "按标准误" },
    },
  },
  placebos: {
    title: { en: "Placebos", zh: "安慰剂" },
    choices: {
      every: { en: "every way to deal out adoption", zh: "穷举全部分配方式" },
      drawn: { en: "drawn", zh: "随机抽取" },
    },
  },
  error: {
    title: { en: "Standard error", zh: "标准误" },
    choices: {
      placebos: { en: "spread of placebo effects", zh: "安慰剂效应的标准差" },
      given: { en: "of the estimate given", zh: "所给估计的标准误" },
    },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const powerMeans = {
  outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
  treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
  first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  estimate: { en: "an estimate, whose error the analytic answer takes", zh: "某项估计，解析结果取其标准误" },
  standard_error: { en: "its standard error", zh: "其标准误" },
  draws: { en: "placebo assignments; every one where there are no more", zh: "安慰剂分配次数；总数不多于此时穷举" },
  level: { en: "of the test", zh: "检验水平" },
  power: { en: "chance of being found at which an effect counts as detectable", zh: "视为可识别所要求的功效" },
} as const satisfies Record<string, Text>;

/** What users trip over. */
export const powerPitfalls = [
  {
    en: "Work it out from the design, not from the effect found: power at the effect found says no more than its p.",
    zh: "应由设计计算，而非由所得效应计算：以所得效应求功效，所说不过是其 p 值。",
  },
  {
    en: "Placebos on places never treated leave fewer controls than the real comparison has: the answer errs to the large side.",
    zh: "以从未处理地区做安慰剂，对照少于实际比较：结果偏大。",
  },
  {
    en: "The effect is taken for constant; one that grows from year to year is found more or less easily by its mean.",
    zh: "假定效应恒定；若逐年变化，以其均值近似，识别难易会有出入。",
  },
] as const satisfies readonly Text[];
