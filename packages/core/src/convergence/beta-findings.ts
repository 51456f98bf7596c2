import type { Finding } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import type { BetaResult } from "./beta.ts";
import type { BetaEstimate } from "./beta-fit.ts";

const level = 0.05;

/** Whether poor places grew faster over the span, as far as can be told, and how fast the gap closes. */
export function betaFindings({ estimates, from, to, convention }: BetaResult): Finding[] {
  const { places, slope, low, high, p, lambda, halfLife } = estimates[0] as BetaEstimate;
  if (Number.isNaN(p)) return [];
  const kind =
    convention.kind === "absolute" ? { en: "", zh: "" } : { en: ", controls held fixed,", zh: "在控制其他因素后，" };
  const values = {
    n: places,
    from: String(from),
    to: String(to),
    slope: decimal(slope, 4),
    low: decimal(low, 4),
    high: decimal(high, 4),
  };
  const interval = { en: "(b {slope}, 95% interval {low} to {high})", zh: "（b = {slope}，95% 区间 {low} 至 {high}）" };
  if (p >= level) {
    const text = {
      en: `From {from} to {to}, convergence of {n} places${kind.en} cannot be told from chance ${interval.en}.`,
      zh: `{from}—{to} 年，${kind.zh}{n} 个地区是否收敛与偶然波动无法区分${interval.zh}。`,
    };
    return [{ text, values }];
  }
  if (slope > 0) {
    const text = {
      en: `From {from} to {to}, the richer of {n} places${kind.en} grew faster ${interval.en}.`,
      zh: `{from}—{to} 年，${kind.zh}{n} 个地区中较发达者增长更快${interval.zh}。`,
    };
    return [{ text, values }];
  }
  if (!(lambda > 0)) {
    const text = {
      en: `From {from} to {to}, the poorer of {n} places${kind.en} grew faster ${interval.en}.`,
      zh: `{from}—{to} 年，${kind.zh}{n} 个地区中较落后者增长更快${interval.zh}。`,
    };
    return [{ text, values }];
  }
  return [
    {
      text: {
        en: `From {from} to {to}, the poorer of {n} places${kind.en} grew faster ${interval.en}: {lambda} of the gap closes in a year, half of it in {years} years.`,
        zh: `{from}—{to} 年，${kind.zh}{n} 个地区中较落后者增长更快${interval.zh}：差距每年缩小 {lambda}，缩小一半需 {years} 年。`,
      },
      values: { ...values, lambda: percent(lambda, 1), years: decimal(halfLife, 0) },
    },
  ];
}
