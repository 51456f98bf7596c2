/**
 * Global Moran's I on a 7 x 7 lattice, rook neighbours. z has mean 0 and variance 1 whatever n: under normality for
 * normal values, under randomisation for values of any kind (skewed ones here, rows adding up to 1). A permutation p is
 * exact for exchangeable values without ties. That z is normal is true in the limit only; what it comes to at this
 * n for normal values, under no association and under y = (I + rho W) e, is known exactly all the same: I is above c
 * where a quadratic form in e is above 0.
 */
import { random } from "../packages/core/src/contract/random.ts";
import { moran } from "../packages/core/src/spatial/moran.ts";
import { type Check, repeat, tally } from "./check.ts";
import { grid } from "./grid.ts";
import { matrix, positiveShare, product } from "./quadratic-form.ts";

const side = 7;
const n = side * side;
const alpha = 0.05;
const rho = 0.15;
const { place, links, weights } = grid(side, { torus: false });

export default function checks(seed: number): Check[] {
  return [...normalValues(seed), ...skewedValues(seed), ...placings(seed)];
}

function normalValues(seed: number): Check[] {
  const draw = random(seed, "verify/moran/normal");
  const [mean, square, size, power] = [tally(), tally(), tally(), tally()];
  repeat(10_000, () => {
    const noise = Float64Array.from(place, () => draw.normal());
    const none = moran({ place, value: noise, weights }, { variance: "normality" });
    mean.add(none.z);
    square.add(none.z ** 2);
    size.add(none.p <= alpha);
    const alike = noise.slice();
    for (const [from, to] of links) alike[from]! += rho * noise[to]!;
    power.add(moran({ place, value: alike, weights }, { variance: "normality", alternative: "greater" }).p <= alpha);
  });
  return [
    mean.check("normality, normal values: mean of z", "exactly", 0),
    square.check("normality, normal values: mean of z²", "exactly", 1),
    size.check("normality, normal values: size of p ≤ .05, two-sided, against .05", "in the limit", alpha),
    size.check(
      "the same against its size at n = 49 (Imhof)",
      "exactly",
      above(1.959963984540054) + below(-1.959963984540054),
    ),
    power.check(
      `normality: power at rho = ${rho}, greater, p ≤ .05 (Imhof)`,
      "exactly",
      above(1.6448536269514722, rho),
    ),
  ];
}

function skewedValues(seed: number): Check[] {
  const draw = random(seed, "verify/moran/skewed");
  const [mean, square, size] = [tally(), tally(), tally()];
  repeat(10_000, () => {
    const value = Float64Array.from(place, () => Math.exp(draw.normal()));
    const { z, p } = moran({ place, value, weights }, { style: "row" });
    mean.add(z);
    square.add(z ** 2);
    size.add(p <= alpha);
  });
  return [
    mean.check("randomisation, log-normal values: mean of z", "exactly", 0),
    square.check("randomisation, log-normal values: mean of z²", "exactly", 1),
    size.check("randomisation, log-normal values: size of p ≤ .05, two-sided", "in the limit", alpha),
  ];
}

function placings(seed: number): Check[] {
  const draw = random(seed, "verify/moran/placings");
  const [two, greater, tied, power] = [tally(), tally(), tally(), tally()];
  const permutations = 199; // .05 of 200 is whole, so the size is .05 and not less
  const found = (value: Float64Array, alternative: "two-sided" | "greater") =>
    moran({ place, value, weights }, { alternative, permutations, style: "row", draw }).permutationP! <= alpha;
  repeat(4_000, () => {
    const noise = Float64Array.from(place, () => draw.normal());
    two.add(found(noise.map(Math.exp), "two-sided"));
    greater.add(found(noise.map(Math.exp), "greater"));
    tied.add(
      found(
        noise.map((each) => Number(each > 0.5)),
        "greater",
      ),
    );
    const alike = noise.slice();
    for (const [from, to] of links) alike[from]! += rho * noise[to]!;
    power.add(found(alike, "greater"));
  });
  return [
    two.check("199 permutations, log-normal values: size of p ≤ .05, two-sided", "exactly", alpha),
    greater.check("199 permutations, log-normal values: size of p ≤ .05, greater", "exactly", alpha),
    tied.check("199 permutations, values 0 and 1: size of p ≤ .05, greater", "at most", alpha),
    power.check(`199 permutations: power at rho = ${rho}, greater, p ≤ .05`, "none"),
  ];
}

/** Chance that z lies above a bound, for y = (I + association W) e with normal e. */
function above(z: number, association = 0): number {
  const joined = new Set(links.map(([from, to]) => from * n + to));
  const w = matrix(n, (row, column) => Number(joined.has(row * n + column)));
  const s0 = links.length;
  const degrees = w.map((row) => row.reduce((a, b) => a + b));
  const s2 = degrees.reduce((sum, each) => sum + (2 * each) ** 2, 0);
  const variance = (n * n * 2 * s0 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - 1 / (n - 1) ** 2;
  const bound = -1 / (n - 1) + z * Math.sqrt(variance);
  const centre = matrix(n, (row, column) => Number(row === column) - 1 / n);
  const shape = matrix(n, (row, column) => (n / s0) * w[row]![column]! - (row === column ? bound : 0));
  const mix = matrix(n, (row, column) => Number(row === column) + association * w[row]![column]!);
  return positiveShare(product(mix, product(centre, product(shape, product(centre, mix)))));
}

const below = (z: number): number => 1 - above(z);
