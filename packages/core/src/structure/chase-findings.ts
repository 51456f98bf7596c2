import type { Finding } from "../contract/method.ts";
import { decimal, percent } from "../contract/saying.ts";
import type { ChaseResult } from "./chase.ts";

/** The level of q at which a pair counts as chasing. */
const found = 0.05;

/** How many pairs pass, and the pair that chases most; with one year, the pair that overlaps most. */
export function chaseFindings({ pairs, measure, from, to, permutations }: ChaseResult): Finding[] {
  const [first, ...others] = pairs.filter(({ chase }) => !Number.isNaN(chase));
  if (first === undefined || others.length === 0) return [];
  const top = others.reduce((a, b) => (b.chase > a.chase ? b : a), first);
  const who = { place: { place: top.place }, other: { place: top.other } };
  if (measure === "overlap") {
    return [
      {
        text: {
          en: "Most contested: {share} of what {place} has in its specialised industries lies in those of {other} too.",
          zh: "重叠最大的是{place}对{other}：{place}专业化行业的 {share} 同时也是{other}的专业化行业。",
        },
        values: { ...who, share: percent(top.chase) },
      },
    ];
  }
  const years = { from: String(from), to: String(to) };
  const strongest: Finding = {
    text: {
      en: "From {from} to {to} the change of {place} goes most with what {other} was specialised in (r = {r}).",
      zh: "{from}—{to} 年，{place}的结构变化与{other}期初的专业化方向最一致（r = {r}）。",
    },
    values: { ...years, ...who, r: decimal(top.chase, 2) },
  };
  if (permutations === 0) return [strongest];
  const passing = pairs.filter(({ q, chase }) => q <= found && chase > 0).length;
  return [
    {
      text: {
        en: "{passing, plural, =0 {No pair} one {# pair} other {# pairs}} of {all} can be told from chance as chasing (false discovery rate 5%).",
        zh: "{all} 个有序地区对中，{passing} 对的追逐关系可与偶然区分（错误发现率 5%）。",
      },
      values: { passing, all: pairs.length },
    },
    strongest,
  ];
}
