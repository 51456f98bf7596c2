import { describe, expect, it } from "vitest";
import { normalQuantile, normalTwoSided, normalUpperTail } from "./normal.ts";

const relative = 1e-13; // a series or a fraction of positive terms: a few dozen roundings

// R 4.2.2: sprintf("%.17g", pnorm(x, lower.tail = FALSE))
const upper: [number, number][] = [
  [-8, 0.99999999999999933],
  [-3, 0.9986501019683699],
  [-1, 0.84134474606854293],
  [0, 0.5],
  [0.1, 0.46017216272297101],
  [0.5, 0.30853753872598694],
  [1, 0.15865525393145705],
  [1.5, 0.066807201268858071],
  [1.99, 0.023295467750211827],
  [2, 0.022750131948179212],
  [2.01, 0.022215594429431489],
  [2.5, 0.0062096653257761349],
  [3, 0.0013498980316300946],
  [4, 3.1671241833119924e-5],
  [5, 2.8665157187919391e-7],
  [6, 9.8658764503769809e-10],
  [8, 6.2209605742717849e-16],
  [10, 7.6198530241605269e-24],
  [15, 3.6709661993127514e-51],
  [20, 2.7536241186062337e-89],
  [30, 4.9067139271481872e-198],
  [37.5, 4.6053530095819552e-308],
];

describe("normalUpperTail", () => {
  it.each(upper)("at %f", (x, expected) => {
    expect(Math.abs(normalUpperTail(x) - expected)).toBeLessThanOrEqual(relative * expected);
  });

  it("falls, meets at the seams, and adds up with its mirror to 1", () => {
    for (let x = -6; x < 6; x += 0.01) {
      expect(normalUpperTail(x + 0.01)).toBeLessThan(normalUpperTail(x));
      expect(Math.abs(normalUpperTail(x) + normalUpperTail(-x) - 1)).toBeLessThan(relative);
    }
  });

  it("ends in 0 and 1, and hands a gap on", () => {
    expect(normalUpperTail(Number.POSITIVE_INFINITY)).toBe(0);
    expect(normalUpperTail(Number.NEGATIVE_INFINITY)).toBe(1);
    expect(normalUpperTail(Number.NaN)).toBeNaN();
    expect(normalTwoSided(-1)).toBe(2 * normalUpperTail(1));
  });
});

describe("normalQuantile", () => {
  // R 4.2.2: sprintf("%.17g", qnorm(p, lower.tail = FALSE))
  it.each([
    [0.025, 1.959963984540054],
    [0.05, 1.644853626951473],
    [0.25, 0.67448975019608171],
    [1e-10, 6.3613409024040557],
    [0.9, -1.2815515655446006],
    [0.5, 0],
  ])("of %f", (upper, expected) => {
    expect(Math.abs(normalQuantile(upper) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
  });
  it("is infinite at the ends and undefined beyond them", () => {
    expect([0, 1, -0.1, 1.1].map(normalQuantile)).toEqual([Infinity, -Infinity, Number.NaN, Number.NaN]);
  });
});
