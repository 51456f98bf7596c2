/**
 * Scores and ranks places under one recipe after another, without a new array.
 *
 * Every mean used here is an arithmetic one between a step in (identity, ln, 1/v) and a step out. Where a node and the
 * node above use the same mean, the steps between them cancel, so the tree falls into stages of one mean each, within
 * which every node only adds its share; indicators are stepped in once, before all draws. A tree with a single mean is
 * one stage and needs no step out, since ln and 1/v keep or turn the order. A gap is a 0 that takes its weight with it:
 * the weight that is left under each node is worked out once a draw for every pattern of gaps. Without gaps a score is
 * one dot product.
 */
import type { Choice, Drawn, DrawPlan, Weights } from "./rank-draws.ts";
import { makeRanker } from "./ranking.ts";
import type { Aggregate } from "./recipe.ts";

/** Ranks all rows under one recipe after another; 0 where a row has no score. Uses up the recipe's weights. */
export function makeRecipeRanker(plan: DrawPlan): (drawn: Drawn, ranks: Uint32Array) => void {
  const { rows, pools, choices } = plan;
  const share = makeShares(plan);
  const scores = new Float64Array(rows);
  const rank = makeRanker(rows);
  return (drawn, ranks) => {
    const choice = choices[drawn.choice];
    share.set(choice.means, drawn);
    if (choice.means.some((mean) => mean !== choice.means[0])) scoreStagedInto(scores, plan, choice, drawn, share);
    else if (share.patterns === 1) scoreCompleteInto(scores, plan, choice, drawn, share);
    else scoreFlatInto(scores, plan, choice, drawn, share);
    for (let pool = 0; pool + 1 < pools.length; pool += 1) rank(scores, pools[pool], pools[pool + 1], ranks);
  };
}

/** What a draw's weights come to, patterns x nodes. */
interface Shares {
  readonly patterns: number;
  /** By which the sum over a node's own indicators counts in its stage; 0 where nothing is there. */
  readonly ofNode: Float64Array;
  /** Of a stage in the stage above, at the node that heads it. */
  readonly ofStage: Float64Array;
  readonly set: (means: readonly Aggregate[], weights: Weights) => void;
}

function makeShares({ parent, starts, patterns }: DrawPlan): Shares {
  const nodes = parent.length;
  const indicators = starts[nodes];
  const count = patterns.length / indicators;
  const present = new Float64Array(nodes); // weight under each node that is there
  const within = new Float64Array(nodes); // share of the node in its stage
  const ofNode = new Float64Array(count * nodes);
  const ofStage = new Float64Array(count * nodes);
  return {
    patterns: count,
    ofNode,
    ofStage,
    set: (means, { nodeWeight, indicatorWeight }) => {
      for (let pattern = 0; pattern < count; pattern += 1) {
        const [first, own] = [pattern * indicators, pattern * nodes];
        for (let node = 0; node < nodes; node += 1) {
          const from = starts[node];
          present[node] = dot(patterns, first + from, indicatorWeight, from, starts[node + 1] - from);
        }
        for (let node = nodes - 1; node > 0; node -= 1)
          if (present[node] > 0) present[parent[node]] += nodeWeight[node];
        for (let node = 0; node < nodes; node += 1) {
          const above = parent[node];
          const there = present[node] > 0;
          const share = !there || node === 0 ? 0 : (within[above] * nodeWeight[node]) / present[above];
          const head = node === 0 || means[node] !== means[above];
          within[node] = head ? 1 : share;
          ofStage[own + node] = head ? share : 0;
          ofNode[own + node] = there ? within[node] / present[node] : 0;
        }
      }
    },
  };
}

/** Larger is better whatever the mean: ln keeps the order, 1/v turns it. */
const orderOf: Record<Aggregate, 1 | -1> = { arithmetic: 1, geometric: 1, harmonic: -1 };

/** One mean and no gaps: a score is one weighted sum. Uses up the draw's weights. */
function scoreCompleteInto(
  out: Float64Array,
  { rows, starts }: DrawPlan,
  { means, values }: Choice,
  { indicatorWeight }: Weights,
  { ofNode }: Shares,
): void {
  const width = indicatorWeight.length;
  for (let node = 0; node < means.length; node += 1) {
    const share = orderOf[means[0]] * ofNode[node];
    for (let at = starts[node]; at < starts[node + 1]; at += 1) indicatorWeight[at] *= share;
  }
  if (!ofNode.some((share) => share > 0)) {
    out.fill(Number.NaN, 0, rows);
    return;
  }
  let row = 0;
  for (; row + 1 < rows; row += 2) dotTwiceInto(out, row, values, indicatorWeight);
  if (row < rows) out[row] = dot(values, row * width, indicatorWeight, 0, width);
}

/** `dot` of two rows at once, with the same sums: each weight is read once for both. */
function dotTwiceInto(out: Float64Array, row: number, a: Float64Array, b: Float64Array): void {
  const width = b.length;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let t0 = 0;
  let t1 = 0;
  let t2 = 0;
  let t3 = 0;
  let at = row * width;
  let next = at + width;
  let other = 0;
  for (const fours = width - (width % 4); other < fours; other += 4, at += 4, next += 4) {
    const b0 = b[other];
    const b1 = b[other + 1];
    const b2 = b[other + 2];
    const b3 = b[other + 3];
    s0 += a[at] * b0;
    s1 += a[at + 1] * b1;
    s2 += a[at + 2] * b2;
    s3 += a[at + 3] * b3;
    t0 += a[next] * b0;
    t1 += a[next + 1] * b1;
    t2 += a[next + 2] * b2;
    t3 += a[next + 3] * b3;
  }
  for (; other < width; other += 1, at += 1, next += 1) {
    s0 += a[at] * b[other];
    t0 += a[next] * b[other];
  }
  out[row] = s0 + s1 + (s2 + s3);
  out[row + 1] = t0 + t1 + (t2 + t3);
}

/** One mean, with gaps. */
function scoreFlatInto(
  out: Float64Array,
  { rows, starts, patternOf }: DrawPlan,
  { means, values }: Choice,
  { indicatorWeight }: Weights,
  { ofNode }: Shares,
): void {
  const [width, nodes] = [indicatorWeight.length, means.length];
  const order = orderOf[means[0]];
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    let scored = false;
    for (let node = 0; node < nodes; node += 1) {
      const share = ofNode[patternOf[row] * nodes + node];
      if (share === 0) continue;
      const from = starts[node];
      sum += share * dot(values, row * width + from, indicatorWeight, from, starts[node + 1] - from);
      scored = true;
    }
    out[row] = scored ? order * sum : Number.NaN;
  }
}

/** Several means: every stage is a sum, stepped out of its own mean and into the one above. */
function scoreStagedInto(
  out: Float64Array,
  { rows, parent, starts, patternOf }: DrawPlan,
  { means, values }: Choice,
  { indicatorWeight }: Weights,
  { ofNode, ofStage }: Shares,
): void {
  const [width, nodes] = [indicatorWeight.length, means.length];
  const order = orderOf[means[0]];
  const head = new Uint32Array(nodes);
  for (let node = 1; node < nodes; node += 1)
    head[node] = means[node] === means[parent[node]] ? head[parent[node]] : node;
  const sums = new Float64Array(nodes); // of stages, at their heads
  for (let row = 0; row < rows; row += 1) {
    const own = patternOf[row] * nodes;
    let scored = false;
    sums.fill(0);
    for (let node = nodes - 1; node >= 0; node -= 1) {
      const share = ofNode[own + node];
      if (share > 0) {
        const from = starts[node];
        sums[head[node]] += share * dot(values, row * width + from, indicatorWeight, from, starts[node + 1] - from);
        scored = true;
      }
      const weight = ofStage[own + node];
      if (weight === 0) continue;
      const above = parent[node];
      sums[head[above]] += weight * stepIn(means[above], stepOut(means[node], sums[node]));
    }
    // an aspect of 0 under a geometric or harmonic mean makes the whole 0, the last there is
    out[row] = scored ? Math.max(order * sums[0], -Number.MAX_VALUE) : Number.NaN;
  }
}

export function stepIn(mean: Aggregate, value: number): number {
  return mean === "arithmetic" ? value : mean === "geometric" ? Math.log(value) : 1 / value;
}
function stepOut(mean: Aggregate, sum: number): number {
  return mean === "arithmetic" ? sum : mean === "geometric" ? Math.exp(sum) : 1 / sum;
}

/** Four sums side by side, which a processor adds at once; walking both arrays by position is what keeps the loop tight. */
function dot(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let at = fromA;
  let other = fromB;
  const end = fromA + length;
  for (const fours = end - (length % 4); at < fours; at += 4, other += 4) {
    s0 += a[at] * b[other];
    s1 += a[at + 1] * b[other + 1];
    s2 += a[at + 2] * b[other + 2];
    s3 += a[at + 3] * b[other + 3];
  }
  for (; at < end; at += 1, other += 1) s0 += a[at] * b[other];
  return s0 + s1 + (s2 + s3);
}
