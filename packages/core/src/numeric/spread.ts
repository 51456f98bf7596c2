/** Values that are quotients or products of the data differ by this much, relatively, where they ought to be alike. */
const rounding = 4 * Number.EPSILON;

/** Mean and deviation over n - 1 (or n), in two passes; constant values have a deviation of exactly 0. */
export function spread(
  values: ArrayLike<number>,
  divisor: "n" | "n-1" = "n-1",
): { readonly mean: number; readonly deviation: number } {
  const n = values.length;
  let sum = 0;
  for (let at = 0; at < n; at += 1) sum += values[at];
  const mean = sum / n;
  const { least, most } = extremes(values);
  if (!(least < most)) return { mean: least, deviation: 0 };
  let squares = 0;
  for (let at = 0; at < n; at += 1) squares += (values[at] - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / (divisor === "n" ? n : n - 1)) };
}

/** Whether values differ by no more than the rounding of a quotient. */
export function alike(values: ArrayLike<number>): boolean {
  const { least, most } = extremes(values);
  return most - least <= rounding * Math.max(Math.abs(least), Math.abs(most));
}

/** The least and the greatest value; gaps are passed over. */
export function extremes(values: ArrayLike<number>): { readonly least: number; readonly most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}
