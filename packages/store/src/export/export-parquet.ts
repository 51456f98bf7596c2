import { open } from "node:fs/promises";
import type { Column, Table } from "@conurb/core/contract";
import { canonicalJson } from "@conurb/core/contract";
import type { DuckDBConnection } from "@duckdb/node-api";
import { refusal } from "../refuse.ts";
import { replaceAtomic } from "../results/write-atomic.ts";
import { literal, readLiteral } from "../sql/duckdb-literal.ts";

/** Writes a table as Parquet, whole or not at all; its key, units and titles travel in the file's metadata as `conurb`. */
export async function writeParquet(table: Table, path: string): Promise<void> {
  await replaceAtomic(path, (temporary) =>
    withEngine(path, async (connection) => {
      const columns = table.columns.map(({ name, kind }) => `${named(name)} ${typeOf(kind)}`);
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
      await connection.run(`COPY exported TO ${literal(temporary)} (${options(table)})`);
    }),
  );
}

/** A table without its rows. */
type Described = Pick<Table, "name" | "title" | "key"> & {
  readonly columns: readonly Pick<Column & { unit?: string }, "name" | "title" | "kind" | "unit">[];
};

/** The same of a CSV file that `csvLine` wrote, of any size: it is read as a stream, in the order of its rows. */
export async function copyCsvToParquet(csv: string, table: Described, path: string): Promise<void> {
  await withEngine(path, async (connection) => {
    const types = table.columns.map(({ name, kind }) => `${literal(name)}: ${literal(typeOf(kind))}`);
    const told = ["header = true", "delim = ','", `quote = '"'`, `escape = '"'`, "nullstr = ''", "auto_detect = false"];
    const reader = `read_csv(${readLiteral(csv)}, ${told.join(", ")}, columns = {${types.join(", ")}})`;
    await connection.run("SET memory_limit = '512MB'");
    await connection.run(`COPY (SELECT * FROM ${reader}) TO ${literal(path)} (${options(table)})`);
  });
}

async function withEngine(path: string, work: (connection: DuckDBConnection) => Promise<void>): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    threads: "1",
  });
  const connection = await instance.connect();
  try {
    await work(connection);
  } catch (error) {
    throw engineWroteNot(error, path);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const typeOf = (kind: Column["kind"]): string => (kind === "number" ? "DOUBLE" : "VARCHAR");
const options = (table: Described): string =>
  `FORMAT parquet, USE_TMP_FILE false, KV_METADATA { conurb: ${literal(metadata(table))} }`;

/** The engine says in words what the file system says in codes. */
function engineWroteNot(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !error.message.startsWith("IO Error")) return error;
  if (/no space left/i.test(error.message)) return refusal("disk-full", { file }, { file });
  return refusal("disk-failed", { file, reason: error.message.split("\n")[0] as string }, { file });
}

const isGap = (column: Column, row: number): boolean =>
  column.kind === "number" ? Number.isNaN(column.values[row]) : column.values[row] === null;

function metadata({ name, title, key, columns }: Described): string {
  const described = columns.map((column) => ({
    name: column.name,
    title: column.title,
    ...(column.unit === undefined ? {} : { unit: column.unit }),
  }));
  return canonicalJson({ name, title, key, columns: described });
}
