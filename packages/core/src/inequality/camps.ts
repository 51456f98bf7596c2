import { groupsOf, type Sample } from "./samples.ts";

/** A group as one camp. */
export interface Pole {
  readonly group: string;
  readonly year: number | undefined;
  readonly places: number;
  readonly share: number;
  readonly mean: number;
  /** Of Esteban and Ray's index. */
  readonly contribution: number;
}

export interface Camp extends Omit<Pole, "contribution"> {
  readonly index: number;
}

/** Every group with what it adds to Esteban and Ray's index; none where places have no groups. */
export function campsOf(whole: Sample, alpha: number): Camp[] {
  const total = whole.weight.reduce((a, b) => a + b, 0);
  const groups = groupsOf("polarisation", whole).map(({ group, year, level, weight, mean }) => ({
    group,
    year,
    places: level.length,
    share: weight.reduce((a, b) => a + b, 0) / total,
    mean,
  }));
  return groups.map((own) => {
    const distance = groups.reduce((sum, { share, mean }) => sum + share * Math.abs(own.mean - mean), 0);
    return { ...own, index: (own.share ** (1 + alpha) * distance) / whole.mean };
  });
}

export function contributions(poles: readonly Camp[]): Pole[] {
  const total = poles.reduce((sum, { index }) => sum + index, 0);
  return poles.map(({ index, ...pole }) => ({ ...pole, contribution: total > 0 ? index / total : 0 }));
}
