import { fisherTwoSided } from "../numeric/fisher.ts";
import { extremes } from "../numeric/spread.ts";
import { studentTwoSided } from "../numeric/student.ts";

/** Whether two years differ in the variance of ln value. */
export interface VarianceTest {
  readonly places: number;
  /** Variance of the first year over that of the second, and Fisher's test as if the two were different places. */
  readonly f: number;
  readonly fP: number;
  /** Pitman and Morgan's test for the same places twice; positive where the first year has the greater variance. */
  readonly t: number;
  readonly tP: number;
}

/** `first` and `second` hold the same places. Empty below three places, and where one year has no variance. */
export function varianceTest(first: Float64Array, second: Float64Array): VarianceTest {
  const n = first.length;
  const none: VarianceTest = { places: n, f: Number.NaN, fP: Number.NaN, t: Number.NaN, tP: Number.NaN };
  const [a, b] = [centred(first), centred(second)];
  const [varianceA, varianceB] = [dot(a, a), dot(b, b)];
  const { least, most } = extremes([...first, ...second]);
  const rounding = n * (4 * Number.EPSILON * Math.max(1, Math.abs(least), Math.abs(most))) ** 2; // of logarithms
  if (n < 3 || varianceA <= rounding || varianceB <= rounding) return none;
  const f = varianceA / varianceB;
  // sum and difference of the two years are uncorrelated exactly where the variances are equal
  const [sum, difference] = [
    a.map((each, at) => each + (b[at] as number)),
    a.map((each, at) => each - (b[at] as number)),
  ];
  const [ofSum, ofDifference] = [dot(sum, sum), dot(difference, difference)];
  const moved = ofSum > rounding && ofDifference > rounding; // else one year is the other, or its mirror
  const correlation = moved ? (varianceA - varianceB) / Math.sqrt(ofSum * ofDifference) : 0;
  const rest = 1 - correlation * correlation;
  const t = correlation * Math.sqrt((n - 2) / rest);
  return {
    places: n,
    f,
    fP: fisherTwoSided(f, n - 1, n - 1),
    // one year an exact multiple of the other: certain, and no number says so
    t: Number.isFinite(t) ? t : Number.NaN,
    tP: Number.isFinite(t) ? studentTwoSided(t, n - 2) : 0,
  };
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return values.map((each) => each - mean);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, each, at) => total + each * (b[at] as number), 0);
}
