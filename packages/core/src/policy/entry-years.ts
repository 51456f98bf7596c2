import { InputError } from "../contract/errors.ts";

const earliestYear = 1;
export const latestYear = 9999;

/** A whole year, or nothing where the cell is empty; anything else is refused, for no list of years could hold it. */
export function wholeYear(
  method: string,
  column: string,
  entry: string,
  value: number | undefined,
): number | undefined {
  if (value === undefined || Number.isNaN(value)) return undefined;
  if (Number.isInteger(value) && value >= earliestYear && value <= latestYear) return value;
  throw new InputError({
    code: "year-out-of-range",
    text: {
      en: `${method}: ${column} of ${entry} is ${value}, expected a year`,
      zh: `${method}：${entry} 的 ${column} 为 ${value}，应为年份`,
    },
  });
}
