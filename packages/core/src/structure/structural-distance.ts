/** Which shares weigh the growth rates of industries in the Lilien index. */
export type LilienWeight = "start" | "end" | "mean";

export interface StructuralDistance {
  /** Square root of sum w (ln s1/s0)^2. */
  readonly lilien: number;
  /** Angle between the two vectors of shares, in degrees. */
  readonly angle: number;
  /** Its cosine. */
  readonly cosine: number;
  /** Half the sum of |s1 - s0|: the share of the whole that changed industry. */
  readonly moved: number;
  /** Industries that came from nothing or went to it: they have no rate and no part in the Lilien index. */
  readonly appearing: number;
}

/** How far one structure is from another: shares of two years, `NaN` where there is no figure. */
export function structuralDistance(before: Float64Array, after: Float64Array, weigh: LilienWeight): StructuralDistance {
  let [squares, start, end, moved, appearing] = [0, 0, 0, 0, 0];
  before.forEach((from, at) => {
    const to = after[at] as number;
    if (Number.isNaN(from)) return;
    moved += Math.abs(to - from) / 2;
    start += from * from;
    end += to * to;
    if (from === 0 && to === 0) return;
    if (from === 0 || to === 0) appearing += 1;
    else squares += { start: from, end: to, mean: (from + to) / 2 }[weigh] * Math.log(to / from) ** 2;
  });
  const [length0, length1] = [Math.sqrt(start), Math.sqrt(end)];
  let apart = 0;
  before.forEach((from, at) => {
    if (!Number.isNaN(from)) apart += (from / length0 - (after[at] as number) / length1) ** 2;
  });
  // twice the arcsine of half the chord: the arccosine of a number beside 1 keeps no digits
  const angle = 2 * Math.asin(Math.min(1, Math.sqrt(apart) / 2));
  return { lilien: Math.sqrt(squares), angle: (angle * 180) / Math.PI, cosine: Math.cos(angle), moved, appearing };
}

export interface Rationality {
  /** Sum y ln(y / l): 0 where every industry has the same productivity. */
  readonly theil: number;
  /** Sum |y / l - 1|. */
  readonly deviation: number;
  /** Industries with output and nobody at work: no ratio, and so no index. */
  readonly unmanned: number;
}

/** How far the shares of industries in output are from those in labour. */
export function rationality(output: Float64Array, labour: Float64Array): Rationality {
  let [theil, deviation, unmanned] = [0, 0, 0];
  output.forEach((share, at) => {
    const people = labour[at] as number;
    if (Number.isNaN(share) || (share === 0 && people === 0)) return;
    if (people === 0) {
      unmanned += 1;
      return;
    }
    if (share > 0) theil += share * Math.log(share / people);
    deviation += Math.abs(share / people - 1);
  });
  if (unmanned > 0) return { theil: Number.NaN, deviation: Number.NaN, unmanned };
  return { theil: Math.max(0, theil), deviation, unmanned };
}
