import { type Check, shown } from "./context.ts";
import { isCounted, isSignedName } from "./impossible-values.ts";

/** What statistical programs and questionnaires write where there is no figure. */
const negative = [-9, -99, -999, -9999, -99999, -999999];
const positive = [999, 9999, 99999, 999999];
/** A sentinel lies so many times beyond every other figure. */
const order = 5;
/** Among fewer figures than these nothing is of another order. */
const fewest = 5;

/** -999, 9999 and their kin among figures that are all positive, or of another order: told, never taken out. */
export const sentinels: Check = (panel, _context, faults) => {
  for (const { column, title, unit, values, rows } of panel.measures) {
    const there = [...values.keys()].filter((cell) => Number.isFinite(values[cell]));
    for (const sentinel of [...negative, ...positive]) {
      const cells = there.filter((cell) => values[cell] === sentinel);
      if (cells.length === 0) continue;
      const others = there.flatMap((cell) => (isMark(values[cell] as number) ? [] : [values[cell] as number]));
      if (others.length < fewest || cells.length > others.length) continue;
      const low = others.reduce((least, value) => Math.min(least, value));
      const high = others.reduce((most, value) => Math.max(most, value));
      const widest = Math.max(Math.abs(low), Math.abs(high));
      const isNegative = sentinel < 0;
      if (isNegative ? low < 0 && widest * order > -sentinel : widest * order > sentinel) continue;
      if (isNegative && low >= 0 && sentinel >= -99 && isSignedName({ column, title })) continue;
      const impossible = isNegative && low >= 0 && isCounted(unit) && !isSignedName({ column, title });
      faults.raise(
        impossible ? "impossible-value" : "sentinel",
        {
          what: title,
          measure: title,
          value: String(sentinel),
          count: cells.length,
          low: shown(low),
          high: shown(high),
        },
        cells.map((cell) => ({ row: rows[cell] as number, column: column.name })),
        impossible ? "impossible-value-all" : "sentinel",
      );
    }
  }
};

const isMark = (value: number): boolean => negative.includes(value) || positive.includes(value);
