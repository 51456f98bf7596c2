import { type Column, findColumn, type NumberColumn, type PriceBasis, type Table } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { requireColumn } from "../tables/require-column.ts";
import { carried, cellsIfAny, cellsOf, requireCurrent, requireMoney, titleIn } from "./price-basis.ts";
import { type IndexOptions, priceIndex } from "./price-index.ts";

export interface DeflateOptions {
  /** Columns of money at current prices. */
  readonly values: readonly string[];
  /** The year whose prices are wanted. */
  readonly base: number;
  readonly index: IndexOptions;
  /**
   * `price`: the index is of prices, and figures are divided by it. `volume`: it is of the quantity itself, as the index of gross
   * regional product (上年=100) is, and carries the base year's figure to the other years.
   */
  readonly of?: "price" | "volume";
  /** Column by which a row finds its deflator: its place, or the province that it lies in. Left out, the role `place`. */
  readonly place?: string;
  readonly year?: string;
  /** Whose deflators these are, as a result has to say. */
  readonly by: Text;
}

export interface MissingDeflator {
  readonly place: string;
  readonly years: readonly number[];
}

export interface Deflated {
  readonly table: Table;
  /** Places and years whose figures became gaps, because a deflator, or a figure of the base year, is missing. */
  readonly missing: readonly MissingDeflator[];
}

/**
 * Money of each year in the prices of one.
 *
 *   price:   real_t = nominal_t / (P_t / P_base)        volume:  real_t = nominal_base V_t / V_base
 *
 * An index against the previous year is chained. A missing link makes gaps, never a guess, and what is a gap stays one.
 */
export function deflate(table: Table, deflators: Table, options: DeflateOptions): Deflated {
  const { values, base, of = "price", by } = options;
  const index = priceIndex(deflators, options.index);
  const years = cellsOf(table, "year", options.year).map(Number);
  const where = index.everywhere ? undefined : cellsOf(table, "place", options.place);
  const relative = years.map((year, row) => index.relativeTo(base, where?.[row] ?? "", year));
  const prices: PriceBasis = { basis: "constant", base, by };
  const columns = values.map((name) => {
    const column = requireMoney(table, name);
    requireCurrent(table, column);
    const nominal = of === "price" ? column.values : baseFigures(table, column, options);
    const real = nominal.map((value, row) =>
      of === "price" ? value / (relative[row] as number) : told(column, row) * value * (relative[row] as number),
    );
    return madeOf(column, real, { ...prices, ...carried(column.prices) });
  });
  const made = new Map(columns.map((column) => [column.name, column]));
  const named = where ?? cellsIfAny(table, "place", options.place) ?? years.map(() => "");
  return {
    table: { ...table, columns: table.columns.map((column): Column => made.get(column.name) ?? column) },
    missing: missingBy(columns, values.map((name) => requireColumn(table, name)) as NumberColumn[], named, years),
  };
}

/** 1, or nothing where the column has no figure of its own. */
const told = (column: NumberColumn, row: number): number => (Number.isNaN(column.values[row]) ? Number.NaN : 1);

/** Figures that were worked out stand in no cell of the file any more. */
function madeOf(column: NumberColumn, values: Float64Array, prices: PriceBasis): NumberColumn {
  const { origins: _, ...rest } = column;
  return { ...rest, values, prices, ...titleIn(column, prices) };
}

/** For each row, the figure of the base year of the same place, and of the same of everything else in the key. */
function baseFigures(table: Table, column: NumberColumn, { base, place, year }: DeflateOptions): Float64Array {
  const rowOf = baseRows(table, base, { place, year });
  return Float64Array.from({ length: table.rows }, (_, row) => {
    const at = rowOf(row);
    return at === undefined ? Number.NaN : (column.values[at] as number);
  });
}

/**
 * The row of the base year that stands for the same as another row: by the table's key, else by its own place and industry. The
 * column by which a row finds its deflator tells rows apart only where there is no place: many lie in one province.
 */
export function baseRows(
  table: Table,
  base: number,
  { place, year }: { readonly place?: string | undefined; readonly year?: string | undefined } = {},
): (row: number) => number | undefined {
  const named = (role: string) => {
    const column = table.roles?.[role];
    return typeof column === "string" ? column : role;
  };
  const yearName = year ?? named("year");
  const declared = table.key.filter((name) => name !== yearName);
  const own = ["place", "industry"].map(named).filter((name) => findColumn(table, name) !== undefined);
  const keys = declared.length > 0 ? declared : own.length > 0 || place === undefined ? own : [place];
  const parts = keys.map((name) => cellsOf(table, name, name));
  const keyOf = (row: number) => JSON.stringify(parts.map((cells) => cells[row]));
  const rows = new Map<string, number>();
  cellsOf(table, "year", year).forEach((each, row) => {
    if (Number(each) === base) rows.set(keyOf(row), row);
  });
  return (row) => rows.get(keyOf(row));
}

function missingBy(
  made: readonly NumberColumn[],
  given: readonly NumberColumn[],
  places: readonly string[],
  years: readonly number[],
): MissingDeflator[] {
  const found = new Map<string, Set<number>>();
  years.forEach((year, row) => {
    const lost = made.some(({ values }, at) => Number.isNaN(values[row]) && !Number.isNaN(given[at]?.values[row]));
    if (!lost) return;
    const place = places[row] ?? "";
    found.set(place, (found.get(place) ?? new Set()).add(year));
  });
  return [...found].map(([place, lacking]) => ({ place, years: [...lacking].sort((a, b) => a - b) }));
}
