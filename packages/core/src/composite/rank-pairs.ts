/** Ranks of one part of the draws, rows of the plan x draws; 0 where a draw left a place without a score. */
export interface RankPart {
  readonly draws: number;
  readonly ranks: Uint16Array;
}

/** All draws of one pool, place by place, and how its places fare against each other. */
export interface PoolDraws {
  /** Ranks that a place took, one a draw. */
  readonly of: (place: number) => Uint16Array;
  /** In how many draws `a` ranks above `b`, ties half, and in how many both are ranked. */
  readonly above: (a: number, b: number) => { readonly wins: number; readonly draws: number };
  /** Which of the two ranks above the other in at least this share of the draws in which both are ranked: 1 the first, -1 the second, 0 neither. */
  readonly ahead: (a: number, b: number, share: number) => 1 | 0 | -1;
}

/**
 * Two draws lie in one word of 32 bits, so that both are compared at once: ranks have 15 bits each. Rows are filled up to
 * whole strides with draws in which nobody is ranked: ties.
 */
export const mostRanked = 0x7fff;
const stride = 16; // words
const ones = 0x10001; // one in each half
const guards = 0x80008000 | 0; // the bit above each rank: what is left of it after a subtraction says which one was less

/** The draws of `places` rows of the plan from `first` on; `isAlwaysRanked` says of which no draw left out any. */
export function poolDraws(
  parts: readonly RankPart[],
  first: number,
  places: number,
  isAlwaysRanked: (place: number) => boolean,
): PoolDraws {
  const draws = parts.reduce((sum, part) => sum + part.draws, 0);
  const width = stride * Math.ceil(draws / (2 * stride));
  const filled = 2 * width;
  const ranks = new Uint16Array(places * filled);
  const words = new Int32Array(ranks.buffer);
  for (let place = 0; place < places; place += 1) {
    let to = place * filled;
    for (const part of parts) {
      const from = (first + place) * part.draws;
      ranks.set(part.ranks.subarray(from, from + part.draws), to);
      to += part.draws;
    }
  }
  const of = (place: number) => ranks.subarray(place * filled, place * filled + draws);
  const above = (a: number, b: number) => {
    if (!isAlwaysRanked(a) || !isAlwaysRanked(b)) return winsWhereRanked(of(a), of(b));
    let lost = 0;
    for (let at = 0; at < width; at += stride) lost += lostWithin(words, a * width + at, b * width + at);
    return { wins: draws - (lost - (filled - draws)) / 2, draws };
  };
  const ahead = (a: number, b: number, share: number) => {
    if (!isAlwaysRanked(a) || !isAlwaysRanked(b)) return aheadWhereRanked(of(a), of(b), share);
    // halves; a draw that fills up the row is half a loss to each
    const allowed = 2 * (1 - share) * draws + 1e-9 + (filled - draws);
    let lost = 0;
    let won = 0;
    for (let at = 0; at < width; at += stride) {
      const some = lostWithin(words, a * width + at, b * width + at);
      lost += some;
      won += 4 * stride - some;
      // most pairs are settled long before the last draw
      if (lost > allowed && won > allowed) return 0;
    }
    return lost <= allowed ? 1 : won <= allowed ? -1 : 0;
  };
  return { of, above, ahead };
}

/** Halves that the first of two rows loses within a stride, without a branch: which of two ranks is less is anybody's guess. */
function lostWithin(words: Int32Array, fromA: number, fromB: number): number {
  let sums = 0; // one in each half
  for (let at = 0; at < stride; at += 1) {
    const apart = ((words[fromA + at] | guards) - words[fromB + at]) | 0;
    const isNotAhead = apart & guards;
    const isBehind = (apart - ones) & guards;
    sums += (isNotAhead >>> 15) + (isBehind >>> 15);
  }
  return (sums & 0xffff) + (sums >>> 16);
}

function winsWhereRanked(a: Uint16Array, b: Uint16Array): { wins: number; draws: number } {
  let halves = 0;
  let both = 0;
  for (let draw = 0; draw < a.length; draw += 1) {
    const [x, y] = [a[draw], b[draw]];
    if (x === 0 || y === 0) continue;
    both += 1;
    halves += x < y ? 2 : x === y ? 1 : 0;
  }
  return { wins: halves / 2, draws: both };
}

function aheadWhereRanked(a: Uint16Array, b: Uint16Array, share: number): 1 | 0 | -1 {
  const { wins, draws } = winsWhereRanked(a, b);
  if (draws === 0) return 0;
  return wins / draws >= share ? 1 : (draws - wins) / draws >= share ? -1 : 0;
}
