export type DialectName = "duckdb" | "trino";
export type SqlValue = string | number | bigint | null;

/** One statement with its bound parameters. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/** An engine that runs statements of its dialect. */
export interface SqlPort {
  readonly dialect: DialectName;
  /** One entry a column, text and integers exact. */
  run(statement: Statement): Promise<Readonly<Record<string, readonly SqlValue[]>>>;
  close(): Promise<void>;
}
