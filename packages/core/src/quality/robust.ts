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

const normalScale = 1.4826; // what makes the median deviation of a normal sample its standard deviation

/** The median deviation from the median, on the scale of a standard deviation. */
export function spread(values: ArrayLike<number>): number {
  const middle = median(values);
  return normalScale * median(new Float64Array(values).map((value) => Math.abs(value - middle)));
}
