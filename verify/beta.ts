/**
 * Places that converge by b = -.02 a year: how often does the 95 % interval of the slope cover it? Classical errors are exact
 * where errors are normal and of one variance. Where poor places err more, HC3 holds in the limit; HC1 and classical errors are
 * recorded beside it.
 */

import { random } from "../packages/core/src/contract/random.ts";
import { beta } from "../packages/core/src/convergence/beta.ts";
import { type Check, repeat, tally } from "./check.ts";

const slope = -0.02;
const span = 10;
const coverage = 0.95;
const runs = 4_000;

export default function checks(seed: number): Check[] {
  return [13, 41].flatMap((places) => [...covering(seed, places, "even"), ...covering(seed, places, "uneven")]);
}

function covering(seed: number, places: number, errors: "even" | "uneven"): Check[] {
  const draw = random(seed, `verify/beta/${places}/${errors}`);
  const names = Array.from({ length: places }, (_, at) => `p${at}`);
  const tallies = { classical: tally(), hc1: tally(), hc3: tally() };
  repeat(runs, () => {
    const initial = names.map(() => draw.normal());
    const growth = initial.map((x) => {
      const spread = errors === "even" ? 0.01 : 0.01 * Math.exp(-0.7 * x);
      return 0.05 + slope * x + spread * draw.normal();
    });
    const panel = {
      place: [...names, ...names],
      year: [...names.map(() => 0), ...names.map(() => span)],
      value: [...initial, ...initial.map((x, at) => x + span * growth[at]!)].map(Math.exp),
    };
    for (const [kind, each] of Object.entries(tallies)) {
      const { low, high } = beta(panel, { errors: kind as keyof typeof tallies }).estimates[0]!;
      each.add(low <= slope && slope <= high);
    }
  });
  return Object.entries(tallies).map(([kind, each]) => {
    const what = `${places} places, ${errors} errors, ${kind}: coverage of the 95 % interval`;
    if (kind === "classical")
      return errors === "even" ? each.check(what, "exactly", coverage) : each.check(what, "none");
    return each.check(what, "in the limit", coverage);
  });
}
