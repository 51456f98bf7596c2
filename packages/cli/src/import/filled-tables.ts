import type { Table } from "@conurb/core/contract";
import type { Page } from "@conurb/core/sheets";
import type { Declared } from "./declaration.ts";

export interface Filled {
  readonly table: Table;
  /** Which table of the page it is, from 1. */
  readonly part: number;
}

/** The tables with rows; of a page that has none, the first. */
export function filledTables({ tables }: Page): readonly Filled[] {
  const all = tables.map(({ table }, at): Filled => ({ table, part: at + 1 }));
  const filled = all.filter(({ table }) => table.rows > 0);
  return filled.length > 0 ? filled : all.slice(0, 1);
}

/** Of the columns whose gaps are to be filled, those of this table. */
export function gapsFilled({ columns }: Table, interpolate: readonly string[]): Pick<Declared, "interpolate"> {
  const own = interpolate.filter((column) => columns.some(({ name }) => name === column));
  return own.length === 0 ? {} : { interpolate: own };
}
