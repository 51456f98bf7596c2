import { normalQuantile } from "../numeric/normal.ts";
import { weightedMean } from "./covariate-balance.ts";
import type { Estimate } from "./estimate.ts";
import { knownError } from "./known-error.ts";
import { alike, type Pairing } from "./nearest-pairs.ts";

/** Who is treated, the outcome and the propensity score, position by position. */
export interface Scored {
  readonly treated: Float64Array;
  readonly outcome: Float64Array;
  readonly score: Float64Array;
}

/** Treated units below which nothing tells how they vary. */
export const fewestForError = 5;

/** An effect with its normal interval; no error where nothing varies, or where too few units tell of it. */
export function normalEstimate(
  [effect, variance]: readonly [number, number],
  outcome: Float64Array,
  { level, units }: { readonly level: number; readonly units: number },
): Estimate {
  const standardError = units < fewestForError ? Number.NaN : knownError(variance, outcome);
  const half = normalQuantile((1 - level) / 2) * standardError;
  return { effect, standardError, low: effect - half, high: effect + half };
}

/** Mean over the matched treated of what they are above their partners, and its variance (Abadie and Imbens 2006). */
export function matchedEffect(scored: Scored, { partners, weights }: Pairing): readonly [number, number] {
  const { outcome } = scored;
  const gaps = partners.flatMap((own, at) =>
    own.length === 0 ? [] : [outcome[at] - own.reduce((sum, to) => sum + outcome[to], 0) / own.length],
  );
  const effect = gaps.reduce((sum, each) => sum + each, 0) / gaps.length;
  let sum = gaps.reduce((total, each) => total + (each - effect) ** 2, 0);
  // a control that stands for several adds what its own error then weighs beyond once each
  const squares = new Float64Array(weights.length);
  for (const own of partners) for (const at of own) squares[at] += 1 / own.length ** 2;
  for (const [at, weight] of weights.entries()) {
    const beyond = weight ** 2 - squares[at];
    if (beyond > 1e-12) sum += beyond * variance(scored, at);
  }
  return [effect, sum / gaps.length ** 2];
}

/** Of one control's outcome given its score: beside the control nearest in score, or the mean of the J that are equally near. */
function variance({ treated, outcome, score }: Scored, at: number): number {
  let [least, sum, count] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const [other, is] of treated.entries()) {
    if (is !== 0 || other === at) continue;
    const distance = Math.abs(score[other] - score[at]);
    if (distance < least - alike) [least, sum, count] = [distance, 0, 0];
    if (distance <= least + alike) [sum, count] = [sum + outcome[other], count + 1];
  }
  return (count / (count + 1)) * (outcome[at] - sum / count) ** 2;
}

/** Difference of weighted means, with the variance of each about its own. */
export function weightedEffect(
  { treated, outcome }: Pick<Scored, "treated" | "outcome">,
  weights: Float64Array,
): readonly [number, number] {
  const [own, other] = [1, 0].map((side) => {
    const weight = (at: number) => (treated[at] === side ? weights[at] : 0);
    const mean = weightedMean(outcome, weight);
    const total = outcome.reduce((sum, _, at) => sum + weight(at), 0);
    const squares = outcome.reduce((sum, each, at) => sum + (weight(at) * (each - mean)) ** 2, 0);
    return { mean, variance: squares / total ** 2 };
  });
  return [own.mean - other.mean, own.variance + other.variance];
}
