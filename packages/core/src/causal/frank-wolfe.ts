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

/**
 * Weights by Frank and Wolfe's steps, each towards one column, until a step gains less than `leastGain` (of the mean square) or
 * `mostSteps` are done. Products of columns are made once, so that a step costs as many operations as there are columns.
 */
export function frankWolfe(
  { columns, target, zeta, intercept }: SimplexFit,
  leastGain: number,
  mostSteps: number,
  start?: Float64Array,
): Float64Array {
  const count = columns.length;
  const rows = target.length;
  const centred = (values: Float64Array) => {
    if (!intercept) return values;
    const mean = values.reduce((sum, each) => sum + each, 0) / rows;
    return values.map((each) => each - mean);
  };
  const [a, b] = [columns.map(centred), centred(target)];
  const gram = a.map((left) => Float64Array.from(a, (right) => dot(left, right)));
  const pull = Float64Array.from(a, (column) => dot(column, b));
  const eta = rows * zeta ** 2;
  const weights = start?.slice() ?? new Float64Array(count).fill(1 / count);
  const fitted = Float64Array.from(gram, (line) => dot(line, weights)); // A'Ax
  const length = dot(b, b);
  let last = Number.POSITIVE_INFINITY;
  for (let step = 0; step < mostSteps; step += 1) {
    let towards = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at += 1) {
      const slope = fitted[at] - pull[at] + eta * weights[at];
      if (slope < least) [least, towards] = [slope, at];
    }
    const squares = dot(weights, weights);
    const own = dot(fitted, weights); // |Ax|^2
    const along = least - (own - dot(pull, weights) + eta * squares);
    const moved = gram[towards][towards] - 2 * fitted[towards] + own;
    const spread = squares - 2 * weights[towards] + 1;
    const curvature = moved + eta * spread;
    const size = curvature > 0 ? Math.min(1, Math.max(0, -along / curvature)) : 0;
    for (let at = 0; at < count; at += 1) {
      weights[at] += size * ((at === towards ? 1 : 0) - weights[at]);
      fitted[at] += size * (gram[towards][at] - fitted[at]);
    }
    const error = dot(fitted, weights) - 2 * dot(pull, weights) + length;
    const value = zeta ** 2 * dot(weights, weights) + error / rows;
    if (step > 0 && last - value <= leastGain) break;
    last = value;
  }
  return weights;
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
