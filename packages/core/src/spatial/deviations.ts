import { NumericalError } from "../contract/errors.ts";
import { extremes } from "../numeric/spread.ts";

export interface Deviations {
  readonly deviation: Float64Array;
  /** Mean of the squared deviations, over n. */
  readonly meanSquare: number;
  /** Place and neighbours above or below the mean: HH, LL, HL, LH; `-` where either is at the mean. */
  quadrant(deviation: number, lag: number): string;
}

/** Deviations from the mean, from a rough mean first, so that they keep their digits where values lie far from 0. A value
 * within rounding of the mean is at the mean; a constant column has no deviations, and is told by its values, not by sums. */
export function deviations(method: string, value: Float64Array): Deviations {
  const { least, most } = extremes(value);
  if (!(least < most)) {
    throw new NumericalError("undefined", {
      en: `${method}: value is ${least} everywhere, expected values that differ`,
      zh: `${method}：所有取值均为 ${least}，取值须有差异`,
    });
  }
  const n = value.length;
  const rough = value.reduce((a, b) => a + b) / n;
  const rest = value.reduce((total, each) => total + (each - rough), 0) / n;
  // the data are rounded to their own size, sums of deviations to the size of the deviations
  const atMean = Math.max(8 * Number.EPSILON * Math.max(Math.abs(least), Math.abs(most)), 1e-12 * (most - least));
  const deviation = value.map((each) => (Math.abs(each - rough - rest) <= atMean ? 0 : each - rough - rest));
  const meanSquare = deviation.reduce((total, each) => total + each * each, 0) / n;
  if (!(meanSquare > 0)) {
    throw new NumericalError("undefined", {
      en: `${method}: values from ${least} to ${most} differ by no more than rounding, expected values that differ`,
      zh: `${method}：取值介于 ${least} 与 ${most} 之间，差异仅为舍入误差，取值须有差异`,
    });
  }
  const side = (each: number) => (Math.abs(each) <= atMean ? "-" : each > 0 ? "H" : "L");
  return {
    deviation,
    meanSquare,
    quadrant: (own, lag) => {
      const both = side(own) + side(lag);
      return both.includes("-") ? "-" : both;
    },
  };
}
