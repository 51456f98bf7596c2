/**
 * Places seen in two years whose values are correlated, as levels of places always are: how often does each test between the
 * years reject? Pitman and Morgan's is exact for normal logarithms of one variance. F takes the years for different places and
 * all but never rejects; it is recorded as what the paired test is there for.
 */

import { random } from "../packages/core/src/contract/random.ts";
import { sigma } from "../packages/core/src/convergence/sigma.ts";
import { type Check, repeat, tally } from "./check.ts";

const level = 0.05;
const correlation = 0.95;
const runs = 4_000;

export default function checks(seed: number): Check[] {
  return [13, 41].flatMap((places) => [
    ...rejections(seed, places, 1, "one dispersion"),
    ...rejections(seed, places, 0.9, "dispersion falls by a tenth"),
  ]);
}

function rejections(seed: number, places: number, ratio: number, what: string): Check[] {
  const draw = random(seed, `verify/sigma/${places}/${ratio}`);
  const names = Array.from({ length: places }, (_, at) => `p${at}`);
  const [paired, separate] = [tally(), tally()];
  repeat(runs, () => {
    const first = names.map(() => draw.normal());
    const second = first.map((x) => ratio * (correlation * x + Math.sqrt(1 - correlation ** 2) * draw.normal()));
    const [test] = sigma({
      place: [...names, ...names],
      year: [...names.map(() => 1), ...names.map(() => 2)],
      value: [...first, ...second].map(Math.exp),
    }).tests;
    paired.add(test!.tP < level);
    separate.add(test!.fP < level);
  });
  const label = (test: string) => `${places} places, correlation ${correlation}, ${what}: ${test} rejects at 5 %`;
  return [
    ratio === 1 ? paired.check(label("paired test"), "exactly", level) : paired.check(label("paired test"), "none"),
    separate.check(label("F"), "none"),
  ];
}
