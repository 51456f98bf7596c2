/**
 * Cities with Pareto sizes, exponent 1: how often does the 95 % interval cover it? Coverage does not depend on the exponent.
 * Rank - 1/2: in the limit only. Hill: the logs over the least size add up to a gamma variable, so coverage is known for
 * every n. Plain regression: wrong (biased), recorded as what the warning is about.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { rankSize } from "../packages/core/src/hierarchy/rank-size.ts";
import { type Check, repeat, tally } from "./check.ts";

const exponent = 1;
const level = 0.95;
const quantile = 1.959963984540054;

export default function checks(seed: number): Check[] {
  return [
    [20, 5_000],
    [50, 5_000],
    [200, 3_000],
  ].flatMap(([cities, runs]) => coverage(seed, cities!, runs!));
}

function coverage(seed: number, cities: number, runs: number): Check[] {
  const draw = random(seed, `verify/rank-size/${cities}`);
  const place = Array.from({ length: cities }, (_, at) => `p${at}`);
  const [rankHalf, hill, ols] = [tally(), tally(), tally()];
  repeat(runs, () => {
    const size = place.map(() => Math.exp(draw.exponential() / exponent));
    const covers = (estimator: "rank-half" | "hill" | "ols") => {
      const { low, high } = rankSize({ place, size }, { estimator }).fits[0]!;
      return low <= exponent && exponent <= high;
    };
    rankHalf.add(covers("rank-half"));
    hill.add(covers("hill"));
    ols.add(covers("ols"));
  });
  return [
    rankHalf.check(`${cities} cities, rank - 1/2: coverage of the 95 % interval`, "in the limit", level),
    hill.check(`${cities} cities, Hill: coverage of the 95 % interval (gamma)`, "exactly", hillCoverage(cities - 1)),
    ols.check(`${cities} cities, plain regression: coverage of the 95 % interval`, "none"),
  ];
}

/** b (1 -+ q / sqrt(m)) with b = m / G covers 1 where G / m lies between 1 -+ q / sqrt(m); G is gamma of whole shape m. */
function hillCoverage(m: number): number {
  const half = quantile / Math.sqrt(m);
  return gammaBelow(m, m * (1 + half)) - gammaBelow(m, m * (1 - half));
}

/** The chance of m or more events where x are expected. */
function gammaBelow(m: number, x: number): number {
  let logFactorial = 0;
  let fewer = 0;
  for (let events = 0; events < m; events += 1) {
    if (events > 0) logFactorial += Math.log(events);
    fewer += Math.exp(events * Math.log(x) - x - logFactorial);
  }
  return 1 - fewer;
}
