import { spread } from "../numeric/spread.ts";
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

/** A fit closer than this share of how places and years differ is counted as this close: beneath it stands rounding alone. */
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

/** Root mean square gap after over that before, in the mean of places: each is measured by its own fit. */
export function ratioOf(twins: readonly Twin[]): number {
  return meanOf(twins.map(({ after, yardstick }) => after / yardstick));
}

/** Root mean square difference of places and years from their mean, over the years fitted: never 0, for some donor moves. */
function scaleOf(units: readonly Unit[], { from, to }: Span): number {
  return spread(
    units.flatMap(({ outcome }) => [...outcome.subarray(from, to)]),
    "n",
  ).deviation;
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
