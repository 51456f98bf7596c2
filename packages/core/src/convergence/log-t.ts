import { linearRegression } from "../numeric/linear-regression.ts";
import { normalUpperTail } from "../numeric/normal.ts";

/** The regression of log(H_1 / H_t) - 2 log(log t) on log t. */
export interface LogT {
  readonly slope: number;
  readonly error: number;
  readonly t: number;
  /** Lower tail: small where places diverge. */
  readonly p: number;
}

/** Mean squared deviation from 1 of what each place is to the mean of all, by year. `values` are rows of years. */
export function crossVariance(rows: readonly Float64Array[]): Float64Array {
  const n = rows.length;
  return Float64Array.from(rows[0] as Float64Array, (_, year) => {
    let sum = 0;
    for (const row of rows) sum += row[year] as number;
    const mean = sum / n;
    let squares = 0;
    for (const row of rows) squares += ((row[year] as number) / mean - 1) ** 2;
    return squares / n;
  });
}

/**
 * With the first `trim` share of years left out. Errors by a quadratic spectral kernel with Andrews' (1991) bandwidth on the
 * residuals, as in Phillips and Sul's own code and in ConvergenceClubs (method FQSB).
 */
export function logT(h: Float64Array, trim: number): LogT {
  const years = h.length;
  const first = trimmedYears(years, trim);
  const times = Array.from({ length: years - first }, (_, at) => first + at + 1);
  const x = Float64Array.from(times, Math.log);
  const y = Float64Array.from(
    times,
    (time) => Math.log((h[0] as number) / (h[time - 1] as number)) - 2 * Math.log(Math.log(time)),
  );
  const fit = linearRegression(y, [new Float64Array(x.length).fill(1), x]);
  if ("collinear" in fit || y.some((each) => !Number.isFinite(each))) {
    return { slope: Number.NaN, error: Number.NaN, t: Number.NaN, p: Number.NaN };
  }
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  const squares = x.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const slope = fit.coefficients[1] as number;
  const error = Math.sqrt(longRunVariance(fit.residuals) / squares);
  const t = slope / error;
  return { slope, error, t, p: normalUpperTail(-t) };
}

/** How many of the first years are left out. */
export const trimmedYears = (years: number, trim: number): number => halfToEven(years * trim);

/** As R rounds, so that a half goes to the even number. */
function halfToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** Fewer points than this leave nothing to estimate a variance over time from. */
export const fewestPoints = 4;

function longRunVariance(residuals: Float64Array): number {
  const n = residuals.length;
  const product = (lag: number, upTo: number) => {
    let sum = 0;
    for (let at = 0; at + lag < upTo; at += 1) sum += (residuals[at] as number) * (residuals[at + lag] as number);
    return sum;
  };
  const rho = product(1, n) / product(0, n - 1);
  const alpha = (4 * rho * rho) / (1 - rho) ** 4;
  const bandwidth = 1.3221 * (alpha * n) ** 0.2;
  // the last residual is in the variance but in no covariance: so the authors' code has it
  const pairs = n - 1;
  let total = product(0, n) / pairs;
  for (let lag = 1; lag < pairs; lag += 1) {
    total += (2 * quadraticSpectral((1.2 * Math.PI * lag) / bandwidth) * product(lag, pairs)) / pairs;
  }
  return total;
}

/** 1 at 0, and nothing beyond every lag: residuals without any autocorrelation have a bandwidth of 0. */
export function quadraticSpectral(z: number): number {
  if (z === 0) return 1;
  return z === Number.POSITIVE_INFINITY ? 0 : (3 / (z * z)) * (Math.sin(z) / z - Math.cos(z));
}
