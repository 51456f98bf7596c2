import type { Problem, Table } from "@conurb/core/contract";
import { message } from "@conurb/core/language";
import { unmatchedValues } from "@conurb/core/study";
import { filterRows } from "@conurb/core/tables";
import { UsageError } from "../exit.ts";
import { say } from "../say.ts";
import { columnMeant, columnSuggestion } from "./column-meant.ts";

/** Which values of a column are kept, as it was written on the command line. */
interface Condition {
  readonly written: string;
  readonly column: string;
  readonly values: string;
}

/**
 * The rows that every `--where COLUMN=VALUE` keeps, as a study's `where` keeps them: any of the values of one column, given
 * with commas or one by one, and all columns at once. A condition holds in every table that has its column.
 */
export function keepRows(tables: ReadonlyMap<string, Table>, asked: readonly string[]): ReadonlyMap<string, Table> {
  if (asked.length === 0) return tables;
  const conditions = asked.map((written) => conditionOf(written, tables));
  return new Map([...tables].map(([input, table]) => [input, kept(input, table, conditions)]));
}

function conditionOf(written: string, tables: ReadonlyMap<string, Table>): Condition {
  const columns = [...new Set([...tables.values()].flatMap(columnsOf))];
  // a column's own name may have a sign of equality in it
  const ends = [...written.matchAll(/[=＝]/g)].map(({ index }) => index);
  const at = ends.find((end) => columnMeant(written.slice(0, end).trim(), columns) !== undefined) ?? ends[0];
  if (at === undefined) throw new UsageError(say("where-form", { written, columns: columns.join(", ") }));
  const column = written.slice(0, at).trim();
  if (columnMeant(column, columns) === undefined) {
    throw new UsageError(
      say("where-column", { column, columns: columns.join(", ") }),
      columnSuggestion(column, columns),
    );
  }
  return { written, column, values: written.slice(at + 1).trim() };
}

const columnsOf = ({ columns }: Table): string[] => columns.map(({ name }) => name);

function kept(input: string, table: Table, conditions: readonly Condition[]): Table {
  const where: Record<string, string[]> = Object.create(null);
  for (const { column: name, values } of conditions) {
    const column = columnMeant(name, columnsOf(table));
    if (column !== undefined) where[column] = [...(where[column] ?? []), ...valuesIn(values, column, table)];
  }
  const unmatched = unmatchedValues(table, where, ["--where"]);
  if (unmatched.length > 0) throw new UsageError(unmatched.map(withoutPlace));
  const rows = filterRows(table, where);
  if (rows.rows === 0 && table.rows > 0) throw new UsageError(message("dataset-no-rows", { name: input }));
  return rows;
}

/** One value, or several with commas between; a value that has a comma itself is found first. */
function valuesIn(text: string, column: string, { columns }: Table): string[] {
  const values = columns.find(({ name }) => name === column)?.values as ArrayLike<unknown>;
  if (Array.from(values).some((value) => String(value) === text)) return [text];
  return text.split(/[,，、]/).map((value) => value.trim());
}

/** A mistake of the command line has no place in a file. */
const withoutPlace = ({ place: _, ...problem }: Problem): Problem => problem;
