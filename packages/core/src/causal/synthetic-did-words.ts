import type { Convention, Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import type { SyntheticFit, SyntheticKind } from "./synthetic-weights.ts";

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

const unsettledParts = {
  controls: { en: "weights of controls", zh: "对照地区权重" },
  years: { en: "weights of years", zh: "年份权重" },
} as const;
const fitNames = {
  "synthetic-did": { en: "synthetic difference in differences", zh: "合成双重差分" },
  "synthetic-control": { en: "synthetic control", zh: "合成控制" },
  did: { en: "difference in differences", zh: "双重差分" },
} as const satisfies Record<SyntheticKind, Text>;
const percent = (share: number) => (100 * share).toPrecision(2);

/** Weights that were still moving at the last step, of the estimators and, counted, of the placebos of the first. */
export function unsettledWarnings(
  fits: ReadonlyMap<SyntheticKind, SyntheticFit>,
  placebos: readonly SyntheticFit[] = [],
): Warning[] {
  const warnings = [...fits].flatMap(([kind, { unsettled }]) =>
    unsettled.map(
      ({ of, steps, left }): Warning => ({
        code: "unsettled",
        text: {
          en: `${fitNames[kind].en}: ${unsettledParts[of].en} still moved after ${steps} steps; settled, they would take at most ${percent(left)} % off the squared gap`,
          zh: `${fitNames[kind].zh}：迭代 ${steps} 步后${unsettledParts[of].zh}仍在变动；若至收敛，平方误差至多再降 ${percent(left)}%`,
        },
      }),
    ),
  );
  const moving = placebos.filter(({ unsettled }) => unsettled.length > 0);
  if (moving.length === 0) return warnings;
  const most = Math.max(...moving.flatMap(({ unsettled }) => unsettled.map(({ left }) => left)));
  return [
    ...warnings,
    {
      code: "unsettled-placebos",
      text: {
        en: `weights of ${moving.length} of ${placebos.length} placebos still moved at the last step; settled, they would take at most ${percent(most)} % off the squared gap`,
        zh: `${placebos.length} 次安慰剂中有 ${moving.length} 次在末步权重仍在变动；若至收敛，平方误差至多再降 ${percent(most)}%`,
      },
    },
  ];
}
