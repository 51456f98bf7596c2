import { expect, test } from "vitest";
import { aroundOneCuts, aroundZeroCuts, classOf, extentOf, sequentialCuts } from "./classes.ts";

test("cuts stand at round numbers inside the range, at most four", () => {
  expect(sequentialCuts([14.8, 94.6], "pure")).toEqual([20, 40, 60, 80]);
  expect(sequentialCuts([0, 1], "pure")).toEqual([0.2, 0.4, 0.6, 0.8]);
  expect(sequentialCuts([5, 5], "pure")).toEqual([]);
  expect(sequentialCuts([Number.NaN], "pure")).toEqual([]);
});

test("a wide range of a quantity is cut on a logarithmic scale, a score is not", () => {
  expect(sequentialCuts([96, 1562], "quantity")).toEqual([100, 200, 500, 1000]);
  expect(sequentialCuts([2, 90], "pure")).toEqual([20, 40, 60, 80]);
});

test("around zero the classes mirror", () => {
  // largest 7.9, a quarter 1.98, step 2: a quarter of a step, then whole steps
  expect(aroundZeroCuts([-3.2, 7.9])).toEqual([-6, -4, -2, -0.5, 0.5, 2, 4, 6]);
  expect(aroundZeroCuts([0, 0])).toEqual([]);
});

test("a value on a cut belongs to the class above", () => {
  expect([0.2, 0.35, 1, 1.1, 3].map((value) => classOf(value, aroundOneCuts))).toEqual([0, 1, 4, 5, 8]);
});

test("gaps are no part of an extent", () => {
  expect(extentOf([Number.NaN, 3, -1, Number.POSITIVE_INFINITY])).toEqual([-1, 3]);
});

test("where equal steps would put nearly all values in one class, the cuts are near the fifths", () => {
  // 40 values from .16 to .355 in steps of .005, and one far out at .9: equal steps of .2 hold 31 of 41 in one class
  const values = [...Array.from({ length: 40 }, (_, i) => 0.16 + i * 0.005), 0.9];
  const cuts = sequentialCuts(values, "pure");
  expect(cuts).toEqual([0.2, 0.24, 0.28, 0.32]);
  const sizes = [0, 1, 2, 3, 4].map((at) => values.filter((value) => classOf(value, cuts) === at).length);
  expect(Math.max(...sizes)).toBeLessThan(12);
});
