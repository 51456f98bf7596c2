import { describe, expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { gaussianDensity } from "./kernel-density.ts";

const ofPeak = 1e-12; // 32 products in a row, each rounded, and exponents rounded at some 20 bandwidths

/** One exponential for each point and value. */
function plain(x: Float64Array, weight: Float64Array, h: number, grid: Float64Array): Float64Array {
  return grid.map((point) => {
    const terms = x.map((each, at) => (weight[at] as number) * Math.exp(-0.5 * ((point - each) / h) ** 2));
    return terms.reduce((a, b) => a + b, 0) / (h * Math.sqrt(2 * Math.PI));
  });
}

describe("gaussianDensity", () => {
  const draw = random(4, "kernel-density/test");
  const n = 120;
  const x = Float64Array.from({ length: n }, () => draw.normal());
  const drawn = x.map(() => 0.1 + draw.uniform());
  const total = drawn.reduce((a, b) => a + b, 0);
  const weight = drawn.map((each) => each / total);
  const evenly = (from: number, to: number, points: number) =>
    Float64Array.from({ length: points }, (_, at) => from + ((to - from) * at) / (points - 1));

  it.each([
    ["narrow bands", 0, evenly(-5, 5, 512), 0.003],
    ["usual ones", 0, evenly(-5, 5, 512), 0.3],
    ["wide ones", 0, evenly(-5, 5, 512), 40],
    ["steps of many bands", 0, evenly(-5, 5, 7), 0.01],
    ["a grid beside all values", 0, evenly(6, 9, 100), 0.4],
    ["a grid inside the values", 0, evenly(-0.1, 0.1, 65), 0.2],
    ["values far from 0", 290, evenly(285, 295, 512), 0.3],
    ["values too far from 0 for even steps", 1e7, evenly(1e7 - 5, 1e7 + 5, 512), 0.3],
    ["uneven steps", 0, evenly(-5, 5, 200).map((each) => each ** 3), 0.3],
    ["falling steps", 0, evenly(5, -5, 200), 0.3],
    ["one point", 0, Float64Array.of(0.2), 0.3],
    ["one place twice", 0, Float64Array.of(0.2, 0.2), 0.3],
  ] as const)("is the sum of one exponential for each point and value: %s", (_, shift, grid, h) => {
    const moved = x.map((each) => each + shift);
    const wanted = plain(moved, weight, h, grid);
    const peak = wanted.reduce((most, each) => Math.max(most, each), 0);
    gaussianDensity(moved, weight, h, grid).forEach((density, at) => {
      expect(Math.abs(density - (wanted[at] as number))).toBeLessThanOrEqual(ofPeak * peak);
    });
  });

  it("falls to 0 on both sides, and only there", () => {
    const found = gaussianDensity(Float64Array.of(0), Float64Array.of(1), 1, evenly(-60, 60, 1201));
    // exp(-z z / 2) is above the least double up to z = 38.58, and below half of it from 38.61 on
    found.forEach((density, at) => {
      const steps = Math.abs(at - 600);
      if (steps <= 380 || steps >= 388) expect(density > 0).toBe(steps <= 380);
    });
  });
});
