import type { Finding } from "../contract/method.ts";
import { placeColumn } from "../contract/place-columns.ts";
import { foremost, percent } from "../contract/saying.ts";
import { ifAny, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import type { ShapleyResult, ShapleyShare } from "./shapley.ts";

export function shapleyTables({ shares }: ShapleyResult, unit: string): Table[] {
  const amount = (name: string, en: string, zh: string, pick: (row: ShapleyShare) => number | undefined) =>
    numberOf<ShapleyShare>(name, unit, { en, zh }, pick);
  const unionTitle = { en: "union", zh: "所属分组" };
  const table = tableOf(
    "shares",
    ["place"],
    shares,
    [
      placeColumn,
      ifAny(labelOf<ShapleyShare>("union", unionTitle, ({ union }) => union)),
      amount("share", "share", "应得", ({ share }) => share),
      ifAny(amount("low", "lower end of the 95 % interval", "95% 区间下限", ({ low }) => low)),
      ifAny(amount("high", "upper end of the 95 % interval", "95% 区间上限", ({ high }) => high)),
      amount("alone", "value alone", "单干取值", ({ alone }) => alone),
      amount("last", "what is lost without it", "缺席时的损失", ({ last }) => last),
    ],
    { title: { en: "Shares", zh: "各方应得" } },
  );
  const names = [...new Set(shares.flatMap(({ union }) => union ?? []))].sort();
  if (names.length === 0) return [table];
  const unions = names.map((union) => {
    const own = shares.filter((row) => row.union === union);
    return { union, parties: own.length, share: own.reduce((sum, { share }) => sum + share, 0) };
  });
  return [
    table,
    tableOf(
      "unions",
      ["union"],
      unions,
      [
        labelOf("union", unionTitle, ({ union }) => union),
        numberOf("parties", "1", { en: "parties", zh: "参与方数" }, ({ parties }) => parties),
        numberOf("share", unit, { en: "share", zh: "应得" }, ({ share }) => share),
      ],
      { title: { en: "Unions", zh: "分组合计" } },
    ),
  ];
}

export function shapleyFindings(
  { shares, total, blocking, worst, convention }: ShapleyResult,
  unit: string,
): Finding[] {
  const isGain = convention.of === "gain";
  const most = foremost(shares, ({ share }) => share);
  const findings: Finding[] = [];
  if (total > 0 && shares.length > 1 && most.length < shares.length) {
    findings.push({
      text: {
        en: `The largest share ${isGain ? "is due to" : "is borne by"} {places}: {share} of the whole${most.length > 1 ? " each" : ""}.`,
        zh: `{places}${isGain ? "应得" : "承担"}的份额最大，${most.length > 1 ? "各" : ""}占全部的 {share}。`,
      },
      values: { places: { places: most.map(({ place }) => place) }, share: percent(most[0].share / total, 1) },
    });
  }
  if (blocking === 0 && shares.length > 1) {
    findings.push({
      text: {
        en: "No coalition could do better by itself: the split is in the core.",
        zh: "没有联盟能靠单干得到更多：该分配位于核内。",
      },
      values: {},
    });
  } else if (worst !== undefined) {
    findings.push({
      text: {
        en: "{count, plural, one {# coalition} other {# coalitions}} could do better without the rest, most of all {places}: by {excess}.",
        zh: "有 {count} 个联盟单干会更好，其中{places}最甚：{excess}。",
      },
      values: {
        count: blocking ?? 0,
        places: { places: worst.members },
        excess: { number: worst.excess, unit, digits: 2 },
      },
    });
  }
  return findings;
}
