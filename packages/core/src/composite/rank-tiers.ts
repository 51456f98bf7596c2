/** Ranks of one pool's places over all draws. */
export interface PoolRanks {
  readonly places: number;
  readonly draws: number;
  /** Share of draws in which a place has at most each rank: places x (places + 1), rank 0 first. */
  readonly cumulative: Float64Array;
  /** In how many draws `a` ranks above `b`, ties half, and in how many both are ranked. */
  readonly above: (a: number, b: number) => { readonly wins: number; readonly draws: number };
  /** Which of the two ranks above the other in at least this share of the draws in which both are ranked, ties half: 1, -1 or neither. */
  readonly ahead: (a: number, b: number, share: number) => 1 | 0 | -1;
}

/** The share of draws that the places above a cut must win against each of those below. */
export const tierShare = 0.95;

/**
 * Cuts an order of places (best first) into tiers, 1 the best: a cut stands where every place above it ranks above every
 * place below it in at least `tierShare` of the draws. Places of one tier may well differ; the draws do not agree on it.
 */
export function tiersOf(order: readonly number[], ranks: PoolRanks): { tiers: number[]; aheadOfNext: number[] } {
  const shares = new Map<number, number>();
  const share = (a: number, b: number): number => {
    const key = a * ranks.places + b;
    const known = shares.get(key);
    if (known !== undefined) return known;
    const { wins, draws } = ranks.above(a, b);
    const found = draws === 0 ? Number.NaN : wins / draws;
    shares.set(key, found);
    return found;
  };
  const surely = bounds(order, ranks);
  const cutAfter = (last: number): boolean => {
    // pairs nearest to the cut come first: they are the ones that fail
    for (let apart = 1; apart < order.length; apart += 1) {
      const first = Math.max(0, last - apart + 1);
      for (let at = Math.min(last, order.length - 1 - apart); at >= first; at -= 1) {
        const [a, b] = [order[at], order[at + apart]];
        if (!surely(a, b) && !(share(a, b) >= tierShare)) return false;
      }
    }
    return true;
  };
  const tiers: number[] = [];
  const aheadOfNext = order.map((place, at) => (at + 1 < order.length ? share(place, order[at + 1]) : Number.NaN));
  for (let at = 0, tier = 1; at < order.length; at += 1) {
    if (at > 0 && aheadOfNext[at - 1] >= tierShare && cutAfter(at - 1)) tier += 1;
    tiers.push(tier);
  }
  return { tiers, aheadOfNext };
}

/** From here on it takes less time to look at two distributions of ranks than to count draws. */
const manyDraws = 1000;

/** How many places each one ranks above in at least `tierShare` of the draws: pairs may be ordered where no cut stands. */
export function surelyBehind(order: readonly number[], ranks: PoolRanks): number[] {
  const behind = order.map(() => 0);
  const surely = bounds(order, ranks);
  const first = ranks.draws > manyDraws ? firstRanks(order, ranks) : undefined;
  for (let high = 0; high < order.length; high += 1) {
    const a = order[high];
    for (let low = high + 1; low < order.length; low += 1) {
      const b = order[low];
      if (surely(a, b)) {
        behind[high] += 1;
        continue;
      }
      if (first !== undefined && leastWins(a, b, first[a], ranks) >= tierShare) {
        behind[high] += 1;
        continue;
      }
      const ahead = ranks.ahead(a, b, tierShare);
      if (ahead === 1) behind[high] += 1;
      // seldom: medians tie and means say otherwise
      else if (ahead === -1) behind[low] += 1;
    }
  }
  return behind;
}

/**
 * A share of draws that a surely wins against b, from the two rank distributions alone: those in which a is at least at
 * rank t and b is not, at the best t. Nothing where one of them is not ranked in every draw.
 */
function leastWins(a: number, b: number, first: number, { places, cumulative }: PoolRanks): number {
  const [fromA, fromB] = [a * (places + 1), b * (places + 1)];
  if (cumulative[fromA] > 0 || cumulative[fromB] > 0) return 0;
  let most = 0;
  for (let rank = first; rank <= places; rank += 1) {
    const reached = cumulative[fromA + rank];
    const gap = reached - cumulative[fromB + rank];
    if (gap > most) most = gap;
    if (reached === 1) break; // from here on b only catches up
  }
  return most;
}

/** The best rank that each place takes in any draw. */
function firstRanks(order: readonly number[], { places, cumulative }: PoolRanks): Uint32Array {
  const first = new Uint32Array(places);
  for (const place of order) {
    let rank = 1;
    while (rank < places && cumulative[place * (places + 1) + rank] === 0) rank += 1;
    first[place] = rank;
  }
  return first;
}

/**
 * Whether a surely wins enough against b, from the two rank distributions alone: if a is at least at rank t in all but
 * half of the allowed draws, and b below t in all but half, the draws in which a does not win cannot exceed them together.
 */
function bounds(order: readonly number[], { places, cumulative }: PoolRanks): (a: number, b: number) => boolean {
  const slack = (1 - tierShare) / 2;
  const width = places + 1;
  const within = new Float64Array(places);
  const beyond = new Float64Array(places);
  for (const place of order) {
    const unranked = cumulative[place * width];
    if (unranked > 0) {
      within[place] = Number.POSITIVE_INFINITY;
      continue;
    }
    let rank = 1;
    while (cumulative[place * width + rank] < 1 - slack) rank += 1;
    within[place] = rank;
    for (rank = 0; rank < places && cumulative[place * width + rank + 1] <= slack; ) rank += 1;
    beyond[place] = rank;
  }
  return (a, b) => within[a] <= beyond[b];
}
