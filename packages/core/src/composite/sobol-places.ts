import type { SobolPart } from "./sobol-runs.ts";

/** How much each row's own rank depends on each choice; `NaN` where it never moves. */
export interface PlaceSensitivity {
  /** By row of the data. */
  readonly deviation: Float64Array;
  /** By factor, then by row of the data. */
  readonly first: readonly Float64Array[];
  readonly total: readonly Float64Array[];
}

export function placeSensitivity(
  parts: readonly SobolPart[],
  order: Uint32Array,
  factors: number,
  n: number,
): PlaceSensitivity {
  const rows = order.length;
  const width = factors + 2;
  const samples = parts.reduce((sum, part) => sum + part.samples, 0);
  const mean = new Float64Array(rows);
  const square = new Float64Array(rows);
  each(parts, width, rows, (ranks, base) => {
    for (let row = 0; row < rows; row += 1) {
      const [a, b] = [ranks[base + row], ranks[base + rows + row]];
      mean[row] += a + b;
      square[row] += a * a + b * b; // whole numbers: exact
    }
  });
  const variance = mean.map((sum, row) => square[row] / (2 * samples) - (sum / (2 * samples)) ** 2);
  const centre = mean.map((sum) => sum / (2 * samples));
  const sums = { first: blank(factors, rows), total: blank(factors, rows) };
  each(parts, width, rows, (ranks, base) => {
    for (let factor = 0; factor < factors; factor += 1) {
      const [first, total] = [sums.first[factor], sums.total[factor]];
      const own = base + (factor + 2) * rows;
      for (let row = 0; row < rows; row += 1) {
        const moved = ranks[own + row] - ranks[base + row];
        first[row] += (ranks[base + rows + row] - centre[row]) * moved;
        total[row] += moved * moved;
      }
    }
  });
  const moves = variance.map((each) => (each > stillness ? each : 0));
  const spread = (values: Float64Array, scale: number) =>
    onto(order, n, (row) => (moves[row] === 0 ? Number.NaN : values[row] / (scale * samples * moves[row])));
  return {
    deviation: onto(order, n, (row) => (mean[row] === 0 ? Number.NaN : Math.sqrt(moves[row]))),
    first: sums.first.map((values) => spread(values, 1)),
    total: sums.total.map((values) => spread(values, 2)),
  };
}

const stillness = 1e-9; // a rank that changes once in 200,000 runs varies by 5e-6; less is rounding

function each(
  parts: readonly SobolPart[],
  width: number,
  rows: number,
  visit: (ranks: Uint16Array, base: number) => void,
) {
  for (const { ranks, samples } of parts) {
    for (let sample = 0; sample < samples; sample += 1) visit(ranks, sample * width * rows);
  }
}

function blank(factors: number, rows: number): Float64Array[] {
  return Array.from({ length: factors }, () => new Float64Array(rows));
}

function onto(order: Uint32Array, n: number, value: (row: number) => number): Float64Array {
  const out = new Float64Array(n).fill(Number.NaN);
  order.forEach((row, at) => {
    out[row] = value(at);
  });
  return out;
}
