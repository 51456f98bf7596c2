import { NumericalError } from "../contract/errors.ts";
import type { Programme, Solution, Solve } from "../contract/method.ts";
import { random } from "../contract/random.ts";
import type { ByCoalition } from "./searchable-game.ts";
import { subsetSums } from "./subsets.ts";

/** What a programme's answer may be off by, of a game whose largest value is 1: the solver holds rows to 1e-10. */
export const slack = 1e-8;

export type Row = Programme["rows"][number];

/** Who is in a coalition as the first coefficients of a row, with others after them. */
export function rowOf(coalition: number, n: number, after: readonly number[], lower: number, upper: number): Row {
  return { coefficients: [...Array.from({ length: n }, (_, at) => (coalition >>> at) & 1), ...after], lower, upper };
}

const addedAtOnce = 40;
const mostRounds = 500;

/**
 * A programme over allocations of which only some rows are written down: it is solved, the coalitions whose rows its answer breaks by
 * the most are added, until it breaks none. `broken` says by how much; `rows` keeps what was added, for the next programme.
 */
export async function solveByRows(
  solve: Solve,
  programme: Programme,
  added: Set<number>,
  row: (coalition: number) => Row,
  broken: (solution: Solution) => ByCoalition,
): Promise<Solution> {
  for (let round = 0; round < mostRounds; round += 1) {
    const solution = await solve({ ...programme, rows: [...programme.rows, ...Array.from(added, row)] });
    if (solution.status !== "optimal") throw unsolved(solution.status);
    const worst = mostBroken(broken(solution), added);
    if (worst.length === 0) return solution;
    for (const coalition of worst) added.add(coalition);
  }
  throw unsolved("too many rows");
}

/** The few rows that are broken by most and not yet there, of up to a million: one pass, no sorting of the rest. */
function mostBroken(by: ByCoalition, added: ReadonlySet<number>): number[] {
  const worst: { readonly coalition: number; readonly excess: number }[] = [];
  let least = slack;
  const look = (coalition: number, excess: number): void => {
    if (excess <= least || added.has(coalition)) return;
    let at = worst.length;
    while (at > 0 && worst[at - 1].excess < excess) at -= 1;
    worst.splice(at, 0, { coalition, excess });
    if (worst.length > addedAtOnce) worst.pop();
    if (worst.length === addedAtOnce) least = worst[addedAtOnce - 1].excess;
  };
  if (by instanceof Float64Array)
    for (let coalition = 1; coalition < by.length; coalition += 1) look(coalition, by[coalition]);
  else for (const [coalition, excess] of by) look(coalition, excess);
  return worst.map(({ coalition }) => coalition);
}

function unsolved(status: string): NumericalError {
  return new NumericalError("not-converged", {
    en: `coalitions: the linear programme ended as ${status}, expected an optimum`,
    zh: `coalitions：线性规划以 ${status} 结束，未得最优解`,
  });
}

/** Sums of twenty numbers of order 1 are off by less. */
const upright = 1e-9;

/** Which coalitions are sums and differences of those seen: their rows say nothing new. */
export class Span {
  readonly #basis: { readonly lead: number; readonly row: Float64Array }[] = [];
  readonly #upright: Float64Array[] = [];
  readonly #n: number;

  constructor(n: number) {
    this.#n = n;
  }

  get rank(): number {
    return this.#basis.length;
  }

  holds(coalition: number): boolean {
    return this.#lead(this.#reduced(coalition)) < 0;
  }

  /** Whether the coalition was new. */
  add(coalition: number): boolean {
    const row = this.#reduced(coalition);
    const lead = this.#lead(row);
    if (lead < 0) return false;
    this.#basis.push({ lead, row: row.map((each) => each / row[lead]) });
    const own = this.#beside(Float64Array.from({ length: this.#n }, (_, at) => (coalition >>> at) & 1));
    const size = Math.hypot(...own);
    this.#upright.push(own.map((each) => each / size));
    return true;
  }

  /**
   * Marks the coalitions that are spanned and were not before. A direction at right angles to all that is spanned gives those 0, and
   * of the others, chance apart, none: sums of it over all coalitions sift them, and only those at 0 are looked at one by one.
   */
  mark(spanned: Uint8Array): void {
    const draw = random(this.rank, "span");
    const across = this.#beside(Float64Array.from({ length: this.#n }, () => draw.normal()));
    const sums = subsetSums(across);
    for (let coalition = 1; coalition < sums.length; coalition += 1) {
      if (spanned[coalition] === 0 && Math.abs(sums[coalition]) < upright && this.holds(coalition))
        spanned[coalition] = 1;
    }
  }

  /** What is left of a row at right angles to what is spanned; taken off twice, since once leaves roundings. */
  #beside(given: Float64Array): Float64Array {
    const row = Float64Array.from(given);
    for (let round = 0; round < 2; round += 1) {
      for (const own of this.#upright) {
        const along = row.reduce((sum, each, at) => sum + each * own[at], 0);
        for (let at = 0; at < row.length; at += 1) row[at] -= along * own[at];
      }
    }
    return row;
  }

  #reduced(coalition: number): Float64Array {
    const row = Float64Array.from({ length: this.#n }, (_, at) => (coalition >>> at) & 1);
    for (const { lead, row: own } of this.#basis) {
      const times = row[lead];
      if (times === 0) continue;
      for (let at = 0; at < row.length; at += 1) row[at] -= times * own[at];
    }
    return row;
  }

  /** Position of the largest entry, or -1 where all are roundings: determinants of 0 and 1 are whole numbers. */
  #lead(row: Float64Array): number {
    let [lead, most] = [-1, 1e-9];
    row.forEach((each, at) => {
      if (Math.abs(each) > most) [lead, most] = [at, Math.abs(each)];
    });
    return lead;
  }
}
