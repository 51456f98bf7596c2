import type { Finding } from "../contract/method.ts";
import { foremost, listed, mostNamed, percent } from "../contract/saying.ts";
import type { EntropyWeightsResult } from "./entropy-weights.ts";

const visible = 0.001; // a tenth of a percent, as the weights are written

/** The largest and the smallest weight, and how far the largest moves between the formulas that share the name. */
export function entropyFindings({ weights, variants }: EntropyWeightsResult): Finding[] {
  const most = foremost(weights, ({ weight }) => weight);
  const least = foremost(weights, ({ weight }) => -weight);
  const names = (found: typeof weights) => listed(found.map(({ title }) => title));
  if (most.length === weights.length || most.length > mostNamed || least.length > mostNamed) return [];
  const findings: Finding[] = [
    {
      text: {
        en: "Entropy gives the largest weight to {most} ({high}) and the smallest to {least} ({low}): it measures how unevenly an indicator is spread, not how much it matters.",
        zh: "熵值法下权重最大的是{most}（{high}），最小的是{least}（{low}）；熵权反映指标分布的不均匀程度，并不表示其重要性。",
      },
      values: {
        most: names(most),
        high: percent(most[0].weight, 1),
        least: names(least),
        low: percent(least[0].weight, 1),
      },
    },
  ];
  const first = most[0];
  const under = variants.filter(({ indicator }) => indicator === first.indicator).map(({ weight }) => weight);
  const [low, high] = [Math.min(...under), Math.max(...under)];
  if (high - low > visible) {
    findings.push({
      text: {
        en: "Over {count} formulas that go by the name of entropy weight, that of {indicator} runs from {low} to {high}.",
        zh: "在 {count} 种同称熵值法的算法下，{indicator}的权重介于 {low} 与 {high} 之间。",
      },
      values: {
        count: under.length,
        indicator: { text: first.title },
        low: percent(low, 1),
        high: percent(high, 1),
      },
    });
  }
  return findings;
}
