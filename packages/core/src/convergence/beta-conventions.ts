import type { Convention } from "../contract/method.ts";
import { pricesConvention } from "./prices.ts";

export const betaConventions: Readonly<Record<string, Convention>> = {
  kind: {
    title: { en: "Convergence", zh: "收敛类型" },
    choices: {
      absolute: { en: "absolute: without controls", zh: "绝对 β 收敛（无控制变量）" },
      conditional: { en: "conditional: with controls or effects of groups", zh: "条件 β 收敛（含控制变量或分组效应）" },
    },
  },
  growth: {
    title: { en: "What is explained", zh: "被解释变量" },
    choices: {
      "per-year": { en: "growth a year: ln(y_T / y_0) / T", zh: "年均增长：ln(y_T / y₀) / T" },
      total: { en: "growth over the span: ln(y_T / y_0)", zh: "期间总增长：ln(y_T / y₀)" },
    },
  },
  errors: {
    title: { en: "Standard errors", zh: "标准误" },
    choices: {
      classical: { en: "classical: one error variance", zh: "经典（同方差）" },
      hc1: { en: "robust, HC1", zh: "稳健，HC1" },
      hc3: { en: "robust, HC3", zh: "稳健，HC3" },
    },
  },
  groups: {
    title: { en: "Groups", zh: "分组" },
    choices: {
      apart: { en: "fitted apart beside all places", zh: "在全部地区之外分别估计" },
      effects: { en: "effects in one fit: convergence within groups", zh: "作为固定效应进入同一回归：组内收敛" },
    },
  },
  prices: pricesConvention,
};
