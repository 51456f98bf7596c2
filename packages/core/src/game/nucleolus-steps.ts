import { NumericalError } from "../contract/errors.ts";
import type { Solve } from "../contract/method.ts";
import { rowOf, Span, slack, solveByRows } from "./coalition-programmes.ts";
import { excesses } from "./coalition-table.ts";
import { fixedRows, leastExcess, type Settled } from "./least-core.ts";

/**
 * Least excess first, then the next, among allocations that give each party at least what it has alone: a linear programme a step,
 * and others to tell which coalitions can go no lower; those are settled, with all that they span, until all parties are fixed.
 */
export async function nucleolusSteps(
  solve: Solve,
  values: Float64Array,
  n: number,
): Promise<{ readonly allocation: number[]; readonly steps: readonly (readonly Settled[])[] }> {
  const all = values.length - 1;
  const floor = Array.from({ length: n }, (_, at) => values[1 << at]);
  const span = new Span(n);
  span.add(all);
  const basis: Settled[] = [];
  const steps: Settled[][] = [];
  let allocation = [values[all]];
  const spanned = new Uint8Array(values.length);
  const isOpen = (coalition: number): boolean => spanned[coalition] === 0;
  while (span.rank < n) {
    for (let mask = 1; mask < all; mask += 1) if (isOpen(mask) && span.holds(mask)) spanned[mask] = 1;
    const step = await leastExcess(solve, values, n, { settled: basis, isOpen, floor });
    allocation = step.allocation;
    const forced = await cannotGoLower(solve, values, n, { basis, isOpen, floor, ...step });
    const before = span.rank;
    for (const coalition of forced) {
      if (span.add(coalition)) basis.push({ coalition, excess: step.excess });
    }
    if (span.rank === before) throw stuck();
    steps.push(forced.map((coalition) => ({ coalition, excess: step.excess })));
  }
  return { allocation, steps };
}

interface Step {
  readonly basis: readonly Settled[];
  readonly isOpen: (coalition: number) => boolean;
  readonly floor: readonly number[];
  readonly excess: number;
  readonly allocation: readonly number[];
}

/** Of the coalitions at the largest excess, those that are there under every best allocation: no programme lowers any of them. */
async function cannotGoLower(solve: Solve, values: Float64Array, n: number, step: Step): Promise<number[]> {
  const { basis, isOpen, floor, excess, allocation } = step;
  const all = values.length - 1;
  const now = excesses(values, allocation);
  let held: number[] = [];
  now.forEach((each, mask) => {
    if (mask > 0 && mask < all && isOpen(mask) && each >= excess - slack) held.push(mask);
  });
  const added = new Set<number>();
  const infinite = Number.POSITIVE_INFINITY;
  while (held.length > 0) {
    const lowered = held.map(() => 0);
    const unit = (which: number) => lowered.map((_, at) => (at === which ? -1 : 0));
    const { values: found, objective } = await solveByRows(
      solve,
      {
        sense: "maximise",
        objective: [...new Array<number>(n).fill(0), ...held.map(() => 1)],
        rows: [
          ...fixedRows(values, n, basis, lowered),
          ...held.map((mask, which) => rowOf(mask, n, unit(which), values[mask] - excess, infinite)),
        ],
        lower: [...floor, ...lowered],
        upper: [...new Array<number>(n).fill(infinite), ...held.map(() => 1)],
      },
      added,
      (mask) => rowOf(mask, n, lowered, values[mask] - excess, infinite),
      (solution) => {
        const by = excesses(values, solution.values.slice(0, n));
        by.forEach((each, mask) => {
          by[mask] = mask > 0 && mask < all && isOpen(mask) ? each - excess : 0;
        });
        return by;
      },
    );
    if (objective <= slack * held.length) return held;
    const still = held.filter((_, which) => found[n + which] <= slack);
    if (still.length === held.length) return held;
    held = still;
  }
  return held;
}

/**
 * Kohlberg's test, which knows nothing of how the allocation came about: for each level of excess, no shift of money that leaves
 * every coalition at or above it (and every party held at its own value) no worse off makes one of them better off.
 */
export async function isBalanced(solve: Solve, values: Float64Array, allocation: readonly number[]): Promise<boolean> {
  const n = allocation.length;
  const all = values.length - 1;
  const by = excesses(values, allocation);
  const order = Array.from({ length: all - 1 }, (_, at) => at + 1).sort((a, b) => by[b] - by[a]);
  const atFloor = allocation.map((share, at) => share <= values[1 << at] + levels);
  const span = new Span(n);
  span.add(all);
  const above: number[] = [];
  for (let at = 0; at < order.length && span.rank < n; ) {
    const level = by[order[at]];
    let isNew = false;
    while (at < order.length && by[order[at]] >= level - levels) {
      above.push(order[at]);
      isNew = span.add(order[at]) || isNew;
      at += 1;
    }
    if (!isNew) continue;
    const gains = new Array<number>(n).fill(0);
    for (const mask of above) for (let party = 0; party < n; party += 1) gains[party] += (mask >>> party) & 1;
    const { status, objective } = await solve({
      sense: "maximise",
      objective: gains,
      rows: [rowOf(all, n, [], 0, 0), ...above.map((mask) => rowOf(mask, n, [], 0, Number.POSITIVE_INFINITY))],
      lower: atFloor.map((held) => (held ? 0 : -1)),
      upper: gains.map(() => 1),
    });
    if (status !== "optimal" || objective > levels) return false;
  }
  return true;
}

/** Excesses nearer than this are one level, of a game whose largest value is 1. */
const levels = 1e-7;

function stuck(): NumericalError {
  return new NumericalError("not-converged", {
    en: "nucleolus: no coalition was settled at a step, expected at least one",
    zh: "nucleolus：某一步没有任何联盟被确定，至少应有一个",
  });
}
