/** What chance gives: at each point, and over the whole curve. */
export interface Envelope {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly middle: Float64Array;
  readonly outerLow: Float64Array;
  readonly outerHigh: Float64Array;
  /** Share of the draws that leave the outer band anywhere, above and below. */
  readonly above: number;
  readonly below: number;
}

/**
 * From drawn curves, one after the other, each with as many points. At each point the share `level` of the draws lies below `low`
 * and the same above `high`. The outer ends are the narrowest order statistics, the same at every point, that no more than the
 * share `level` of draws exceeds anywhere (Duranton and Overman 2005, without their interpolation between ranks).
 */
export function envelopeOf(curves: Float64Array, points: number, level: number): Envelope {
  const draws = curves.length / points;
  const sorted = Array.from({ length: points }, (_, at) => {
    const own = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw += 1) own[draw] = curves[draw * points + at] as number;
    return own.sort();
  });
  const skip = Math.floor(level * (draws + 1));
  const outer = { high: outerRank(curves, sorted, level, "high"), low: outerRank(curves, sorted, level, "low") };
  const end = (rank: number, from: "low" | "high") =>
    Float64Array.from(sorted, (own) => own[from === "low" ? rank : draws - 1 - rank] as number);
  const inner = Math.max(0, skip - 1);
  return {
    low: end(inner, "low"),
    high: end(inner, "high"),
    middle: Float64Array.from(sorted, (own) => own.reduce((a, b) => a + b, 0) / draws),
    outerLow: end(outer.low.rank, "low"),
    outerHigh: end(outer.high.rank, "high"),
    above: outer.high.share,
    below: outer.low.share,
  };
}

/** How many draws lie beyond the end at each point: the most for which few enough leave it anywhere. */
function outerRank(
  curves: Float64Array,
  sorted: readonly Float64Array[],
  level: number,
  side: "low" | "high",
): { rank: number; share: number } {
  const points = sorted.length;
  const draws = curves.length / points;
  // how many draws have just so many others as far out as themselves where they are furthest out
  const furthest = new Uint32Array(draws + 1);
  for (let draw = 0; draw < draws; draw += 1) {
    let least = draws;
    for (let at = 0; at < points; at += 1) {
      const own = sorted[at] as Float64Array;
      const value = curves[draw * points + at] as number;
      least = Math.min(least, side === "high" ? atLeast(own, value) : atMost(own, value));
      if (least === 1) break;
    }
    furthest[least] = (furthest[least] as number) + 1;
  }
  // a draw that is beyond the end of rank k somewhere has fewer than k + 1 draws as far out as itself there
  let [rank, leaving] = [0, furthest[0] as number];
  while (rank + 1 < draws / 2 && leaving + (furthest[rank + 1] as number) <= level * draws) {
    rank += 1;
    leaving += furthest[rank] as number;
  }
  return { rank, share: leaving / draws };
}

/** Values of a sorted list that are at least, or at most, this one. */
function atLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted.length - low;
}
function atMost(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Curves drawn in parts, one part after the other. */
export function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
