import { NumericalError } from "../contract/errors.ts";
import type { Solve } from "../contract/method.ts";
import { rowOf, Span, slack, solveByRows } from "./coalition-programmes.ts";
import { fixedRows, leastExcess, type Settled } from "./least-core.ts";
import type { ByCoalition, SearchableGame, Tie } from "./searchable-game.ts";

/**
 * Least excess first, then the next, among allocations that give each party at least what it has alone: a linear programme a step,
 * and others to tell which coalitions can go no lower; those are settled, with all that they span, until all parties are fixed.
 */
export async function nucleolusSteps(
  solve: Solve,
  game: SearchableGame,
): Promise<{ readonly allocation: number[]; readonly steps: readonly (readonly Settled[])[] }> {
  const { n } = game;
  const all = 2 ** n - 1;
  const floor = Array.from({ length: n }, (_, at) => game.value(1 << at));
  const span = new Span(n);
  span.add(all);
  const basis: Settled[] = [];
  const steps: Settled[][] = [];
  let allocation = [game.value(all)];
  let rows: ReadonlySet<number> = new Set();
  while (span.rank < n) {
    const isOpen = game.open(span);
    const step = await leastExcess(solve, game, { settled: basis, isOpen, floor, begun: rows });
    ({ allocation, rows } = step);
    const forced = await cannotGoLower(solve, game, { basis, isOpen, floor, ...step });
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
  readonly rows: ReadonlySet<number>;
}

/** So many ties are looked at together. Of more only those whose rows settled the excess: some of them cannot go lower, or it could. */
const mostTied = 400;

/** Of the coalitions at the largest excess, those that are there under every best allocation: no programme lowers any of them. */
async function cannotGoLower(solve: Solve, game: SearchableGame, step: Step): Promise<number[]> {
  const { basis, isOpen, floor, excess, allocation } = step;
  const { n } = game;
  const worth = (allocated: readonly number[], mask: number) =>
    game.value(mask) - allocated.reduce((sum, share, at) => ((mask >>> at) & 1 ? sum + share : sum), 0);
  const ofRows = [...step.rows].filter((mask) => worth(allocation, mask) >= excess - slack);
  let held = [...new Set([...game.tied(allocation, excess, slack, isOpen), ...ofRows])].sort((a, b) => a - b);
  if (held.length > mostTied) held = held.filter((mask) => step.rows.has(mask));
  const added = new Set(step.rows);
  while (held.length > 0) {
    const lowered = held.map(() => 0);
    const unit = (which: number) => lowered.map((_, at) => (at === which ? -1 : 0));
    const { values: found, objective } = await solveByRows(
      solve,
      {
        sense: "maximise",
        objective: [...new Array<number>(n).fill(0), ...held.map(() => 1)],
        rows: [
          ...fixedRows(game, basis, lowered),
          ...held.map((mask, which) => rowOf(mask, n, unit(which), game.value(mask) - excess, infinite)),
        ],
        lower: [...floor, ...lowered],
        upper: [...new Array<number>(n).fill(infinite), ...held.map(() => 1)],
      },
      added,
      (mask) => rowOf(mask, n, lowered, game.value(mask) - excess, infinite),
      (solution) => game.over(solution.values.slice(0, n), excess, isOpen),
    );
    if (objective <= slack * held.length) return held;
    const still = held.filter((_, which) => found[n + which] <= slack);
    if (still.length === held.length) return held;
    held = still;
  }
  return held;
}

/**
 * Kohlberg's test, which knows nothing of how the allocation came about: for each level of excess, no shift of money that leaves the
 * coalitions above it as they are, every coalition at it (and every party held at its own value) no worse off, makes one of them better
 * off. Those that are sums and differences of coalitions above cannot move, and need not be looked at.
 */
export async function isBalanced(solve: Solve, game: SearchableGame, allocation: readonly number[]): Promise<boolean> {
  const { n } = game;
  const all = 2 ** n - 1;
  const atFloor = allocation.map((share, at) => share <= game.value(1 << at) + levels);
  const span = new Span(n);
  span.add(all);
  const fixed = [all];
  while (span.rank < n) {
    const isOpen = game.open(span);
    const level = greatest(game.over(allocation, 0, isOpen));
    const at = { allocation, level, tolerance: levels, isOpen };
    const tied = game.tied(allocation, level, levels, isOpen);
    if (!(await cannotRise(solve, game, { tied, fixed, atFloor, at }))) return false;
    for (const mask of tied) if (span.add(mask)) fixed.push(mask);
  }
  return true;
}

const infinite = Number.POSITIVE_INFINITY;

function greatest(by: ByCoalition): number {
  let most = -infinite;
  if (by instanceof Float64Array) {
    for (let mask = 1; mask < by.length - 1; mask += 1) if (by[mask] > most) most = by[mask];
  } else for (const each of by.values()) most = Math.max(most, each);
  return most;
}

interface Test {
  readonly tied: readonly number[];
  readonly fixed: readonly number[];
  readonly atFloor: readonly boolean[];
  readonly at: Tie;
}

/** Whether every shift that is no loss to any of the tied is no gain to any; rows of the tied come as they are broken. */
async function cannotRise(solve: Solve, game: SearchableGame, { tied, fixed, atFloor, at }: Test): Promise<boolean> {
  const { n } = game;
  const gains = new Array<number>(n).fill(0);
  for (const mask of tied) for (let party = 0; party < n; party += 1) gains[party] += (mask >>> party) & 1;
  const { objective } = await solveByRows(
    solve,
    {
      sense: "maximise",
      objective: gains.map((each) => each / tied.length),
      rows: fixed.map((mask) => rowOf(mask, n, [], 0, 0)),
      lower: atFloor.map((held) => (held ? 0 : -1)),
      upper: gains.map(() => 1),
    },
    new Set(tied.slice(0, mostTied)),
    (mask) => rowOf(mask, n, [], 0, infinite),
    (solution) => game.sinking(solution.values, tied, at),
  );
  return objective <= levels;
}

/** Excesses nearer than this are one level, of a game whose largest value is 1. */
const levels = 1e-7;

function stuck(): NumericalError {
  return new NumericalError("not-converged", {
    en: "nucleolus: no coalition was settled at a step, expected at least one",
    zh: "nucleolus：某一步没有任何联盟被确定，至少应有一个",
  });
}
