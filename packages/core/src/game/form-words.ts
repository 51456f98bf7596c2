import type { Convention } from "../contract/method.ts";

export const gameConventions: Readonly<Record<"form" | "of" | "unlisted", Convention>> = {
  form: {
    title: { en: "Form of the game", zh: "博弈形式" },
    choices: {
      coalitions: { en: "a value for every coalition", zh: "逐个联盟给出取值" },
      pairs: { en: "own values and links of pairs, added up inside a coalition", zh: "自有值加两两联系之和" },
      airport: {
        en: "a coalition costs what its most demanding member does",
        zh: "联盟成本为成员最高需求（机场博弈）",
      },
      bankruptcy: { en: "what is left when all others are paid in full", zh: "足额支付他人后的剩余（破产博弈）" },
    },
  },
  of: {
    title: { en: "What a value is", zh: "取值的含义" },
    choices: {
      gain: { en: "a gain, more is better", zh: "收益，越多越好" },
      cost: { en: "a cost, less is better", zh: "成本，越少越好" },
    },
  },
  unlisted: {
    title: { en: "Coalitions not listed", zh: "未列出的联盟" },
    choices: {
      refuse: { en: "refused", zh: "拒绝" },
      parts: {
        en: "the best that listed parts of them make together, a party alone 0",
        zh: "取已列部分的最优组合，单独一方取 0",
      },
    },
  },
};

export const gameMeans = {
  coalition: { en: "parties joined by +, such as A+B+C, in any order", zh: "以 + 连接的各方，如 A+B+C，次序不限" },
  value: {
    en: "of a coalition: what it makes or costs; of a party: its own value, cost or claim, as the form says; of a link: what two add together",
    zh: "联盟：其收益或成本；参与方：按形式为自有值、成本或诉求；联系：两方合作的增量",
  },
  estate: { en: "what there is to split in a bankruptcy game", zh: "破产博弈中的可分总额" },
};
