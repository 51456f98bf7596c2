/**
 * Estimators of staggered adoption: 60 places over 8 years, cohorts of 15 treated from years 4, 5 and 7 on, 15 never; errors of
 * a place hang together (autoregressive, .5). The effect grows with the years since treatment and differs by cohort. Intervals
 * hold in the limit of many places; a regression on places and years alone is known to miss such effects.
 */
import { eventStudy } from "../packages/core/src/causal/event-study.ts";
import { fixedEffects } from "../packages/core/src/causal/fixed-effects.ts";
import { groupTimeAtt } from "../packages/core/src/causal/group-time-att.ts";
import { imputation } from "../packages/core/src/causal/imputation.ts";
import { interactionWeighted } from "../packages/core/src/causal/interaction-weighted.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const [places, years, runs] = [60, 8, 1000];
const starts = [0, 4, 5, 7];
const persistence = 0.5;
const place = Array.from({ length: places * years }, (_, row) => `p${Math.floor(row / years)}`);
const year = Float64Array.from({ length: places * years }, (_, row) => (row % years) + 1);
const first = Float64Array.from(place, (_, row) => starts[Math.floor(row / years) % 4] as number);
const treated = first.map((start, row) => (start > 0 && (year[row] as number) >= start ? 1 : 0));
/** What treatment adds: .4 in its first year and .2 more each later one, half as much in the last cohort. */
const effect = treated.map((is, row) => {
  const [start, now] = [first[row] as number, year[row] as number];
  return is * (0.4 + 0.2 * (now - start)) * (start === 7 ? 0.5 : 1);
});
/** Of the third year under treatment, which the last cohort does not reach. */
const third = 0.8;
const truth = effect.reduce((sum, each) => sum + each, 0) / treated.reduce((sum, each) => sum + each, 0);

type Interval = { readonly effect: number; readonly low: number; readonly high: number };
const estimators: Readonly<Record<string, (outcome: Float64Array) => Interval>> = {
  "group-time": (outcome) => groupTimeAtt({ place, year, outcome, treated }, { headline: "simple", draws: 0 }),
  "group-time, not yet treated": (outcome) =>
    groupTimeAtt({ place, year, outcome, treated }, { headline: "simple", control: "not-yet-treated", draws: 0 }),
  "interaction-weighted": (outcome) => interactionWeighted({ place, year, outcome, treated }),
  imputation: (outcome) => imputation({ place, year, outcome, treated }),
  "two-way regression": (outcome) =>
    fixedEffects({ place, year, outcome, regressors: [{ name: "treated", unit: "1", values: treated }] }),
};

export default function checks(seed: number): Check[] {
  const draw = random(seed, "verify/staggered");
  const names = Object.keys(estimators);
  const [bias, coverage, size, power] = [0, 1, 2, 3].map(() => names.map(() => tally())) as [
    Tallies,
    Tallies,
    Tallies,
    Tallies,
  ];
  const [pretest, band, idleStudy, foundStudy, thirdYear] = [tally(), tally(), tally(), tally(), tally()];
  repeat(runs, () => {
    const noise = noiseOf(draw);
    const outcome = noise.map((each, row) => each + (effect[row] as number));
    names.forEach((name, at) => {
      const run = estimators[name] as (outcome: Float64Array) => Interval;
      const [idle, found] = [run(noise), run(outcome)];
      bias[at]?.add(found.effect - truth);
      coverage[at]?.add(found.low <= truth && truth <= found.high);
      size[at]?.add(idle.low > 0 || idle.high < 0);
      power[at]?.add(found.low > 0);
    });
    const [none, some] = [noise, outcome].map((each) => eventStudy({ place, year, outcome: each, treated }));
    pretest.add((none?.pretestP as number) <= 0.05);
    idleStudy.add((none?.p as number) <= 0.05);
    foundStudy.add((some?.low as number) > 0);
    const step = some?.steps.find(({ at }) => at === 2);
    thirdYear.add((step?.low as number) <= third && third <= (step?.high as number));
  });
  repeat(300, () => {
    const { byEventTime } = groupTimeAtt({ place, year, outcome: noiseOf(draw), treated }, { draws: 299 });
    band.add(byEventTime.every(({ bandLow, bandHigh }) => bandLow <= 0 && 0 <= bandHigh));
  });
  return [
    ...names.flatMap((name, at): Check[] => {
      const known = name !== "two-way regression";
      return [
        (bias[at] as Tally).check(
          `${name}: mean error of the effect`,
          known ? "exactly" : "none",
          ...(known ? [0] : []),
        ),
        (coverage[at] as Tally).check(
          `${name}: coverage of the 95 % interval`,
          known ? "in the limit" : "none",
          ...(known ? [0.95] : []),
        ),
        (size[at] as Tally).check(`${name}: size, no effect anywhere`, "in the limit", 0.05),
        (power[at] as Tally).check(`${name}: power`, "none"),
      ];
    }),
    idleStudy.check("event study: size of the mean over steps, no effect anywhere", "in the limit", 0.05),
    foundStudy.check("event study: power of the mean over steps", "none"),
    thirdYear.check("event study: coverage of the third year's effect, cohorts mixed", "none"),
    pretest.check("event study: joint test of the years before, nothing there", "in the limit", 0.05),
    band.check("group-time: band over all event times holds them, nothing there", "in the limit", 0.95),
  ];
}

type Tally = ReturnType<typeof tally>;
type Tallies = Tally[];

/** Levels of places, shocks of years, and errors that hang together over the years of a place. */
function noiseOf(draw: ReturnType<typeof random>): Float64Array {
  const shocks = Array.from({ length: years }, () => draw.normal());
  const noise = new Float64Array(places * years);
  for (let at = 0; at < places; at += 1) {
    const level = draw.normal();
    let error = draw.normal() / Math.sqrt(1 - persistence ** 2);
    for (let step = 0; step < years; step += 1) {
      if (step > 0) error = persistence * error + draw.normal();
      noise[at * years + step] = level + (shocks[step] as number) + error;
    }
  }
  return noise;
}
