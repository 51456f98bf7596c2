/**
 * Matching on the propensity score: 300 units, treatment likelier where two covariates are high, which raise the outcome too; the
 * effect grows with the first, so that the truth is the mean over the treated of each run. Without replacement the treated of high
 * score find no one like them and bias is left; with replacement less. Errors take the score as known.
 */
import { matching } from "../packages/core/src/causal/matching.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const [n, runs] = [300, 400];
const kinds = ["without replacement", "with replacement"] as const;

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/matching");
  const place = Array.from({ length: n }, (_, at) => `p${at}`);
  const tallies = () => kinds.map(() => tally());
  const [bias, coverage, size, power] = [tallies(), tallies(), tallies(), tallies()] as const;
  const [raw, weighted] = [tally(), tally()];
  repeat(runs, () => {
    const [x, z] = [place.map(() => draw.normal()), place.map(() => draw.normal())];
    const treated = x.map((each, at) => {
      const odds = Math.exp(-1 + 0.6 * each + 0.6 * (z[at] as number));
      return draw.uniform() < odds / (1 + odds) ? 1 : 0;
    });
    const idle = x.map((each, at) => each + (z[at] as number) + draw.normal());
    const effect = x.map((each) => 0.5 + 0.25 * each);
    const outcome = idle.map((each, at) => each + (treated[at] as number) * (effect[at] as number));
    const own = effect.filter((_, at) => treated[at] === 1);
    const truth = own.reduce((sum, each) => sum + each, 0) / own.length;
    const covariates = [
      { name: "x", unit: "1", values: Float64Array.from(x) },
      { name: "z", unit: "1", values: Float64Array.from(z) },
    ];
    kinds.forEach((kind, at) => {
      const options = { replacement: kind === "with replacement" };
      const [found, none] = [outcome, idle].map((each) =>
        matching({ place, treated, outcome: each, covariates }, options),
      );
      if (found === undefined || none === undefined) return;
      bias[at]?.add(found.effect - truth);
      coverage[at]?.add(found.low <= truth && truth <= found.high);
      size[at]?.add(none.p <= 0.05);
      power[at]?.add(found.low > 0);
      if (at > 0) return;
      raw.add((found.estimates[0]?.effect as number) - truth);
      weighted.add(found.weighted - truth);
    });
  });
  return [
    raw.check("means as they are: mean error", "none"),
    weighted.check("weighted by the odds: mean error", "in the limit", 0),
    ...kinds.flatMap((kind, at) => [
      promised(bias[at] as Tally, `${kind}: mean error of the effect`, kind, 0),
      promised(coverage[at] as Tally, `${kind}: coverage of the 95 % interval`, kind, 0.95),
      promised(size[at] as Tally, `${kind}: no effect, p ≤ .05`, kind, 0.05),
      (power[at] as Tally).check(`${kind}: an effect of half a deviation and more, interval above 0`, "none"),
    ]),
  ];
}

/** Without replacement bias stays, however many units there are. */
const promised = (own: Tally, what: string, kind: (typeof kinds)[number], nominal: number): Check =>
  kind === "with replacement" ? own.check(what, "in the limit", nominal) : own.check(what, "none");

type Tally = ReturnType<typeof tally>;
