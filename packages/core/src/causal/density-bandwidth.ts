import { InputError, NumericalError } from "../contract/errors.ts";
import { linearRegression } from "../numeric/linear-regression.ts";
import type { Bins } from "./density-bins.ts";

const fewestBins = 6; // a polynomial of order four, and one to tell its error

/** McCrary's rule: by the curvature of a polynomial of order four through the bins of each side. */
export function ruleBandwidth(method: string, bins: Bins): number {
  const [left, right] = [-1, 1].map((side) => sideBandwidth(method, bins, side));
  const h = (left + right) / 2;
  if (!Number.isFinite(h) || !(h > 0)) throw noBandwidth(method);
  return h;
}

function sideBandwidth(method: string, { middles, density, width }: Bins, side: number): number {
  const own = [...middles.keys()].filter((at) => Math.sign(middles[at]) === side);
  const reach = Math.abs(middles[side < 0 ? 0 : middles.length - 1]);
  // powers of the share of the reach, so that they are of like size; curvature is told in the running variable's unit again
  const u = Float64Array.from(own, (at) => middles[at] / reach);
  const fit =
    own.length < fewestBins
      ? undefined
      : linearRegression(
          Float64Array.from(own, (at) => density[at]),
          [0, 1, 2, 3, 4].map((power) => u.map((each) => each ** power)),
        );
  if (fit === undefined || "collinear" in fit) throw fewBins(method, width);
  const variance = fit.residuals.reduce((sum, each) => sum + each * each, 0) / fit.freedom;
  const [, , b2, b3, b4] = fit.coefficients;
  const curvature = u.reduce(
    (sum, each) => sum + ((2 * b2 + 6 * b3 * each + 12 * b4 * each * each) / reach ** 2) ** 2,
    0,
  );
  return 3.348 * ((variance * reach) / curvature) ** 0.2;
}

function fewBins(method: string, width: number): InputError {
  return new InputError({
    code: "too-few-bins",
    text: {
      en: `${method}: too few bins of ${width} on a side, expected at least ${fewestBins}`,
      zh: `${method}：断点某一侧宽度为 ${width} 的分组过少，至少应有 ${fewestBins} 组`,
    },
    hint: { en: "give bandwidth, or a narrower bin", zh: "请给出 bandwidth，或更窄的 bin" },
  });
}

function noBandwidth(method: string): NumericalError {
  return new NumericalError("undefined", {
    en: `${method}: the rule gives no bandwidth, for the bins of a side lie on a curve exactly; give bandwidth`,
    zh: `${method}：断点某一侧各组恰在一条曲线上，规则无法给出带宽；请给出 bandwidth`,
  });
}
