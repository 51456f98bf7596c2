import type { Table } from "../contract/table.ts";
import { type FigureColumns, yearlyFigures } from "./yearly-figures.ts";

export interface IndexOptions extends FigureColumns {
  /** `previous-year`: each year against the one before, 上年=100. `fixed`: all years against one, whichever it is. */
  readonly kind: "previous-year" | "fixed";
  /** What stands for no change in an index of `previous-year`; 100 if left out. */
  readonly scale?: number;
}

/** How much an index says that a year is of the base year; `NaN` where a figure on the way is missing. */
export interface PriceIndex {
  readonly everywhere: boolean;
  relativeTo(base: number, place: string, year: number): number;
}

/** Reads a table of index figures by year, and by place where it has places. Those against the previous year are chained. */
export function priceIndex(table: Table, { kind, scale = 100, ...columns }: IndexOptions): PriceIndex {
  const { everywhere, at } = yearlyFigures(table, columns);
  const chained = (place: string, from: number, to: number) => {
    let product = 1;
    for (let year = from + 1; year <= to && product > 0; year += 1) product *= at(place, year) / scale;
    return product;
  };
  return {
    everywhere,
    relativeTo: (base, place, year) => {
      if (!Number.isInteger(year)) return Number.NaN;
      if (kind === "fixed") return at(place, year) / at(place, base);
      return year >= base ? chained(place, base, year) : 1 / chained(place, year, base);
    },
  };
}
