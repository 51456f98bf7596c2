/**
 * What theory says of the mean of a simulated quantity. `exactly`, `at most` and `at least` hold for the sample sizes
 * simulated; `in the limit` holds as they grow, and `none` where theory gives no figure: neither of these two can fail.
 */
export type Promised = "exactly" | "at most" | "at least" | "in the limit" | "none";

export interface Check {
  readonly what: string;
  readonly promise: Promised;
  readonly nominal: number | null;
  readonly runs: number;
  readonly found: number;
  /** Monte Carlo error of `found`: runs are independent, what is counted within one need not be. */
  readonly standardError: number;
}

/** A quantity that every run gives one value of. */
export interface Tally {
  readonly add: (value: number | boolean) => void;
  readonly check: (what: string, promise: Promised, nominal?: number) => Check;
}

export function tally(): Tally {
  const values: number[] = [];
  return {
    add: (value) => {
      values.push(Number(value));
    },
    check: (what, promise, nominal) => {
      const runs = values.length;
      const found = values.reduce((sum, value) => sum + value, 0) / runs;
      const squares = values.reduce((sum, value) => sum + (value - found) ** 2, 0);
      const standardError = Math.sqrt(squares / (runs - 1) / runs);
      return { what, promise, nominal: nominal ?? null, runs, found, standardError };
    },
  };
}

export function repeat(runs: number, run: (at: number) => void): void {
  for (let at = 0; at < runs; at += 1) run(at);
}
