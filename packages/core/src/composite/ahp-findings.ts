import type { Finding } from "../contract/method.ts";
import { decimal } from "../contract/saying.ts";
import { acceptable } from "./ahp-priorities.ts";
import type { AhpWeightsResult } from "./ahp-weights.ts";
import { weightFindings } from "./weighing-findings.ts";

/** What weighs most, and whether the judgements hold together. */
export function ahpFindings({ weights, experts, inconsistent, ratio, convention }: AhpWeightsResult): Finding[] {
  const source = convention.randomIndex === "saaty-1977" ? "1977" : "1994";
  const findings = weightFindings(
    weights,
    {
      en: "{n, plural, one {The expert gives} other {# experts give}} the largest weight to {most} ({high}) and the smallest to {least} ({low}).",
      zh: "{n} 位专家判断下，权重最大的是{most}（{high}），最小的是{least}（{low}）。",
    },
    { n: experts.length },
  );
  if (Number.isNaN(ratio)) return findings;
  const bound = { bound: String(acceptable), source };
  return [
    ...findings,
    experts.length === 1
      ? {
          text: {
            en: "The consistency ratio is {ratio}, {ok, select, yes {within} other {over}} the bound of {bound} (random index of Saaty {source}).",
            zh: "一致性比例为 {ratio}，{ok, select, yes {未超过} other {超过}} {bound} 的界限（RI 取自 Saaty {source}）。",
          },
          values: { ratio: decimal(ratio, 3), ok: inconsistent === 0 ? "yes" : "no", ...bound },
        }
      : {
          text: {
            en: "{k} of {n} experts contradict themselves by more than the bound of {bound}; their mean judgements have a ratio of {ratio} (random index of Saaty {source}).",
            zh: "{n} 位专家中有 {k} 位的一致性比例超过 {bound}；集结后判断矩阵的一致性比例为 {ratio}（RI 取自 Saaty {source}）。",
          },
          values: { k: inconsistent, n: experts.length, ratio: decimal(ratio, 3), ...bound },
        },
  ];
}
