import type { Finding } from "../contract/method.ts";
import { decimal, foremost, lastYear, mostNamed } from "../contract/saying.ts";
import type { BenefitResult } from "./benefit-of-doubt.ts";

/** How many places reach 1, and who falls furthest short of it whatever the weights. */
export function benefitFindings({ scores }: BenefitResult): Finding[] {
  const { rows, at, values } = lastYear(scores);
  const ones = rows.filter(({ score }) => score === 1).length;
  const mean = rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
  const furthest = foremost(rows, ({ score }) => -score);
  const findings: Finding[] = [
    {
      text: {
        en: `With the weights that suit each place best, {ones} of {n} places${at.en} {ones, plural, one {reaches} other {reach}} a score of 1; the mean is {mean}.`,
        zh: `${at.zh}采用对各地最有利的权重，{n} 个地区中有 {ones} 个得分达到 1，平均得分为 {mean}。`,
      },
      values: { ...values, ones, n: rows.length, mean: decimal(mean, 2) },
    },
  ];
  const lowest = furthest[0];
  if (lowest.score < 1 && furthest.length <= mostNamed) {
    findings.push({
      text: {
        en: `Furthest from 1${at.en} even with the weights that suit it best: {places} ({score}).`,
        zh: `${at.zh}即便采用最有利的权重，与 1 相差最大的仍是{places}（{score}）。`,
      },
      values: { ...values, places: { places: furthest.map(({ place }) => place) }, score: decimal(lowest.score, 2) },
    });
  }
  return findings;
}
