import type { Finding } from "../contract/method.ts";
import { decimal, foremost, lastYear, pValue } from "../contract/saying.ts";
import type { ChainFitResult } from "./chain-fit.ts";

/** The level of q at which a band counts as differing from chance. */
const found = 0.05;

/** How many bands pass and the first of them that does; the pair of places that fits best. */
export function chainFindings({ bands, partners, linked, permutations }: ChainFitResult): Finding[] {
  const { rows, at, values } = lastYear(bands);
  const tested = rows.filter(({ p }) => !Number.isNaN(p));
  const passing = tested.filter(({ q }) => q <= found);
  const [nearest] = passing;
  const what =
    linked === "table"
      ? { en: "Industries that supply one another", zh: "有投入产出联系的产业" }
      : { en: "Different industries", zh: "不同产业" };
  const findings: Finding[] = [];
  if (nearest !== undefined) {
    const isMore = nearest.fit > nearest.expected;
    const how = isMore
      ? { en: "stand together more than chance", zh: "比随机更为集中" }
      : { en: "stand together less than chance", zh: "比随机更为分散" };
    findings.push({
      text: {
        en: `${what.en} ${how.en}${at.en} in {n} of {all} bands of distance, first in {band} (fit {fit}, {expected} expected, p {p}).`,
        zh: `${at.zh}${what.zh}在 {all} 个圈层中的 {n} 个与随机有显著差异，首先是{band}，${how.zh}（契合度 {fit}，随机期望 {expected}，p {p}）。`,
      },
      values: {
        ...values,
        ...{ n: passing.length, all: tested.length, band: { text: nearest.band.title } },
        ...{ fit: decimal(nearest.fit, 2), expected: decimal(nearest.expected, 2), p: pValue(nearest.p) },
      },
    });
  } else if (tested.length > 0 && permutations > 0) {
    findings.push({
      text: {
        en: `${what.en} cannot be told from chance${at.en} in any of {all} {all, plural, one {band} other {bands}} of distance.`,
        zh: `${at.zh}${what.zh}在 {all} 个圈层中均与随机无显著差异。`,
      },
      values: { ...values, all: tested.length },
    });
  }
  const last = lastYear(partners).rows;
  const [top] = foremost(last, ({ fit }) => fit);
  if (top === undefined || last.length < 4) return findings;
  return [
    ...findings,
    {
      text: {
        en: `Best fit${at.en}: {place} as supplier of {other} ({fit}, where 1 is two places like the reference).`,
        zh: `${at.zh}契合度最高的一对：{place}供给{other}（{fit}；1 表示两地结构均与参照相同）。`,
      },
      values: { ...values, place: { place: top.place }, other: { place: top.other }, fit: decimal(top.fit, 2) },
    },
  ];
}
