import type { Random } from "../contract/random.ts";

/** Which association counts as extreme. */
export type Alternative = "greater" | "less" | "two-sided";

export interface Association {
  /** Pearson correlation over the industries that both sides have; `NaN` where one side does not vary. */
  readonly correlation: number;
  /** (M + 1) / (R + 1), M of R placings at least as extreme; `NaN` without placings or without a correlation. */
  readonly p: number;
  readonly industries: number;
}

/** How far from a tie rounding alone may put a placing: correlations of some dozens of terms. */
const rounding = 1e-12;
/** Deviations below this share of the largest figure are rounding, not variation. */
const flat = 1e-12;

const extents: Readonly<Record<Alternative, (r: number) => number>> = {
  greater: (r) => r,
  less: (r) => -r,
  "two-sided": Math.abs,
};
const clamp = (r: number): number => Math.max(-1, Math.min(1, r));

/** Orders of the industries, drawn once for all pairs. */
export function drawPlacings(industries: number, placings: number, draw: Random): Uint32Array[] {
  return Array.from({ length: placings }, () => {
    const order = Uint32Array.from({ length: industries }, (_, at) => at);
    draw.shuffle(order);
    return order;
  });
}

/**
 * Correlation of two rows over the industries in which neither has a gap, tested by giving the first row's figures to
 * industries at random. A drawn order restricted to some of the industries is a random order of those.
 */
export function association(
  change: Float64Array,
  quotient: Float64Array,
  placings: readonly Uint32Array[],
  alternative: Alternative,
): Association {
  const kept = Array.from(change, (_, at) => at).filter(
    (at) => !Number.isNaN(change[at]) && !Number.isNaN(quotient[at]),
  );
  const [x, y] = [standard(change, kept), standard(quotient, kept)];
  if (x === undefined || y === undefined) {
    return { correlation: Number.NaN, p: Number.NaN, industries: kept.length };
  }
  const correlation = clamp(dot(x, y, kept));
  if (placings.length === 0) return { correlation, p: Number.NaN, industries: kept.length };
  const extent = extents[alternative];
  const bound = extent(correlation) - rounding;
  const isWhole = kept.length === change.length;
  let asExtreme = 0;
  for (const order of placings) {
    let sum = 0;
    let next = 0;
    for (const at of order) {
      if (!isWhole && (Number.isNaN(change[at]) || Number.isNaN(quotient[at]))) continue;
      sum += (x[at] as number) * (y[kept[next] as number] as number);
      next += 1;
    }
    if (extent(sum) >= bound) asExtreme += 1;
  }
  return { correlation, p: (asExtreme + 1) / (placings.length + 1), industries: kept.length };
}

/**
 * The same for one row of changes beside many rows of quotients: where nothing is missing, each order is laid out once for all
 * of them.
 */
export function associations(
  change: Float64Array,
  quotients: readonly Float64Array[],
  placings: readonly Uint32Array[],
  alternative: Alternative,
): Association[] {
  const width = change.length;
  const all = Array.from(change, (_, at) => at);
  const x = change.some(Number.isNaN) ? undefined : standard(change, all);
  const whole = quotients.map((row) => (x === undefined || row.some(Number.isNaN) ? undefined : standard(row, all)));
  if (x === undefined || placings.length === 0 || whole.every((y) => y === undefined)) {
    return quotients.map((row) => association(change, row, placings, alternative));
  }
  const extent = extents[alternative];
  const correlations = whole.map((y) => (y === undefined ? Number.NaN : clamp(dot(x, y, all))));
  const bounds = correlations.map((r) => extent(r) - rounding);
  const asExtreme = new Uint32Array(quotients.length);
  const placed = new Float64Array(width);
  for (const order of placings) {
    for (let k = 0; k < width; k += 1) placed[k] = x[order[k] as number] as number;
    for (let j = 0; j < whole.length; j += 1) {
      const y = whole[j];
      if (y === undefined) continue;
      let sum = 0;
      for (let k = 0; k < width; k += 1) sum += (placed[k] as number) * (y[k] as number);
      if (extent(sum) >= (bounds[j] as number)) asExtreme[j] = (asExtreme[j] as number) + 1;
    }
  }
  return quotients.map((row, j) =>
    whole[j] === undefined
      ? association(change, row, placings, alternative)
      : {
          correlation: correlations[j] as number,
          p: ((asExtreme[j] as number) + 1) / (placings.length + 1),
          industries: width,
        },
  );
}

/** Deviations from the mean over the kept positions, of length 1; nothing where they do not vary. */
function standard(values: Float64Array, kept: readonly number[]): Float64Array | undefined {
  const mean = kept.reduce((sum, at) => sum + (values[at] as number), 0) / kept.length;
  const largest = kept.reduce((most, at) => Math.max(most, Math.abs(values[at] as number)), 0);
  const found = values.map((value) => value - mean);
  const length = Math.sqrt(kept.reduce((sum, at) => sum + (found[at] as number) ** 2, 0));
  if (kept.length < 2 || !(length > flat * largest)) return undefined;
  return found.map((value) => value / length);
}

function dot(x: Float64Array, y: Float64Array, kept: readonly number[]): number {
  return kept.reduce((sum, at) => sum + (x[at] as number) * (y[at] as number), 0);
}
