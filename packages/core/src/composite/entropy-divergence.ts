import { extremes } from "../numeric/spread.ts";

/**
 * 1 - e of values whose shares of their sum are taken: 0 where all are alike, 1 where one has everything.
 * Values must be >= 0 with a sum above 0.
 */
export function entropyDivergence(values: Float64Array): number {
  if (isConstant(values)) return 0; // ln n less a rounding would leave a tiny weight, even below 0
  let sum = 0;
  for (const value of values) sum += value;
  let entropy = 0;
  for (const value of values) if (value > 0) entropy -= (value / sum) * Math.log(value / sum);
  return Math.min(1, Math.max(0, 1 - entropy / Math.log(values.length)));
}

export function isConstant(values: Float64Array): boolean {
  const { least, most } = extremes(values);
  return !(least < most);
}
