import type { Finding } from "../contract/method.ts";
import { decimal, foremost, lastYear, percent } from "../contract/saying.ts";
import type { DagumResult, DagumYear } from "./dagum-gini.ts";

export function dagumFindings({ indices, pairs }: DagumResult): Finding[] {
  const { rows, at, values } = lastYear(indices);
  const last = rows[0] as DagumYear;
  if (last.gini === 0) {
    return [
      { text: { en: "The Gini coefficient is {gini}.", zh: "基尼系数为 {gini}。" }, values: { gini: decimal(0, 3) } },
    ];
  }
  const share = (part: number) => percent(part / last.gini);
  const whole: Finding = {
    text: {
      en: `The Gini coefficient${at.en} is {gini}: {within} of it lies within the groups, {between} between them, {overlap} in their overlap.`,
      zh: `${at.zh}总体基尼系数为 {gini}，其中组内差异占 {within}，组间净值差异占 {between}，超变密度占 {overlap}。`,
    },
    values: {
      ...values,
      gini: decimal(last.gini, 3),
      within: share(last.within),
      between: share(last.netBetween),
      overlap: share(last.transvariation),
    },
  };
  const widest = foremost(
    pairs.filter(({ year }) => year === last.year),
    ({ gini }) => gini,
  )[0];
  if (widest === undefined || last.groups < 3) return [whole];
  return [
    whole,
    {
      text: {
        en: `The widest gap${at.en} is that between {rich} and {poor} ({gini}).`,
        zh: `${at.zh}组间差距最大的是{rich}与{poor}（{gini}）。`,
      },
      values: {
        ...values,
        rich: { group: widest.group },
        poor: { group: widest.other },
        gini: decimal(widest.gini, 3),
      },
    },
  ];
}
