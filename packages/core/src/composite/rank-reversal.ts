import type { DecisionScope } from "./decision.ts";
import { type Pool, tieTolerance } from "./ranking.ts";
import type { CompositeData } from "./scale.ts";

export interface Removal {
  readonly place: string;
  /** Whether two of the others, ranked together, change order when this place is gone. */
  readonly reverses: boolean;
}

/**
 * Whether the order of the others hangs on a place that is compared with them: takes away one place after the other, with
 * all its years, and scores the rest anew. `score` gives one number a row of a scope, more is better.
 */
export function removals(
  { place }: CompositeData,
  scopes: readonly DecisionScope[],
  pooled: readonly Pool[],
  score: (values: readonly Float64Array[]) => Float64Array,
): Removal[] {
  const poolOf = new Map(pooled.flatMap(({ rows }, at) => rows.map((row) => [row, at] as const)));
  const ordered = scopes.map(({ rows, values }) => {
    const scores = score(values);
    const byPool = new Map<number, number[]>();
    rows.forEach((row, at) => {
      const pool = poolOf.get(row) as number;
      byPool.set(pool, [...(byPool.get(pool) ?? []), at]);
    });
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
