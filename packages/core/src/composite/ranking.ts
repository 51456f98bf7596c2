/** Scores this close, relative to their size or to 1, are one score: more is the rounding of sums of some dozens of terms. */
export const tieTolerance = 1e-12;

/** Writes the ranks of `scores[from..to)` to `ranks`; 0 where there is no score. */
export type Ranker = (scores: Float64Array, from: number, to: number, ranks: Uint32Array) => void;

/**
 * Ranks by falling score, 1 the best. Ties share the better rank (1, 2, 2, 4), as published rankings do. The scratch
 * space is made once, for `capacity` rows at most: sorting is by bucket, then by insertion, and allocates nothing.
 */
export function makeRanker(capacity: number): Ranker {
  const starts = new Uint32Array(capacity + 1);
  const bucket = new Uint32Array(capacity);
  const order = new Uint32Array(capacity);
  return (scores, from, to, ranks) => {
    let best = Number.NEGATIVE_INFINITY;
    let worst = Number.POSITIVE_INFINITY;
    let scored = 0;
    for (let row = from; row < to; row += 1) {
      const score = scores[row];
      if (Number.isNaN(score)) continue;
      scored += 1;
      if (score > best) best = score;
      if (score < worst) worst = score;
    }
    const scale = best - worst > 1e-300 ? (scored - 1) / (best - worst) : 0;
    starts.fill(0, 0, scored + 1);
    for (let row = from; row < to; row += 1) {
      const score = scores[row];
      if (Number.isNaN(score)) continue;
      const at = ((best - score) * scale) | 0; // rounds down what is not negative
      bucket[row - from] = at;
      starts[at + 1] += 1;
    }
    for (let at = 1; at <= scored; at += 1) starts[at] += starts[at - 1];
    for (let row = from; row < to; row += 1) {
      if (Number.isNaN(scores[row])) {
        ranks[row] = 0;
        continue;
      }
      order[starts[bucket[row - from]]] = row;
      starts[bucket[row - from]] += 1;
    }
    for (let at = 1; at < scored; at += 1) {
      const row = order[at];
      const score = scores[row];
      let before = at - 1;
      for (; before >= 0 && scores[order[before]] < score; before -= 1) order[before + 1] = order[before];
      order[before + 1] = row;
    }
    let rank = 1;
    let previous = best;
    for (let at = 0; at < scored; at += 1) {
      const score = scores[order[at]];
      if (previous - score > tieTolerance * Math.max(1, Math.abs(previous))) rank = at + 1;
      ranks[order[at]] = rank;
      previous = score;
    }
  };
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
