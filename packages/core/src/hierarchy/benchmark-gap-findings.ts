import type { Finding } from "../contract/method.ts";
import { foremost, percent } from "../contract/saying.ts";
import type { BenchmarkGapOptions, BenchmarkGapResult, LatestGap } from "./benchmark-gap.ts";

/** Where places stand, then the longest way of any place that is on it. */
export function benchmarkGapFindings(
  { latest }: BenchmarkGapResult,
  _inputs: unknown,
  { against }: BenchmarkGapOptions,
): Finding[] {
  const others = latest.filter(({ place }) => place !== against);
  if (others.length === 0) return [];
  const behind = others.filter(({ status }) => status !== "ahead");
  const findings: Finding[] = [
    {
      text: {
        en: "{behind} of {all} figures are short of the benchmark.",
        zh: "{all} 个地区指标值中有 {behind} 个不及标杆。",
      },
      values: { behind: behind.length, all: others.length },
    },
  ];
  const [longest] = foremost(
    behind.filter(({ status }) => status === "closing"),
    ({ years }) => years,
  );
  if (longest !== undefined) findings.push(wayOf(longest));
  return findings;
}

function wayOf({ place, title, ratio, years }: LatestGap): Finding {
  const whole = Math.round(years);
  return {
    text: {
      en: "The longest way at a place’s own pace: {place} in {indicator}, at {ratio} of the benchmark, {years, plural, one {# year} other {# years}}.",
      zh: "按自身增速路途最远的是{place}的{indicator}：为标杆的 {ratio}，约需 {years} 年。",
    },
    values: { place: { place }, indicator: { text: title }, ratio: percent(ratio), years: whole },
  };
}
