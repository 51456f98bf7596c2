import type { Warning } from "../contract/method.ts";
import type { Text } from "../language/text.ts";

/**
 * Errors by cluster rest on many clusters. Below `fewClusters` they are too small, which is told; below `fewestClusters` they mean
 * nothing: the effect stands, and its error, interval and p are withheld, whichever estimator it is of.
 */
export const [fewestClusters, fewClusters] = [5, 30];

export const areTooFew = (clusters: number): boolean => clusters < fewestClusters;

/** An error, or a variance, as so many clusters give it: `NaN` where they are too few, and so is all that follows from it. */
export const errorBy = (clusters: number, error: number): number => (areTooFew(clusters) ? Number.NaN : error);

/** Nothing where there are enough; `more`: what to look at instead where there are few. */
export function clusterWarnings(clusters: number, more: Text = { en: "", zh: "" }): Warning[] {
  if (!(clusters < fewClusters)) return [];
  const values = { n: clusters };
  if (areTooFew(clusters)) {
    const text = {
      en: `{n, plural, one {# cluster} other {# clusters}}: fewer than ${fewestClusters} give no error, so error, interval and p are withheld; cluster by smaller units, or set causal/randomisation beside the effect`,
      zh: `仅 {n} 个聚类：不足 ${fewestClusters} 个时无从得出标准误，故不给出标准误、区间与 p 值；请按更小的单元聚类，或并列 causal/randomisation`,
    };
    return [{ code: "too-few-clusters", text, values }];
  }
  const text = {
    en: `{n} clusters: with fewer than ${fewClusters} errors are too small${more.en}`,
    zh: `仅 {n} 个聚类：不足 ${fewClusters} 个时标准误偏小${more.zh}`,
  };
  return [{ code: "few-clusters", text, values }];
}
