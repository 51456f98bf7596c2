/**
 * Few treated places: 20 places over 16 years that follow two common cycles with loadings of their own and errors that hang
 * together (.5); 1 or 3 are treated from year 11 on, dealt out at random, and gain more each year and unlike each other. What
 * adoption dealt out promises holds for any number of places. So does the p of a synthetic control of several, whose placebos are
 * sets of places among all with twins of those outside each set; with one treated its placebos have the donors' pools only.
 */
import { randomisation } from "../packages/core/src/causal/randomisation.ts";
import { syntheticControl } from "../packages/core/src/causal/synthetic-control.ts";
import { syntheticDid } from "../packages/core/src/causal/synthetic-did.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const [places, years, start] = [20, 16, 11];
const [runs, weightedRuns, idleRuns] = [200, 60, 600];
const place = Array.from(
  { length: places * years },
  (_, row) => `p${String(Math.floor(row / years)).padStart(2, "0")}`,
);
const year = Float64Array.from({ length: places * years }, (_, row) => (row % years) + 1);

export default function checks(seed: number): Check[] {
  return [1, 3].flatMap((treated) => few(seed, treated));
}

function few(seed: number, count: number): Check[] {
  const draw = random(seed, `verify/few-treated/${count}`);
  const first = Float64Array.from(place, (_, row) => (Math.floor(row / years) < count ? start : 0));
  const gain = Float64Array.from(place, (_, row) => {
    const since = (year[row] as number) - start;
    return first[row] === start && since >= 0
      ? (1 + 0.2 * since) * (1 + 0.3 * (Math.floor(row / years) - (count - 1) / 2))
      : 0;
  });
  const truth = gain.reduce((sum, each) => sum + each, 0) / (count * (years - start + 1));
  const parts = () => ({ error: tally(), coverage: tally(), size: tally(), power: tally() });
  const [control, did, dealt] = [parts(), parts(), parts()];
  repeat(runs, (at) => {
    const noise = noiseOf(draw);
    const outcome = noise.map((each, row) => each + (gain[row] as number));
    const [idle, found] = [noise, outcome].map((each) =>
      syntheticControl({ place, year, outcome: each, first }, { draws: 199, seed: at }),
    );
    if (idle !== undefined && found !== undefined) {
      control.error.add(found.effect - truth);
      // 19 or 1,140 sets: with one treated 10 % is as fine as placebos go
      control.coverage.add(found.low <= truth && truth <= found.high);
      control.size.add(idle.p <= 0.1 + 1e-9);
      control.power.add(found.p <= 0.1 + 1e-9);
    }
    const [none, some] = [noise, outcome].map((each) =>
      randomisation({ place, year, outcome: each, first }, { draws: 199, level: 0.9, seed: at }),
    );
    if (none !== undefined && some !== undefined) {
      dealt.error.add(some.effect - truth);
      dealt.coverage.add(some.low <= truth && truth <= some.high);
      dealt.size.add(none.p <= 0.1);
      dealt.power.add(some.p <= 0.1);
    }
    if (at >= weightedRuns) return;
    const weighted = syntheticDid({ place, year, outcome, first }, { draws: 40, seed: at });
    did.error.add(weighted.effect - truth);
    did.coverage.add(weighted.low <= truth && truth <= weighted.high);
    did.size.add(weighted.low - truth > 0 || weighted.high - truth < 0);
    did.power.add(weighted.low > 0);
  });
  const still = random(seed, `verify/few-treated/${count}/still`); // the size alone, more often
  repeat(idleRuns, (at) => {
    const { p } = syntheticControl({ place, year, outcome: noiseOf(still), first }, { draws: 99, seed: at });
    control.size.add(p <= 0.1 + 1e-9);
  });
  const what = `${count} of ${places} treated`;
  return [
    control.error.check(`${what}, synthetic control: mean error of the effect`, "none"),
    control.coverage.check(`${what}, synthetic control: coverage of the 90 % interval`, "none"),
    control.size.check(`${what}, synthetic control: no effect, p ≤ .1`, "at most", 0.1),
    control.power.check(`${what}, synthetic control: power, p ≤ .1`, "none"),
    did.error.check(`${what}, synthetic difference in differences: mean error of the effect`, "none"),
    did.coverage.check(
      `${what}, synthetic difference in differences: coverage of the 95 % interval`,
      "in the limit",
      0.95,
    ),
    did.power.check(`${what}, synthetic difference in differences: power`, "none"),
    dealt.error.check(`${what}, two-way, adoption dealt out: mean error of the effect`, "none"),
    dealt.coverage.check(`${what}, adoption dealt out: coverage of the 90 % interval`, "none"),
    dealt.size.check(`${what}, adoption dealt out: no effect, p ≤ .1`, "at most", 0.1),
    dealt.power.check(`${what}, adoption dealt out: power, p ≤ .1`, "none"),
  ];
}

/** Levels, two cycles with loadings, errors that hang together. */
function noiseOf(draw: ReturnType<typeof random>): Float64Array {
  const cycles = [0, 1].map(() => {
    let level = 0;
    return Array.from({ length: years }, () => {
      level += draw.normal();
      return level;
    });
  });
  const noise = new Float64Array(places * years);
  for (let at = 0; at < places; at += 1) {
    const level = draw.normal();
    const loadings = [draw.uniform(), draw.uniform()];
    let error = draw.normal() / Math.sqrt(0.75);
    for (let step = 0; step < years; step += 1) {
      if (step > 0) error = 0.5 * error + draw.normal();
      const common = cycles.reduce(
        (sum, cycle, which) => sum + (loadings[which] as number) * (cycle[step] as number),
        0,
      );
      noise[at * years + step] = level + common + 0.5 * error;
    }
  }
  return noise;
}
