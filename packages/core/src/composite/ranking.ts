import { makeSorted, type Sorted, sortInto } from "./sorting.ts";

/** Scores this close, relative to their size or to 1, are one score: more is the rounding of sums of some dozens of terms. */
export const tieTolerance = 1e-12;

/** Writes the ranks of `scores[from..to)` to `ranks`; 0 where there is no score. */
export type Ranker = (scores: Float64Array, from: number, to: number, ranks: Uint32Array) => void;

/** Ranks by falling score, 1 the best. Ties share the better rank (1, 2, 2, 4), as published rankings do. */
export function makeRanker(capacity: number): Ranker {
  const sorted = makeSorted(capacity);
  return (scores, from, to, ranks) => {
    const scored = sortInto(sorted, scores, from, to);
    if (scored < to - from) ranks.fill(0, from, to);
    rankInto(ranks, sorted, scored);
  };
}

function rankInto(ranks: Uint32Array, { order, scores }: Sorted, scored: number): void {
  let rank = 1;
  let previous = scores[0];
  for (let at = 0; at < scored; at += 1) {
    const score = scores[at];
    if (previous - score > tieTolerance * Math.max(1, Math.abs(previous))) rank = at + 1;
    ranks[order[at]] = rank;
    previous = score;
  }
}

/** Rows that are ranked together: those of one group and year. */
export interface Pool {
  readonly group?: string;
  readonly year?: number;
  readonly rows: readonly number[];
}

export function pools(
  n: number,
  { group, year }: { group?: readonly string[] | undefined; year?: ArrayLike<number> | undefined },
): Pool[] {
  const found = new Map<string, { group?: string; year?: number; rows: number[] }>();
  for (let row = 0; row < n; row += 1) {
    const key = `${group?.[row] ?? ""}\u0000${year?.[row] ?? ""}`;
    const pool = found.get(key);
    if (pool !== undefined) {
      pool.rows.push(row);
      continue;
    }
    found.set(key, {
      ...(group === undefined ? {} : { group: group[row] }),
      ...(year === undefined ? {} : { year: year[row] }),
      rows: [row],
    });
  }
  return [...found.values()];
}

/** Rank of every row within its pool, `NaN` without a score. */
export function ranksWithin(pooled: readonly Pool[], scores: Float64Array): Float64Array {
  const ranked = new Float64Array(scores.length).fill(Number.NaN);
  for (const { rows } of pooled) {
    const own = Float64Array.from(rows, (row) => scores[row]);
    const ranks = new Uint32Array(rows.length);
    makeRanker(rows.length)(own, 0, rows.length, ranks);
    rows.forEach((row, at) => {
      if (ranks[at] > 0) ranked[row] = ranks[at];
    });
  }
  return ranked;
}
