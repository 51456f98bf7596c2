import type { Random } from "../contract/random.ts";
import {
  gapAt,
  type Match,
  nestedMatch,
  outcomeMatch,
  predictorMatch,
  type Span,
  squareGap,
  type Unit,
} from "./synthetic-match.ts";

/** A place set against its twin. */
export interface Twin extends Match {
  /** Outcome less that of the twin, year by year. */
  readonly gaps: Float64Array;
  /** Mean gap after treatment. */
  readonly effect: number;
  /** Root mean square gap over the years fitted, and after treatment. */
  readonly before: number;
  readonly after: number;
  /** What the gap after is measured by: that before, where it is more than rounding. */
  readonly yardstick: number;
}

/** A fit closer than this share of the donors' spread is counted as this close: beneath it stands rounding alone. */
const closest = 1e-6;

function matchOf(unit: Unit, donors: readonly Unit[], span: Span, importance?: Float64Array): Match {
  if (unit.predictors.length === 0) return outcomeMatch(unit, donors, span);
  if (importance === undefined) return nestedMatch(unit, donors, span);
  return { weights: predictorMatch(unit, donors, importance), importance };
}

/** The twin of a place; `given`: the importance of predictors, where it is not to be sought. */
export function twinOf(
  unit: Unit,
  donors: readonly Unit[],
  span: Span,
  given: Float64Array | undefined,
  end = unit.outcome.length,
): Twin {
  const match = matchOf(unit, donors, span, given);
  const gaps = Float64Array.from(unit.outcome.subarray(0, end), (_, step) => gapAt(unit, donors, match.weights, step));
  const later = gaps.subarray(span.to);
  const before = Math.sqrt(squareGap(unit, donors, match.weights, span));
  const after = Math.sqrt(later.reduce((sum, each) => sum + each * each, 0) / later.length);
  const yardstick = Math.max(before, closest * scaleOf([unit, ...donors], span));
  return { ...match, gaps, effect: meanOf(later), before, after, yardstick };
}

/** Root mean square gap after over that before, of one or several places together. */
export function ratioOf(twins: readonly Twin[]): number {
  const square = (of: (twin: Twin) => number) => meanOf(twins.map((twin) => of(twin) ** 2));
  return Math.sqrt(square(({ after }) => after) / square(({ yardstick }) => yardstick));
}

/** Root mean square difference of places from their mean, over the years fitted. */
function scaleOf(units: readonly Unit[], { from, to }: Span): number {
  let sum = 0;
  for (let step = from; step < to; step += 1) {
    const mean = meanOf(units.map(({ outcome }) => outcome[step]));
    for (const { outcome } of units) sum += (outcome[step] - mean) ** 2;
  }
  return Math.sqrt(sum / units.length / (to - from));
}

/** What would be found if others were the treated: other sets of as many places, all of them, or different ones drawn. */
export interface Reference {
  readonly kind: "every" | "drawn" | "none";
  readonly sets: readonly (readonly number[])[];
}

/**
 * Sets of positions, the treated coming first and donors after them. All but the set of the treated itself: sets of donors alone
 * would lie closer together than the treated among all places do, and p be too small.
 */
export function referenceOf(donors: number, treated: number, draws: number, draw: Random): Reference {
  const places = donors + treated;
  if (treated === 1) return { kind: "every", sets: Array.from({ length: donors }, (_, at) => [1 + at]) };
  if (draws === 0) return { kind: "none", sets: [] };
  if (setsOf(places, treated) - 1 <= draws) return { kind: "every", sets: everySet(places, treated).slice(1) };
  const order = Uint32Array.from({ length: places }, (_, at) => at);
  const actual = Array.from({ length: treated }, (_, at) => at).join();
  const drawn = new Map<string, readonly number[]>();
  while (drawn.size < draws) {
    draw.shuffle(order);
    const set = [...order.subarray(0, treated)].sort((a, b) => a - b);
    if (set.join() !== actual) drawn.set(set.join(), set);
  }
  return { kind: "drawn", sets: [...drawn.values()] };
}

/** How many sets of so many there are. */
export function setsOf(donors: number, taken: number): number {
  let count = 1;
  for (let at = 1; at <= taken; at += 1) count = (count * (donors - taken + at)) / at;
  return donors < taken ? 0 : Math.round(count);
}

/** Sets in the order of their first members. */
function everySet(donors: number, taken: number): number[][] {
  if (taken === 0) return [[]];
  return Array.from({ length: donors - taken + 1 }, (_, first) =>
    everySet(donors - first - 1, taken - 1).map((rest) => [first, ...rest.map((at) => first + 1 + at)]),
  ).flat();
}

/** One more than the sets that stand out at least as much, over one more than all of them; `NaN` without any. */
export function rankP(own: number, others: readonly number[]): number {
  if (others.length === 0) return Number.NaN;
  return (1 + others.filter((each) => each >= own * (1 - 1e-12)).length) / (1 + others.length);
}

/** The size that a share `level` of sets and the treated together do not pass; `NaN` where there are too few of them. */
export function rankBound(level: number, others: readonly number[]): number {
  const sorted = others.map(Math.abs).sort((a, b) => a - b);
  const at = Math.ceil(level * (others.length + 1) - 1e-9);
  return at <= others.length ? sorted[at - 1] : Number.NaN;
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at];
  return sum / values.length;
}
