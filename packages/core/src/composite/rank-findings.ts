import type { Finding, FindingValue } from "../contract/method.ts";
import type { RankSummary } from "./rank-summary.ts";
import type { CompositeData } from "./scale.ts";

/** More leaders than this are counted, not named. */
const mostNamed = 5;
/** An interval of more ranks than this is called wide. */
const wide = 2;
/** More groups than this are not told one by one. */
const mostGroups = 3;

/** What the draws settle and what they do not, group by group, in the last year. */
export function rankFindings({ tier, low, high }: RankSummary, data: CompositeData): Finding[] {
  const last = data.year === undefined ? undefined : Math.max(...Array.from(data.year));
  const rows = data.place
    .map((_, row) => row)
    .filter((row) => !Number.isNaN(tier[row]) && (last === undefined || data.year?.[row] === last));
  const groups = new Map<string | undefined, number[]>();
  for (const row of rows) {
    const group = data.group?.[row];
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const pools = groups.size <= mostGroups ? [...groups] : [[undefined, rows] as const];
  return pools.flatMap(([group, members]) => {
    if (members.length < 2) return [];
    const leaders = members.filter((row) => tier[row] === 1);
    const unsure = members.filter((row) => high[row] - low[row] + 1 > wide).length;
    const values: Record<string, FindingValue> = {
      n: members.length,
      unsure,
      count: leaders.length,
      leaders: { places: leaders.map((row) => data.place[row]) },
      wide,
      ...(group === undefined ? {} : { group: { group } }),
    };
    const [en, zh] = group === undefined ? ["", ""] : ["{group}: ", "{group}："];
    return [{ text: said(en, zh, leaders.length, members.length, groups.size > mostGroups), values }];
  });
}

function said(en: string, zh: string, leaders: number, members: number, pooled: boolean): Finding["text"] {
  const doubt = {
    en: "{unsure} of {n} places have a rank interval wider than {wide}",
    zh: "{n} 个地区中有 {unsure} 个的名次区间宽于 {wide} 位",
  };
  if (pooled) return { en: `${doubt.en}.`, zh: `${doubt.zh}。` };
  if (leaders === members) {
    return {
      en: `${en}the figures settle no order among the {n} places.`,
      zh: `${zh}{n} 个地区之间，现有数据分不出先后。`,
    };
  }
  if (leaders > mostNamed) {
    return {
      en: `${en}{count} places share the first tier; ${doubt.en}.`,
      zh: `${zh}{count} 个地区同属第一梯队；${doubt.zh}。`,
    };
  }
  return {
    en: `${en}{leaders} {count, plural, one {stands clear} other {share the first tier and cannot be told apart}}; ${doubt.en}.`,
    zh: `${zh}{leaders}{count, plural, =1 {居首且名次稳定} other {同属第一梯队，分不出先后}}；${doubt.zh}。`,
  };
}
