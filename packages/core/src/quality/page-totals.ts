import type { Table } from "../contract/table.ts";
import { same } from "../language/text.ts";
import { type Check, shown } from "./context.ts";
import { type Fault, Faults } from "./fault.ts";

/** Totals of the page that a table was read from, against the sum of what stands beside them. */
export const pageTotals: Check = ({ table }, _context, faults) => raiseTotals(table, faults);

function raiseTotals(table: Table, faults: Faults): void {
  const { file, page } = table.source ?? {};
  for (const each of page?.off ?? []) {
    const { label, year, variable, unit, found, expected, parts, from, to, missing, rounding, isOther } = each;
    const measure = unit === undefined ? variable : `${variable} (${unit})`;
    const values = {
      what: year === undefined ? same(label) : { en: `${label} ${year}`, zh: `${label} ${year} 年` },
      measure,
      found: String(found),
      expected: String(expected),
      off: shown(Math.abs(expected - found)),
      parts,
      from,
      to,
      missing,
      rounding: String(rounding),
      figures: isOther ?? 0,
    };
    const words = isOther === undefined ? (missing > 0 ? "page-total-over" : "page-total-off") : "page-total-off-all";
    const place = { ...(file === undefined ? {} : { file }), sheet: each.sheet, row: each.row, column: each.column };
    faults.raiseAt(words === "page-total-over" ? words : "page-total-off", values, [place], words);
  }
}

/** The same as a list of faults. */
export function totalFaults(table: Table): readonly Fault[] {
  const faults = new Faults(table);
  raiseTotals(table, faults);
  return faults.list;
}
