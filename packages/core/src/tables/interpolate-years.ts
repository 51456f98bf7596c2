import { InputError } from "../contract/errors.ts";
import { type Column, findColumn, type NumberColumn, type Table } from "../contract/table.ts";

/** A gap that was filled, and the two rows between whose years it lies. Rows are those of the table, counted from 0. */
export interface FilledGap {
  readonly column: string;
  readonly row: number;
  readonly value: number;
  readonly before: number;
  readonly after: number;
}

export interface Interpolated {
  readonly table: Table;
  readonly filled: readonly FilledGap[];
  /** By column: gaps that stay, because they lie before the first observed year of a place or after its last. */
  readonly left: Readonly<Record<string, number>>;
}

/** The flag of every figure that was filled. */
export const interpolatedFlag = "interpolated";

export interface SeriesColumns {
  readonly year: string;
  /** What tells series apart: the place, and an industry where there is one. */
  readonly by: readonly string[];
}

/**
 * Fills gaps of columns linearly between the nearest observed years of a place on either side, and flags each. Nothing is filled beyond
 * the first or the last observed year, and no row is made: a year that has no row has no gap. Figures that are there stay as they are.
 */
export function interpolateYears(table: Table, columns: readonly string[], { year, by }: SeriesColumns): Interpolated {
  const years = findColumn(table, year)?.values as ArrayLike<number>;
  const series = seriesOf(table, years, by);
  const filled: FilledGap[] = [];
  const left: Record<string, number> = {};
  const made = table.columns.map((column): Column => {
    if (column.kind === "label" || !columns.includes(column.name)) return column;
    const own: FilledGap[] = [];
    let gaps = 0;
    for (const rows of series) {
      const isThere = (row: number) => Number.isFinite(column.values[row]);
      gaps += rows.filter((row) => !isThere(row)).length;
      let before: number | undefined;
      for (const [at, row] of rows.entries()) {
        if (isThere(row)) {
          before = row;
          continue;
        }
        const after = rows.slice(at + 1).find(isThere);
        if (before === undefined || after === undefined) continue;
        own.push({ column: column.name, row, before, after, value: between(column, years, row, before, after) });
      }
    }
    left[column.name] = gaps - own.length;
    filled.push(...own);
    return own.length === 0 ? column : withFilled(column, own);
  });
  return { table: { ...table, columns: made }, filled, left };
}

function between(
  { values }: NumberColumn,
  years: ArrayLike<number>,
  row: number,
  before: number,
  after: number,
): number {
  const [from, to] = [years[before] as number, years[after] as number];
  const share = ((years[row] as number) - from) / (to - from);
  return (values[before] as number) * (1 - share) + (values[after] as number) * share;
}

function withFilled(column: NumberColumn, filled: readonly FilledGap[]): NumberColumn {
  const values = Float64Array.from(column.values);
  const flags = column.flags === undefined ? new Array<string | null>(values.length).fill(null) : [...column.flags];
  for (const { row, value } of filled) {
    values[row] = value;
    const flag = flags[row] ?? null;
    flags[row] = flag === null ? interpolatedFlag : `${flag};${interpolatedFlag}`;
  }
  return { ...column, values, flags };
}

/** The rows of each series by year; rows without a year are in none. */
function seriesOf(table: Table, years: ArrayLike<number>, by: readonly string[]): number[][] {
  const keys = by.map((name) => findColumn(table, name)?.values as ArrayLike<string | number | null>);
  const series = new Map<string, Map<number, number>>();
  for (let row = 0; row < table.rows; row += 1) {
    const year = years[row] as number;
    if (!Number.isFinite(year)) continue;
    const key = keys.map((values) => String(values[row] ?? "")).join("\u0001");
    const own = series.get(key) ?? new Map<number, number>();
    series.set(key, own);
    const twin = own.get(year);
    if (twin !== undefined) throw refused(table, [twin, row], `${key.replaceAll("\u0001", " ")} ${year}`);
    own.set(year, row);
  }
  return [...series.values()].map((own) => [...own].sort(([a], [b]) => a - b).map(([, row]) => row));
}

function refused({ name, source, lines }: Table, rows: readonly [number, number], key: string): InputError {
  const [first, second] = rows.map((row) => lines?.[row] ?? row + 1) as [number, number];
  return new InputError({
    code: "duplicate-key",
    text: {
      en: `${name}: ${key} stands in rows ${first} and ${second}, expected one row a year to interpolate between`,
      zh: `${name}：${key} 同时出现在第 ${first} 行和第 ${second} 行，插值要求每年一行`,
    },
    ...(source?.file === undefined ? {} : { place: { file: source.file, row: second } }),
  });
}
