import type { Warning } from "../contract/method.ts";
import { listed } from "../contract/saying.ts";
import { areTooFew, clusterWarnings, type Support } from "./cluster-rule.ts";
import type { Unanswered } from "./group-time-effects.ts";
import type { Pretest } from "./pretest.ts";

export function groupTimeWarnings(
  support: Support,
  parts: readonly Support[],
  unanswered: readonly Unanswered[],
  before: Pretest,
  { standardError }: { readonly standardError: number },
): Warning[] {
  const warnings = clusterWarnings(support, { parts });
  if (Number.isNaN(standardError) && !areTooFew(support)) {
    warnings.push({
      code: "no-error",
      text: { en: "too few places to estimate an error", zh: "地区过少，无法估计标准误" },
    });
  }
  if (Number.isNaN(before.p)) {
    warnings.push({
      code: "no-pretest",
      text: {
        en: "no joint test of the effects before treatment: there are none, or too many of them for the places",
        zh: "无法联合检验处理前效应：没有处理前效应，或其个数相对地区过多",
      },
    });
  }
  for (const reason of new Map(unanswered.map((each) => [each.reason.en, each.reason])).values()) {
    const cells = unanswered.filter((each) => each.reason.en === reason.en);
    warnings.push({
      code: "cells-unanswered",
      text: {
        en: `${cells.length} of the effects cannot be computed and are in no mean ({cells}): ${reason.en}`,
        zh: `有 ${cells.length} 个效应无法计算，未计入汇总（{cells}）：${reason.zh}`,
      },
      values: {
        cells: listed(
          [...new Set(cells.map(({ cohort }) => cohort))].map((cohort) => {
            const years = cells.filter((each) => each.cohort === cohort).map(({ year }) => year);
            return {
              en: `${years.join(", ")} (treated from ${cohort})`,
              zh: `${years.join("、")} 年（${cohort} 年起处理者）`,
            };
          }),
        ),
      },
    });
  }
  return warnings;
}
