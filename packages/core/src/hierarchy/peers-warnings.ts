import type { FindingValue, Warning } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { listed } from "../contract/saying.ts";
import type { Peer } from "./peers.ts";
import { titleOf } from "./places-by-indicator.ts";
import { named, type Sampled } from "./samples.ts";

interface Told {
  readonly rows: readonly Sampled[];
  readonly wanted: ReadonlySet<string> | undefined;
  readonly peers: readonly Peer[];
  readonly constant: ReadonlySet<NamedNumbers>;
  readonly indicators: number;
}

export function peersWarnings({ rows, wanted, peers, constant, indicators }: Told): Warning[] {
  const warnings: Warning[] = [];
  const add = (code: string, en: string, zh: string, values: Readonly<Record<string, FindingValue>>) =>
    warnings.push({ code, text: { en, zh }, values });
  const served = new Set(peers.map(named));
  const alone = rows.filter((row) => (wanted?.has(row.place) ?? true) && !served.has(named(row)));
  if (alone.length > 0) {
    add(
      "no-peers",
      "no other place to compare with, or too few indicators in common: {rows}",
      "没有可比较的其他地区，或共有指标过少：{rows}",
      { rows: { rows: alone.map(({ place, year }) => ({ place, year })) } },
    );
  }
  if (constant.size > 0) {
    add(
      "constant-indicator",
      "the same everywhere in some year, so it tells nobody apart there: {indicators}",
      "某年各地相同，无法区分地区：{indicators}",
      { indicators: listed([...constant].map(titleOf)) },
    );
  }
  const partial = peers.filter((pair) => pair.indicators < indicators);
  if (partial.length > 0) {
    add(
      "partial-pairs",
      "compared over the indicators that both have, which are not all: {rows}",
      "仅按双方均有数据的指标比较：{rows}",
      { rows: { rows: partial.map(({ place, peer, year }) => ({ place, other: peer, year })) } },
    );
  }
  return warnings;
}
