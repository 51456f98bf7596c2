import { NumericalError } from "../contract/errors.ts";

export interface Deviations {
  readonly deviation: Float64Array;
  /** Mean of the squared deviations, over n. */
  readonly meanSquare: number;
  /** Place and neighbours above or below the mean: HH, LL, HL, LH; `-` where either is at the mean. */
  quadrant(deviation: number, lag: number): string;
}

/** Deviations from the mean, in two passes. A value within rounding of the mean is at the mean; a
 * constant column has no deviations, and is told by its values, not by their sums. */
export function deviations(method: string, value: Float64Array): Deviations {
  const least = value.reduce((a, b) => Math.min(a, b));
  const most = value.reduce((a, b) => Math.max(a, b));
  if (!(least < most)) {
    throw new NumericalError("undefined", {
      en: `${method}: value is ${least} everywhere, expected values that differ`,
      zh: `${method}：所有取值均为 ${least}，取值须有差异`,
    });
  }
  const n = value.length;
  const rough = value.reduce((a, b) => a + b) / n;
  const mean = rough + value.reduce((total, each) => total + (each - rough), 0) / n;
  const atMean = 1e-12 * Math.max(Math.abs(least), Math.abs(most));
  const deviation = value.map((each) => (Math.abs(each - mean) <= atMean ? 0 : each - mean));
  const meanSquare = deviation.reduce((total, each) => total + each * each, 0) / n;
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
