import type { Text } from "../language/text.ts";

/** Values are `NaN` where missing, never 0. `lines` names the file row of each cell where cells come from different rows. */
export interface NumberColumn {
  readonly kind: "number";
  readonly name: string;
  readonly title?: Text;
  readonly unit: string;
  readonly values: Float64Array;
  readonly flags?: readonly (string | null)[];
  readonly lines?: Uint32Array;
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
  more: { title?: Text; flags?: readonly (string | null)[]; lines?: Uint32Array } = {},
): NumberColumn {
  return { kind: "number", name, unit, values: Float64Array.from(values), ...more };
}

export function labels(name: string, values: readonly (string | null)[], title?: Text): LabelColumn {
  return title === undefined ? { kind: "label", name, values } : { kind: "label", name, values, title };
}

/** Builds a table and holds it to equal lengths and known keys: a break here is a bug of the caller. */
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
  for (const part of key) {
    if (!columns.some((column) => column.name === part)) throw new Error(`table ${name}: no key column ${part}`);
  }
  return { name, rows, key, columns, ...more };
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
