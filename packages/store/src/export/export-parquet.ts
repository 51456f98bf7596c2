import { open } from "node:fs/promises";
import type { Column, Table } from "@conurb/core/contract";
import { canonicalJson } from "@conurb/core/contract";
import { refusal } from "../refuse.ts";
import { replaceAtomic } from "../results/write-atomic.ts";
import { literal } from "../sql/duckdb-literal.ts";

/** Writes a table as Parquet, whole or not at all; its key, units and titles travel in the file's metadata as `conurb`. */
export async function writeParquet(table: Table, path: string): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  await replaceAtomic(path, async (temporary) => {
    const instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      threads: "1",
    });
    const connection = await instance.connect();
    try {
      const columns = table.columns.map(
        ({ name, kind }) => `"${name.replaceAll('"', '""')}" ${kind === "number" ? "DOUBLE" : "VARCHAR"}`,
      );
      await connection.run(`CREATE TABLE exported (${columns.join(", ")})`);
      const appender = await connection.createAppender("exported");
      for (let row = 0; row < table.rows; row += 1) {
        for (const column of table.columns) {
          const value = column.values[row];
          if (isGap(column, row)) appender.appendNull();
          else if (typeof value === "number") appender.appendDouble(value);
          else appender.appendVarchar(value as string);
        }
        appender.endRow();
      }
      appender.closeSync();
      await (await open(temporary, "wx")).close();
      const options = `FORMAT parquet, USE_TMP_FILE false, KV_METADATA { conurb: ${literal(metadata(table))} }`;
      await connection.run(`COPY exported TO ${literal(temporary)} (${options})`);
    } catch (error) {
      throw engineWroteNot(error, path);
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
}

/** The engine says in words what the file system says in codes. */
function engineWroteNot(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !error.message.startsWith("IO Error")) return error;
  if (/no space left/i.test(error.message)) return refusal("disk-full", { file }, { file });
  return refusal("disk-failed", { file, reason: error.message.split("\n")[0] as string }, { file });
}

const isGap = (column: Column, row: number): boolean =>
  column.kind === "number" ? Number.isNaN(column.values[row]) : column.values[row] === null;

function metadata({ name, title, key, columns }: Table): string {
  const described = columns.map((column) => ({
    name: column.name,
    title: column.title,
    ...(column.kind === "number" ? { unit: column.unit } : {}),
  }));
  return canonicalJson({ name, title, key, columns: described });
}
