import { blockSum, memberSums, sizeOf, subsetSums } from "./subsets.ts";

/**
 * Exact Shapley values of a value array (2^n, the empty coalition first). Collected by coalition instead of by contribution:
 *
 *   phi_i = sum over S with i of (w(s - 1) + w(s)) v(S)  -  sum over S of w(s) v(S),      w(s) = s! (n - s - 1)! / n!,  w(n) = 0
 */
export function shapleyValues(values: Float64Array, n: number): Float64Array {
  const outside = sizeWeights(n);
  const both = Float64Array.from(outside, (weight, size) => weight + (size > 0 ? outside[size - 1] : 0));
  const sums = memberSums(n, (coalition) => both[sizeOf(coalition)] * values[coalition]);
  const common = weightedTotal(values, outside);
  return sums.map((sum) => sum - common);
}

/** How likely, in a random order, exactly this coalition of each size comes before a party that is not in it. */
export function sizeWeights(n: number): Float64Array {
  const weights = new Float64Array(n + 1);
  weights[0] = 1 / n;
  for (let size = 1; size < n; size += 1) weights[size] = (weights[size - 1] * size) / (n - size);
  return weights;
}

const block = 4096;

function weightedTotal(values: Float64Array, weights: Float64Array): number {
  const parts = new Float64Array(Math.ceil(values.length / block));
  for (let coalition = 0; coalition < values.length; coalition += 1) {
    parts[Math.floor(coalition / block)] += weights[sizeOf(coalition)] * values[coalition];
  }
  return blockSum(parts, 0, parts.length);
}

/** What each coalition adds beyond all that its parts add: Harsanyi's dividends, which sum to the value again. */
export function dividends(values: Float64Array, n: number): Float64Array {
  const found = Float64Array.from(values);
  for (let at = 0; at < n; at += 1) {
    const bit = 1 << at;
    for (let coalition = 0; coalition < found.length; coalition += 1) {
      if (coalition & bit) found[coalition] -= found[coalition ^ bit];
    }
  }
  return found;
}

/** Weighted values: each dividend goes to its members by their weights. */
export function weightedShapleyValues(values: Float64Array, weights: ArrayLike<number>): Float64Array {
  const n = weights.length;
  const found = dividends(values, n);
  const together = subsetSums(weights);
  const sums = memberSums(n, (coalition) => (coalition === 0 ? 0 : found[coalition] / together[coalition]));
  return sums.map((sum, at) => sum * weights[at]);
}

/**
 * Owen's values: parties arrive union by union. What a union's part T adds to the unions before it, on the average over their
 * orders, is a game inside the union, and its Shapley values are the parties'.
 */
export function owenValues(values: Float64Array, unions: readonly (readonly number[])[]): Float64Array {
  const n = unions.reduce((sum, { length }) => sum + length, 0);
  const whole = unions.map((members) => members.reduce((mask, at) => mask | (1 << at), 0));
  const weights = sizeWeights(unions.length);
  const found = new Float64Array(n);
  unions.forEach((members, own) => {
    const others = whole.filter((_, at) => at !== own);
    const parts = masksOf(members.map((at) => 1 << at));
    const inner = new Float64Array(parts.length);
    masksOf(others).forEach((before, which) => {
      const weight = weights[sizeOf(which)];
      parts.forEach((part, at) => {
        inner[at] += weight * (values[before | part] - values[before]);
      });
    });
    shapleyValues(inner, members.length).forEach((value, at) => {
      found[members[at]] = value;
    });
  });
  return found;
}

/** The union of each subset of some coalitions. */
function masksOf(coalitions: readonly number[]): Uint32Array {
  const masks = new Uint32Array(2 ** coalitions.length);
  coalitions.forEach((coalition, at) => {
    for (let rest = 0, bit = 1 << at; rest < bit; rest += 1) masks[bit + rest] = masks[rest] | coalition;
  });
  return masks;
}
