import type { MergeTree } from "./leaf-order.ts";

/**
 * Joins places two by two, each time the two groups whose mean distance is least, and gives the tree of joins. Of equal means,
 * the pair is taken that comes first when groups stand latest join first, then places in their order, and are compared row
 * by row: the rule of ml-hclust, which the tests compare with. `distance` is symmetric, n x n, and is not written to.
 *
 * Each group remembers the nearest of those before it, so that a join costs one row and not the whole matrix: about n^2 in
 * all, against n^3.
 */
export function averageLinkage(distance: Float64Array, n: number): MergeTree {
  const between = distance.slice();
  const tree = Array.from({ length: n }, (_, index): MergeTree => ({ isLeaf: true, index, height: 0, children: [] }));
  const size = new Float64Array(n).fill(1);
  /** Where a group stands: places by number, joins before them, the latest first. */
  const standing = Float64Array.from({ length: n }, (_, at) => at);
  const nearest = new Int32Array(n).fill(-1);
  const active = Array.from({ length: n }, (_, at) => at);
  for (const group of active) seek(group);

  while (active.length > 1) {
    let row = -1;
    for (const group of active) if (nearest[group] !== -1 && (row === -1 || comesFirst(group, row))) row = group;
    const column = nearest[row] as number;
    const height = between[row * n + column] as number;
    active.splice(active.indexOf(row), 1);
    tree[column] = join(tree[row] as MergeTree, tree[column] as MergeTree, height);
    standing[column] = active.length - 2 * n;
    nearest[column] = -1;
    const all = (size[row] as number) + (size[column] as number);
    const [ofRow, ofColumn] = [(size[row] as number) / all, (size[column] as number) / all];
    for (const other of active) {
      if (other === column) continue;
      const mean = ofRow * (between[row * n + other] as number) + ofColumn * (between[other * n + column] as number);
      between[column * n + other] = mean;
      between[other * n + column] = mean;
    }
    size[column] = all;
    for (const other of active) {
      if (other === column) continue;
      const known = nearest[other] as number;
      if (known === row || known === column) seek(other);
      else if (known === -1 || (between[other * n + column] as number) <= (between[other * n + known] as number)) {
        nearest[other] = column;
      }
    }
  }
  return tree[active[0] as number] as MergeTree;

  /** The nearest of those that stand before the group; of equals, the first. */
  function seek(group: number): void {
    let found = -1;
    for (const other of active) {
      if ((standing[other] as number) >= (standing[group] as number)) continue;
      if (found !== -1) {
        const nearer = (between[group * n + other] as number) - (between[group * n + found] as number);
        if (nearer > 0 || (nearer === 0 && (standing[other] as number) > (standing[found] as number))) continue;
      }
      found = other;
    }
    nearest[group] = found;
  }

  function comesFirst(a: number, b: number): boolean {
    const [ofA, ofB] = [
      between[a * n + (nearest[a] as number)] as number,
      between[b * n + (nearest[b] as number)] as number,
    ];
    return ofA < ofB || (ofA === ofB && (standing[a] as number) < (standing[b] as number));
  }
}

function join(one: MergeTree, other: MergeTree, height: number): MergeTree {
  return { isLeaf: false, index: -1, height, children: [one, other] };
}
