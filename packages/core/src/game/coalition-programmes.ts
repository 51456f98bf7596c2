import { NumericalError } from "../contract/errors.ts";
import type { Programme, Solution, Solve } from "../contract/method.ts";

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
  broken: (solution: Solution) => Float64Array,
): Promise<Solution> {
  for (let round = 0; round < mostRounds; round += 1) {
    const solution = await solve({ ...programme, rows: [...programme.rows, ...Array.from(added, row)] });
    if (solution.status !== "optimal") throw unsolved(solution.status);
    const by = broken(solution);
    const worst: number[] = [];
    by.forEach((excess, coalition) => {
      if (excess > slack && !added.has(coalition)) worst.push(coalition);
    });
    if (worst.length === 0) return solution;
    worst.sort((a, b) => by[b] - by[a] || a - b);
    for (const coalition of worst.slice(0, addedAtOnce)) added.add(coalition);
  }
  throw unsolved("too many rows");
}

function unsolved(status: string): NumericalError {
  return new NumericalError("not-converged", {
    en: `coalitions: the linear programme ended as ${status}, expected an optimum`,
    zh: `coalitions：线性规划以 ${status} 结束，未得最优解`,
  });
}

/** Which coalitions are sums and differences of those seen: their rows say nothing new. */
export class Span {
  readonly #basis: { readonly lead: number; readonly row: Float64Array }[] = [];
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
    return true;
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
