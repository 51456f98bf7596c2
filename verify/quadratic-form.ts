/** Square matrices by rows. */
export type Matrix = readonly Float64Array[];

export function matrix(n: number, cell: (row: number, column: number) => number): Matrix {
  return Array.from({ length: n }, (_, row) => Float64Array.from({ length: n }, (_, column) => cell(row, column)));
}

export function product(a: Matrix, b: Matrix): Matrix {
  return matrix(a.length, (row, column) => b.reduce((sum, line, k) => sum + a[row]![k]! * line[column]!, 0));
}

/**
 * P(e' A e > 0) for independent standard normal e (Imhof 1961): with l the eigenvalues of the symmetric A,
 * 1/2 + 1/pi integral sin(sum atan(l u) / 2) / prod (1 + l^2 u^2)^(1/4) du / u. In ln u the integrand is smooth and dies off
 * at both ends, where the trapezoid rule loses nothing.
 */
export function positiveShare(a: Matrix): number {
  const all = eigenvalues(a);
  const largest = all.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const scaled = all.map((each) => each / largest);
  const step = 0.01;
  let integral = 0;
  for (let logU = -40; logU < 20; logU += step) {
    const u = Math.exp(logU);
    let angle = 0;
    let logRho = 0;
    for (const each of scaled) {
      angle += Math.atan(each * u) / 2;
      logRho += Math.log1p((each * u) ** 2) / 4;
    }
    integral += step * Math.sin(angle) * Math.exp(-logRho);
  }
  return 0.5 + integral / Math.PI;
}

/** Of a symmetric matrix, by cyclic Jacobi rotations. */
function eigenvalues(symmetric: Matrix): number[] {
  const a = symmetric.map((row) => row.slice());
  const n = a.length;
  const total = a.reduce((sum, row) => sum + row.reduce((squares, each) => squares + each * each, 0), 0);
  for (let sweep = 0; sweep < 100; sweep += 1) {
    const beside = a.reduce((sum, row, i) => sum + row.reduce((s, each, j) => s + (i === j ? 0 : each * each), 0), 0);
    if (beside < 1e-24 * total) return a.map((row, at) => row[at]!);
    for (let p = 0; p < n; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, p, q);
  }
  throw new Error("eigenvalues: not converged after 100 sweeps");
}

function rotate(a: readonly Float64Array[], p: number, q: number): void {
  const across = a[p]![q]!;
  if (across === 0) return;
  const ratio = (a[q]![q]! - a[p]![p]!) / (2 * across);
  const t = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.hypot(ratio, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
  const [above, below] = [a[p]!, a[q]!];
  for (let k = 0; k < a.length; k += 1) {
    [above[k], below[k]] = [c * above[k]! - s * below[k]!, s * above[k]! + c * below[k]!];
  }
}
