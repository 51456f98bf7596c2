import { heldBy } from "../contract/held-by.ts";
import type { Finding } from "../contract/method.ts";
import { decimal, lastYear, percent } from "../contract/saying.ts";
import { same, type Text } from "../language/text.ts";
import type { StructuralChangeResult } from "./structural-change.ts";

/** The place whose structure changed most in the last step, with the industry that gained or lost most; then the worst match. */
export function structuralChangeFindings(
  { changes, industries, rational }: StructuralChangeResult,
  titles: Readonly<Record<string, Text>>,
): Finding[] {
  const findings: Finding[] = [];
  const [top, ...others] = [...lastYear(changes).rows].sort((a, b) => b.moved - a.moved);
  if (top !== undefined && others.length > 0 && top.moved > 0) {
    const [most] = industries
      .filter(({ place, year }) => place === top.place && year === top.year)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
    if (most !== undefined) {
      const grew = most.change > 0;
      findings.push({
        text: {
          en: `The structure that changed most from {since} to {year} is that of {place}: {moved} of it changed industry, and {industry} ${grew ? "gained" : "lost"} most, from {before} to {after}.`,
          zh: `{since}—{year} 年产业结构变动最大的是{place}：{moved} 的份额在行业间转移，其中{industry}${grew ? "上升" : "下降"}最多，由 {before} 变为 {after}。`,
        },
        values: {
          since: String(top.since),
          year: String(top.year),
          place: { place: top.place },
          moved: percent(top.moved, 1),
          industry: { text: heldBy(titles, most.industry) ?? same(most.industry) },
          before: percent(most.before, 1),
          after: percent(most.after, 1),
        },
      });
    }
  }
  const { rows, at, values } = lastYear(rational);
  const known = rows.filter(({ theil }) => !Number.isNaN(theil)).sort((a, b) => b.theil - a.theil);
  const [worst, best] = [known[0], known.at(-1)];
  if (worst !== undefined && best !== undefined && worst !== best) {
    findings.push({
      text: {
        en: `Labour follows output least${at.en} in {worst} (Theil {high}) and most in {best} ({low}).`,
        zh: `${at.zh}就业结构与产出结构偏离最大的是{worst}（泰尔指数 {high}），最匹配的是{best}（{low}）。`,
      },
      values: {
        ...values,
        worst: { place: worst.place },
        best: { place: best.place },
        high: decimal(worst.theil, 3),
        low: decimal(best.theil, 3),
      },
    });
  }
  return findings;
}
