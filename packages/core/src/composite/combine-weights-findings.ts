import type { Finding } from "../contract/method.ts";
import { foremost, listed, percent } from "../contract/saying.ts";
import { type CombineWeightsResult, ruleChoices } from "./combine-weights.ts";
import { weightFindings } from "./weighing-findings.ts";

/** What weighs most once combined, and which weight hangs most on how the sets are combined. */
export function combineFindings({ weights, variants, convention, sets }: CombineWeightsResult): Finding[] {
  const rule = ruleChoices[convention.rule as keyof typeof ruleChoices];
  const findings = weightFindings(
    weights,
    {
      en: "{n} sets combined ({rule}): the largest weight is that of {most} ({high}), the smallest that of {least} ({low}).",
      zh: "{n} 组权重经{rule}后，权重最大的是{most}（{high}），最小的是{least}（{low}）。",
    },
    { n: sets.length, rule: { text: rule } },
  );
  const spans = weights.map(({ indicator, title }) => {
    const under = variants.filter((each) => each.indicator === indicator).map(({ weight }) => weight);
    return { title, low: Math.min(...under), high: Math.max(...under) };
  });
  const widest = foremost(spans, ({ low, high }) => high - low);
  if (widest.length !== 1 || widest[0].high - widest[0].low < 0.001) return findings;
  return [
    ...findings,
    {
      text: {
        en: "What hangs most on the way of combining is the weight of {indicator}: {low} to {high}.",
        zh: "受组合方式影响最大的是{indicator}，其权重介于 {low} 与 {high} 之间。",
      },
      values: {
        indicator: listed([widest[0].title]),
        low: percent(widest[0].low, 1),
        high: percent(widest[0].high, 1),
      },
    },
  ];
}
