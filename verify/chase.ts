/**
 * Who chases whom: twelve industries, six places whose shares change by exchangeable steps that know nothing of anybody's
 * quotients. Then placings of the changes are as likely as what happened, so that p is exact, pair by pair; pairs of one run
 * are not independent, hence one share a run.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { chase } from "../packages/core/src/structure/chase.ts";
import { type Check, repeat, tally } from "./check.ts";

const [width, n, alpha, permutations] = [12, 6, 0.05, 199];
const places = Array.from({ length: n }, (_, at) => `p${at}`);
const industries = Array.from({ length: width }, (_, at) => String.fromCharCode(97 + at));

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/chase");
  const [size, greater, any, power] = [tally(), tally(), tally(), tally()];
  const rows = (row: (at: number) => number[]) => Float64Array.from(places.flatMap((_, at) => row(at)));
  const found = (first: Float64Array, last: Float64Array, alternative: "two-sided" | "greater") =>
    chase(
      { slices: [first, last].map((values, at) => ({ year: 2015 + 5 * at, places, industries, values })) },
      { permutations, alternative, draw },
    ).pairs;
  const share = (pairs: readonly { p: number }[]) => pairs.filter(({ p }) => p <= alpha).length / pairs.length;
  repeat(1_500, () => {
    const first = rows(() => spread(Array.from(industries, () => 0.5 + draw.uniform())));
    const steps = rows(() => centred(Array.from(industries, () => 0.01 * draw.normal())));
    const last = first.map((each, cell) => Math.max(0.001, each + steps[cell]!));
    const pairs = found(first, last, "two-sided");
    size.add(share(pairs));
    any.add(pairs.some(({ q }) => q <= alpha));
    greater.add(share(found(first, last, "greater")));
    // the first place moves a tenth of the way towards the structure of the second
    const moved = last.map((each, cell) => (cell < width ? each + 0.1 * (first[width + cell]! - first[cell]!) : each));
    power.add(found(first, moved, "greater")[0]!.p <= alpha);
  });
  return [
    size.check("199 placings: pairs with p ≤ .05, two-sided, nobody chases", "exactly", alpha),
    greater.check("the same, greater", "exactly", alpha),
    any.check("false-discovery rate: any pair found, nobody chases", "at most", alpha),
    power.check("the first place moves a tenth of the way to the second: p ≤ .05, greater", "none"),
  ];
}

function spread(values: readonly number[]): number[] {
  const sum = values.reduce((a, b) => a + b);
  return values.map((each) => each / sum);
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return values.map((each) => each - mean);
}
