import type { Text } from "../language/text.ts";
import type { PageRemarks } from "./page-remarks.ts";

/**
 * In whose prices a column of money is: of each year; of one year; of one year by chained links, whose parts do not add up;
 * or beside a total of the same year, in which prices cancel.
 */
export interface PriceBasis {
  readonly basis: "current" | "constant" | "chained" | "relative";
  /** The year of constant or chained prices. */
  readonly base?: number;
  /** Who says so, or by which figures it was worked out. */
  readonly by?: Text;
  /** How it came from another currency. */
  readonly converted?: { readonly kind: "exchange-rate" | "ppp"; readonly by: Text; readonly year?: number };
}

/** Values are `NaN` where missing, never 0. `lines` names the file row of each cell where cells come from different rows. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly title?: Text;
  readonly unit: string;
  readonly values: Float64Array;
  readonly flags?: readonly (string | null)[];
  readonly lines?: Uint32Array;
  /** The cell of the workbook that each value was read from, as `packOrigin` writes it; 0 for none. */
  readonly origins?: Float64Array;
  /** Of money, where it is known. */
  readonly prices?: PriceBasis;
}

export interface LabelColumn {
  readonly kind: "label";
  readonly name: string;
  readonly title?: Text;
  readonly values: readonly (string | null)[];
}

export type Column = NumberColumn | LabelColumn;

/** Where a table was read from: the dataset's name in the study, the file and the file's own hash. */
export interface Source {
  readonly dataset: string;
  readonly file?: string;
  readonly sha256?: string;
  readonly cite?: readonly string[];
  /** The sheets of a workbook that `origins` count from 0. */
  readonly sheets?: readonly string[];
  /** Sparse, by origin: what the cell holds where it is not the figure as it stands. */
  readonly raw?: Readonly<Record<string, string>>;
  /** Of a page that was read by a layout: its notes, and its totals against their parts. */
  readonly page?: PageRemarks;
}

/** Which column plays which part, such as `{ place: "code", values: ["gdp", "va_primary"] }`. */
export type Roles = Readonly<Record<string, string | readonly string[]>>;

/** A typed table of columns of one length: the only shape in which data move between methods. */
export interface Table {
  readonly name: string;
  readonly title?: Text;
  readonly rows: number;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly roles?: Roles;
  readonly source?: Source;
  /** The file row of each table row. */
  readonly lines?: Uint32Array;
}

export function numbers(
  name: string,
  unit: string,
  values: ArrayLike<number>,
  more: {
    title?: Text;
    flags?: readonly (string | null)[];
    lines?: Uint32Array;
    origins?: Float64Array;
    prices?: PriceBasis;
  } = {},
): NumberColumn {
  return { kind: "number", name, unit, values: Float64Array.from(values), ...more };
}

export function labels(name: string, values: readonly (string | null)[], title?: Text): LabelColumn {
  return title === undefined ? { kind: "label", name, values } : { kind: "label", name, values, title };
}

/** Builds a table and holds it to equal lengths, a name a column and known keys: a break here is a bug of the caller. */
export function makeTable(
  name: string,
  key: readonly string[],
  columns: readonly Column[],
  more: { title?: Text; roles?: Roles; source?: Source; lines?: Uint32Array } = {},
): Table {
  const rows = columns[0]?.values.length ?? 0;
  for (const column of columns) {
    if (column.values.length !== rows) {
      throw new Error(`table ${name}: column ${column.name} has ${column.values.length} rows, expected ${rows}`);
    }
  }
  const names = new Set<string>();
  for (const { name: column } of columns) {
    if (names.has(column)) throw new Error(`table ${name}: two columns are called ${column}`);
    names.add(column);
  }
  for (const part of key) {
    if (!names.has(part)) throw new Error(`table ${name}: no key column ${part}`);
  }
  return { name, rows, key, columns, ...more };
}

/** How a column, or a few that belong together, comes from the rows that a table is made of. */
export interface ColumnsOf<Row> {
  readonly names: readonly string[];
  readonly from: (rows: readonly Row[]) => readonly Column[];
}

/** A table as a list of columns, each with what it takes from a row. A key column that `ifAny` leaves out leaves the key. */
export function tableOf<Row>(
  name: string,
  key: readonly string[],
  rows: readonly Row[],
  columns: readonly ColumnsOf<NoInfer<Row>>[],
  more: Parameters<typeof makeTable>[3] = {},
): Table {
  const made = columns.flatMap((each) => each.from(rows));
  const there = new Set(made.map((column) => column.name));
  const leftOut = new Set(columns.flatMap(({ names }) => names).filter((each) => !there.has(each)));
  const keyThere = key.filter((part) => !leftOut.has(part));
  return makeTable(name, keyThere, made, more);
}

/** A column of numbers; `undefined` is a gap. */
export function numberOf<Row>(
  name: string,
  unit: string,
  title: Text,
  pick: (row: Row) => number | undefined,
): ColumnsOf<Row> {
  return {
    names: [name],
    from: (rows) => [
      numbers(
        name,
        unit,
        rows.map((row) => pick(row) ?? Number.NaN),
        { title },
      ),
    ],
  };
}

/** A column of labels that are names already, or are looked up by whoever shows them (places, groups). */
export function labelOf<Row>(name: string, title: Text, pick: (row: Row) => string | null | undefined): ColumnsOf<Row> {
  return {
    names: [name],
    from: (rows) => [
      labels(
        name,
        rows.map((row) => pick(row) ?? null),
        title,
      ),
    ],
  };
}

/** Words in both languages, as the columns `name_en` and `name_zh`. */
export function wordsOf<Row>(name: string, title: Text, words: (row: Row) => Text | null): ColumnsOf<Row> {
  const titles = { en: { en: title.en, zh: `${title.zh}（英文）` }, zh: { en: `${title.en} (Chinese)`, zh: title.zh } };
  const column = (language: "en" | "zh", rows: readonly Row[]) =>
    labels(
      `${name}_${language}`,
      rows.map((row) => words(row)?.[language] ?? null),
      titles[language],
    );
  return { names: [`${name}_en`, `${name}_zh`], from: (rows) => [column("en", rows), column("zh", rows)] };
}

/** A code and what it is called: the columns `name`, `name_en` and `name_zh`. */
export function codeOf<Row>(
  name: string,
  title: Text,
  code: (row: Row) => string | null,
  words: (row: Row) => Text | null,
): ColumnsOf<Row> {
  const codes = labelOf(name, { en: `${title.en} (code)`, zh: `${title.zh}（代码）` }, code);
  const called = wordsOf(name, title, words);
  return {
    names: [...codes.names, ...called.names],
    from: (rows) => [...codes.from(rows), ...called.from(rows)],
  };
}

/** Columns that are there only where some row has a value for them, such as the year of a cross-section. */
export function ifAny<Row>({ names, from }: ColumnsOf<Row>): ColumnsOf<Row> {
  const has = (column: Column) =>
    column.kind === "label" ? column.values.some((each) => each !== null) : !column.values.every(Number.isNaN);
  return { names, from: (rows) => from(rows).filter(has) };
}

export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** The rows at `order`, in that order, with flags and file rows kept. */
export function takeRows(table: Table, order: ArrayLike<number>): Table {
  const pick = <T>(values: readonly T[]): T[] => Array.from(order, (row) => values[row] as T);
  const columns = table.columns.map((column): Column => {
    if (column.kind === "label") return { ...column, values: pick(column.values) };
    return {
      ...column,
      values: Float64Array.from(order, (row) => column.values[row] as number),
      ...(column.flags ? { flags: pick(column.flags) } : {}),
      ...(column.lines
        ? { lines: Uint32Array.from(order, (row) => (column.lines as Uint32Array)[row] as number) }
        : {}),
      ...(column.origins
        ? { origins: Float64Array.from(order, (row) => (column.origins as Float64Array)[row] as number) }
        : {}),
    };
  });
  const { lines } = table;
  return {
    ...table,
    rows: order.length,
    columns,
    ...(lines ? { lines: Uint32Array.from(order, (row) => lines[row] as number) } : {}),
  };
}
