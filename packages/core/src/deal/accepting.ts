/** 1 - 0.9 is less than a tenth as a double: far below one draw, far above what rounding makes of it. */
const allowance = 1e-12;

/** Whether a party that is better off outside in this share of the draws is better off inside in as many as are asked for. */
export function isContent(worse: number, confidence: number): boolean {
  return worse <= 1 - confidence + allowance;
}

/** What is asked for where nothing is said. */
export const usualConfidence = 0.9;
