import { type CompressedRows, rowSums, transposed } from "../numeric/compressed-rows.ts";

export interface WeightSums {
  readonly s0: number;
  readonly s1: number;
  readonly s2: number;
}

/** S0 = sum w_ij, S1 = sum (w_ij + w_ji)^2 / 2, S2 = sum_i (w_i. + w_.i)^2. */
export function weightSums(weights: CompressedRows): WeightSums {
  const back = transposed(weights);
  const [out, into] = [rowSums(weights), rowSums(back)];
  const s0 = out.reduce((a, b) => a + b);
  const s2 = out.reduce((total, each, at) => total + (each + (into[at] as number)) ** 2, 0);
  const reverse = new Map<number, number>();
  const cellOf = (row: number, column: number) => row * weights.n + column;
  eachCell(back, (row, column, value) => reverse.set(cellOf(row, column), value));
  let s1 = 0;
  eachCell(weights, (row, column, value) => {
    const other = reverse.get(cellOf(row, column)) ?? 0; // w_ji; a pair listed both ways is met twice
    s1 += value * value + value * other;
  });
  return { s0, s1, s2 };
}

function eachCell(
  { n, starts, indices, values }: CompressedRows,
  see: (row: number, column: number, value: number) => void,
) {
  for (let row = 0; row < n; row += 1) {
    for (let k = starts[row] as number; k < (starts[row + 1] as number); k += 1) {
      see(row, indices[k] as number, values[k] as number);
    }
  }
}

/** Variance of I where the values are normal (Cliff and Ord 1981). */
export function underNormality(n: number, { s0, s1, s2 }: WeightSums): number {
  return (n * n * s1 - n * s2 + 3 * s0 * s0) / (s0 * s0 * (n * n - 1)) - 1 / (n - 1) ** 2;
}

/** Variance of I over all placings of the given values (Cliff and Ord 1981); kurtosis is m4 / m2^2. */
export function underRandomisation(n: number, { s0, s1, s2 }: WeightSums, kurtosis: number): number {
  const placed = n * ((n * n - 3 * n + 3) * s1 - n * s2 + 3 * s0 * s0);
  const peaked = kurtosis * ((n * n - n) * s1 - 2 * n * s2 + 6 * s0 * s0);
  return (placed - peaked) / ((n - 1) * (n - 2) * (n - 3) * s0 * s0) - 1 / (n - 1) ** 2;
}
