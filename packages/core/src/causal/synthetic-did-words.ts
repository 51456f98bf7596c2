import type { Convention } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** The answers that are taken where the literature has more than one. */
export const syntheticDidConventions = {
  error: {
    title: { en: "Error", zh: "标准误" },
    choices: {
      placebo: { en: "of effects on controls drawn as if treated", zh: "抽取对照地区作安慰剂处理" },
      none: { en: "none", zh: "无" },
    },
  },
  weights: {
    title: { en: "Weights", zh: "权重" },
    choices: { sparse: { en: "sparse after 100 steps, then settled", zh: "100 步后稀疏化，再迭代至收敛" } },
  },
} as const satisfies Record<string, Convention>;

/** What roles and options are. */
export const syntheticDidMeans = {
  outcome: { en: "what the policy may have changed", zh: "政策可能影响的结果变量" },
  treated: { en: "1 in the years under treatment, else 0", zh: "处理年份记 1，其余记 0" },
  first: { en: "instead: first year under treatment, 0 for never", zh: "或给出首个处理年份，从未处理记 0" },
  draws: { en: "placebo draws of the error; 0 leaves it out", zh: "安慰剂抽取次数；0 为不计算标准误" },
  level: { en: "coverage of the interval", zh: "区间的置信水平" },
} as const satisfies Record<string, Text>;
