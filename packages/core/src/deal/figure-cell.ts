import { findColumn, type Table } from "../contract/table.ts";

/** Which number of the study is meant: `study/ANALYSIS.SCALAR`, `study/ANALYSIS.TABLE[KEYS].COLUMN`, `study/DATASET[KEYS].COLUMN`. */
export interface FigureCell {
  /** Analysis or dataset. */
  readonly of: string;
  readonly scalar?: string;
  readonly table?: string;
  readonly keys?: readonly string[];
  readonly column?: string;
}

const pattern = /^study\/([A-Za-z][\w-]*)(?:\.([A-Za-z][\w-]*))?(?:\[([^\]]+)\]\.([A-Za-z][\w-]*))?$/;

export function figureCell(from: string): FigureCell | undefined {
  const found = pattern.exec(from.trim());
  if (found === null) return undefined;
  const [, of, middle, keys, column] = found as unknown as [string, string, string?, string?, string?];
  if (keys === undefined) return middle === undefined ? undefined : { of, scalar: middle };
  return {
    of,
    ...(middle === undefined ? {} : { table: middle }),
    keys: keys.split(",").map((key) => key.trim()),
    ...(column === undefined ? {} : { column }),
  };
}

export type FoundCell =
  | { readonly value: number; readonly unit: string }
  | { readonly missing: "column" | "row" | "rows" | "gap"; readonly known: readonly string[] };

/** The one row whose key columns hold these keys, in their order; a gap is not a number. */
export function cellIn(table: Table, { keys = [], column = "" }: FigureCell): FoundCell {
  const wanted = findColumn(table, column);
  if (wanted?.kind !== "number")
    return { missing: "column", known: table.columns.filter(({ kind }) => kind === "number").map(({ name }) => name) };
  const keyNames =
    table.key.length > 0 ? table.key : table.columns.filter(({ kind }) => kind === "label").map(({ name }) => name);
  const columns = keyNames.flatMap((name) => findColumn(table, name) ?? []);
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter((row) =>
    keys.every((key, at) => String(columns[at]?.values[row] ?? "") === key),
  );
  if (rows.length === 0 || keys.length > columns.length) return { missing: "row", known: keyNames };
  if (rows.length > 1) return { missing: "rows", known: keyNames };
  const value = wanted.values[rows[0]];
  return Number.isNaN(value) ? { missing: "gap", known: [] } : { value, unit: wanted.unit };
}
