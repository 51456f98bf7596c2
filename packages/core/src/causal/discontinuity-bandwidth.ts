import { NumericalError } from "../contract/errors.ts";
import { type Kernel, localFit, pullOf, type Residuals, residualsOf, type Side, within } from "./local-polynomial.ts";

export interface Bandwidths {
  /** Of the estimate and of its bias, left and right of the cutoff. */
  readonly h: readonly [number, number];
  readonly b: readonly [number, number];
}

export interface Choice {
  readonly kernel: Kernel;
  /** Order of the polynomial. */
  readonly order: number;
  readonly errors: Residuals;
  /** One bandwidth for both sides, or one each. */
  readonly bandwidths: "common" | "two";
}

/** The factor of the rule of thumb that a first bandwidth comes from. */
const firstFactor = { triangular: 2.576, uniform: 1.843, epanechnikov: 2.34 } as const satisfies Record<Kernel, number>;
const [manyRepeated, distinctNeeded] = [0.1, 10]; // share of repeated values from which a bandwidth must hold ten distinct ones

/**
 * Bandwidths of least mean square error (Calonico, Cattaneo and Titiunik 2014, as the rdrobust package takes them): a rule of thumb,
 * then one for the bias of the bias, one for the bias, one for the estimate, each regularised by the variance of its bias.
 */
export function chooseBandwidths(left: Side, right: Side, choice: Choice): Bandwidths {
  const { order: p, kernel } = choice;
  const q = p + 1;
  const sides = [left, right] as const;
  const reach = sides.map(({ x }) => Math.max(Math.abs(x[0]), Math.abs(x[x.length - 1])));
  const distinct = sides.map(({ x }) => [...new Set(x)].map(Math.abs).sort((a, b) => a - b));
  const repeated = sides.some(({ x }, at) => 1 - distinct[at].length / x.length >= manyRepeated);
  const floors = distinct.map((values) => (repeated ? values[Math.min(distinctNeeded, values.length) - 1] + 1e-8 : 0));
  const limit = (width: number, floor: number, most: number) => Math.max(Math.min(width, most), floor);
  const both = (width: number) => limit(width, Math.max(...floors), Math.max(...reach));
  const first = both(
    firstFactor[kernel] * spread([...left.x, ...right.x]) * (distinct[0].length + distinct[1].length) ** -0.2,
  );
  const stage = (
    order: number,
    derivative: number,
    biasOrder: number,
    biasWidths: readonly number[],
    regular: boolean,
  ) => {
    const parts = sides.map((side, at) =>
      pilot(side, choice, { order, derivative, biasOrder, first, width: biasWidths[at], regular }),
    );
    const rate = 1 / (2 * order + 3);
    const [a, b] = parts;
    const alone = choice.bandwidths === "two";
    const variances = alone ? parts.map(({ variance }) => variance) : [a.variance + b.variance];
    if (!variances.every((each) => each > 0)) throw undetermined();
    const widths = alone
      ? parts.map(({ variance, bias, penalty }, at) =>
          limit((variance / (bias ** 2 + penalty)) ** rate, floors[at], reach[at]),
        )
      : sides.map(() => both((variances[0] / ((b.bias - a.bias) ** 2 + a.penalty + b.penalty)) ** rate));
    if (!widths.every((each) => each > 0)) throw undetermined();
    return widths;
  };
  const d = stage(q + 1, q + 1, q + 2, reach, false);
  const b = stage(q, p + 1, q + 1, d, true);
  const h = stage(p, 0, q, b, true);
  return { h: [h[0], h[1]], b: [b[0], b[1]] };
}

function undetermined(): NumericalError {
  return new NumericalError("undefined", {
    en: "regression-discontinuity: no bandwidth can be chosen, for the polynomials fit without error; give bandwidth",
    zh: "断点回归：多项式拟合没有误差，无法选取带宽；请给出 bandwidth",
  });
}

interface Pilot {
  readonly order: number;
  readonly derivative: number;
  readonly biasOrder: number;
  readonly first: number;
  readonly width: number;
  readonly regular: boolean;
}

/** Variance and bias of one side's estimate of a derivative, up to powers of the bandwidth, and the penalty on a small bias. */
function pilot(side: Side, { kernel, errors }: Choice, { order, derivative, biasOrder, first, width, regular }: Pilot) {
  const near = within(kernel, side, first);
  const fit = localFit(near, near.weights, order, first);
  const variance = varianceOf(near, near.weights, fit, derivative, errors);
  let constant = 0;
  for (const [at, x] of near.x.entries()) {
    constant += near.weights[at] * pullOf(fit, derivative, x) * (x / first) ** (order + 1);
  }
  constant *= first ** derivative;
  const wide = within(kernel, side, width);
  const biasFit = localFit(wide, wide.weights, biasOrder, width);
  const gap = order + 1 - derivative;
  return {
    variance: (2 * derivative + 1) * first ** (2 * derivative + 1) * variance,
    bias: Math.sqrt(2 * gap) * constant * biasFit.coefficients[order + 1],
    penalty: regular ? 2 * gap * 3 * constant ** 2 * varianceOf(wide, wide.weights, biasFit, order + 1, errors) : 0,
  };
}

function varianceOf(
  side: Side,
  weights: Float64Array,
  fit: ReturnType<typeof localFit>,
  which: number,
  errors: Residuals,
): number {
  const residuals = residualsOf(errors, side, fit);
  return side.x.reduce((sum, x, at) => sum + (weights[at] * pullOf(fit, which, x) * residuals[at]) ** 2, 0);
}

/** The smaller of the standard deviation and the interquartile range over 1.349. */
function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  const deviation = Math.sqrt(sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (sorted.length - 1));
  return Math.min(deviation, (quantileMid(sorted, 0.75) - quantileMid(sorted, 0.25)) / 1.349);
}

/** Quantile by the inverse of the distribution, averaged where it jumps (type 2 of R), of sorted values. */
function quantileMid(sorted: readonly number[], share: number): number {
  const position = sorted.length * share;
  const at = Math.floor(position + 4 * Number.EPSILON * position);
  return position - at > 1e-9 ? sorted[at] : (sorted[at - 1] + sorted[at]) / 2;
}
