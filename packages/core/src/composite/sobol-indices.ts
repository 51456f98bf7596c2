import type { Random } from "../contract/random.ts";
import { quantile } from "../numeric/quantile.ts";

/** Answers of a model on two independent samples and, by factor, on the first with that factor taken from the second. */
export interface SobolRuns {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly mixed: readonly Float64Array[];
}

export interface SobolIndices {
  readonly variance: number;
  /** By factor; `NaN` where the answers do not vary. */
  readonly first: Float64Array;
  readonly total: Float64Array;
}

/** Where the answers vary by less than this in relation to their size, they vary by rounding. */
const nothing = 1e-24;

/**
 * First-order indices after Saltelli et al. (2010), mean of f(B) (f(A_B) - f(A)), and total ones after Jansen (1999), half
 * the mean of (f(A) - f(A_B))^2, both over the variance of f(A) and f(B) together; answers are centred first, which
 * leaves less noise.
 */
export function sobolIndices(runs: SobolRuns): SobolIndices {
  return ofTerms(termsOf(runs), undefined);
}

export interface SobolIntervals {
  readonly firstLow: Float64Array;
  readonly firstHigh: Float64Array;
  readonly totalLow: Float64Array;
  readonly totalHigh: Float64Array;
}

/** Percentile intervals of indices, by drawing the base samples with replacement. */
export function sobolIntervals(
  runs: SobolRuns,
  {
    draws,
    ends,
    random,
  }: { readonly draws: number; readonly ends: readonly [number, number]; readonly random: Random },
): SobolIntervals {
  const terms = termsOf(runs);
  const factors = runs.mixed.length;
  const n = runs.a.length;
  const first = Array.from({ length: factors }, () => new Float64Array(draws));
  const total = Array.from({ length: factors }, () => new Float64Array(draws));
  const taken = new Uint32Array(n);
  for (let draw = 0; draw < draws; draw += 1) {
    taken.fill(0);
    for (let at = 0; at < n; at += 1) taken[random.integer(n)] += 1;
    const found = ofTerms(terms, taken);
    for (let factor = 0; factor < factors; factor += 1) {
      first[factor][draw] = found.first[factor];
      total[factor][draw] = found.total[factor];
    }
  }
  const end = (of: readonly Float64Array[], share: number) =>
    Float64Array.from(of, (values) => (values.some(Number.isNaN) ? Number.NaN : quantile(values.toSorted(), share)));
  return {
    firstLow: end(first, ends[0]),
    firstHigh: end(first, ends[1]),
    totalLow: end(total, ends[0]),
    totalHigh: end(total, ends[1]),
  };
}

/** By base sample: what the sums of the estimators are made of. */
interface Terms {
  readonly size: number;
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
}

function termsOf({ a, b, mixed }: SobolRuns): Terms {
  const n = a.length;
  let sum = 0;
  let size = 0;
  for (let at = 0; at < n; at += 1) {
    sum += a[at] + b[at];
    size = Math.max(size, Math.abs(a[at]), Math.abs(b[at]));
  }
  const mean = sum / (2 * n);
  return {
    size,
    sums: a.map((value, at) => value - mean + (b[at] - mean)),
    squares: a.map((value, at) => (value - mean) ** 2 + (b[at] - mean) ** 2),
    first: mixed.map((values) => values.map((value, at) => (b[at] - mean) * (value - a[at]))),
    total: mixed.map((values) => values.map((value, at) => (value - a[at]) ** 2)),
  };
}

/** The indices, with every base sample as often as `taken` says, or once. */
function ofTerms({ size, sums, squares, first, total }: Terms, taken: Uint32Array | undefined): SobolIndices {
  const n = sums.length;
  const meanOf = (values: Float64Array) => {
    let sum = 0;
    if (taken === undefined) for (let at = 0; at < n; at += 1) sum += values[at];
    else for (let at = 0; at < n; at += 1) sum += taken[at] * values[at];
    return sum / n;
  };
  const variance = meanOf(squares) / 2 - (meanOf(sums) / 2) ** 2;
  const over = (value: number) => (variance > nothing * size * size ? value / variance : Number.NaN);
  return {
    variance,
    first: Float64Array.from(first, (values) => over(meanOf(values))),
    total: Float64Array.from(total, (values) => over(meanOf(values) / 2)),
  };
}
