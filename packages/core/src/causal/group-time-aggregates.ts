import type { GroupTime } from "./group-time-effects.ts";

/** Several effects in one number, with its influence function and what each place weighs in it, over the places of the sample. */
export interface Aggregate {
  readonly effect: number;
  readonly influence: Float64Array;
  readonly weights: Float64Array;
}

/** Aggregates by what they are of: a year since treatment, a cohort, a year; and the mean of those after treatment. */
export interface Aggregated {
  readonly overall: Aggregate;
  readonly parts: readonly (Aggregate & { readonly at: number })[];
}

export type Aggregation = "simple" | "by-event-time" | "by-cohort" | "by-year";

/**
 * Weighted means of effects by cohort and year (Callaway and Sant'Anna 2021). Cohorts weigh by their places among those of
 * the sample, and that those shares are estimated too is part of the influence:
 *
 *   simple           all effects after treatment
 *   by event time    those the same number of years after (or before) treatment; overall: mean over years after it
 *   by cohort        plain mean over a cohort's treated years; overall: cohorts by their places
 *   by year          cohorts under treatment in a year; overall: mean over years
 */
export function aggregate(
  kind: Aggregation,
  cells: readonly GroupTime[],
  cohortOf: ArrayLike<number>,
): Aggregated | undefined {
  const after = cells.filter(({ year, cohort }) => year >= cohort);
  if (after.length === 0) return undefined;
  if (kind === "simple") return { overall: byShares(after, cohortOf), parts: [] };
  if (kind === "by-cohort") {
    const parts = distinct(after, ({ cohort }) => cohort).map((at) => ({
      at,
      ...plainly(after.filter(({ cohort }) => cohort === at).map((cell) => full(cell, cohortOf.length))),
    }));
    const whole = parts.map(({ at, ...part }) => ({ cohort: at, ...part }));
    return { overall: byShares(whole, cohortOf), parts };
  }
  const momentOf =
    kind === "by-event-time" ? ({ year, cohort }: GroupTime) => year - cohort : ({ year }: GroupTime) => year;
  const told = kind === "by-event-time" ? cells : after;
  const parts = distinct(told, momentOf).map((at) => ({
    at,
    ...byShares(
      told.filter((cell) => momentOf(cell) === at),
      cohortOf,
    ),
  }));
  return { overall: plainly(kind === "by-event-time" ? parts.filter(({ at }) => at >= 0) : parts), parts };
}

/**
 * Root of the mean square of the influence over n, by clusters where places come in them; `NaN` where nothing varies beside
 * `scale`, the size of the outcomes.
 */
export function standardError(influence: Float64Array, scale: number, clusters?: Uint32Array): number {
  const n = influence.length;
  let squares = 0;
  if (clusters === undefined) for (const each of influence) squares += each * each;
  else for (const each of sumsBy(influence, clusters)) squares += each * each;
  const error = Math.sqrt(squares) / n;
  return error > tiny * scale ? error : Number.NaN;
}

export function sumsBy(influence: Float64Array, clusters: Uint32Array): Float64Array {
  const sums = new Float64Array(clusters.reduce((most, each) => Math.max(most, each), 0) + 1);
  for (const [at, cluster] of clusters.entries()) sums[cluster] += influence[at];
  return sums;
}

/** An error below this share of the outcomes is rounding: nothing varies. */
const tiny = 1e-12;

type Part = Aggregate & Pick<GroupTime, "cohort">;

/** Mean weighted by the share of each part's cohort among the places. */
function byShares(parts: readonly Part[], cohortOf: ArrayLike<number>): Aggregate {
  const n = cohortOf.length;
  const shares = parts.map(({ cohort }) => Array.from(cohortOf).filter((each) => each === cohort).length / n);
  const total = shares.reduce((sum, each) => sum + each, 0);
  const effect = parts.reduce((sum, part, at) => sum + (part.effect * shares[at]) / total, 0);
  const [influence, weights] = [new Float64Array(n), new Float64Array(n)];
  for (const [at, part] of parts.entries()) {
    const own = full(part, n);
    for (let place = 0; place < n; place += 1) {
      // a place more in this cohort gives its effect more weight, at the cost of all
      const pull = ((cohortOf[place] === part.cohort ? 1 : 0) - shares[at]) / total;
      weights[place] += (shares[at] / total) * own.weights[place];
      influence[place] += (shares[at] / total) * own.influence[place] + pull * (part.effect - effect);
    }
  }
  return { effect, influence, weights };
}

function plainly(parts: readonly Aggregate[]): Aggregate {
  const mean = (of: (part: Aggregate) => Float64Array) =>
    of(parts[0]).map((_, at) => parts.reduce((sum, part) => sum + of(part)[at], 0) / parts.length);
  return {
    effect: parts.reduce((sum, { effect }) => sum + effect, 0) / parts.length,
    influence: mean(({ influence }) => influence),
    weights: mean(({ weights }) => weights),
  };
}

/** The influence of an effect that is 0 by construction is 0 everywhere. */
function full<P extends Aggregate>(part: P, n: number): P {
  const nothing = new Float64Array(n);
  return part.influence.length === n ? part : { ...part, influence: nothing, weights: nothing };
}

function distinct(cells: readonly GroupTime[], of: (cell: GroupTime) => number): number[] {
  return [...new Set(cells.map(of))].sort((a, b) => a - b);
}
