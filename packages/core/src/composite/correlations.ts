import { spread } from "../numeric/spread.ts";

/** Pearson correlations of columns of one length; `NaN` where a column is constant, 1 and -1 held to within rounding. */
export function correlations(columns: readonly Float64Array[]): Float64Array[] {
  const spreads = columns.map((values) => spread(values));
  const standard = columns.map((values, at) =>
    values.map((value) => (value - spreads[at].mean) / spreads[at].deviation),
  );
  const found = columns.map(() => new Float64Array(columns.length).fill(Number.NaN));
  for (let i = 0; i < columns.length; i += 1) {
    if (spreads[i].deviation === 0) continue;
    for (let j = i; j < columns.length; j += 1) {
      if (spreads[j].deviation === 0) continue;
      found[i][j] = i === j ? 1 : bounded(dot(standard[i], standard[j]) / (columns[i].length - 1));
      found[j][i] = found[i][j];
    }
  }
  return found;
}

const parallel = 1e-12; // sums of squares leave a correlation of 1 this far from it

function bounded(r: number): number {
  return 1 - Math.abs(r) < parallel ? Math.sign(r) : r;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at] * b[at];
  return sum;
}
