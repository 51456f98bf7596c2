import { median } from "../numeric/median.ts";
import { averageLinkage } from "./average-linkage.ts";
import { leafOrder, type MergeTree } from "./leaf-order.ts";

export interface Arrangement {
  /** Places by position: `order[0]` stands first. */
  readonly order: readonly number[];
  /** Number of the block of each place, counted from 1 along the order. */
  readonly block: readonly number[];
  /** The similarity at which blocks were cut. */
  readonly cut: number;
}

/** By how much a mean of similarities may miss the cut by rounding alone. */
const rounding = 1e-12;

/**
 * Puts places that are alike beside one another: average linkage on 1 - similarity, then the optimal leaf order, begun at the
 * end that is more like the other places. Blocks join while the mean similarity between them is at least `cut`; `median`
 * cuts at the median pair. A pair without an answer counts as similarity 0.
 */
export function arrange(similarity: Float64Array, n: number, cut: "median" | number): Arrangement {
  const known = similarity.map((each) => (Number.isNaN(each) ? 0 : each));
  const distance = known.map((each, cell) => (cell % (n + 1) === 0 ? 0 : 1 - each));
  const level = cut === "median" ? medianPair(known, n) : cut;
  const tree = averageLinkage(distance, n);
  const order = leafOrder(tree, distance, n);
  const likeness = (i: number) => {
    let total = 0;
    for (let j = 0; j < n; j += 1) if (j !== i) total += known[i * n + j] as number;
    return total;
  };
  if (likeness(order[n - 1] as number) > likeness(order[0] as number)) order.reverse();

  const branch = new Array<number>(n).fill(0);
  let branches = 0;
  const split = (node: MergeTree): void => {
    if (node.isLeaf || node.height <= 1 - level + rounding) {
      for (const leaf of leavesOf(node)) branch[leaf] = branches;
      branches += 1;
    } else node.children.forEach(split);
  };
  split(tree);
  const numbers = new Map<number, number>();
  for (const place of order) {
    const own = branch[place] as number;
    if (!numbers.has(own)) numbers.set(own, numbers.size + 1);
  }
  return { order, block: branch.map((each) => numbers.get(each) as number), cut: level };
}

function medianPair(similarity: Float64Array, n: number): number {
  const pairs: number[] = [];
  for (let i = 0; i < n; i += 1) for (let j = 0; j < i; j += 1) pairs.push(similarity[i * n + j] as number);
  return median(pairs);
}

function leavesOf(tree: MergeTree): number[] {
  return tree.isLeaf ? [tree.index] : tree.children.flatMap(leavesOf);
}
