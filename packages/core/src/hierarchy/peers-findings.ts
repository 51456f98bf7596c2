import type { Finding } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { decimal, lastYear, mostNamed, percent } from "../contract/saying.ts";
import type { Peer, PeersResult } from "./peers.ts";
import { titleOf } from "./places-by-indicator.ts";

/** The nearest peer of each of a few places, or the nearest pair of many, with what sets them apart. */
export function peersFindings({ peers }: PeersResult, indicators: readonly NamedNumbers[]): Finding[] {
  const { rows, at, values } = lastYear(peers);
  const nearest = rows.filter(({ rank }) => rank === 1);
  const closest = [...nearest].sort((a, b) => a.distance - b.distance).slice(0, 1);
  return (nearest.length <= mostNamed ? nearest : closest).map((pair): Finding => {
    const who = { place: { place: pair.place }, peer: { place: pair.peer }, distance: decimal(pair.distance, 2) };
    const apart = mostDifferent(pair);
    const indicator = apart === undefined ? undefined : indicators[apart.at];
    if (apart === undefined || indicator === undefined) {
      return {
        text: {
          en: `Nearest to {place}${at.en}: {peer}, at a distance of {distance}.`,
          zh: `${at.zh}与{place}最相近的是{peer}，距离 {distance}。`,
        },
        values: { ...values, ...who },
      };
    }
    return {
      text: {
        en: `Nearest to {place}${at.en}: {peer}, at a distance of {distance}, {share} of it in {indicator}.`,
        zh: `${at.zh}与{place}最相近的是{peer}，距离 {distance}，其中 {share} 来自{indicator}。`,
      },
      values: {
        ...values,
        ...who,
        share: percent(apart.contribution),
        indicator: { text: titleOf(indicator) },
      },
    };
  });
}

/** The indicator that contributes most to the distance; none between places that are the same. */
export function mostDifferent({ differences }: Peer): Peer["differences"][number] | undefined {
  const [first, ...others] = differences.filter(({ contribution }) => contribution > 0);
  if (first === undefined) return undefined;
  return others.reduce((a, b) => (b.contribution > a.contribution ? b : a), first);
}
