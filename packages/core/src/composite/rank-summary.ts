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

/** Ranks of one part of the draws, rows of the plan x draws. */
export interface RankPart {
  readonly draws: number;
  readonly ranks: Uint16Array;
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
    const least = new Uint32Array(places).fill(places); // the ranks between which a place moves
    const most = new Uint32Array(places);
    for (const part of parts) {
      for (let at = 0; at < places; at += 1) {
        const from = (first + at) * part.draws;
        let [low, high] = [least[at], most[at]];
        for (let draw = 0; draw < part.draws; draw += 1) {
          const rank = part.ranks[from + draw];
          counts[at * width + rank] += 1;
          if (rank < low) low = rank;
          if (rank > high) high = rank;
        }
        least[at] = low;
        most[at] = high;
      }
    }
    const cumulative = new Float64Array(places * width);
    const ranked: number[] = [];
    for (let at = 0; at < places; at += 1) {
      const [own, row] = [at * width, order[first + at]];
      let sum = 0;
      let weighted = 0;
      const among = draws - counts[own];
      for (let rank = least[at]; rank <= most[at]; rank += 1) {
        const count = counts[own + rank];
        sum += count;
        weighted += rank * count;
        cumulative[own + rank] = sum / draws;
        if (rank === 0 || count === 0) continue;
        shares.row.push(row);
        shares.rank.push(rank);
        shares.share.push(count / draws);
      }
      cumulative.fill(1, own + most[at] + 1, own + width);
      if (among === 0) continue;
      ranked.push(at);
      const taken = counts.subarray(own, own + width);
      const from = Math.max(1, least[at]);
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
    const isAlwaysRanked = (at: number) => counts[at * width] === 0;
    const above = (a: number, b: number) =>
      isAlwaysRanked(a) && isAlwaysRanked(b)
        ? winsOfRanked(parts, first + a, first + b, draws)
        : winsOf(parts, first + a, first + b);
    const ahead = (a: number, b: number, share: number) =>
      isAlwaysRanked(a) && isAlwaysRanked(b)
        ? aheadOfRanked(parts, first + a, first + b, 2 * (1 - share) * draws + 1e-9)
        : aheadOf(parts, first + a, first + b, share);
    const ranks = { places, draws, cumulative, above, ahead };
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

/** In how many draws one row ranks above another, ties half, of those in which both are ranked. */
function winsOf(parts: readonly RankPart[], a: number, b: number): { wins: number; draws: number } {
  let halves = 0;
  let both = 0;
  for (const { ranks, draws } of parts) {
    const [fromA, fromB] = [a * draws, b * draws];
    for (let draw = 0; draw < draws; draw += 1) {
      const [x, y] = [ranks[fromA + draw], ranks[fromB + draw]];
      if (x === 0 || y === 0) continue;
      both += 1;
      halves += x < y ? 2 : x === y ? 1 : 0;
    }
  }
  return { wins: halves / 2, draws: both };
}

/** The same of two rows that every draw ranks. */
function winsOfRanked(parts: readonly RankPart[], a: number, b: number, all: number): { wins: number; draws: number } {
  let lost = 0; // halves
  for (const { ranks, draws } of parts) lost += lostBetween(ranks, a * draws, b * draws, draws);
  return { wins: all - lost / 2, draws: all };
}

/** Halves that the first of two rows loses over some draws, without a branch: which of two ranks is less is anybody's guess. */
function lostBetween(ranks: Uint16Array, fromA: number, fromB: number, draws: number): number {
  let lost = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    const ahead = ranks[fromB + draw] - ranks[fromA + draw];
    lost -= (ahead >> 31) + ((ahead - 1) >> 31); // -1 each where b is ahead, and where a is not
  }
  return lost;
}

/** Which of two rows wins so large a share of the draws in which both are ranked: 1 the first, -1 the second, 0 neither. */
function aheadOf(parts: readonly RankPart[], a: number, b: number, share: number): 1 | 0 | -1 {
  const { wins, draws } = winsOf(parts, a, b);
  if (draws === 0) return 0;
  return wins / draws >= share ? 1 : (draws - wins) / draws >= share ? -1 : 0;
}

const stride = 32;
/**
 * The same of two rows that every draw ranks, until both have lost more half draws than allowed, which most pairs have long
 * before the last draw.
 */
function aheadOfRanked(parts: readonly RankPart[], a: number, b: number, allowed: number): 1 | 0 | -1 {
  let lost = 0;
  let counted = 0;
  for (const { ranks, draws } of parts) {
    const [fromA, fromB] = [a * draws, b * draws];
    for (let start = 0; start < draws; start += stride) {
      const some = Math.min(stride, draws - start);
      lost += lostBetween(ranks, fromA + start, fromB + start, some);
      counted += 2 * some;
      if (lost > allowed && counted - lost > allowed) return 0;
    }
  }
  return lost <= allowed ? 1 : counted - lost <= allowed ? -1 : 0;
}
