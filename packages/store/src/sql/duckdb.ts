import { access, constants, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { asRefusal } from "../decode/read-file.ts";
import { refusal } from "../refuse.ts";
import { literal, readLiteral } from "./duckdb-literal.ts";
import type { SqlPort, SqlValue, Statement } from "./port.ts";
import { snakeCase } from "./portable.ts";

export interface DuckDbOptions {
  /** Micro-data by the name that queries call them (lower snake case): Parquet or CSV files. */
  readonly files: Readonly<Record<string, string>>;
  /** All that the machine has unless given. Results do not depend on it. */
  readonly threads?: number;
}

/** DuckDB in memory over `files` and nothing else: no network, no extension, no other file. */
export async function openDuckDb({ files, threads }: DuckDbOptions): Promise<SqlPort> {
  for (const [name, path] of Object.entries(files)) {
    if (!snakeCase.test(name)) throw refusal("sql-name", { name });
    await mustBeReadable(path);
  }
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    temp_directory: "",
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  const connection = await instance.connect();
  const close = async () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    // it asks for the file as it is named, and as it is found by that
    const paths = Object.values(files).flatMap((path) => [literal(resolve(path)), readLiteral(resolve(path))]);
    for (const [name, path] of Object.entries(files)) await view(connection, name, path);
    await connection.run(`SET allowed_paths = [${paths.join(", ")}]`);
    await connection.run("SET enable_external_access = false");
    await connection.run("SET lock_configuration = true");
  } catch (error) {
    await close();
    throw error;
  }
  return { dialect: "duckdb", run: (statement) => run(connection, statement), close };
}

/** CSV is read as text, so that codes keep their zeros and decimals become DECIMAL without passing through a double. */
async function view(connection: DuckDBConnection, name: string, path: string): Promise<void> {
  const file = readLiteral(resolve(path));
  const reader = /\.parquet$/i.test(path)
    ? `read_parquet(${file})`
    : `read_csv(${file}, header = true, all_varchar = true, strict_mode = true)`;
  try {
    await connection.run(`CREATE VIEW "${name}" AS SELECT * FROM ${reader}`);
  } catch (error) {
    throw refusal("sql-file", { file: path, reason: firstLine(error) }, { file: path });
  }
}

async function run(connection: DuckDBConnection, { sql, parameters }: Statement) {
  try {
    const prepared = await connection.prepare(sql);
    try {
      prepared.bind(
        parameters.map((value) => (typeof value === "number" && Number.isInteger(value) ? BigInt(value) : value)),
      );
      const result = await prepared.stream();
      const names = result.columnNames();
      const columns: Record<string, SqlValue[]> = Object.fromEntries(names.map((name) => [name, []]));
      for (
        let chunk = await result.fetchChunk();
        chunk !== null && chunk.rowCount > 0;
        chunk = await result.fetchChunk()
      ) {
        names.forEach((name, at) => {
          const values = chunk?.getColumnValues(at) ?? [];
          const column = columns[name] as SqlValue[];
          for (const value of values) column.push(value as SqlValue);
        });
      }
      return columns;
    } finally {
      prepared.destroySync();
    }
  } catch (error) {
    throw engineRefusal(error);
  }
}

function engineRefusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const reason = firstLine(error);
  if (/^(Binder|Catalog) Error/.test(reason)) return refusal("sql-column-unknown", { reason });
  if (/^(Conversion|Out of Range) Error/.test(reason)) return refusal("sql-value", { reason });
  if (/^(Invalid Input|IO) Error/.test(reason)) return refusal("sql-refused", { reason });
  return error;
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";

async function mustBeReadable(path: string): Promise<void> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw refusal("file-is-folder", { file: path }, { file: path });
    await access(path, constants.R_OK);
  } catch (error) {
    throw asRefusal(error, path);
  }
}
