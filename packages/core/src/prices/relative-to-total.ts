import type { Column, NumberColumn, PriceBasis, Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { carried, cellsOf, requireCurrent, requireMoney, titleIn } from "./price-basis.ts";
import { yearlyFigures } from "./yearly-figures.ts";

export interface RelativeOptions {
  readonly values: readonly string[];
  /** Column of the totals. Left out, the role `value`. */
  readonly total?: string;
  readonly year?: string;
  /** The year whose total every year's total is brought to. */
  readonly base: number;
  /** What the total is of, such as the United Kingdom. */
  readonly by: Text;
}

/**
 * Money beside a total of the same year, in the size of the base year: x_t T_base / T_t. Inflation that all places share
 * cancels, and so does their common real growth: what is left is each place's growth beside the total's. It stands in for
 * a deflator where there is none, and is labelled `relative`, never constant prices.
 */
export function relativeToTotal(
  table: Table,
  totals: Table,
  { values, total, year, base, by }: RelativeOptions,
): { readonly table: Table; readonly missing: readonly number[] } {
  const known = yearlyFigures(totals, total === undefined ? {} : { value: total });
  const years = cellsOf(table, "year", year).map(Number);
  const factor = (each: number) => known.at("", base) / known.at("", each);
  const made = new Map(
    values.map((name): [string, NumberColumn] => {
      const { origins: _, ...column } = requireMoney(table, name);
      requireCurrent(table, column);
      const prices: PriceBasis = { basis: "relative", base, by, ...carried(column.prices) };
      const relative = column.values.map((value, row) => value * factor(years[row] as number));
      return [name, { ...column, values: relative, prices, ...titleIn(column, prices) }];
    }),
  );
  const missing = [...new Set(years)].filter((each) => Number.isNaN(factor(each))).sort((a, b) => a - b);
  return {
    table: { ...table, columns: table.columns.map((column): Column => made.get(column.name) ?? column) },
    missing,
  };
}
