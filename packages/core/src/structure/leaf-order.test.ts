import { agnes } from "ml-hclust";
import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { leafOrder, type MergeTree } from "./leaf-order.ts";

const exact = 1e-12; // sums of up to 60 distances in another order

function distances(seed: number, n: number): number[][] {
  const draw = random(seed, "leaf-order/test");
  const points = Array.from({ length: n }, () => [draw.uniform(), draw.uniform()] as const);
  return points.map(([x, y]) => points.map(([u, v]) => Math.hypot(x - u, y - v)));
}
const treeOf = (rows: number[][]): MergeTree => agnes(rows, { method: "average", isDistanceMatrix: true });
const length = (order: readonly number[], rows: number[][]) =>
  order.slice(1).reduce((sum, leaf, at) => sum + (rows[order[at] as number]?.[leaf] as number), 0);

/** Every order that turning branches allows. */
function orders(tree: MergeTree): number[][] {
  if (tree.isLeaf) return [[tree.index]];
  const [left, right] = tree.children.map(orders) as [number[][], number[][]];
  return left.flatMap((a) =>
    right.flatMap((b) => [
      [...a, ...b],
      [...b, ...a],
    ]),
  );
}

describe("leafOrder", () => {
  it("is as short as the shortest of all orders that the tree allows", () => {
    for (let n = 2; n <= 8; n += 1) {
      for (let seed = 1; seed <= 8; seed += 1) {
        const rows = distances(seed, n);
        const tree = treeOf(rows);
        const shortest = Math.min(...orders(tree).map((order) => length(order, rows)));
        const found = leafOrder(tree, Float64Array.from(rows.flat()), n);
        expect(Math.abs(length(found, rows) - shortest)).toBeLessThan(exact);
      }
    }
  });

  it("keeps every branch together", () => {
    const rows = distances(3, 60);
    const tree = treeOf(rows);
    const place = new Map(leafOrder(tree, Float64Array.from(rows.flat()), 60).map((leaf, at) => [leaf, at]));
    const together = (node: MergeTree): number[] => {
      const leaves = node.isLeaf ? [node.index] : node.children.flatMap(together);
      const positions = leaves.map((leaf) => place.get(leaf) as number);
      expect(Math.max(...positions) - Math.min(...positions)).toBe(leaves.length - 1);
      return leaves;
    };
    expect(together(tree).length).toBe(60);
  });

  it("puts points on a line in their order", () => {
    const x = [5, 1, 8, 2, 9, 3];
    const rows = x.map((a) => x.map((b) => Math.abs(a - b)));
    const order = leafOrder(treeOf(rows), Float64Array.from(rows.flat()), 6).map((leaf) => x[leaf] as number);
    expect(order[0] === 1 ? order : order.reverse()).toEqual([1, 2, 3, 5, 8, 9]);
  });

  it("of one leaf is that leaf", () => {
    expect(leafOrder(treeOf([[0]]), Float64Array.of(0), 1)).toEqual([0]);
  });
});
