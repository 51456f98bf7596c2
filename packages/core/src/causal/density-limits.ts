import { InputError, NumericalError } from "../contract/errors.ts";
import { type Bins, middleOf, refuseMany } from "./density-bins.ts";
import { type LocalFit, localFit, valueAt } from "./local-polynomial.ts";

export interface DensityLimits {
  readonly leftFit: LocalFit;
  readonly rightFit: LocalFit;
  /** Densities that the lines of both sides come to at the cutoff. */
  readonly left: number;
  readonly right: number;
}

/** Lines through the bins of each side, weighted by a triangle of half-width `h`, to the cutoff. Bins beyond the range are empty. */
export function densityLimits(method: string, bins: Bins, h: number): DensityLimits {
  refuseMany(method, bins.counts.length * bins.width + 2 * h, bins.width);
  const [leftFit, rightFit] = [-1, 1].map((side) => lineOf(method, bins, h, side));
  const [left, right] = [valueAt(leftFit, 0), valueAt(rightFit, 0)];
  if (!(left > 0 && right > 0)) throw noDensity(method, left, right, h);
  return { leftFit, rightFit, left, right };
}

function lineOf(method: string, bins: Bins, h: number, side: number): LocalFit {
  const beyond = Math.ceil(h / bins.width);
  const all = Array.from({ length: bins.counts.length + 2 * beyond }, (_, at) => at - beyond);
  const kept = all.filter((at) => Math.sign(middleOf(bins, at)) === side && Math.abs(middleOf(bins, at)) < h);
  if (kept.length < 2) throw fewBins(method, h, bins.width);
  const points = {
    x: Float64Array.from(kept, (at) => middleOf(bins, at)),
    y: Float64Array.from(kept, (at) => bins.density[at] ?? 0),
  };
  const triangle = points.x.map((each) => 1 - Math.abs(each) / h);
  return localFit(points, triangle, 1, h);
}

function fewBins(method: string, h: number, width: number): InputError {
  return new InputError({
    code: "too-few-bins",
    text: {
      en: `${method}: too few bins of ${width} on a side within ${h}, expected at least 2`,
      zh: `${method}：断点某一侧 ${h} 以内宽度为 ${width} 的分组过少，至少应有 2 组`,
    },
    hint: { en: "give a larger bandwidth, or a narrower bin", zh: "请给出更大的 bandwidth，或更窄的 bin" },
  });
}

function noDensity(method: string, left: number, right: number, h: number): NumericalError {
  return new NumericalError("undefined", {
    en: `${method}: the density at the cutoff is ${left} before and ${right} beyond with a bandwidth of ${h}, expected more than 0; give another bandwidth`,
    zh: `${method}：带宽为 ${h} 时断点左右的密度为 ${left} 与 ${right}，应大于 0；请另设 bandwidth`,
  });
}
