import { numberOf } from "../contract/table.ts";
import { studentQuantile, studentTwoSided } from "../numeric/student.ts";

/** An effect with its error and the interval of it alone. */
export interface Estimate {
  readonly effect: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/** Of one step since treatment. */
export interface StepEstimate extends Estimate {
  readonly at: number;
}

/** An estimate with its t interval and p. An error of 0 is no error: nothing varies that could tell of one. */
export function estimateOf(
  effect: number,
  variance: number,
  freedom: number,
  level: number,
): Estimate & { readonly p: number } {
  const standardError = variance > 0 ? Math.sqrt(variance) : Number.NaN;
  const half = studentQuantile((1 - level) / 2, freedom) * standardError;
  return {
    effect,
    standardError,
    low: effect - half,
    high: effect + half,
    p: studentTwoSided(effect / standardError, freedom),
  };
}

/** The unit of a change of the outcome, or of a gap between two: between two figures in percent lie percentage points. */
export const changeUnit = (unit = "1"): string => (unit === "percent" || unit === "%" ? "percentage-point" : unit);

/** The columns of an estimate, in the unit of a change. */
export function estimateColumns(unit: string) {
  return [
    numberOf<Estimate>("effect", unit, { en: "effect", zh: "效应" }, ({ effect }) => effect),
    numberOf<Estimate>("standard_error", unit, { en: "standard error", zh: "标准误" }, (row) => row.standardError),
    numberOf<Estimate>("low", unit, { en: "low", zh: "下限" }, ({ low }) => low),
    numberOf<Estimate>("high", unit, { en: "high", zh: "上限" }, ({ high }) => high),
  ] as const;
}

export const stepColumn = numberOf<StepEstimate>(
  "event_time",
  "1",
  { en: "years since treatment", zh: "距处理年数" },
  ({ at }) => at,
);

/** `w' V w` of a covariance, row-major. */
export function quadratic(weights: ArrayLike<number>, covariance: Float64Array): number {
  const k = weights.length;
  let sum = 0;
  for (let a = 0; a < k; a += 1) for (let b = 0; b < k; b += 1) sum += weights[a] * covariance[a * k + b] * weights[b];
  return sum;
}
