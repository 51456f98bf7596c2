/**
 * Benjamini-Hochberg adjusted p-values (q-values): q_(i) = min over j >= i of n p_(j) / j. Among the places with q at most
 * alpha, the expected share of false findings is at most alpha. A gap stays a gap and does not count in n.
 *
 * @example falseDiscoveryRate([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function falseDiscoveryRate(p: ArrayLike<number>): Float64Array {
  const order = Array.from(p, (_, at) => at).filter((at) => !Number.isNaN(p[at]));
  order.sort((a, b) => (p[b] as number) - (p[a] as number));
  const adjusted = new Float64Array(p.length).fill(Number.NaN);
  let least = 1;
  order.forEach((at, fromTop) => {
    least = Math.min(least, ((p[at] as number) * order.length) / (order.length - fromTop));
    adjusted[at] = least;
  });
  return adjusted;
}
