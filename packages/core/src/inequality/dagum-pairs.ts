import { giniCoefficient } from "./gini-coefficient.ts";
import type { Sample } from "./samples.ts";

/** A group with itself. */
export interface DagumGroup {
  readonly group: string;
  readonly year: number | undefined;
  readonly places: number;
  readonly mean: number;
  readonly gini: number;
  readonly weightShare: number;
  readonly valueShare: number;
  /** What it adds to the Gini of all places. */
  readonly component: number;
}

/** Two groups, the one of the higher mean first. */
export interface DagumPair {
  readonly group: string;
  readonly other: string;
  readonly year: number | undefined;
  /** Between the two: mean difference over the sum of the means. */
  readonly gini: number;
  /** Relative affluence D: 1 where the groups do not overlap, 0 where the means are equal. */
  readonly affluence: number;
  /** Mean excess where a place of the first group is above one of the other (d), and where it is below (p). */
  readonly above: number;
  readonly below: number;
  /** What the pair adds to the net part between groups and to the overlap. */
  readonly netBetween: number;
  readonly transvariation: number;
}

export function dagumGroups(whole: Sample, groups: readonly Sample[]): DagumGroup[] {
  const total = sum(whole.weight);
  return groups.map(({ group, year, place, level, share, weight, mean }) => {
    const weightShare = sum(weight) / total;
    const valueShare = (weightShare * mean) / whole.mean;
    const gini = giniCoefficient(level, share, mean);
    const component = gini * weightShare * valueShare;
    return { group, year, places: place.length, mean, gini, weightShare, valueShare, component };
  });
}

export function dagumPairs(samples: readonly Sample[], groups: readonly DagumGroup[]): DagumPair[] {
  return samples.flatMap((sample, at) =>
    samples.slice(at + 1).map((other, step): DagumPair => {
      const [here, there] = [at, at + 1 + step];
      const richerFirst = sample.mean >= other.mean;
      const [first, second] = richerFirst ? [here, there] : [there, here];
      return pairOf(samples, groups, first, second);
    }),
  );
}

function pairOf(samples: readonly Sample[], groups: readonly DagumGroup[], first: number, second: number): DagumPair {
  const [a, b] = [samples[first] as Sample, samples[second] as Sample];
  const [own, other] = [groups[first] as DagumGroup, groups[second] as DagumGroup];
  const { above, below } = meanExcesses(a, b);
  const difference = above + below;
  const gini = difference / (a.mean + b.mean);
  // groups whose every place is at one level do not differ, and so do not overlap either
  const affluence = difference > 0 ? Math.min(1, Math.max(0, (above - below) / difference)) : 0;
  const weight = own.weightShare * other.valueShare + other.weightShare * own.valueShare;
  return {
    group: own.group,
    other: other.group,
    year: own.year,
    gini,
    affluence,
    above,
    below,
    netBetween: gini * weight * affluence,
    transvariation: gini * weight * (1 - affluence),
  };
}

/**
 * Mean excess of places of the first over places of the second where it is positive, and where it is negative. Along the levels of
 * both, from the lowest: the excess over all that lie below grows by their share times each step, so that nothing is subtracted
 * and no pair is looked at.
 */
export function meanExcesses(a: Sample, b: Sample): { above: number; below: number } {
  const all = [a, b].flatMap(({ level, share }, side) =>
    Array.from(level, (each, at) => ({ side, level: each, share: share[at] as number })),
  );
  all.sort((one, other) => one.level - other.level);
  const excess = [0, 0]; // of the level reached over the places of each side that lie below it
  const passed = [0, 0];
  const mean = [0, 0];
  let reached = all[0]?.level ?? 0;
  for (const { side, level, share } of all) {
    for (const each of [0, 1]) excess[each] = (excess[each] as number) + (passed[each] as number) * (level - reached);
    reached = level;
    passed[side] = (passed[side] as number) + share;
    mean[side] = (mean[side] as number) + share * (excess[1 - side] as number);
  }
  return { above: mean[0] as number, below: mean[1] as number };
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
