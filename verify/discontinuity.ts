/**
 * Jumps at a line: 500 observations along a curve that bends more on one side (Lee's polynomial of order five, as in the simulations
 * of Calonico, Cattaneo and Titiunik), and on a straight one. The conventional interval leaves the bias of its bandwidth out of
 * account and misses; the robust one holds in the limit. Density: 500 normal values, nobody sorted, and a third of those just
 * before the line moved beyond it. Border: 600 places beside two stretches whose levels differ.
 */
import { borderDiscontinuity } from "../packages/core/src/causal/border-discontinuity.ts";
import { densityTest } from "../packages/core/src/causal/density-test.ts";
import { regressionDiscontinuity } from "../packages/core/src/causal/regression-discontinuity.ts";
import { random } from "../packages/core/src/contract/random.ts";
import { type Check, repeat, tally } from "./check.ts";

const [n, runs] = [500, 300];
const curves = {
  "a bent curve": { left: [0.48, 1.27, 7.18, 20.21, 21.54, 7.33], right: [0.52, 0.84, -3.0, 7.99, -9.01, 3.56] },
  "a straight line": { left: [0.48, 0.5, 0, 0, 0, 0], right: [0.52, 0.5, 0, 0, 0, 0] },
} as const;
const [noise, tried] = [0.1295, 0.15];

export default function checks(seed: number): Check[] {
  return [
    ...Object.keys(curves).flatMap((name) => jumps(seed, name as keyof typeof curves)),
    ...density(seed),
    ...border(seed),
  ];
}

function jumps(seed: number, name: keyof typeof curves): Check[] {
  const draw = random(seed, `verify/discontinuity/${name}`);
  const { left, right } = curves[name];
  const truth = right[0] - left[0];
  const [bias, plain, robust, power] = [tally(), tally(), tally(), tally()];
  repeat(runs, () => {
    const running = Array.from({ length: n }, () => 2 * beta24(draw) - 1);
    const outcome = running.map((x) => value(x < 0 ? left : right, x) + noise * draw.normal());
    const found = regressionDiscontinuity({ running, outcome });
    const [conventional] = found.estimates;
    bias.add(found.corrected - truth);
    plain.add((conventional?.low as number) <= truth && truth <= (conventional?.high as number));
    robust.add(found.low <= truth && truth <= found.high);
    // a jump more or less moves the interval by as much, so that what misses the truth is also the size
    power.add(found.low - truth + tried > 0 || found.high - truth + tried < 0);
  });
  return [
    bias.check(`${name}: mean error of the corrected jump`, "in the limit", 0),
    plain.check(`${name}: coverage of the conventional 95 % interval`, "none"),
    robust.check(`${name}: coverage of the robust 95 % interval`, "in the limit", 0.95),
    power.check(`${name}: a jump of 1.2 deviations of the errors, robust interval without 0`, "none"),
  ];
}

/** Beta(2, 4): the second smallest of five uniform numbers. */
const beta24 = (draw: ReturnType<typeof random>): number =>
  Array.from({ length: 5 }, () => draw.uniform()).sort((a, b) => a - b)[1] as number;

const value = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, each) => sum * x + each, 0);

function density(seed: number): Check[] {
  const draw = random(seed, "verify/discontinuity/density");
  const [size, power] = [tally(), tally()];
  repeat(1000, () => {
    const values = Array.from({ length: n }, () => 0.5 + draw.normal());
    size.add(densityTest({ running: values }).p <= 0.05);
    const sorted = values.map((x) => (x < 0 && x > -0.3 && draw.uniform() < 1 / 3 ? -x : x));
    power.add(densityTest({ running: sorted }).p <= 0.05);
  });
  return [
    size.check("density: nobody sorted, p ≤ .05", "in the limit", 0.05),
    power.check("density: a third of those just before the line moved beyond it, p ≤ .05", "none"),
  ];
}

function border(seed: number): Check[] {
  const draw = random(seed, "verify/discontinuity/border");
  const [coverage, pooled, agree] = [tally(), tally(), tally()];
  repeat(150, () => {
    const distance = Array.from({ length: 600 }, () => 40 * draw.uniform());
    const segment = distance.map(() => (draw.uniform() < 0.5 ? "a" : "b"));
    // the richer stretch has more places inside
    const treated = segment.map((each) => (draw.uniform() < (each === "a" ? 0.7 : 0.3) ? 1 : 0));
    const outcome = distance.map((km, at) => {
      const inside = treated[at] as number;
      return (segment[at] === "a" ? 4 : 0) + 0.05 * km * (inside === 1 ? 1 : -1) + 2 * inside + draw.normal();
    });
    const found = borderDiscontinuity({
      place: distance.map((_, at) => `p${at}`),
      outcome,
      treated,
      distance,
      segment,
    });
    coverage.add(found.low <= 2 && 2 <= found.high);
    pooled.add(found.pooledLow <= 2 && 2 <= found.pooledHigh);
    agree.add(found.qP <= 0.05);
  });
  return [
    coverage.check("border, two stretches: coverage of the 95 % interval", "in the limit", 0.95),
    pooled.check("border, stretches mixed: the same", "none"),
    agree.check("border, stretches agree: p of Q ≤ .05", "in the limit", 0.05),
  ];
}
