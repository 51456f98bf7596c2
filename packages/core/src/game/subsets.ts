/** Coalitions of up to 25 parties as whole numbers: bit i is set where party i is in. */
export const mostListed = 25;

const low = 16;
const ones = new Uint8Array(1 << low);
for (let at = 1; at < ones.length; at += 1) ones[at] = ones[at >> 1] + (at & 1);

/** How many are in a coalition. */
export function sizeOf(coalition: number): number {
  return ones[coalition & 0xffff] + ones[coalition >>> low];
}

/** The positions of those who are in, in order. */
export function membersOf(coalition: number): number[] {
  const members: number[] = [];
  for (let at = 0; coalition >>> at > 0; at += 1) if ((coalition >>> at) & 1) members.push(at);
  return members;
}

/** What the members of every coalition have together. */
export function subsetSums(amounts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(2 ** amounts.length);
  for (let at = 0; at < amounts.length; at += 1) {
    const bit = 1 << at;
    for (let rest = 0; rest < bit; rest += 1) sums[bit + rest] = sums[rest] + amounts[at];
  }
  return sums;
}

const block = 4096;

/** Sum of a stretch, in blocks: the error does not grow with millions of terms. */
export function blockSum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let start = from; start < to; start += block) {
    const end = Math.min(to, start + block);
    let part = 0;
    for (let at = start; at < end; at += 1) part += values[at];
    total += part;
  }
  return total;
}

/**
 * For each party the sum of a term over all coalitions that it is in. The array is folded in halves: the upper half belongs to
 * the last party, is summed, and is then added to the lower one, so that 2^(n+1) additions do in place of n 2^(n-1).
 */
export function memberSums(n: number, term: (coalition: number) => number): Float64Array {
  const sums = new Float64Array(n);
  const half = 2 ** (n - 1);
  const folded = new Float64Array(half);
  let upper = 0;
  for (let start = 0; start < half; start += block) {
    const end = Math.min(half, start + block);
    let part = 0;
    for (let at = start; at < end; at += 1) {
      const own = term(at + half);
      part += own;
      folded[at] = term(at) + own;
    }
    upper += part;
  }
  sums[n - 1] = upper;
  for (let at = n - 2, width = half / 2; at >= 0; at -= 1, width /= 2) {
    sums[at] = blockSum(folded, width, 2 * width);
    for (let rest = 0; rest < width; rest += 1) folded[rest] += folded[rest + width];
  }
  return sums;
}
