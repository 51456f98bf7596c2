import { InputError, type Problem } from "../contract/errors.ts";
import { isMissingMark, numberCell } from "../tables/number-cell.ts";

/** A column of figures as they were printed. */
export interface PrintedColumn {
  readonly name: string;
  /** `NaN` where nothing is printed. */
  readonly values: Float64Array;
  readonly decimals: number;
  /** Half a unit of the last decimal: how far the print may be from what was computed. */
  readonly half: number;
}

/** How many decimals are printed: `0.190` has 3, `12` none. */
export function decimalsOf(text: string): number {
  const digits = /\.(\d+)/.exec(text.normalize("NFKC"))?.[1];
  return digits?.length ?? 0;
}

/**
 * Reads a printed column. A table prints one number of decimals a column, and spreadsheets lose the zeros at the end, so
 * the longest fraction counts unless `decimals` is given.
 */
export function printedColumn(
  name: string,
  texts: readonly string[],
  decimals: number | undefined,
  placeOf: (row: number) => Problem["place"],
): PrintedColumn {
  const problems: Problem[] = [];
  let longest = 0;
  const values = Float64Array.from(texts, (text, row) => {
    if (isMissingMark(text)) return Number.NaN;
    const cell = numberCell(text);
    if (cell === undefined) {
      problems.push({
        code: "printed-not-a-number",
        text: { en: `${name} is "${text}", expected a number`, zh: `${name} 为“${text}”，应为数字` },
        place: { ...placeOf(row), column: name },
      });
      return Number.NaN;
    }
    longest = Math.max(longest, decimalsOf(text));
    return cell.value;
  });
  if (problems.length > 0) throw new InputError(problems);
  const used = decimals ?? longest;
  return { name, values, decimals: used, half: halfOf(used) };
}

export const halfOf = (decimals: number): number => 0.5 * 10 ** -decimals;
