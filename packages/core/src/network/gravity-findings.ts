import type { Finding } from "../contract/method.ts";
import { foremost, mostNamed, percent } from "../contract/saying.ts";
import type { GravityFlow, GravityResult } from "./gravity.ts";

/** The pair with the strongest attraction, both ways together, and the place with the most of it. */
export function gravityFindings({ flows, strength, total }: GravityResult): Finding[] {
  if (!(total > 0)) return [];
  const findings: Finding[] = [];
  const pairs = bothWays(flows);
  const [pair, ...others] = foremost(pairs, ({ value }) => value);
  if (pairs.length > 1 && others.length === 0) {
    findings.push({
      text: {
        en: "By the gravity model, which observes no flow, the strongest tie is that of {a} and {b}, with {share} of all attraction.",
        zh: "按引力模型估算（并非实际流量），联系最强的是{a}与{b}，占引力总和的 {share}。",
      },
      values: { a: { place: pair.a }, b: { place: pair.b }, share: percent(pair.value / total, 1) },
    });
  }
  const most = foremost(strength, ({ sum }) => sum);
  if (most.length <= mostNamed && most.length < strength.length) {
    findings.push({
      text: {
        en: "The largest share of attraction, sent and received: {places}, {share}.",
        zh: "发出与接收引力合计所占份额最大的是{places}（{share}）。",
      },
      values: { places: { places: most.map(({ place }) => place) }, share: percent(most[0].share, 1) },
    });
  }
  return findings;
}

function bothWays(flows: readonly GravityFlow[]): { a: string; b: string; value: number }[] {
  const pairs = new Map<string, { a: string; b: string; value: number }>();
  for (const { from, to, value } of flows) {
    const [a, b] = from < to ? [from, to] : [to, from];
    const key = JSON.stringify([a, b]);
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { a, b, value });
    else pair.value += value;
  }
  return [...pairs.values()];
}
