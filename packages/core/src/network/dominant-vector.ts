/**
 * The vector that a non-negative linear map stretches most, scaled to a maximum of 1, by iteration from equal parts. Half
 * of the stretch seen so far is added as a shift, so that networks in two halves do not swing.
 *
 * Answers nothing where it does not settle: where parts of a network are nearly equally strong, or no path closes.
 */
export function dominantVector(n: number, map: (x: Float64Array) => Float64Array): Float64Array | undefined {
  let x = new Float64Array(n).fill(1);
  let first: number | undefined;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round += 1) {
    const image = map(x);
    const stretch = image.reduce((most, each) => Math.max(most, each), 0);
    first ??= stretch;
    if (!(stretch > noStretch * first)) return undefined;
    const next = image.map((each, at) => each + (stretch / 2) * (x[at] as number));
    const largest = next.reduce((most, each) => Math.max(most, each), 0);
    for (let at = 0; at < n; at += 1) next[at] = (next[at] as number) / largest;
    const change = next.reduce((most, each, at) => Math.max(most, Math.abs(each - (x[at] as number))), 0);
    const rate = Math.min(change / before, 1 - 1e-6);
    x = next;
    if (change * Math.max(1, rate / (1 - rate)) < settled || change < rounding) return x;
    before = change;
  }
  return undefined;
}

const noStretch = 1e-10; // where no path closes, every round stretches less
const mostRounds = 20_000;
const settled = 1e-13; // of what is still to come, a geometric series of changes
const rounding = 1e-15; // of a maximum of 1

/**
 * PageRank: the share of time of a walker who follows links in proportion to their strength with probability `damping` and
 * otherwise, or where no link leaves, starts again anywhere. Error after k rounds is below damping^k.
 */
export function pageRank(
  outSum: Float64Array,
  inward: (x: Float64Array) => Float64Array,
  damping: number,
): Float64Array {
  const n = outSum.length;
  const rounds = Math.ceil(Math.log(1e-16) / Math.log(damping));
  let rank = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < rounds; round += 1) {
    let stranded = 0;
    const perStrength = rank.map((each, at) => {
      if ((outSum[at] as number) > 0) return each / (outSum[at] as number);
      stranded += each;
      return 0;
    });
    const again = (1 - damping + damping * stranded) / n;
    rank = inward(perStrength).map((each) => again + damping * each);
  }
  return rank;
}
