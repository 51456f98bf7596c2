/**
 * The trend that a series leaves when what is short in it is taken off: min sum (y - g)^2 + lambda sum (second differences of g)^2,
 * the banded system (I + lambda D'D) g = y by Cholesky.
 */
export function hodrickPrescott(y: Float64Array, lambda: number): Float64Array {
  const n = y.length;
  if (n < 3) return y.slice();
  // rows of the band: diagonal, next, next but one
  const band = [new Float64Array(n).fill(1), new Float64Array(n), new Float64Array(n)] as const;
  for (let at = 0; at + 2 < n; at += 1) {
    const d = [1, -2, 1] as const;
    for (let i = 0; i < 3; i += 1) {
      for (let j = i; j < 3; j += 1) {
        const line = band[j - i] as Float64Array;
        line[at + i] = (line[at + i] as number) + lambda * (d[i] as number) * (d[j] as number);
      }
    }
  }
  const [diagonal, next, far] = band;
  const g = y.slice();
  const get = (line: Float64Array, at: number) => (at < 0 ? 0 : (line[at] as number));
  for (let at = 0; at < n; at += 1) {
    // L D L': what the two rows above take off
    const [a, b] = [get(next, at - 1), get(far, at - 2)];
    const [da, db] = [at < 1 ? 1 : (diagonal[at - 1] as number), at < 2 ? 1 : (diagonal[at - 2] as number)];
    diagonal[at] = (diagonal[at] as number) - a * a * da - b * b * db;
    next[at] = ((next[at] as number) - get(far, at - 1) * a * da) / (diagonal[at] as number);
    far[at] = (far[at] as number) / (diagonal[at] as number);
    g[at] = (g[at] as number) - a * get(g, at - 1) - b * get(g, at - 2);
  }
  for (let at = 0; at < n; at += 1) g[at] = (g[at] as number) / (diagonal[at] as number);
  for (let at = n - 1; at >= 0; at -= 1) {
    const after = at + 1 < n ? (next[at] as number) * (g[at + 1] as number) : 0;
    const beyond = at + 2 < n ? (far[at] as number) * (g[at + 2] as number) : 0;
    g[at] = (g[at] as number) - after - beyond;
  }
  return g;
}
