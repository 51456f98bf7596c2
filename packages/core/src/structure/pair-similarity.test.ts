import { expect, it } from "vitest";
import { random } from "../contract/random.ts";
import { pairSimilarity, similarityAmong } from "./pair-similarity.ts";
import { sharesOf } from "./shares.ts";

it("of all places of a slice is that of each pair by itself, to the last bit, with gaps and without", () => {
  const draw = random(2, "pair-similarity/test");
  for (const gaps of [0, 0.1]) {
    const [places, industries] = [20, 7].map((n) => Array.from({ length: n }, (_, at) => `n${at}`)) as [
      string[],
      string[],
    ];
    const values = Float64Array.from({ length: 140 }, (_, cell) => {
      if (draw.uniform() < gaps) return Number.NaN;
      return cell % 7 === 3 ? draw.integer(2) : draw.exponential();
    });
    const { slices } = sharesOf("test", [{ year: undefined, places, industries, values }]);
    const slice = slices[0] as (typeof slices)[number];
    for (const base of [Float64Array.of(5, 4, 3, 2, 1, 0, 2), slice.values.slice(0, 7).map((each) => each || 1)]) {
      const among = similarityAmong(slice, base);
      slice.places.forEach((_, a) => {
        for (let b = 0; b < a; b += 1) expect(among(a, b)).toEqual(pairSimilarity(slice, a, b, base));
      });
    }
  }
});
