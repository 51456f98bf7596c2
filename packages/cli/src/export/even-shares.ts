/**
 * Positions of jobs shared among `hands` so that all end at about the same time: the heaviest first, each to who has least to do. A
 * thread is given its whole share at once, because the one that hands out is busy while it lays out the document.
 */
export function evenShares(weights: readonly number[], hands: number): number[][] {
  const shares = Array.from({ length: hands }, () => ({ load: 0, jobs: [] as number[] }));
  const heaviest = weights.map((_, at) => at).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  for (const job of heaviest) {
    const share = shares.reduce((least, each) => (each.load < least.load ? each : least));
    share.load += weights[job] as number;
    share.jobs.push(job);
  }
  return shares.map(({ jobs }) => jobs).filter((jobs) => jobs.length > 0);
}
