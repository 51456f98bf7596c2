import { extremes } from "../numeric/spread.ts";
import { tieTolerance } from "./ranking.ts";

export interface VikorMeasures {
  /** S: sum of weighed regrets, small where most indicators are near their best. */
  readonly group: Float64Array;
  /** R: the largest weighed regret. */
  readonly individual: Float64Array;
  /** Q, 0 the best. */
  readonly compromise: Float64Array;
}

/** Q of regrets: S and R between their least and greatest; one of them that is the same for all rows says nothing and adds 0. */
export function vikorMeasures(regrets: readonly Float64Array[], v: number): VikorMeasures {
  const n = regrets[0].length;
  const [group, individual] = [new Float64Array(n), new Float64Array(n)];
  for (const column of regrets) {
    for (let at = 0; at < n; at += 1) {
      group[at] += column[at];
      if (column[at] > individual[at]) individual[at] = column[at];
    }
  }
  const [s, r] = [between(group), between(individual)];
  return { group, individual, compromise: s.map((each, at) => v * each + (1 - v) * r[at]) };
}

function between(values: Float64Array): Float64Array {
  const { least, most } = extremes(values);
  // sums of the same regrets in another order differ by a rounding, which is no range
  if (!(most - least > tieTolerance)) return new Float64Array(values.length);
  return values.map((value) => (value - least) / (most - least));
}

export interface VikorConditions {
  readonly rows: number;
  /** Q of the second less Q of the first. */
  readonly advantage: number;
  /** 1 / (rows - 1); `NaN` of one row. */
  readonly needed: number;
  readonly advantageHolds: boolean;
  /** Whether the first is first by S or by R too. */
  readonly stable: boolean;
  /** Positions of the rows that make up the compromise, the first first. */
  readonly compromise: readonly number[];
}

/**
 * Opricovic and Tzeng's two conditions on the row with the least Q. Both hold: it stands alone. Only stability fails: it stands
 * with the second. The advantage fails: it stands with all whose Q is less than 1 / (rows - 1) behind.
 */
export function vikorConditions({ group, individual, compromise: q }: VikorMeasures): VikorConditions {
  const rows = q.length;
  const order = Array.from(q.keys()).sort((a, b) => q[a] - q[b] || group[a] - group[b] || a - b);
  const first = order[0];
  const needed = rows > 1 ? 1 / (rows - 1) : Number.NaN;
  const advantage = rows > 1 ? q[order[1]] - q[first] : Number.NaN;
  const advantageHolds = rows === 1 || advantage >= needed - tieTolerance;
  const leads = (values: Float64Array) => values[first] <= extremes(values).least + tieTolerance;
  const stable = leads(group) || leads(individual);
  const near = order.filter((at) => q[at] - q[first] < needed - tieTolerance);
  const compromise = !advantageHolds ? near : stable ? [first] : order.slice(0, 2);
  return { rows, advantage, needed, advantageHolds, stable, compromise };
}
