import type { Finding } from "../contract/method.ts";
import { pValue } from "../contract/saying.ts";
import { codeOf, labelOf, numberOf, type Table, tableOf } from "../contract/table.ts";
import { changeUnit } from "./estimate.ts";
import { type EstimateInputs, estimateTable } from "./estimate-table.ts";
import type { RandomisationResult } from "./randomisation.ts";

const alike = 1e-12; // of the level and p

interface Bin {
  readonly at: number;
  readonly share: number;
}

const bins = 24;

/** Shares of the draws in bins of like width, the effect found inside their range. */
function distributionOf({ draws, effect }: RandomisationResult): Bin[] {
  const most = draws.reduce((top, each) => Math.max(top, Math.abs(each)), Math.abs(effect));
  const width = (2 * most) / bins;
  const counts = new Float64Array(bins);
  if (!(width > 0)) return [];
  for (const each of draws) counts[Math.min(bins - 1, Math.floor((each + most) / width))] += 1 / draws.length;
  return Array.from(counts, (share, at) => ({ at: (at + 0.5) * width - most, share }));
}

export const randomisationTitle = { en: "Randomisation test of adoption", zh: "政策采纳的随机化检验" };

export function randomisationTables(
  result: RandomisationResult,
  inputs: EstimateInputs,
  { level }: { readonly level: number },
): Table[] {
  const unit = changeUnit(inputs.data.units.outcome);
  const series = { en: "placebos in space", zh: "空间安慰剂" };
  return [
    tableOf(
      "distribution",
      ["effect"],
      distributionOf(result),
      [
        numberOf("effect", unit, { en: "effect", zh: "效应" }, ({ at }) => at),
        numberOf("share", "1", { en: "share of draws", zh: "抽取占比" }, ({ share }) => share),
        codeOf<Bin>(
          "series",
          { en: "series", zh: "序列" },
          () => "placebos",
          () => series,
        ),
      ],
      { title: { en: "Effects of dealt-out adoption", zh: "随机分配下的效应分布" } },
    ),
    tableOf(
      "in_time",
      ["year"],
      result.inTime,
      [
        labelOf("year", { en: "as if adopted in", zh: "假想处理年份" }, ({ year }) => String(year)),
        numberOf("effect", unit, { en: "effect", zh: "效应" }, ({ effect }) => effect),
      ],
      { title: { en: "Placebos in time", zh: "时间安慰剂" } },
    ),
    estimateTable(
      randomisationTitle,
      {
        estimator: "randomisation",
        effect: result.effect,
        low: result.low,
        high: result.high,
        level,
        p: result.p,
        basis: "permutation",
        rows: result.n,
        treated: result.treatedPlaces,
        controls: result.places - result.treatedPlaces,
        pretestP: result.pretestP,
        smallestP: result.smallestP,
      },
      inputs,
    ),
  ];
}

export function randomisationFindings(
  { effect, p, draws, detectable: least, treatedPlaces, timeP, inTime }: RandomisationResult,
  { data }: { readonly data: { readonly units: Readonly<Record<string, string>> } },
  { level }: { readonly level: number },
): Finding[] {
  if (Number.isNaN(p)) return [];
  const unit = changeUnit(data.units.outcome);
  const number = (value: number) => ({ number: value, unit });
  const says = (value: number) => ({ text: { en: pValue(value), zh: pValue(value) } });
  const findings: Finding[] = [
    {
      text:
        p <= 1 - level + alike
          ? {
              en: "The effect of {effect} in {n, plural, one {# treated place} other {# treated places}} is larger than chance deals out (p {p}, {draws, plural, one {# placebo} other {# placebos}}).",
              zh: "{n} 个受处理地区的效应 {effect} 超出随机分配所能产生的范围（p {p}，安慰剂 {draws} 个）。",
            }
          : {
              en: "An effect of {effect} in {n, plural, one {# treated place} other {# treated places}} cannot be told from chance (p {p}, {draws, plural, one {# placebo} other {# placebos}}).",
              zh: "{n} 个受处理地区的效应 {effect} 与随机分配的结果无法区分（p {p}，安慰剂 {draws} 个）。",
            },
      values: { effect: number(effect), n: treatedPlaces, p: says(p), draws: draws.length },
    },
  ];
  if (Number.isFinite(least)) {
    findings.push({
      text: {
        en: "The smallest effect that this panel would likely have shown is {least}.",
        zh: "该面板大致能够识别的最小效应为 {least}。",
      },
      values: { least: number(least) },
    });
  }
  if (inTime.length > 0) {
    findings.push({
      text: {
        en: "As if adopted in {n, plural, one {the # earlier year} other {one of # earlier years}}, an effect as large is found at rank p {p}.",
        zh: "假想在此前 {n} 个年份之一开始处理，同样大小效应的排序 p {p}。",
      },
      values: { n: inTime.length, p: says(timeP) },
    });
  }
  return findings;
}
