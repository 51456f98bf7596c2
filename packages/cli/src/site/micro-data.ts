import { findColumn, type Table } from "@conurb/core/contract";
import { roleNames } from "../role-names.ts";

/** The parts that tell one aggregate from another. */
const parts = ["place", "from", "to", "year", "industry", "variable"] as const;

/**
 * Whether a table holds single firms, persons or points: nothing in it says which place, year or industry a row is of, or
 * several rows are of the same.
 */
export function isMicroData(table: Table): boolean {
  const key = parts.flatMap((part) => {
    const named = table.roles?.[part];
    if (typeof named === "string") return [named];
    const pattern = part === "variable" ? /^(variable|指标)$/i : roleNames[part];
    return table.columns.filter(({ name }) => pattern.test(name)).map(({ name }) => name);
  });
  const columns = [...new Set(key)].flatMap((name) => findColumn(table, name) ?? []);
  if (columns.length === 0) return true;
  const seen = new Set(
    Array.from({ length: table.rows }, (_, row) => JSON.stringify(columns.map(({ values }) => values[row]))),
  );
  return seen.size < table.rows;
}
