import { median } from "../numeric/median.ts";
import type { Grid, Measure } from "./panel.ts";
import { spread } from "./robust.ts";

/** A change between neighbouring years in which a place has figures. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Difference of the natural logarithms. */
  readonly growth: number;
  /** What is left of it when the middle change of all places between these years is taken off. */
  readonly own: number;
}

export interface Steps {
  /** By place. */
  readonly series: readonly (readonly Step[])[];
  /** By `from * years + to`: the middle change and how many places it is of. */
  readonly common: ReadonlyMap<
    number,
    { readonly growth: number; readonly places: number; readonly all: readonly number[] }
  >;
  /** The middle size of a change. */
  readonly usualSize: number;
  /** How much places usually depart from the common change. */
  readonly noise: number;
}

/** Places that make a common change: the middle of fewer says nothing of any of them. */
export const fewestPeers = 5;

/** Growth of a measure by place. Only positive figures grow; others are passed over as if they were missing. */
export function stepsOf({ years, places }: Grid, { values }: Measure): Steps {
  const span = years.length;
  const logs = values.map((value) => (value > 0 ? Math.log(value) : Number.NaN));
  const grown = new Map<number, number[]>();
  const sizes: number[] = [];
  const bare = places.map((_, place) => {
    const series: { from: number; to: number; growth: number; own: number }[] = [];
    let last = -1;
    for (let year = 0; year < span; year += 1) {
      const log = logs[place * span + year] as number;
      if (Number.isNaN(log)) continue;
      if (last >= 0) {
        const growth = log - (logs[place * span + last] as number);
        series.push({ from: last, to: year, growth, own: growth });
        sizes.push(Math.abs(growth));
        const at = last * span + year;
        const all = grown.get(at);
        if (all === undefined) grown.set(at, [growth]);
        else all.push(growth);
      }
      last = year;
    }
    return series;
  });
  const common = new Map([...grown].map(([at, all]) => [at, { growth: median(all), places: all.length, all }]));
  const owns: number[] = [];
  for (const series of bare) {
    for (const step of series) {
      const peers = common.get(step.from * span + step.to);
      if (peers !== undefined && peers.places >= fewestPeers) step.own -= peers.growth;
      owns.push(step.own);
    }
  }
  return { series: bare, common, usualSize: median(sizes), noise: spread(owns) || 0 };
}
