/**
 * Local Moran's I on a 7 x 7 torus: four neighbours each. Where values are exchangeable the conditional permutation p of one
 * place is exact: doubled tails reject as often as alpha says, folded ones twice as often. Bonferroni keeps the chance of
 * any find below alpha. Benjamini-Hochberg promises that for independent or positively dependent tests, and at most
 * alpha (1 + 1/2 + ... + 1/n) for any; local tests overlap and are two-sided, so `at most alpha` is held here by experience.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { type LocalMoranOptions, localMoran } from "../packages/core/src/spatial/local-moran.ts";
import { type Check, repeat, tally } from "./check.ts";
import { grid } from "./grid.ts";

const side = 7;
const alpha = 0.05;
const { place, weights } = grid(side, { torus: true });
const spot = new Set([0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => row * side + column)));

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/local-moran");
  const [single, folded, byZ, fdr, bonferroni, found, anywhere] = [
    tally(),
    tally(),
    tally(),
    tally(),
    tally(),
    tally(),
    tally(),
  ];
  const test = (value: Float64Array, options: LocalMoranOptions) =>
    localMoran({ place, value, weights }, { style: "row", alpha, draw, ...options });
  repeat(2_000, () => {
    const skewed = () => Float64Array.from(place, () => Math.exp(draw.normal()));
    const share = (options: LocalMoranOptions) =>
      test(skewed(), { correction: "none", ...options }).significantPlaces / place.length;
    single.add(share({ permutations: 999 }));
    folded.add(share({ permutations: 999, tails: "folded" }));
    byZ.add(share({ permutations: 0 }));
    fdr.add(test(skewed(), {}).significantPlaces > 0);
    bonferroni.add(test(skewed(), { correction: "bonferroni" }).significantPlaces > 0);
  });
  repeat(1_000, () => {
    const value = Float64Array.from(place, (_, at) => draw.normal() + (spot.has(at) ? 3 : 0));
    const { places, significantPlaces } = test(value, {});
    found.add(places.filter(({ significant }, at) => significant && spot.has(at)).length / spot.size);
    anywhere.add(significantPlaces > 0);
  });
  return [
    single.check("999 permutations, log-normal values: places with p ≤ .05, no correction", "exactly", alpha),
    folded.check("the same, folded tails", "exactly", 2 * alpha),
    byZ.check("the same, p from z", "in the limit", alpha),
    fdr.check("false-discovery rate: any place found, nothing there", "at most", alpha),
    bonferroni.check("Bonferroni: any place found, nothing there", "at most", alpha),
    found.check("false-discovery rate, a spot of 3 x 3 three deviations up: share of its places found", "none"),
    anywhere.check("the same: any place found", "none"),
  ];
}
