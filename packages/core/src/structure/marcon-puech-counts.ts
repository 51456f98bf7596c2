import type { Points } from "./points.ts";
import { straightLine } from "./points.ts";

/** Sums over the points of one industry, at each radius. */
export interface NeighbourSums {
  /** Mean share of the industry in the weight of the neighbours, over points that have neighbours. */
  readonly share: Float64Array;
  /** Points with a neighbour so near. */
  readonly points: Float64Array;
}

/** Which points belong to the industry, and what each weighs, after the plants were put on the sites. */
export interface Placing {
  readonly member: Uint8Array;
  readonly weight: Float64Array;
}

/** Squared straight-line distances at which the radii end. */
export function squaredEnds(km: Float64Array, { coordinates }: Points): Float64Array {
  return km.map((each) => straightLine(each, coordinates) ** 2 * (1 + 1e-12));
}

/**
 * Weight of the neighbours within each radius, of the industry and of all, point by point; the point itself is none of them. One
 * pass over all points for each of the industry's, in flat memory.
 */
export function neighbourSums({ x, y, z, n }: Points, { member, weight }: Placing, ends: Float64Array): NeighbourSums {
  const radii = ends.length;
  const [share, points] = [new Float64Array(radii), new Float64Array(radii)];
  const [same, all] = [new Float64Array(radii + 1), new Float64Array(radii + 1)];
  const farthest = ends[radii - 1] as number;
  for (let i = 0; i < n; i += 1) {
    if (member[i] !== 1) continue;
    same.fill(0);
    all.fill(0);
    const [xi, yi, zi] = [x[i] as number, y[i] as number, z[i] as number];
    for (let j = 0; j < n; j += 1) {
      const [dx, dy, dz] = [(x[j] as number) - xi, (y[j] as number) - yi, (z[j] as number) - zi];
      const square = dx * dx + dy * dy + dz * dz;
      if (square > farthest || j === i) continue;
      let [low, high] = [0, radii - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (square <= (ends[middle] as number)) high = middle;
        else low = middle + 1;
      }
      const own = weight[j] as number;
      all[low] = (all[low] as number) + own;
      if (member[j] === 1) same[low] = (same[low] as number) + own;
    }
    let [near, whole] = [0, 0];
    for (let r = 0; r < radii; r += 1) {
      near += same[r] as number;
      whole += all[r] as number;
      if (whole === 0) continue;
      share[r] = (share[r] as number) + near / whole;
      points[r] = (points[r] as number) + 1;
    }
  }
  return {
    share: share.map((sum, r) => ((points[r] as number) > 0 ? sum / (points[r] as number) : Number.NaN)),
    points,
  };
}

/** The industry's share in the weight of everything else than the point itself, on the mean over its points. */
export function overallShare({ member, weight }: Placing): number {
  let [own, all, points, sum] = [0, 0, 0, 0];
  weight.forEach((each, at) => {
    all += each;
    if (member[at] === 1) own += each;
  });
  weight.forEach((each, at) => {
    if (member[at] !== 1) return;
    points += 1;
    sum += (own - each) / (all - each);
  });
  return sum / points;
}
