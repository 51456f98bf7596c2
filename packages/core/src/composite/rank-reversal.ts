import type { Warning } from "../contract/method.ts";
import { rowsBy } from "../contract/rows-by.ts";
import type { DecisionScope } from "./decision.ts";
import { type Pool, tieTolerance } from "./ranking.ts";
import type { CompositeData } from "./scale.ts";

export interface Removal {
  readonly place: string;
  /** Whether two of the others, ranked together, change order when this place is gone. */
  readonly reverses: boolean;
}

export interface Reversals {
  /** None of more places than are tried. */
  readonly removals: readonly Removal[];
  /** Places whose removal alone changes the order of others; `NaN` where that was not tried. */
  readonly reversals: number;
  readonly warnings: readonly Warning[];
}

const mostTried = 1000; // places: each is scored without, so that time goes with the square of their number, 1 to 2 s of these

export function reversalsOf(...[data, scopes, ...rest]: Parameters<typeof removals>): Reversals {
  const places = new Set(scopes.flatMap(({ rows }) => rows.map((row) => data.place[row]))).size;
  if (places > mostTried) return { removals: [], reversals: Number.NaN, warnings: [untried(places)] };
  const found = removals(data, scopes, ...rest);
  return { removals: found, reversals: found.filter(({ reverses }) => reverses).length, warnings: [] };
}

function untried(places: number): Warning {
  return {
    code: "removals-not-tried",
    text: {
      en: `${places} places are not left out one by one: whether the others change order then is found up to ${mostTried} places`,
      zh: `地区多达 ${places} 个，未逐一剔除检验逆序；该检验限于 ${mostTried} 个地区以内`,
    },
  };
}

/**
 * Whether the order of the others hangs on a place that is compared with them: takes away one place after the other, with
 * all its years, and scores the rest anew. `score` gives one number a row of a scope, more is better.
 */
function removals(
  { place }: CompositeData,
  scopes: readonly DecisionScope[],
  pooled: readonly Pool[],
  score: (values: readonly Float64Array[]) => Float64Array,
): Removal[] {
  const poolOf = new Map(pooled.flatMap(({ rows }, at) => rows.map((row) => [row, at] as const)));
  const ordered = scopes.map(({ rows, values }) => {
    const scores = score(values);
    const byPool = rowsBy(rows.map((row) => poolOf.get(row) as number));
    const orders = [...byPool.values()].map((members) => members.sort((a, b) => scores[b] - scores[a]));
    return { rows, values, scores, orders };
  });
  const places = [...new Set(scopes.flatMap(({ rows }) => rows.map((row) => place[row])))].sort();
  return places.map((gone) => {
    const reverses = ordered.some(({ rows, values, scores, orders }) => {
      const kept = Uint32Array.from(rows.keys()).filter((at) => place[rows[at]] !== gone);
      if (kept.length === rows.length || kept.length < 2) return false;
      const anew = new Float64Array(rows.length).fill(Number.NaN);
      score(values.map((column) => picked(column, kept))).forEach((each, at) => {
        anew[kept[at]] = each;
      });
      return orders.some((order) => isReversed(order, scores, anew));
    });
    return { place: gone, reverses };
  });
}

/** A loop: taken by an iterator, the many copies cost more than the scores. */
function picked(column: Float64Array, kept: Uint32Array): Float64Array {
  const values = new Float64Array(kept.length);
  for (let at = 0; at < kept.length; at += 1) values[at] = column[kept[at]];
  return values;
}

/** Whether some later, lower row now stands above an earlier one. */
function isReversed(order: readonly number[], before: Float64Array, after: Float64Array): boolean {
  let lowest = Number.POSITIVE_INFINITY;
  let upTo = 0;
  for (let at = 0; at < order.length; at += 1) {
    // rows that shared a score before may part without anything being reversed
    while (upTo < at && before[order[upTo]] - before[order[at]] > tieTolerance) {
      if (after[order[upTo]] < lowest) lowest = after[order[upTo]];
      upTo += 1;
    }
    if (after[order[at]] - lowest > tieTolerance) return true;
  }
  return false;
}
