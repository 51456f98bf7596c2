import type { Warning } from "../contract/method.ts";
import type { DagumYear } from "./dagum-gini.ts";
import type { DagumGroup } from "./dagum-pairs.ts";
import { groupNames } from "./sample-words.ts";

export function dagumWarnings(indices: readonly DagumYear[], groups: readonly DagumGroup[]): Warning[] {
  const warnings: Warning[] = [];
  const lone = [...new Set(groups.filter(({ places }) => places === 1).map(({ group }) => group))].sort();
  if (lone.length > 0) {
    const { pattern, values } = groupNames(lone);
    warnings.push({
      code: "one-place",
      text: {
        en: `groups of one place have nothing within: ${pattern.en}`,
        zh: `仅含一个地区的分组没有组内差异：${pattern.zh}`,
      },
      values,
    });
  }
  if (indices.some(({ gini }) => gini === 0)) {
    warnings.push({
      code: "no-inequality",
      text: {
        en: "the places are all alike: there is no inequality to divide into shares",
        zh: "各地完全相同：不存在差距，贡献率无从计算",
      },
    });
  }
  return warnings;
}
