import { apportioned, type Fen, portion } from "./money.ts";
import type { PoolRule } from "./rule.ts";

/**
 * Tax base sharing as in Minnesota. Each town puts a share of the growth of its commercial and industrial tax base since the
 * first year into a pool, never less than nothing; the pool is paid out in proportion to people times mean capacity over own
 * capacity. A town is paid what its own rate raises on what it gets from the pool; those taxed on the pool all pay one area-wide
 * rate, the one that raises the sum of this. All is tax base but for `levy`.
 *
 *   contribution_i = s max(0, now_i - first_i)      share_i = p_i (C / c_i) / sum      C = sum p_i c_i / sum p_i
 */
export interface PooledTown {
  readonly party: string;
  readonly contribution: Fen;
  readonly distribution: Fen;
  /** What it gains in base; over all towns it is nothing. */
  readonly net: Fen;
  /** What it is paid: tax at its own rate, on own base that is left and on its part of the pool. */
  readonly levy: Fen;
}
export interface Pooled {
  readonly towns: readonly PooledTown[];
  readonly pool: Fen;
  /** As a number: it is no clause, it follows. */
  readonly areaRate: number;
}

export function poolBase({ share, towns }: PoolRule): Pooled {
  const parties = Object.keys(towns);
  const contributions = parties.map((party) => {
    const growth = towns[party].now - towns[party].first;
    return growth > 0n ? portion(growth, share) : 0n;
  });
  const pool = contributions.reduce((sum, each) => sum + each, 0n);
  // people x C / c, over a common denominator: C is the same for all and drops out
  const product = parties.reduce((all, party) => all * towns[party].capacity, 1n);
  const weights = parties.map((party) => (BigInt(towns[party].people) * product) / towns[party].capacity);
  const distributions = apportioned(pool, weights);
  const raised = distributions.map((amount, at) => portion(amount, towns[parties[at]].rate));
  const areaRate = pool === 0n ? 0 : Number(raised.reduce((sum, each) => sum + each, 0n)) / Number(pool);
  return {
    pool,
    areaRate,
    towns: parties.map((party, at) => ({
      party,
      contribution: contributions[at],
      distribution: distributions[at],
      net: distributions[at] - contributions[at],
      levy: portion(towns[party].now - contributions[at], towns[party].rate) + raised[at],
    })),
  };
}
