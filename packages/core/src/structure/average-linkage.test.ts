import { agnes } from "ml-hclust";
import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { averageLinkage } from "./average-linkage.ts";
import type { MergeTree } from "./leaf-order.ts";

const plain = ({ isLeaf, index, height, children }: MergeTree): unknown =>
  isLeaf ? index : { height, children: children.map(plain) };

function drawn(n: number, value: () => number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const each = value();
      matrix[i * n + j] = each;
      matrix[j * n + i] = each;
    }
  }
  return matrix;
}

describe("averageLinkage", () => {
  it("by hand: places at 0, 1, 4 on a line join at 1, then at the mean of 3 and 4", () => {
    const tree = averageLinkage(Float64Array.of(0, 1, 4, 1, 0, 3, 4, 3, 0), 3);
    expect(plain(tree)).toEqual({ height: 3.5, children: [2, { height: 1, children: [1, 0] }] });
    expect(plain(averageLinkage(Float64Array.of(0), 1))).toBe(0);
  });

  it.each([
    ["distances drawn", (draw: ReturnType<typeof random>) => () => draw.uniform()],
    ["many ties", (draw: ReturnType<typeof random>) => () => draw.integer(4)],
    ["all alike", () => () => 1],
    ["ties at 0 and 1", (draw: ReturnType<typeof random>) => () => draw.integer(2)],
  ])("is ml-hclust's agnes to the last bit, ties included: %s", (_, of) => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const draw = random(seed, "average-linkage/test");
      const n = 2 + draw.integer(40);
      const matrix = drawn(n, of(draw));
      const rows = Array.from({ length: n }, (__, i) => Array.from(matrix.subarray(i * n, (i + 1) * n)));
      const before = matrix.slice();
      expect(plain(averageLinkage(matrix, n))).toEqual(
        plain(agnes(rows, { method: "average", isDistanceMatrix: true })),
      );
      expect(matrix).toEqual(before);
    }
  });
});
