import { InputError } from "../../contract/errors.ts";
import { type Column, findColumn, type Table, takeRows } from "../../contract/table.ts";
import { roleColumn } from "../places.ts";

/**
 * A dataset whose revision comes from one edition and whose years come from another: rows of the years that both have are
 * those of `revised`, rows of the years that only `dated` has come with it. Tables without years are `revised` whole.
 */
export function mixTables(revised: Table, dated: Table): Table {
  if (revised === dated) return revised;
  const [own, other] = [yearsIn(revised), yearsIn(dated)];
  if (own === undefined || other === undefined) return revised;
  const [ownYears, otherYears] = [new Set(own), new Set(other)];
  const kept = takeRows(
    revised,
    rowsWhere(own, (year) => otherYears.has(year)),
  );
  const added = takeRows(
    dated,
    rowsWhere(other, (year) => !ownYears.has(year)),
  );
  if (added.rows === 0) return kept;
  return kept.rows === 0 ? added : stacked(kept, added);
}

/** The years that two editions of a dataset both have, as one of them has them. */
export function commonYears(table: Table, other: Table): Table {
  const [own, years] = [yearsIn(table), yearsIn(other)];
  if (own === undefined || years === undefined) return table;
  const both = new Set(years);
  return takeRows(
    table,
    rowsWhere(own, (year) => both.has(year)),
  );
}

export function yearsIn(table: Table): Float64Array | undefined {
  const column = roleColumn(table, "year");
  return column?.kind === "number" ? column.values : undefined;
}

function rowsWhere(years: Float64Array, keep: (year: number) => boolean): number[] {
  return Array.from(years.keys()).filter((row) => keep(years[row] as number));
}

/** One under the other; a column that the lower one lacks is a gap there. Two units for one column cannot be stacked. */
function stacked(upper: Table, lower: Table): Table {
  const gap = <T>(value: T): T[] => new Array<T>(lower.rows).fill(value);
  const columns = upper.columns.map((column): Column => {
    const below = findColumn(lower, column.name);
    if (column.kind === "label") {
      const values = below === undefined ? gap(null) : Array.from(below.values as ArrayLike<unknown>, labelOf);
      return { ...column, values: [...column.values, ...values] };
    }
    if (below !== undefined && (below.kind !== "number" || below.unit !== column.unit))
      throw unlike(upper, column.name);
    const flags = (of: typeof column | undefined, rows: number) => of?.flags ?? new Array<null>(rows).fill(null);
    const { lines: _, origins: __, ...plain } = column;
    const values = Float64Array.from([...column.values, ...(below?.values ?? gap(Number.NaN))]);
    const isFlagged = column.flags !== undefined || below?.flags !== undefined;
    return {
      ...plain,
      values,
      ...(isFlagged ? { flags: [...flags(column, upper.rows), ...flags(below, lower.rows)] } : {}),
    };
  });
  const { lines: _, ...table } = upper;
  return { ...table, rows: upper.rows + lower.rows, columns };
}

const labelOf = (value: unknown): string | null => (value === null || Number.isNaN(value) ? null : String(value));

function unlike(table: Table, column: string): InputError {
  const text = {
    en: `${table.name}: column ${column} has another unit or kind in the other edition`,
    zh: `${table.name}：列 ${column} 在另一版中单位或类型不同`,
  };
  return new InputError({ code: "editions-unlike", text });
}
