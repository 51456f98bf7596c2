import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import type { Bandwidths, Choice } from "./discontinuity-bandwidth.ts";
import type { Estimate } from "./estimate.ts";
import { knownError } from "./known-error.ts";
import { kernelWeights, type LocalFit, localFit, pullOf, residualsOf, type Side, valueAt } from "./local-polynomial.ts";

export type EstimateKind = "conventional" | "bias-corrected" | "robust";

export interface Discontinuity {
  readonly estimates: readonly (Estimate & { readonly kind: EstimateKind; readonly p: number })[];
  /** Observations within the bandwidth of the estimate, left and right. */
  readonly used: readonly [number, number];
  /** The polynomial on each side. */
  readonly fits: readonly [LocalFit, LocalFit];
}

/** The jump between the polynomials of both sides at the cutoff; less its estimated bias; and with the error of both (robust). */
export function discontinuity(
  left: Side,
  right: Side,
  choice: Choice,
  { h, b }: Bandwidths,
  level: number,
): Discontinuity {
  const [a, z] = [oneSide(left, choice, h[0], b[0]), oneSide(right, choice, h[1], b[1])];
  const wide = normalQuantile((1 - level) / 2);
  const outcome = [...a.near, ...z.near];
  const estimate = (kind: EstimateKind, effect: number, variance: number) => {
    const standardError = knownError(variance, outcome);
    const half = wide * standardError;
    const p = normalTwoSided(effect / standardError);
    return { kind, effect, standardError, low: effect - half, high: effect + half, p };
  };
  const corrected = z.corrected - a.corrected;
  return {
    estimates: [
      estimate("conventional", z.plain - a.plain, z.variance + a.variance),
      estimate("bias-corrected", corrected, z.variance + a.variance),
      estimate("robust", corrected, z.robustVariance + a.robustVariance),
    ],
    used: [a.used, z.used],
    fits: [a.fit, z.fit],
  };
}

function oneSide(all: Side, { kernel, order: p, errors }: Choice, h: number, b: number) {
  const [allOwn, allBias] = [kernelWeights(kernel, all.x, h), kernelWeights(kernel, all.x, b)];
  const keep = (_: number, at: number) => (h > b ? allOwn[at] > 0 : allBias[at] > 0);
  const side: Side = { x: all.x.filter(keep), y: all.y.filter(keep) };
  const [own, bias] = [allOwn.filter(keep), allBias.filter(keep)];
  const fit = localFit(side, own, p, h);
  const biasFit = localFit(side, bias, p + 1, b);
  // the intercept's bias for one unit of the coefficient of x^(p + 1)
  const lever = side.x.reduce((sum, x, at) => sum + own[at] * pullOf(fit, 0, x) * x ** (p + 1), 0);
  const plainPull = side.x.map((x, at) => own[at] * pullOf(fit, 0, x));
  const correctedPull = side.x.map((x, at) => plainPull[at] - lever * bias[at] * pullOf(biasFit, p + 1, x));
  const errorsOwn = residualsOf(errors, side, fit);
  const errorsBias = errors === "nearest" ? errorsOwn : residualsOf(errors, side, biasFit);
  const squares = (pulls: Float64Array, residuals: Float64Array) =>
    pulls.reduce((sum, pull, at) => sum + (pull * residuals[at]) ** 2, 0);
  return {
    fit,
    plain: valueAt(fit, 0),
    corrected: correctedPull.reduce((sum, pull, at) => sum + pull * side.y[at], 0),
    variance: squares(plainPull, errorsOwn),
    robustVariance: squares(correctedPull, errorsBias),
    near: side.y,
    used: allOwn.reduce((count, each) => count + (each > 0 ? 1 : 0), 0),
  };
}
