import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { NamedNumbers } from "../contract/readings.ts";
import { alwaysTreated, noValueIn } from "./panel-words.ts";
import { isAlwaysTreated, type TreatedPanel } from "./treated-panel.ts";

/** A column of the input, places x years. */
export function laidOut({ rows }: TreatedPanel, values: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => (row < 0 ? Number.NaN : values[row]));
}

export function isComplete({ years }: TreatedPanel, laid: readonly Float64Array[], at: number): boolean {
  return laid.every((values) => values.subarray(at * years.length, (at + 1) * years.length).every(Number.isFinite));
}

export function droppedFrom(
  panel: TreatedPanel,
  laid: readonly Float64Array[],
  covariates: readonly NamedNumbers[],
  kept: ReadonlySet<number>,
): Dropped[] {
  const { places, years, outcome, first } = panel;
  const left = places.flatMap((row, at): Dropped[] => {
    if (kept.has(at)) return [];
    if (isAlwaysTreated(panel, first[at])) return [{ input: "data", row, reason: alwaysTreated }];
    const lacks = (values: Float64Array) =>
      years.filter((_, step) => !Number.isFinite(values[at * years.length + step]));
    const gaps = lacks(outcome);
    if (gaps.length > 0) return [{ input: "data", row, reason: noValueIn(gaps) }];
    const which = laid.findIndex((values) => lacks(values).length > 0);
    const { name, title = { en: name, zh: name } } = covariates[which];
    const missing = lacks(laid[which]).join(", ");
    const reason = { en: `no value of ${title.en} in ${missing}`, zh: `${missing} 年缺少“${title.zh}”` };
    return [{ input: "data", row, reason }];
  });
  return [...panel.dropped, ...left];
}

/** Root mean square of the outcomes of the sample. */
export function sizeOf({ years, outcome }: TreatedPanel, sample: readonly number[]): number {
  const squares = sample.reduce(
    (sum, at) =>
      outcome.subarray(at * years.length, (at + 1) * years.length).reduce((own, each) => own + each * each, sum),
    0,
  );
  return Math.sqrt(squares / (sample.length * years.length));
}

export function clustersOf(
  { places, rows, years }: TreatedPanel,
  sample: readonly number[],
  cluster: readonly string[] | undefined,
): Uint32Array | undefined {
  if (cluster === undefined) return undefined;
  const names = sample.map((at) => {
    const [one, ...others] = Array.from(
      rows.subarray(at * years.length, (at + 1) * years.length),
      (row) => cluster[row],
    );
    const other = others.find((each) => each !== one);
    if (other !== undefined) throw clusterChanges(places[at], one, other);
    return one;
  });
  const known = new Map([...new Set(names)].sort().map((name, at) => [name, at]));
  return Uint32Array.from(names, (name) => known.get(name) as number);
}

function clusterChanges(place: string, one: string, other: string): InputError {
  return new InputError({
    code: "cluster-changes",
    text: {
      en: `group-time-att: cluster of ${place} is ${one} on one row and ${other} on another, expected one a place`,
      zh: `group-time-att：${place} 的 cluster 既为 ${one} 又为 ${other}，每个地区应只有一个`,
    },
    hint: { en: "give every place one cluster for all years", zh: "请为每个地区在各年给出同一聚类" },
  });
}
