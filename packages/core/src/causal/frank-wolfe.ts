/** Least squares of one column on others with weights that are not negative and sum to 1, and a penalty on their squares. */
export interface SimplexFit {
  /** Rows x columns. */
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
  /** Penalty: rows times zeta squared times the sum of squares. */
  readonly zeta: number;
  /** Whether a constant may lie between target and columns. */
  readonly intercept: boolean;
}

export interface SimplexWeights {
  readonly weights: Float64Array;
  readonly steps: number;
  /** Whether the last step gained less than was asked for, rather than being the last allowed. */
  readonly closedIn: boolean;
  /** What is made least, the mean square with its penalty, and the most by which any weights could still lower it. */
  readonly value: number;
  readonly left: number;
}

/**
 * Weights by Frank and Wolfe's steps, each towards one column, until a step gains less than `leastGain` (of the mean square) or
 * `mostSteps` are done. Products of columns are made once, and a step passes over the columns once.
 */
export function frankWolfe(
  { columns, target, zeta, intercept }: SimplexFit,
  leastGain: number,
  mostSteps: number,
  start?: Float64Array,
): SimplexWeights {
  const count = columns.length;
  const rows = target.length;
  const centred = (values: Float64Array) => {
    if (!intercept) return values;
    const mean = values.reduce((sum, each) => sum + each, 0) / rows;
    return values.map((each) => each - mean);
  };
  const [a, b] = [columns.map(centred), centred(target)];
  const gram = gramOf(a);
  const pull = Float64Array.from(a, (column) => dot(column, b));
  const eta = rows * zeta ** 2;
  const weights = start?.slice() ?? new Float64Array(count).fill(1 / count);
  const fitted = Float64Array.from(gram, (line) => dot(line, weights)); // A'Ax
  const length = dot(b, b);
  let last = Number.POSITIVE_INFINITY;
  let [towards, size] = [0, 0];
  for (let step = 0; ; step += 1) {
    const line = gram[towards];
    let [squares, own, pulled, least, next] = [0, 0, 0, Number.POSITIVE_INFINITY, 0]; // own: |Ax|^2
    for (let at = 0; at < count; at += 1) {
      const weight = weights[at] + size * ((at === towards ? 1 : 0) - weights[at]);
      const fit = fitted[at] + size * (line[at] - fitted[at]);
      weights[at] = weight;
      fitted[at] = fit;
      squares += weight * weight;
      own += fit * weight;
      pulled += pull[at] * weight;
      const slope = fit - pull[at] + eta * weight;
      if (slope < least) {
        least = slope;
        next = at;
      }
    }
    const along = least - (own - pulled + eta * squares);
    const value = zeta ** 2 * squares + (own - 2 * pulled + length) / rows;
    const closedIn = step > 1 && last - value <= leastGain;
    if (closedIn || step === mostSteps) return { weights, steps: step, closedIn, value, left: (-2 * along) / rows };
    if (step > 0) last = value;
    towards = next;
    const moved = gram[towards][towards] - 2 * fitted[towards] + own;
    const spread = squares - 2 * weights[towards] + 1;
    const curvature = moved + eta * spread;
    size = curvature > 0 ? Math.min(1, Math.max(0, -along / curvature)) : 0;
  }
}

function gramOf(columns: readonly Float64Array[]): Float64Array[] {
  const gram = columns.map(() => new Float64Array(columns.length));
  for (const [at, left] of columns.entries())
    for (let other = 0; other <= at; other += 1) gram[at][other] = gram[other][at] = dot(left, columns[other]);
  return gram;
}

/** Weights below a quarter of the largest are none; the others sum to 1 again. */
export function sparse(weights: Float64Array): Float64Array {
  const most = weights.reduce((largest, each) => Math.max(largest, each), 0);
  const kept = weights.map((each) => (each <= most / 4 ? 0 : each));
  const total = kept.reduce((sum, each) => sum + each, 0);
  return kept.map((each) => each / total);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at];
  return sum;
}
