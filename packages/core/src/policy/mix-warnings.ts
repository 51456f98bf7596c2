import type { Warning } from "../contract/method.ts";
import type { Entry } from "./entries.ts";
import type { Dimension } from "./instrument-mix.ts";

/** What of the register is in no phase, or in no share, because nobody has coded it. */
export function mixWarnings(entries: readonly Entry[], used: readonly Dimension[]): Warning[] {
  const undated = entries.filter(({ start }) => start === undefined).length;
  const warnings: Warning[] = [];
  if (undated > 0) {
    warnings.push({
      code: "undated",
      text: {
        en: "{undated} of {n} entries {undated, plural, one {has} other {have}} no date, and a phase of {undated, plural, one {its} other {their}} own",
        zh: "{n} 项中有 {undated} 项无日期：单列，不计入任何阶段",
      },
      values: { undated, n: entries.length },
    });
  }
  for (const of of ["rung", "mechanism", "instrument"] as const) {
    const without = entries.filter((entry) => entry[of] === "").length;
    if (without === 0) continue;
    const none = !used.includes(of);
    const [en, zh] = {
      rung: ["rung", "金字塔层级"],
      mechanism: ["mechanism", "协调机制"],
      instrument: ["instrument", "政策工具"],
    }[of] as [string, string];
    warnings.push({
      code: `${of}-uncoded`,
      text: none
        ? { en: `no entry has its ${en} coded`, zh: `所有条目均未编码${zh}` }
        : {
            en: `{without} of {n} entries have no ${en} coded: they are in no share of it`,
            zh: `{n} 项中有 {without} 项未编码${zh}：不计入其比重`,
          },
      ...(none ? {} : { values: { without, n: entries.length } }),
    });
  }
  return warnings;
}
