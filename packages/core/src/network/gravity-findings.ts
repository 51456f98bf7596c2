import type { Finding } from "../contract/method.ts";
import { foremost, mostNamed, percent } from "../contract/saying.ts";
import type { GravityResult } from "./gravity.ts";

/** The pair with the strongest attraction, both ways together, and the place with the most of it. */
export function gravityFindings({ flows, strength, strongest, total }: GravityResult): Finding[] {
  if (!(total > 0)) return [];
  const findings: Finding[] = [];
  const [pair, ...others] = strongest;
  const isOfPair = (place: string | undefined) => place === pair?.a || place === pair?.b;
  const onlyPair = flows.from.every((from, at) => isOfPair(from) && isOfPair(flows.to[at]));
  if (pair !== undefined && others.length === 0 && !onlyPair) {
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
