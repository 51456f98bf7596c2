import { poolDraws, type RankPart } from "./rank-pairs.ts";
import type { RankPlan } from "./rank-plan.ts";
import { surelyBehind, tiersOf } from "./rank-tiers.ts";

/** What the draws say of each row of the data; `NaN` where a row has no score. */
export interface RankSummary {
  readonly median: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mean: Float64Array;
  readonly tier: Float64Array;
  /** The place that follows in the order of medians, none after the last, and the share of draws won against it. */
  readonly next: readonly (string | null)[];
  readonly aheadOfNext: Float64Array;
  /** How many places of its pool a place ranks above in at least the share of draws that tiers ask for. */
  readonly surelyAhead: Float64Array;
  /** One entry for each rank that a row took in any draw. */
  readonly shares: { readonly row: Uint32Array; readonly rank: Uint32Array; readonly share: Float64Array };
}

/** The interval that is shown: from the 5th to the 95th percentile. */
export const intervalEnds = [0.05, 0.95] as const;

export function summariseRanks(
  { plan, pools, order, stated }: RankPlan,
  place: readonly string[],
  parts: readonly RankPart[],
): RankSummary {
  const gaps = () => new Float64Array(plan.rows).fill(Number.NaN);
  const [median, low, high, mean] = [gaps(), gaps(), gaps(), gaps()];
  const [tier, aheadOfNext, surelyAhead] = [gaps(), gaps(), gaps()];
  const next: (string | null)[] = new Array(plan.rows).fill(null);
  const shares = { row: [] as number[], rank: [] as number[], share: [] as number[] };
  const draws = parts.reduce((sum, part) => sum + part.draws, 0);

  pools.forEach(({ rows }, pool) => {
    const first = plan.pools[pool];
    const places = rows.length;
    const width = places + 1;
    const counts = new Uint32Array(places * width);
    const isAlwaysRanked = (at: number) => counts[at * width] === 0;
    const drawn = poolDraws(parts, first, places, isAlwaysRanked);
    for (let at = 0; at < places; at += 1) {
      const [own, taken] = [at * width, drawn.of(at)];
      for (let draw = 0; draw < draws; draw += 1) counts[own + taken[draw]] += 1;
    }
    const cumulative = new Float64Array(places * width);
    const ranked: number[] = [];
    for (let at = 0; at < places; at += 1) {
      const [own, row] = [at * width, order[first + at]];
      let sum = 0;
      let weighted = 0;
      const among = draws - counts[own];
      let [least, most] = [0, places]; // the ranks between which the place moves
      while (counts[own + least] === 0) least += 1;
      while (counts[own + most] === 0) most -= 1;
      for (let rank = least; rank <= most; rank += 1) {
        const count = counts[own + rank];
        sum += count;
        weighted += rank * count;
        cumulative[own + rank] = sum / draws;
        if (rank === 0 || count === 0) continue;
        shares.row.push(row);
        shares.rank.push(rank);
        shares.share.push(count / draws);
      }
      cumulative.fill(1, own + most + 1, own + width);
      if (among === 0) continue;
      ranked.push(at);
      const taken = counts.subarray(own, own + width);
      const from = Math.max(1, least);
      median[row] = quantile(taken, from, among, 0.5);
      low[row] = quantile(taken, from, among, intervalEnds[0]);
      high[row] = quantile(taken, from, among, intervalEnds[1]);
      mean[row] = weighted / among;
    }
    const by = (a: number, b: number) => {
      const [x, y] = [order[first + a], order[first + b]];
      return median[x] - median[y] || mean[x] - mean[y] || (stated.total[y] || 0) - (stated.total[x] || 0) || a - b;
    };
    ranked.sort(by);
    const ranks = { places, draws, cumulative, ...drawn };
    const cut = tiersOf(ranked, ranks);
    const behind = surelyBehind(ranked, ranks);
    ranked.forEach((at, position) => {
      const row = order[first + at];
      tier[row] = cut.tiers[position];
      aheadOfNext[row] = cut.aheadOfNext[position];
      surelyAhead[row] = behind[position];
      if (position + 1 < ranked.length) next[row] = place[order[first + ranked[position + 1]]];
    });
  });
  return {
    median,
    low,
    high,
    mean,
    tier,
    next,
    aheadOfNext,
    surelyAhead,
    shares: {
      row: new Uint32Array(shares.row),
      rank: new Uint32Array(shares.rank),
      share: new Float64Array(shares.share),
    },
  };
}

/** The least rank that at least `share` of the draws do not exceed: always a rank that was taken, none before `from`. */
function quantile(counts: Uint32Array, from: number, draws: number, share: number): number {
  const needed = Math.ceil(share * draws - 1e-9); // .05 of 5000 draws is 250, not 251 by a rounding
  let sum = 0;
  for (let rank = from; rank < counts.length; rank += 1) {
    sum += counts[rank];
    if (sum >= needed && sum > 0) return rank;
  }
  return Number.NaN;
}
