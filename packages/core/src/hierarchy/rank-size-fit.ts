import { leastSquares } from "./least-squares.ts";

export type RankSizeEstimator = "rank-half" | "ols" | "hill";

export interface SizeFit {
  readonly places: number;
  /** By the estimator asked for, with its asymptotic standard error and 95 % interval. */
  readonly exponent: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly intercept: number;
  /** Of the regression behind `exponent`; of rank - 1/2 for Hill. */
  readonly r2: number;
  readonly rankHalf: number;
  readonly ols: number;
  readonly hill: number;
  /** The size that the fit gives to a rank. */
  readonly fitted: (rank: number) => number;
}

/** Two points always lie on a line. */
export const fewest = 3;
/** Of the standard normal at .975. */
const quantile = 1.959963984540054;

/** The three exponents of sizes in falling order; `NaN` for fewer than three, or where all are alike. */
export function fitSizes(sizes: readonly number[], estimator: RankSizeEstimator): SizeFit {
  const n = sizes.length;
  const least = sizes[n - 1] ?? Number.NaN;
  const solvable = n >= fewest && (sizes[0] as number) > least;
  const logSize = sizes.map(Math.log);
  const line = (shift: number) =>
    leastSquares(
      logSize,
      logSize.map((_, at) => Math.log(at + 1 - shift)),
    );
  const none = { slope: Number.NaN, intercept: Number.NaN, r2: Number.NaN };
  const [half, plain] = solvable ? [line(0.5), line(0)] : [none, none];
  const excess = sizes.reduce((total, size) => total + Math.log(size / least), 0);
  const hill = solvable ? (n - 1) / excess : Number.NaN;

  const exponent = { "rank-half": -half.slope, ols: -plain.slope, hill }[estimator];
  const standardError = exponent * (estimator === "hill" ? 1 / Math.sqrt(n - 1) : Math.sqrt(2 / n));
  // the Pareto tail has n (least / size)^b places above a size: Hill's line passes through the least
  const throughLeast = Math.log(n) + hill * Math.log(least);
  const intercept = { "rank-half": half.intercept, ols: plain.intercept, hill: throughLeast }[estimator];
  const shift = estimator === "rank-half" ? 0.5 : 0;
  return {
    places: n,
    exponent,
    standardError,
    low: exponent - quantile * standardError,
    high: exponent + quantile * standardError,
    intercept,
    r2: estimator === "ols" ? plain.r2 : half.r2,
    rankHalf: -half.slope,
    ols: -plain.slope,
    hill,
    fitted: (rank) => Math.exp((intercept - Math.log(rank - shift)) / exponent),
  };
}
