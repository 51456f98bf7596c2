import type { Table } from "@conurb/core/contract";
import { tableToCsv, withFlagColumns } from "@conurb/core/tables";
import { writeAtomic, writeParquet } from "@conurb/store";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";

export function requireTidyName(path: string): void {
  if (!/\.(csv|parquet)$/.test(path)) throw new UsageError(say("import-format", { file: path }));
}

/** Writes a table as CSV or Parquet, the flags of its figures in columns of their own. */
export async function writeTable(given: Table, path: string): Promise<void> {
  requireTidyName(path);
  const table = { ...given, columns: withFlagColumns(given) };
  if (path.endsWith(".parquet")) await writeParquet(table, path);
  else await writeAtomic(path, tableToCsv(table));
}

/** The file of a page's further tables: `gdp.csv`, `gdp-2.csv`. */
export const tidyName = (path: string, at: number): string =>
  at === 0 ? path : path.replace(/(\.[a-z]+)$/, `-${at + 1}$1`);
