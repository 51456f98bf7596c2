import { expect, test } from "vitest";
import { backbone } from "./backbone.ts";
import { forceLayout } from "./force.ts";

const ties = [
  { a: 0, b: 1, value: 0.9 },
  { a: 1, b: 2, value: 0.8 },
  { a: 0, b: 2, value: 0.7 },
  { a: 2, b: 3, value: 0.2 },
  { a: 0, b: 3, value: 0.1 },
  { a: 1, b: 3, value: 0 },
];

test("the forest is the maximum spanning one; of the rest what is as strong as its median tie", () => {
  const { forest, strong } = backbone(4, ties);
  expect(forest.map(({ a, b }) => [a, b])).toEqual([
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  expect(strong).toEqual([]); // the median tie of the forest is .8, the next strongest .7
  expect(backbone(4, [...ties, { a: 0, b: 3, value: 0.85 }]).strong.map(({ value }) => value)).toEqual([]);
  const loop = [
    { a: 0, b: 1, value: 0.9 },
    { a: 1, b: 2, value: 0.8 },
    { a: 0, b: 2, value: 0.8 },
  ];
  expect(backbone(3, loop).forest).toEqual([loop[0], loop[2]]); // ties go by position
  expect(backbone(3, loop).strong).toEqual([loop[1]]);
});

test("what is not tied at all stays apart, each part a tree", () => {
  const { forest } = backbone(5, [
    { a: 0, b: 1, value: 1 },
    { a: 2, b: 3, value: 1 },
  ]);
  expect(forest).toHaveLength(2);
  expect(backbone(3, []).forest).toEqual([]);
});

test("the layout fills its box, the same each time", () => {
  const box = { x: 10, y: 20, width: 300, height: 200 };
  const layout = () => forceLayout([4, 4, 4, 4], ties.slice(0, 4), box);
  const spots = layout();
  expect(layout()).toEqual(spots);
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([10, 310, 20, 220]);
  expect(forceLayout([4], [], box)).toEqual([{ x: 160, y: 120 }]);
});
