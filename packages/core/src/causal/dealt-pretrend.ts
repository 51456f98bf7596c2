/**
 * How far adopters moved apart from the others before anybody adopted: the sum over those years of the squared gap between the
 * two means, level taken out. A statistic for adoption dealt out anew, which needs no number of clusters: its rank is exact however
 * few the adopters and however their errors hang together. `NaN` with fewer than two such years, or without others.
 */
export function gapBefore(outcome: Float64Array, starts: readonly number[], years: number): number {
  const before = Math.min(...starts);
  const adopters = starts.filter((start) => start < years).length;
  const others = starts.length - adopters;
  if (before < 2 || adopters === 0 || others === 0) return Number.NaN;
  const gaps = new Float64Array(before);
  for (const [place, start] of starts.entries()) {
    const share = start < years ? 1 / adopters : -1 / others;
    for (let step = 0; step < before; step += 1) gaps[step] += share * outcome[place * years + step];
  }
  const mean = gaps.reduce((sum, each) => sum + each, 0) / before;
  return gaps.reduce((sum, each) => sum + (each - mean) ** 2, 0);
}
