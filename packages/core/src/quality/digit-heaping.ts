import { stepOf } from "../tables/digits.ts";
import type { Check } from "./context.ts";

/** Enough values with three digits and more, and more than so many of them ending in 0, or in 5. */
const fewestValues = 100;
const heaped = { 0: 0.5, 5: 0.35 } as const;
const threeDigits = 100;
/** The last digit that half of the figures are written to: finer ones are of another source, or computed. */
const half = 0.5;

/** Last digits that are 0 or 5 far more often than one time in ten: rounded or estimated figures. */
export const digitHeaping: Check = (panel, _context, faults) => {
  for (const measure of panel.measures) {
    const step = stepOf(measure.values, half);
    const cells = [...measure.values.keys()].filter(
      (cell) => Math.abs(measure.values[cell] as number) >= threeDigits * step,
    );
    if (cells.length < fewestValues) continue;
    const last = (cell: number) => Math.round(Math.abs(measure.values[cell] as number) / step) % 10;
    for (const digit of [0, 5] as const) {
      const found = cells.filter((cell) => last(cell) === digit);
      if (found.length <= heaped[digit] * cells.length) continue;
      const told = {
        measure: measure.title,
        digit: String(digit),
        share: `${Math.round((100 * found.length) / cells.length)}%`,
        count: String(cells.length),
      };
      faults.raise(
        "digit-heaping",
        told,
        found.slice(0, 1).map((cell) => ({ row: measure.rows[cell] as number, column: measure.column.name })),
      );
    }
  }
};
