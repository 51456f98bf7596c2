import type { Warning } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import { type Demand, problemsIn } from "./demand.ts";
import type { MatchRow } from "./demand-tool-match.ts";
import type { Entry } from "./entries.ts";

/** What is not known of supply, and what of supply and demand does not meet. */
export function matchWarnings(
  entries: readonly Entry[],
  known: readonly Entry[],
  demand: Demand,
  rows: readonly MatchRow[],
): Warning[] {
  const warnings: Warning[] = [];
  const without = entries.length - known.length;
  if (without > 0) {
    warnings.push({
      code: "supply-uncoded",
      text: {
        en: "{without} of {n} entries have no rung or no objective: what they supply is not known",
        zh: "{n} 项中有 {without} 项缺层级或目标：供给不明",
      },
      values: { without, n: entries.length },
    });
  }
  const asked = new Set(problemsIn(demand));
  const strange = [...new Set(known.flatMap(({ objectives }) => objectives))].filter((each) => !asked.has(each)).sort();
  if (strange.length > 0) {
    warnings.push({
      code: "objective-without-demand",
      text: {
        en: "objectives that no demand is measured of: {objectives}",
        zh: "以下目标没有对应的需求：{objectives}",
      },
      values: { objectives: listed(strange.map((each) => ({ en: each, zh: each }))) },
    });
  }
  if (rows.some(({ ratio }) => Number.isNaN(ratio))) {
    warnings.push({
      code: "no-demand",
      text: { en: "some problems have no demand: no ratio is formed", zh: "部分问题没有需求：不计算供需比" },
    });
  }
  return warnings;
}
