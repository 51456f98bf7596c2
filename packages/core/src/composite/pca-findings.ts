import type { Finding } from "../contract/method.ts";
import { decimal, listed, percent } from "../contract/saying.ts";
import type { PcaWeightsResult } from "./pca-weights.ts";
import { weightFindings } from "./weighing-findings.ts";

/** How much the kept components hold, who carries it, and whether condensing is worth while. */
export function pcaFindings({ weights, components, kept, keptShare, kmo, loadings }: PcaWeightsResult): Finding[] {
  const findings: Finding[] = [
    {
      text: {
        en: "{kept, plural, one {# component holds} other {# components hold}} {share} of the variance of {n, plural, one {# indicator} other {# indicators}}.",
        zh: "{n} 个指标提取 {kept} 个主成分，累计方差贡献率 {share}。",
      },
      values: { kept, share: percent(keptShare), n: components.length },
    },
    ...weightFindings(weights, {
      en: "Most of that is carried by {most} ({high}), least by {least} ({low}): indicators that repeat each other weigh more under this method.",
      zh: "其中{most}所占分量最大（{high}），{least}最小（{low}）；该法下彼此重复的指标权重偏大。",
    }),
  ];
  if (!Number.isNaN(kmo)) {
    findings.push({
      text: {
        en: "KMO is {kmo}; under 0.5 the indicators have too little in common to be condensed.",
        zh: "KMO 为 {kmo}；低于 0.5 时指标共性不足，不宜作主成分分析。",
      },
      values: { kmo: decimal(kmo, 2) },
    });
  }
  const opposed = loadings.filter(({ component, loading }) => component === 1 && loading < -1e-9);
  if (opposed.length > 0 && opposed.length <= 3) {
    findings.push({
      text: {
        en: "{against} runs against the first component although directions are applied: a sum lets it cancel the others.",
        zh: "正向化后{against}在第一主成分上的载荷仍为负，加总时会与其他指标相互抵消。",
      },
      values: { against: listed(opposed.map(({ title }) => title)) },
    });
  }
  return findings;
}
