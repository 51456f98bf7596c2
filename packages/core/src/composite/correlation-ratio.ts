const fewestInClass = 3; // a class of two says more of chance than of the mean

/** How many classes of equal size `n` values allow; fewer than two are none. */
export function classesFor(n: number, wanted: number): number {
  const most = Math.min(wanted, Math.floor(n / fewestInClass));
  return most < 2 ? 0 : most;
}

/**
 * The share of the variance of y that its means within classes of x account for, straight or not:
 *
 *   1 - (1 - eta^2) (n - 1) / (n - k),   eta^2 = between-class squares / all squares
 *
 * corrected for the classes that chance tells apart (Kelley 1935), at least 0. Classes hold about as many values each;
 * values of x that tie are of one class. `NaN` where x or y is constant or there are too few for two classes.
 */
export function correlationRatio(x: Float64Array, y: Float64Array, wanted: number): number {
  const n = x.length;
  const classes = classesFor(n, wanted);
  if (classes === 0) return Number.NaN;
  const order = Uint32Array.from(x.keys()).sort((a, b) => x[a] - x[b] || a - b);
  const sums: number[] = [];
  const counts: number[] = [];
  let last = -1;
  for (let at = 0; at < n; at += 1) {
    const tied = at > 0 && x[order[at]] === x[order[at - 1]];
    const own = tied ? last : Math.floor((at * classes) / n);
    if (own !== last) {
      sums.push(0);
      counts.push(0);
      last = own;
    }
    sums[sums.length - 1] += y[order[at]];
    counts[counts.length - 1] += 1;
  }
  const mean = sums.reduce((total, sum) => total + sum, 0) / n;
  let all = 0;
  for (const value of y) all += (value - mean) ** 2;
  const found = sums.length;
  if (found < 2 || !(all > 0) || found === n) return Number.NaN;
  const between = sums.reduce((total, sum, at) => total + counts[at] * (sum / counts[at] - mean) ** 2, 0);
  return Math.max(0, 1 - ((1 - between / all) * (n - 1)) / (n - found));
}
