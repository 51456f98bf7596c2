/**
 * The power of two at the largest of these values: over it they lie between -2 and 2, where sums and squares neither
 * overflow nor vanish, and no digit of them changes. 1 where they are all 0.
 */
export function binaryUnit(values: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < values.length; at += 1) largest = Math.max(largest, Math.abs(values[at] as number));
  return largest > 0 && largest < Number.POSITIVE_INFINITY
    ? 2 ** Math.min(Math.floor(Math.log2(largest)), greatest)
    : 1;
}

const greatest = 1023; // 2 ** 1024 is no double, though a logarithm may be rounded up to it

/** The values in this unit. */
export const inUnit = (values: Float64Array, unit: number): Float64Array =>
  unit === 1 ? values : values.map((value) => value / unit);
