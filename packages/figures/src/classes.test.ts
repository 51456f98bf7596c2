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
