import type { Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/** Why a place is left out of a comparison over time. */
export const alwaysTreated: Text = { en: "treated from the first year on", zh: "自首年起即受处理" };

export function noValueIn(years: readonly number[]): Text {
  const listed = years.join(", ");
  return { en: `no value in ${listed}`, zh: `${listed} 年无数据` };
}

/** Below this many clusters errors by cluster are too small; below the fewest they mean nothing. */
export const [fewestClusters, fewClusters] = [5, 30];

/** Nothing where there are enough; `more`: what to look at instead. */
export function clusterWarnings(clusters: number, more: Text = { en: "", zh: "" }): Warning[] {
  if (!(clusters < fewClusters)) return [];
  if (clusters < fewestClusters) {
    const text = {
      en: `${clusters} clusters: errors by fewer than ${fewestClusters} mean nothing, and a verdict does not use them; set causal/randomisation beside them`,
      zh: `仅 ${clusters} 个聚类：不足 ${fewestClusters} 个时标准误没有意义，结论不予采用；请并列 causal/randomisation`,
    };
    return [{ code: "too-few-clusters", text }];
  }
  const text = {
    en: `${clusters} clusters: with fewer than ${fewClusters} errors are too small${more.en}`,
    zh: `仅 ${clusters} 个聚类：不足 ${fewClusters} 个时标准误偏小${more.zh}`,
  };
  return [{ code: "few-clusters", text }];
}
