/**
 * The two pieces from which gamma, Poisson and binomial terms are made without losing digits (Loader 2000).
 *
 *   stirlingError(n)   ln gamma(n + 1) - ((n + 1/2) ln n - n + ln(2 pi) / 2)
 *   deviance(x, m)     x ln(x / m) + m - x, exact also where x is close to m
 */
export function stirlingError(n: number): number {
  let [at, steps] = [n, 0];
  for (; at < 16; at += 1) steps += 1 - (at + 0.5) * Math.log1p(1 / at);
  const square = at * at;
  // 1/12, 1/360, 1/1260, 1/1680, 1/1188, 691/360360: at 16 the next term is below 1e-18
  const series =
    (1 / 12 -
      (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) / square) /
    at;
  return series - steps;
}

export function deviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const far = (x - mean) / (x + mean);
  if (Math.abs(far) >= 0.1) return x * Math.log(x / mean) + mean - x;
  // ln(x / m) = 2 (v + v^3/3 + v^5/5 + ...) with v = (x - m) / (x + m); the first terms cancel by hand
  let total = (x - mean) * far;
  let term = 2 * x * far;
  for (let odd = 3; ; odd += 2) {
    term *= far * far;
    const next = total + term / odd;
    if (next === total) return total;
    total = next;
  }
}
