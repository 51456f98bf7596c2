/** A binary tree of merges: a leaf has an index and no children. */
export interface MergeTree {
  readonly isLeaf: boolean;
  readonly index: number;
  readonly height: number;
  readonly children: readonly MergeTree[];
}

/**
 * The order of a merge tree's leaves, among all that turning its branches allows, in which the distances between
 * neighbours add up to the least (optimal leaf ordering, Bar-Joseph, Gifford and Jaakkola 2001).
 *
 * `cost[i, j]` is the least length of an order of a subtree that begins at i and ends at j. A pair of leaves is split by
 * exactly one branching, so one n x n table holds all subtrees. At a branching, the best inner ends (m, k) of every (i, j) are
 * found in two steps, first m for every (i, k), then k: O(n^3) in all.
 */
export function leafOrder(tree: MergeTree, distance: Float64Array, n: number): number[] {
  const cost = new Float64Array(n * n);
  const innerEnds = new Uint32Array(n * n);
  const slots = new Uint32Array(n);
  const [reach, reachedFrom] = [new Float64Array(n), new Uint32Array(n)];
  const partners = Array.from({ length: n }, (_, leaf) => Uint32Array.of(leaf));
  const leaves = solve(tree);
  if (leaves.length === 1) return leaves;

  let [first, last] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const i of leaves) {
    for (const j of partners[i] as Uint32Array) {
      if ((cost[i * n + j] as number) < least) [least, first, last] = [cost[i * n + j] as number, i, j];
    }
  }
  return path(tree, first, last);

  /** Fills `cost` for the subtree, sets each leaf's `partners` to the leaves across its topmost branching, returns the leaves. */
  function solve(node: MergeTree): number[] {
    if (node.isLeaf) return [node.index];
    const [left, right] = node.children.map(solve) as [number[], number[]];
    const [ofLeft, ofRight] = [Uint32Array.from(left), Uint32Array.from(right)];
    right.forEach((k, slot) => {
      slots[k] = slot;
    });
    for (const i of left) {
      joinsAcross(i, ofRight);
      for (const j of right) endAt(i, j);
    }
    for (const i of left) partners[i] = ofRight;
    for (const j of right) partners[j] = ofLeft;
    return [...left, ...right];
  }

  /** The least length from leaf i through its own side to each leaf k across, into `reach`, and the last leaf before k. */
  function joinsAcross(i: number, across: Uint32Array): void {
    reach.fill(Number.POSITIVE_INFINITY, 0, across.length);
    const ends = partners[i] as Uint32Array;
    for (let at = 0; at < ends.length; at += 1) {
      const m = ends[at] as number;
      const soFar = cost[i * n + m] as number;
      for (let slot = 0; slot < across.length; slot += 1) {
        const length = soFar + (distance[m * n + (across[slot] as number)] as number);
        if (length >= (reach[slot] as number)) continue;
        reach[slot] = length;
        reachedFrom[slot] = m;
      }
    }
  }

  /** Completes the least length from i to j across. */
  function endAt(i: number, j: number): void {
    const ends = partners[j] as Uint32Array;
    let least = Number.POSITIVE_INFINITY;
    let last = 0;
    for (let at = 0; at < ends.length; at += 1) {
      const k = ends[at] as number;
      const length = (reach[slots[k] as number] as number) + (cost[j * n + k] as number);
      if (length >= least) continue;
      least = length;
      last = k;
    }
    cost[i * n + j] = least;
    cost[j * n + i] = least;
    innerEnds[i * n + j] = reachedFrom[slots[last] as number] as number;
    innerEnds[j * n + i] = last;
  }

  function path(node: MergeTree, from: number, to: number): number[] {
    if (node.isLeaf) return [node.index];
    const [one, other] = node.children as [MergeTree, MergeTree];
    const [start, end] = holds(one, from) ? [one, other] : [other, one];
    return [
      ...path(start, from, innerEnds[from * n + to] as number),
      ...path(end, innerEnds[to * n + from] as number, to),
    ];
  }
}

function holds(tree: MergeTree, leaf: number): boolean {
  return tree.isLeaf ? tree.index === leaf : tree.children.some((child) => holds(child, leaf));
}
