import type { CompressedRows } from "../numeric/compressed-rows.ts";

/** Mean and variance of each place's I where the values are placed at random. A variance that is rounding is 0. */
export interface Moments {
  readonly expected: Float64Array;
  readonly variance: Float64Array;
}

/** The place keeps its value, the n - 1 others are placed at random: sampling without replacement, exact. */
export function conditionalMoments(weights: CompressedRows, deviation: Float64Array, m2: number): Moments {
  const { n } = weights;
  const { first, second } = weightMoments(weights);
  return {
    expected: deviation.map((z, at) => -(z * z * (first[at] as number)) / ((n - 1) * m2)),
    variance: deviation.map((z, at) => {
      const squares = second[at] as number;
      const spread = unlessRounding(squares - (first[at] as number) ** 2 / (n - 1), squares);
      return (z / m2) ** 2 * (n / (n - 2)) * spread * unlessRounding(m2 - (z * z) / (n - 1), m2);
    }),
  };
}

/** All n values placed at random (Anselin 1995, with the fourth moment b2). */
export function totalMoments(weights: CompressedRows, deviation: Float64Array, m2: number): Moments {
  const { n } = weights;
  const { first, second } = weightMoments(weights);
  const b2 = deviation.reduce((total, z) => total + z ** 4, 0) / n / m2 ** 2;
  const expected = first.map((sum) => -sum / (n - 1));
  return {
    expected,
    variance: expected.map((mean, at) => {
      const [sum, squares] = [first[at] as number, second[at] as number];
      const cross = ((2 * b2 - n) / ((n - 1) * (n - 2))) * (sum * sum - squares);
      return unlessRounding(((n - b2) / (n - 1)) * squares + cross - mean * mean, squares);
    }),
  };
}

function unlessRounding(difference: number, of: number): number {
  return difference > 1e-12 * of ? difference : 0;
}

function weightMoments({ n, starts, values }: CompressedRows): { first: Float64Array; second: Float64Array } {
  const [first, second] = [new Float64Array(n), new Float64Array(n)];
  for (let at = 0; at < n; at += 1) {
    for (const weight of values.subarray(starts[at], starts[at + 1])) {
      (first[at] as number) += weight;
      (second[at] as number) += weight * weight;
    }
  }
  return { first, second };
}
