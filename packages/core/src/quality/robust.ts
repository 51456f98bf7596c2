import { median } from "../numeric/median.ts";

const normalScale = 1.4826; // what makes the median deviation of a normal sample its standard deviation

/** The median deviation from the median, on the scale of a standard deviation. */
export function spread(values: ArrayLike<number>): number {
  const middle = median(values);
  return normalScale * median(new Float64Array(values).map((value) => Math.abs(value - middle)));
}
