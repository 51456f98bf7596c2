import type { Random } from "../contract/random.ts";
import type { CompressedRows } from "../numeric/compressed-rows.ts";

/** How many of the random placings gave a place a lag at least as high, and at most as high, as its own. */
export interface Tails {
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

const placingsAtOnce = 1024;

/**
 * Conditional permutation: each place keeps its own value, its neighbours' values are drawn without replacement from the
 * n - 1 others. One table of draws serves all places, as positions among "the others"; a place with d neighbours reads its
 * first d rows. To read the others without a gap at i, the values of i and of the last place change seats for the while.
 * Lags within rounding of the observed one count on both sides.
 */
export function conditionalTails(
  weights: CompressedRows,
  deviation: Float64Array,
  permutations: number,
  draw: Random,
  afterBlock: (done: number) => void = () => {},
): Tails {
  const { n, starts, indices, values } = weights;
  const atLeast = new Uint32Array(n);
  const atMost = new Uint32Array(n);
  const others = n - 1;
  const seats = deviation.slice();
  const deck = Uint32Array.from({ length: others }, (_, at) => at);
  const mostNeighbours = starts.subarray(1).reduce((most, end, at) => Math.max(most, end - (starts[at] as number)), 0);
  const farthest = deviation.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const table = new Uint32Array(mostNeighbours * placingsAtOnce);
  const lags = new Float64Array(placingsAtOnce);
  for (let done = 0; done < permutations; done += placingsAtOnce) {
    const block = Math.min(placingsAtOnce, permutations - done);
    dealInto(table, deck, mostNeighbours, block, draw);
    for (let place = 0; place < n; place += 1) {
      const start = starts[place] as number;
      const end = starts[place + 1] as number;
      if (start === end) continue;
      seats[place] = seats[others] as number;
      let observed = 0;
      let weightSum = 0;
      lags.fill(0);
      for (let k = start; k < end; k += 1) {
        const weight = values[k] as number;
        const first = (k - start) * placingsAtOnce;
        for (let at = 0; at < block; at += 1) {
          (lags[at] as number) += weight * (seats[table[first + at] as number] as number);
        }
        observed += weight * (deviation[indices[k] as number] as number);
        weightSum += weight;
      }
      seats[place] = deviation[place] as number;
      const rounding = 1e-12 * weightSum * farthest;
      const [low, high] = [observed - rounding, observed + rounding];
      let [above, below] = [0, 0];
      for (let at = 0; at < block; at += 1) {
        const lag = lags[at] as number;
        above += lag >= low ? 1 : 0;
        below += lag <= high ? 1 : 0;
      }
      (atLeast[place] as number) += above;
      (atMost[place] as number) += below;
    }
    afterBlock(done + block);
  }
  return { atLeast, atMost };
}

/** Fills the first `count` cards of `block` deals; a deck that was dealt before is still a fair deck. */
function dealInto(table: Uint32Array, deck: Uint32Array, count: number, block: number, draw: Random): void {
  for (let deal = 0; deal < block; deal += 1) {
    for (let card = 0; card < count; card += 1) {
      const other = card + draw.integer(deck.length - card);
      const drawn = deck[other] as number;
      deck[other] = deck[card] as number;
      deck[card] = drawn;
      table[card * placingsAtOnce + deal] = drawn;
    }
  }
}
