import { type Shape, shapeOf } from "./moments.ts";

/** What was done to an indicator, or why nothing was. */
export const treatments = ["none", "winsorised", "log", "mirrored-log", "excepted", "too-few", "constant"] as const;
export type Treatment = (typeof treatments)[number];

/** What counts as outlying, and how far the treatment goes. */
export interface TreatmentRule {
  /** Absolute skewness and excess kurtosis from which a distribution is taken to have outliers. */
  readonly skewness: number;
  readonly kurtosis: number;
  readonly outlying: "both" | "either";
  /** Values that winsorising may change. */
  readonly most: number;
  /** What follows where winsorising was not enough. */
  readonly fallback: "log" | "none";
}

/** One indicator after treatment: values in the order given, and the shape at every step that was taken. */
export interface TreatedColumn {
  readonly values: Float64Array;
  readonly treatment: Treatment;
  /** Values that winsorising changed, whether or not that was kept. */
  readonly points: number;
  readonly before: Shape;
  readonly winsorised: Shape | undefined;
  readonly after: Shape;
  /** Whether it still has outliers by the rule. */
  readonly outlying: boolean;
}

const fewest = 4; // kurtosis needs four figures

/** `values` have no gaps. */
export function treatColumn(values: Float64Array, rule: TreatmentRule): TreatedColumn {
  const before = shapeOf(values);
  const as = (treatment: Treatment): TreatedColumn => ({
    values,
    treatment,
    points: 0,
    before,
    winsorised: undefined,
    after: before,
    outlying: isOutlying(before, rule),
  });
  if (values.length < fewest) return { ...as("too-few"), outlying: false };
  if (Number.isNaN(before.skewness)) return as("constant");
  if (!isOutlying(before, rule)) return as("none");
  const { values: cut, points } = winsorise(values, rule);
  const winsorised = shapeOf(cut);
  const common = { points, before, winsorised };
  if (points > 0 && !isOutlying(winsorised, rule)) {
    return { ...common, values: cut, treatment: "winsorised", after: winsorised, outlying: false };
  }
  if (rule.fallback === "none") {
    const kept = points > 0 ? { values: cut, after: winsorised } : { values, after: before };
    return { ...common, ...kept, treatment: points > 0 ? "winsorised" : "none", outlying: true };
  }
  const logged = before.skewness >= 0 ? logUp(values) : logUp(values.map((value) => -value)).map((value) => -value);
  const after = shapeOf(logged);
  return {
    ...common,
    values: logged,
    treatment: before.skewness >= 0 ? "log" : "mirrored-log",
    after,
    outlying: isOutlying(after, rule),
  };
}

export function isOutlying({ skewness, kurtosis }: Shape, rule: TreatmentRule): boolean {
  const skewed = Math.abs(skewness) >= rule.skewness;
  const heavy = kurtosis >= rule.kurtosis;
  return rule.outlying === "both" ? skewed && heavy : skewed || heavy;
}

/**
 * Pulls the furthest value of the longer tail in to the one next to it, with all that tie there, and looks again. A step
 * that would change more than `most` values in all is not taken.
 */
function winsorise(given: Float64Array, rule: TreatmentRule): { values: Float64Array; points: number } {
  const values = given.slice();
  const changed = new Set<number>();
  for (;;) {
    const shape = shapeOf(values);
    if (!isOutlying(shape, rule)) break;
    const sign = shape.skewness >= 0 ? 1 : -1;
    let furthest = Number.NEGATIVE_INFINITY;
    for (const value of values) furthest = Math.max(furthest, sign * value);
    let next = Number.NEGATIVE_INFINITY;
    for (const value of values) if (sign * value < furthest) next = Math.max(next, sign * value);
    const ends = [...values.keys()].filter((at) => sign * values[at] === furthest);
    const all = new Set([...changed, ...ends]);
    if (all.size > rule.most) break;
    for (const at of ends) {
      values[at] = sign * next;
      changed.add(at);
    }
  }
  return { values, points: changed.size };
}

/** ln(x - min + .01 (max - min)): defined for every x, rising, and free of units up to a constant. */
function logUp(values: Float64Array): Float64Array {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.map((value) => Math.log(value - least + 0.01 * (most - least)));
}
