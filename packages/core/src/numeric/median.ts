/** The middle value, or the mean of the two middle ones; `NaN` of nothing. Gaps are passed over. */
export function median(values: ArrayLike<number>): number {
  const sorted = new Float64Array(values).sort(); // gaps last
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known -= 1;
  const middle = known >> 1;
  if (known === 0) return Number.NaN;
  if (known % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
