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
  const slot = new Uint32Array(n);
  const partners = Array.from({ length: n }, (_, leaf) => [leaf]);
  const leaves = solve(tree);
  if (leaves.length === 1) return leaves;

  let [first, last] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  for (const i of leaves) {
    for (const j of partners[i] as number[]) {
      if ((cost[i * n + j] as number) < least) [least, first, last] = [cost[i * n + j] as number, i, j];
    }
  }
  return path(tree, first, last);

  /** Fills `cost` for the subtree, sets each leaf's `partners` to the leaves across its topmost branching, returns the leaves. */
  function solve(node: MergeTree): number[] {
    if (node.isLeaf) return [node.index];
    const [left, right] = node.children.map(solve) as [number[], number[]];
    right.forEach((k, at) => {
      slot[k] = at;
    });
    for (const i of left) {
      const reach = right.map((k) => nearest(partners[i] as number[], (m) => at(cost, i, m) + at(distance, m, k)));
      for (const j of right) {
        const ends = partners[j] as number[];
        const viaK = nearest(ends, (k) => (reach[slot[k] as number] as Nearest).length + at(cost, k, j));
        const m = (reach[slot[viaK.leaf] as number] as Nearest).leaf;
        cost[i * n + j] = viaK.length;
        cost[j * n + i] = viaK.length;
        innerEnds[i * n + j] = m;
        innerEnds[j * n + i] = viaK.leaf;
      }
    }
    for (const i of left) partners[i] = right;
    for (const j of right) partners[j] = left;
    return [...left, ...right];
  }

  function at(matrix: Float64Array, i: number, j: number): number {
    return matrix[i * n + j] as number;
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

interface Nearest {
  readonly leaf: number;
  readonly length: number;
}

function nearest(leaves: readonly number[], length: (leaf: number) => number): Nearest {
  let found: Nearest = { leaf: -1, length: Number.POSITIVE_INFINITY };
  for (const leaf of leaves) {
    const each = length(leaf);
    if (each < found.length) found = { leaf, length: each };
  }
  return found;
}

function holds(tree: MergeTree, leaf: number): boolean {
  return tree.isLeaf ? tree.index === leaf : tree.children.some((child) => holds(child, leaf));
}
