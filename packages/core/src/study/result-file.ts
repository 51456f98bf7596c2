import { canonicalJson, hashOf } from "../contract/canonical.ts";
import type { MethodResult } from "../contract/invoke.ts";
import type { Column, Table } from "../contract/table.ts";
import { requireFormat } from "./format-number.ts";
import { resultFormat } from "./result-schema.ts";

const formatKey = "conurb-result";

/** A result as its canonical bytes: sorted keys, shortest doubles, gaps as null. Only these bytes are promised. */
export function encodeResult(result: MethodResult): string {
  return `${canonicalJson({ ...result, [formatKey]: resultFormat })}\n`;
}

/** The result behind canonical bytes: null in a number column is a gap again. Refuses a format that it does not know. */
export function decodeResult(text: string): MethodResult {
  const { [formatKey]: format, ...result } = JSON.parse(text) as MethodResult & { readonly [formatKey]?: unknown };
  requireFormat(formatKey, format, resultFormat);
  const scalars = Object.fromEntries(
    Object.entries(result.scalars).map(([name, value]) => [name, value ?? Number.NaN]),
  );
  return { ...result, scalars, tables: result.tables.map(decodeTable) };
}

function decodeTable(table: Table): Table {
  const columns = table.columns.map((column): Column => {
    if (column.kind === "label") return column;
    const values = Float64Array.from(column.values as ArrayLike<number | null>, (value) => value ?? Number.NaN);
    return { ...column, values };
  });
  return { ...table, columns };
}

/** The name under which a result is kept: nothing but what the result depends on goes into it. */
export function resultKey(parts: {
  id: string;
  version: number;
  /** Which build of the methods computes: an upgrade must not answer with what an older one gave. */
  build: string | undefined;
  options: unknown;
  /** Of a method that draws. */
  seed: number | undefined;
  inputs: Readonly<Record<string, unknown>>;
}): string {
  return hashOf(parts);
}
