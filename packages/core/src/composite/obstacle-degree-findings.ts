import type { Finding } from "../contract/method.ts";
import { foremost, lastYear, listed, mostNamed, percent } from "../contract/saying.ts";
import type { ObstacleResult } from "./obstacle-degree.ts";
import { obstacleCounts } from "./obstacle-degree-tables.ts";
import type { CompositeData } from "./scale.ts";

/** Which indicator is most often the largest obstacle, and which weighs most on average. */
export function obstacleFindings({ scored, places }: ObstacleResult, data: CompositeData): Finding[] {
  const { rows, at, values } = lastYear(places.map((place) => ({ ...place, year: data.year?.[place.row] })));
  const held = rows.filter(({ order }) => order.length > 0);
  if (held.length === 0) return [];
  const counts = obstacleCounts(held, scored, 1);
  const often = foremost(counts, ({ first }) => first);
  const heavy = foremost(counts, ({ meanDegree }) => meanDegree);
  const named = (found: typeof counts) => listed(found.map(({ indicator }) => indicator.title));
  const each = often.length > 1 ? { en: " each", zh: "各" } : { en: "", zh: "" };
  const findings: Finding[] = [];
  if (often.length <= mostNamed) {
    findings.push({
      text: {
        en: `Most often the largest obstacle${at.en}: {indicator}, for {count} of {n} places${each.en}.`,
        zh: `${at.zh}最常列首位的障碍因子是{indicator}，${each.zh}涉及 {n} 个地区中的 {count} 个。`,
      },
      values: { ...values, indicator: named(often), count: often[0].first, n: held.length },
    });
  }
  if (heavy.length <= mostNamed) {
    findings.push({
      text: {
        en: `The largest mean obstacle degree${at.en}: {indicator}, {degree} of the distance from the best.`,
        zh: `${at.zh}平均障碍度最高的是{indicator}，占与最优水平差距的 {degree}。`,
      },
      values: { ...values, indicator: named(heavy), degree: percent(heavy[0].meanDegree) },
    });
  }
  return findings;
}
