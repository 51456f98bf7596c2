import { counted } from "../contract/counted.ts";
import { InputError } from "../contract/errors.ts";
import type { Dropped } from "../contract/method.ts";
import type { Text } from "../language/text.ts";
import { chiSquareUpperTail } from "../numeric/chi-square.ts";
import { normalQuantile, normalTwoSided } from "../numeric/normal.ts";
import type { BesideBorder } from "./border-distance.ts";
import type { Estimate } from "./estimate.ts";
import { type RegressionDiscontinuityOptions, regressionDiscontinuity } from "./regression-discontinuity.ts";
import { rowsBy } from "./rows-by.ts";
import { untold } from "./untold.ts";

export interface BorderSegment extends Estimate {
  readonly segment: string;
  readonly p: number;
  /** Places within the bandwidth. */
  readonly outside: number;
  readonly inside: number;
  readonly weight: number;
}

/** How each stretch is read: the bandwidths of the whole border, and the rest as it was asked for. */
export type SegmentReading = Required<Pick<RegressionDiscontinuityOptions, "donut">> &
  RegressionDiscontinuityOptions & { readonly bandwidth: number; readonly biasBandwidth: number };

const neededASide = 4; // a line and a bend, and one to spare

/** The jump at each stretch, and its share of the places; stretches that tell nothing are dropped by name. */
export function borderSegments(
  method: string,
  { running, segment }: BesideBorder,
  outcome: ArrayLike<number>,
  reading: SegmentReading,
): { readonly segments: readonly BorderSegment[]; readonly dropped: readonly Dropped[] } {
  const reach = Math.min(reading.bandwidth, reading.biasBandwidth);
  const dropped: Dropped[] = [];
  const leaveOut = (row: string, reason: Text): [] => {
    dropped.push({ input: "data", row, reason });
    return [];
  };
  const found = [...rowsBy(segment)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([own, rows]) => {
      const near = rows.map((at) => running[at]).filter((x) => Math.abs(x) >= reading.donut && Math.abs(x) < reach);
      const counts = [near.filter((x) => x < 0), near.filter((x) => x >= 0)].map((side) => new Set(side).size);
      if (Math.min(...counts) < neededASide) return leaveOut(own, tooFewBeside(counts));
      const one = untold(() =>
        regressionDiscontinuity(
          { running: rows.map((at) => running[at]), outcome: rows.map((at) => outcome[at]) },
          reading,
        ),
      );
      if ("reason" in one) return leaveOut(own, one.reason);
      const { effect, standardError, low, high, p } = one.found.estimates[2];
      const { usedLeft: outside, usedRight: inside } = one.found;
      return [{ segment: own, effect, standardError, low, high, p, outside, inside }];
    });
  if (found.length === 0) throw nowhere(method, Number(reach.toPrecision(3)));
  const all = found.reduce((sum, each) => sum + each.outside + each.inside, 0);
  return { segments: found.map((each) => ({ ...each, weight: (each.outside + each.inside) / all })), dropped };
}

/** The mean of all stretches by their weights, which are independent of each other. */
export function acrossSegments(segments: readonly BorderSegment[], level: number): Estimate & { readonly p: number } {
  const effect = segments.reduce((sum, each) => sum + each.weight * each.effect, 0);
  const standardError = Math.sqrt(segments.reduce((sum, each) => sum + (each.weight * each.standardError) ** 2, 0));
  const half = normalQuantile((1 - level) / 2) * standardError;
  return { effect, standardError, low: effect - half, high: effect + half, p: normalTwoSided(effect / standardError) };
}

/** Cochran's Q, that stretches agree; `NaN` of one stretch, or where one of them has no error. */
export function agreementOf(segments: readonly BorderSegment[]): { readonly q: number; readonly qP: number } {
  const precision = segments.reduce((sum, each) => sum + each.standardError ** -2, 0);
  const middle = segments.reduce((sum, each) => sum + each.effect * each.standardError ** -2, 0) / precision;
  const q = segments.reduce((sum, each) => sum + ((each.effect - middle) / each.standardError) ** 2, 0);
  if (segments.length < 2 || !Number.isFinite(q)) return { q: Number.NaN, qP: Number.NaN };
  return { q, qP: chiSquareUpperTail(q, segments.length - 1) };
}

const tooFewBeside = ([out, inside]: readonly number[]) => ({
  en: `${counted(out, "place")} outside and ${inside} inside near this stretch, expected at least ${neededASide} each`,
  zh: `该段附近界外 ${out} 个、界内 ${inside} 个地区，两侧均至少应有 ${neededASide} 个`,
});

function nowhere(method: string, reach: number): InputError {
  return new InputError({
    code: "too-few-near",
    text: {
      en: `${method}: no stretch has ${neededASide} places on each side within ${reach} km, with outcomes that differ`,
      zh: `${method}：没有任何一段边界在 ${reach} 公里之内两侧各有 ${neededASide} 个地区且结果有变异`,
    },
    hint: { en: "give a larger bandwidth or fewer segments", zh: "请给出更大的 bandwidth，或减少 segments" },
  });
}
