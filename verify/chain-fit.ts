/**
 * Chain fit: places and their structures as they fall, linkages of the input-output table independent of them and alike in
 * law, so that its industries may be placed in any order: p is exact in every band. The second null exchanges places over a map.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { chainFit } from "../packages/core/src/structure/chain-fit.ts";
import { type Check, repeat, tally } from "./check.ts";

const [width, n, alpha, permutations] = [10, 15, 0.05, 199];
const place = Array.from({ length: n }, (_, at) => `p${String(at).padStart(2, "0")}`);
const industries = Array.from({ length: width }, (_, at) => String.fromCharCode(97 + at));
const pairs = industries.flatMap((supplier) => industries.map((user) => ({ supplier, user })));
const supplier = pairs.map((pair) => pair.supplier);
const user = pairs.map((pair) => pair.user);

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/chain-fit");
  const [same, band, any, power, places] = [tally(), tally(), tally(), tally(), tally()];
  const options = { permutations, draw, bands: [150, 300] };
  repeat(1_500, () => {
    const values = Float64Array.from({ length: n * width }, () => 100 * draw.exponential() + 1);
    const slices = [{ year: undefined, places: place, industries, values }];
    const points = {
      place,
      lon: place.map(() => 112 + 5 * draw.uniform()),
      lat: place.map(() => 30 + 5 * draw.uniform()),
    };
    const value = pairs.map(() => draw.exponential());
    const { bands } = chainFit({ slices, points, linkages: { supplier, user, value } }, options);
    same.add(bands[0]!.p <= alpha);
    band.add(bands[1]!.p <= alpha);
    any.add(bands.some(({ q }) => q <= alpha));
    places.add(chainFit({ slices, points }, options).bands[1]!.p <= alpha);
    // twin industries share places and supply one another
    const twins = values.map((each, cell) => (cell % 2 === 1 ? 0.7 * values[cell - 1]! + 0.3 * each : each));
    const linked = pairs.map((pair, at) => value[at]! + (isTwin(pair) ? 5 : 0));
    power.add(
      chainFit(
        { slices: [{ ...slices[0]!, values: twins }], linkages: { supplier, user, value: linked } },
        { ...options, alternative: "greater" },
      ).bands[0]!.p <= alpha,
    );
  });
  return [
    same.check("199 placings of industries, in the same place: p ≤ .05, two-sided", "exactly", alpha),
    band.check("the same, up to 150 km", "exactly", alpha),
    any.check("false-discovery rate: any band found, nothing there", "at most", alpha),
    places.check("199 exchanges of places, up to 150 km: p ≤ .05, two-sided", "exactly", alpha),
    power.check("twins that share places supply one another: p ≤ .05, greater", "none"),
  ];
}

function isTwin({ supplier: a, user: b }: { supplier: string; user: string }): boolean {
  const [i, j] = [industries.indexOf(a), industries.indexOf(b)];
  return i !== j && i >> 1 === j >> 1;
}
