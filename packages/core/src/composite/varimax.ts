import { NumericalError } from "../contract/errors.ts";

const turnsEnough = 1e-14; // radians: a turn that moves no loading in its last digit
const mostRounds = 1000;

/**
 * Turns loadings (one list a component) so that each indicator stands on few of them: the varimax criterion of Kaiser (1958),
 * sum over components of the variance of squared loadings, with each indicator's loadings brought to length 1 first. Pairs of
 * components are turned in their plane until none turns any more. The largest component comes first, most of its entries
 * positive; communalities stay what they were.
 */
export function varimax(loadings: readonly (readonly number[])[]): number[][] {
  const width = loadings[0]?.length ?? 0;
  const length = Array.from({ length: width }, (_, j) => Math.hypot(...loadings.map((each) => each[j])));
  const turned = loadings.map((each) => Float64Array.from(each, (value, j) => (length[j] > 0 ? value / length[j] : 0)));
  let furthest = Number.POSITIVE_INFINITY;
  for (let round = 0; furthest > turnsEnough; round += 1) {
    if (round === mostRounds) throw notConverged(furthest);
    furthest = 0;
    for (let k = 0; k < turned.length; k += 1) {
      for (let l = k + 1; l < turned.length; l += 1) furthest = Math.max(furthest, turn(turned[k], turned[l]));
    }
  }
  const whole = turned.map((each) => Array.from(each, (value, j) => value * length[j]));
  const variance = (each: readonly number[]) => each.reduce((sum, value) => sum + value ** 2, 0);
  return whole
    .sort((a, b) => variance(b) - variance(a))
    .map((each) => (each.reduce((sum, value) => sum + value, 0) < 0 ? each.map((value) => -value) : each));
}

/** Turns two components to where their squares vary most, and says by how much. */
function turn(x: Float64Array, y: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let j = 0; j < x.length; j += 1) {
    const [u, v] = [x[j] ** 2 - y[j] ** 2, 2 * x[j] * y[j]];
    a += u;
    b += v;
    c += u * u - v * v;
    d += 2 * u * v;
  }
  const angle = Math.atan2(d - (2 * a * b) / x.length, c - (a * a - b * b) / x.length) / 4;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  for (let j = 0; j < x.length; j += 1) {
    const [first, second] = [x[j], y[j]];
    x[j] = first * cosine + second * sine;
    y[j] = second * cosine - first * sine;
  }
  return Math.abs(angle);
}

function notConverged(angle: number): NumericalError {
  return new NumericalError("not-converged", {
    en: `pca-weights: varimax still turns by ${angle.toExponential(1)} after ${mostRounds} rounds`,
    zh: `pca-weights：方差最大旋转 ${mostRounds} 轮后仍转动 ${angle.toExponential(1)} 弧度`,
  });
}
