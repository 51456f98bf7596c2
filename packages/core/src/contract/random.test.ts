import { expect, it } from "vitest";
import { random } from "./random.ts";

const draws = 20_000;
/** Five standard deviations of a mean of `draws` uniforms, each of variance 1/12. */
const meanTolerance = 5 * Math.sqrt(1 / 12 / draws);

it("gives a stream of its own to every seed and purpose, the same each time", () => {
  const first = (seed: number, stream: string) => Array.from({ length: 4 }, random(seed, stream).uniform);
  expect(first(1, "a")).toEqual(first(1, "a"));
  expect(first(1, "a")).not.toEqual(first(2, "a"));
  expect(first(1, "a")).not.toEqual(first(1, "b"));
});

it("tells streams apart whose names agree in the first 32 bits of their hash", () => {
  // sha256 of 55393/twin and of 116820/twin begin with 22a303cf
  expect(random(55393, "twin").uniform()).not.toBe(random(116820, "twin").uniform());
});

it("is uniform from the first draw on, over streams as well as within one", () => {
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const across = Array.from({ length: draws }, (_, seed) => random(seed, "across").uniform());
  const { uniform } = random(1, "within");
  for (const values of [across, Array.from({ length: draws }, uniform)]) {
    expect(Math.abs(mean(values) - 1 / 2)).toBeLessThan(meanTolerance);
    expect(values.every((each) => each >= 0 && each < 1)).toBe(true);
  }
});
