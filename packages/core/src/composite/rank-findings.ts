import type { Finding, FindingValue } from "../contract/method.ts";
import { percent } from "../contract/saying.ts";
import { extremes } from "../numeric/spread.ts";
import type { RankSummary } from "./rank-summary.ts";
import { tierShare } from "./rank-tiers.ts";
import type { CompositeData } from "./scale.ts";

/** More leaders than this are counted, not named. */
const mostNamed = 5;
/** An interval of more ranks than this is called wide. */
const wide = 2;
/** More groups than this are not told one by one. */
const mostGroups = 3;

/** What the draws settle and what they do not, group by group, in the last year. */
export function rankFindings({ tier, low, high, surelyAhead }: RankSummary, data: CompositeData): Finding[] {
  const last = data.year === undefined ? undefined : extremes(data.year).most;
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
      ordered: members.reduce((sum, row) => sum + surelyAhead[row], 0),
      pairs: pairsWithin(group === undefined && groups.size > 1 ? [...groups.values()] : [members]),
      share: percent(tierShare),
      ...(group === undefined ? {} : { group: { group } }),
    };
    const [en, zh] = group === undefined ? ["", ""] : ["{group}: ", "{group}："];
    return [{ text: said(en, zh, leaders.length, members.length, groups.size > mostGroups), values }];
  });
}

/** Ranks are within groups: places of two groups are no pair. */
function pairsWithin(pools: readonly (readonly number[])[]): number {
  return pools.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
}

function said(en: string, zh: string, leaders: number, members: number, pooled: boolean): Finding["text"] {
  const doubt = {
    en: "{unsure} of {n} places have a rank interval wider than {wide}",
    zh: "{n} 个地区中有 {unsure} 个的名次区间宽于 {wide} 位",
  };
  const order = {
    en: "{ordered} of {pairs} pairs are ordered in at least {share} of the draws",
    zh: "{pairs} 对地区中有 {ordered} 对的先后在至少 {share} 的抽取中成立",
  };
  if (pooled) return { en: `${doubt.en}; ${order.en}.`, zh: `${doubt.zh}；${order.zh}。` };
  if (leaders === members) {
    return {
      en: `${en}no cut into tiers holds among the {n} places; ${order.en}.`,
      zh: `${zh}{n} 个地区之间没有成立的梯队分界；${order.zh}。`,
    };
  }
  if (leaders > mostNamed) {
    return {
      en: `${en}{count} places share the first tier; ${doubt.en}; ${order.en}.`,
      zh: `${zh}{count} 个地区同属第一梯队；${doubt.zh}；${order.zh}。`,
    };
  }
  return {
    en: `${en}{leaders} {count, plural, one {stands clear} other {share the first tier, with no cut inside it}}; ${doubt.en}; ${order.en}.`,
    zh: `${zh}{leaders}{count, plural, =1 {单独居首} other {同属第一梯队，其内部没有成立的分界}}；${doubt.zh}；${order.zh}。`,
  };
}
