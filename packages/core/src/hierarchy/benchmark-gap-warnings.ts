import type { Warning } from "../contract/method.ts";
import type { IndicatorGap, LatestGap } from "./benchmark-gap.ts";
import type { Growth } from "./benchmark-pace.ts";

export function benchmarkGapWarnings(
  latest: readonly LatestGap[],
  gaps: readonly IndicatorGap[],
  against: string | undefined,
  growth: Growth,
): Warning[] {
  const warnings: Warning[] = [];
  const add = (code: string, en: string, zh: string) => warnings.push({ code, text: { en, zh } });
  if (latest.length === 0) {
    add(
      "no-gaps",
      "no place has a figure beside one of the benchmark in the same year",
      "没有地区与标杆在同一年份均有数据",
    );
  }
  const others = latest.filter(({ place }) => place !== against);
  if (others.length > 0 && others.every(({ pace }) => Number.isNaN(pace))) {
    const [en, zh] =
      growth === "linear"
        ? ["one year alone, so no growth to reckon years by", "只有一个年份，无法按增速推算年数"]
        : [
            "no place has two years above 0, so no rate to reckon years by",
            "没有地区具备两个大于 0 的年份，无法推算年数",
          ];
    add("no-growth", en, zh);
  }
  const away = others.filter(({ status }) => status === "not-closing").length;
  if (away > 0) {
    add(
      "not-closing",
      `${away} of ${latest.length} gaps do not close at the place's own pace, and have no years`,
      `${latest.length} 个差距中有 ${away} 个按自身增速不会缩小，没有年数`,
    );
  }
  const nothing = gaps.filter(({ ratio }) => Number.isNaN(ratio));
  if (nothing.length > 0) {
    const names = [...new Set(nothing.map(({ indicator }) => indicator))].join(", ");
    add("benchmark-zero", `the benchmark is 0, so no ratio: ${names}`, `标杆值为 0，无比值：${names}`);
  }
  return warnings;
}
