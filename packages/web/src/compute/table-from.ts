import type { Table } from "@conurb/core/contract";
import { tableOfPlain } from "@conurb/core/study";

/** A table as the source sends it: gaps are null. Anything else is handed on as it is. */
export function tableFrom(input: unknown): unknown {
  const table = input as Table | null;
  if (table === null || typeof table !== "object" || !Array.isArray(table.columns) || !Array.isArray(table.key))
    return input;
  return tableOfPlain(table);
}
