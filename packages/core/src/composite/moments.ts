/**
 * Skewness and excess kurtosis of a sample, with the corrections that statistics packages and spreadsheets print:
 *
 *   G1 = g1 sqrt(n (n - 1)) / (n - 2)        G2 = ((n + 1) g2 + 6) (n - 1) / ((n - 2) (n - 3))
 *
 * g1 and g2 are the moments over n; g2 is 0 for a normal distribution. `NaN` for values that are all alike, for fewer than
 * three (G1) or four (G2).
 */
export interface Shape {
  readonly skewness: number;
  readonly kurtosis: number;
}

export function shapeOf(values: Float64Array): Shape {
  const n = values.length;
  let sum = 0;
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    sum += value;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  if (!(least < most)) return { skewness: Number.NaN, kurtosis: Number.NaN };
  const mean = sum / n;
  const unit = most - least; // powers of deviations in units of the range can neither overflow nor vanish
  let [second, third, fourth] = [0, 0, 0];
  for (const value of values) {
    const deviation = (value - mean) / unit;
    const square = deviation * deviation;
    second += square;
    third += square * deviation;
    fourth += square * square;
  }
  const plain = (Math.sqrt(n) * third) / second ** 1.5;
  const excess = (n * fourth) / (second * second) - 3;
  return {
    skewness: n < 3 ? Number.NaN : (plain * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: n < 4 ? Number.NaN : (((n + 1) * excess + 6) * (n - 1)) / ((n - 2) * (n - 3)),
  };
}
