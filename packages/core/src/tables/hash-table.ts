import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalJson } from "../contract/canonical.ts";
import type { Column, Table } from "../contract/table.ts";

const batch = 4096;

/**
 * sha256 of the canonical typed table: the same for any order of rows and columns. Names, kinds, units, values and flags
 * count; titles, file rows, key, roles and source do not.
 *
 * The bytes: one line of canonical JSON for the columns, sorted by name; then one line a row, sorted as text.
 */
export function hashTable(table: Table): string {
  const columns = [...table.columns].sort((a, b) => (a.name < b.name ? -1 : 1));
  const heads = columns.map((column) =>
    column.kind === "number"
      ? { kind: column.kind, name: column.name, unit: column.unit, flagged: isFlagged(column) }
      : { kind: column.kind, name: column.name },
  );
  const writers = columns.map(cellWriter);
  const rows = Array.from({ length: table.rows }, (_, row) => writers.map((write) => write(row)).join(",")).sort();
  const hash = sha256.create().update(utf8ToBytes(`${canonicalJson(heads)}\n`));
  for (let start = 0; start < rows.length; start += batch) {
    hash.update(utf8ToBytes(`${rows.slice(start, start + batch).join("\n")}\n`));
  }
  return bytesToHex(hash.digest());
}

const isFlagged = (column: Column): boolean =>
  column.kind === "number" && (column.flags?.some((flag) => flag !== null) ?? false);

function cellWriter(column: Column): (row: number) => string {
  if (column.kind === "label") return (row) => JSON.stringify(column.values[row] ?? null);
  const value = (row: number) => canonicalNumber(column.values[row] as number);
  if (!isFlagged(column)) return value;
  return (row) => `${value(row)},${JSON.stringify(column.flags?.[row] ?? null)}`;
}

function canonicalNumber(value: number): string {
  return Number.isFinite(value) ? String(value) : canonicalJson(value);
}
