import type { Outline } from "../../bench/outline.ts";

/** What a study that was just begun is to be given next. */
export type Next = "figures" | "indicators" | "ranks";

const first = 1; // the analysis that every study is begun with

/** Nothing where the study has gone its own way: it needs no leading on. */
export function nextOf({
  datasets,
  indicators,
  analyses,
}: Pick<Outline, "datasets" | "indicators" | "analyses">): Next | undefined {
  if (analyses.length > first) return undefined;
  if (indicators.length > 0)
    return analyses.some(({ method }) => method.startsWith("composite/")) ? undefined : "ranks";
  return datasets.length === 0 ? "figures" : "indicators";
}
