import type { Table } from "@conurb/core/contract";
import { type CsvOptions, type DecodedCsv, decodeCsv } from "./decode-csv.ts";
import { looksLike } from "./looks-like.ts";
import { readBytes } from "./read-file.ts";
import { decodeParquet } from "./read-parquet.ts";

export interface ReadOptions extends CsvOptions {
  /** What refusals and the source of the table call the file; its path unless given. */
  readonly name?: string;
}

/** A file's contents: cells still to be typed (CSV, TSV), or a table whose types the file itself knows (Parquet). */
export type FileData = ({ readonly kind: "cells" } & DecodedCsv) | { readonly kind: "table"; readonly table: Table };

/** Reads a data file by its contents, not by its name's ending, and refuses what it cannot read, saying what it looks like. */
export async function readData(path: string, options: ReadOptions = {}): Promise<FileData> {
  const { name = path, ...csv } = options;
  const bytes = await readBytes(path, name);
  if (looksLike(bytes).kind === "parquet") return { kind: "table", table: await decodeParquet(bytes, name) };
  return { kind: "cells", ...(await decodeCsv(bytes, name, csv)) };
}

/** Reads a CSV or TSV file; Parquet is refused here. */
export async function readCells(path: string, options: ReadOptions = {}): Promise<DecodedCsv> {
  const { name = path, ...csv } = options;
  return decodeCsv(await readBytes(path, name), name, csv);
}
