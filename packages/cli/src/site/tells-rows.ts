import type { MethodResult, Table } from "@conurb/core/contract";

/** A table of micro-data that stays at home: how many rows it has, and what they are called. */
export interface KeptRows {
  readonly of: string;
  readonly rows: number;
  readonly names: ReadonlySet<string>;
}

/** A column of labels that tells rows apart rather than sorting them: more than half of what it holds is there once. */
export function keptRows(of: string, table: Table): KeptRows {
  const names = new Set<string>();
  for (const column of table.columns) {
    if (column.kind !== "label") continue;
    const distinct = new Set(column.values.filter((value) => value !== null && value !== ""));
    if (2 * distinct.size > table.rows) for (const value of distinct) names.add(value as string);
  }
  return { of, rows: table.rows, names };
}

/** Whether a result tells single rows of micro-data: a table of it names them, or is as long as they are. */
export function tellsRows({ tables }: MethodResult, kept: readonly KeptRows[]): boolean {
  return tables.some(({ rows, columns }) =>
    kept.some(
      (micro) =>
        rows >= micro.rows ||
        columns.some(({ kind, values }) => kind === "label" && values.some((value) => micro.names.has(String(value)))),
    ),
  );
}
