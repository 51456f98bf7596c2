/** Rows in falling order of their scores, and the space to bring them there, made once for `capacity` rows at most. */
export interface Sorted {
  readonly order: Uint32Array;
  readonly scores: Float64Array;
  /** Rows that have a score, as they come, and their buckets. */
  readonly rows: Uint32Array;
  readonly given: Float64Array;
  readonly bucket: Uint32Array;
  readonly starts: Uint32Array;
}

export function makeSorted(capacity: number): Sorted {
  return {
    order: new Uint32Array(capacity),
    scores: new Float64Array(capacity),
    rows: new Uint32Array(capacity),
    given: new Float64Array(capacity),
    bucket: new Uint32Array(capacity),
    starts: new Uint32Array(capacity + 1),
  };
}

/** Squared sizes of buckets per row, 2 where they fill evenly, from which on sorting by comparison is the faster way. */
const crowded = 64;

/**
 * Sorts the rows of `values[from..to)` that have one and says how many they are: by bucket, then by insertion, without a
 * new array; where a far value crowds all others into few buckets, by comparison.
 */
export function sortInto(
  { order, scores, rows, given, bucket, starts }: Sorted,
  values: Float64Array,
  from: number,
  to: number,
): number {
  let best = Number.NEGATIVE_INFINITY;
  let worst = Number.POSITIVE_INFINITY;
  let n = 0;
  for (let row = from; row < to; row += 1) {
    const value = values[row];
    if (Number.isNaN(value)) continue;
    rows[n] = row;
    given[n] = value;
    n += 1;
    if (value > best) best = value;
    if (value < worst) worst = value;
  }
  const scale = best - worst > 1e-300 ? (n - 1) / (best - worst) : 0;
  starts.fill(0, 0, n + 1);
  for (let at = 0; at < n; at += 1) {
    const into = ((best - given[at]) * scale) | 0; // rounds down what is not negative
    bucket[at] = into;
    starts[into + 1] += 1;
  }
  let squares = 0;
  for (let at = 1; at <= n; at += 1) {
    const size = starts[at];
    squares += size * size;
    starts[at] = size + starts[at - 1];
  }
  for (let at = 0; at < n; at += 1) {
    const into = starts[bucket[at]];
    starts[bucket[at]] = into + 1;
    order[into] = rows[at];
    scores[into] = given[at];
  }
  if (squares > crowded * n) compare(scores, order, n, values);
  insert(scores, order, n);
  return n;
}

function compare(scores: Float64Array, order: Uint32Array, n: number, values: Float64Array): void {
  order.subarray(0, n).sort((a, b) => values[b] - values[a]);
  for (let at = 0; at < n; at += 1) scores[at] = values[order[at]];
}

function insert(scores: Float64Array, order: Uint32Array, n: number): void {
  for (let at = 1; at < n; at += 1) {
    const score = scores[at];
    const row = order[at];
    let to = at;
    for (; to > 0 && scores[to - 1] < score; to -= 1) {
      scores[to] = scores[to - 1];
      order[to] = order[to - 1];
    }
    scores[to] = score;
    order[to] = row;
  }
}
