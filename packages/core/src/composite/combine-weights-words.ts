import { InputError, NumericalError } from "../contract/errors.ts";
import type { Warning } from "../contract/method.ts";
import type { CombineRule } from "./combine-weights.ts";
import type { WeightSet } from "./combine-weights-sets.ts";
import type { WeightGame } from "./weight-game.ts";

export function contradicting(sets: readonly WeightSet[]): NumericalError {
  return new NumericalError("singular", {
    en: `combine-weights: the equations of the game contradict each other: ${sets.map(({ name }) => name).join(", ")} depend on each other, and no mixture is closest to all; leave one out or take rule: linear`,
    zh: `combine-weights：博弈方程组矛盾：${sets.map(({ name }) => name).join("、")} 线性相关，无解；请去掉一组，或改用 rule: linear`,
  });
}

export function nothingInCommon(): InputError {
  return new InputError({
    code: "product-zero",
    text: {
      en: "combine-weights: every indicator has weight 0 in some set, so every product is 0; expected one with weight in all",
      zh: "combine-weights：每个指标都在某组中权重为 0，乘积全为 0；至少应有一个指标在各组中均有权重",
    },
    hint: { en: "take rule: linear or game", zh: "请改用 rule: linear 或 game" },
  });
}

export function combineWarnings(
  rule: CombineRule,
  sets: readonly WeightSet[],
  game: WeightGame | undefined,
  found: readonly number[],
  indicators: readonly string[],
): Warning[] {
  const warnings: Warning[] = [];
  if (game === undefined) {
    warnings.push({
      code: "game-without-solution",
      text: {
        en: "the game has no solution on these sets, which depend on each other, and is not among the variants",
        zh: "各组权重线性相关，博弈论组合无解，未列入对照",
      },
    });
  } else if (rule === "game" && game.leftOut.length > 0) {
    const names = game.leftOut.map((at) => ({ title: sets[at].title, alpha: game.solved[at].toFixed(3) }));
    warnings.push({
      code: "coefficient-negative",
      text: {
        en: `the game would subtract ${names.map(({ title, alpha }) => `${title.en} (${alpha} as first solved)`).join(", ")}: left out, and the game played among the rest`,
        zh: `博弈解中 ${names.map(({ title, alpha }) => `${title.zh}（初解 ${alpha}）`).join("、")} 的系数为负：已剔除，并在其余各组间重新求解`,
      },
    });
  }
  const zero = indicators.filter((_, at) => found[at] === 0 && sets.some(({ weights }) => weights[at] > 0));
  if (zero.length > 0) {
    warnings.push({
      code: "weight-lost",
      text: {
        en: `${zero.join(", ")}: weight 0 in the whole, though not in every set`,
        zh: `指标 ${zero.join("、")} 在部分组中有权重，组合后为 0`,
      },
    });
  }
  return warnings;
}
