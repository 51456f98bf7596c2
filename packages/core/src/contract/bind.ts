import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { bindComposition } from "./composition-reading.ts";
import { InputError, type Place, type Problem } from "./errors.ts";
import type { Dropped } from "./method.ts";
import type { CompositionInput, EdgesInput, Role, RoleSet, TableInput } from "./readings.ts";
import { isEmpty, keyRoles, roleColumns } from "./role-columns.ts";
import { type Column, findColumn, type Roles, type Table, takeRows } from "./table.ts";

export interface Bound {
  readonly reading: unknown;
  readonly dropped: readonly Dropped[];
}

export type Gaps = "drop" | "refuse" | "pass";

/** Reads a table as the input `spec` asks: roles to columns, numbers checked, rows sorted by key, gaps treated. */
export function bind(
  name: string,
  spec: TableInput | EdgesInput | CompositionInput,
  given: Table,
  gaps: Gaps,
  roles: Roles = {},
): Bound {
  if (spec.shape === "composition") return bindComposition(name, given, gaps, roles);
  const { table, columns } = sortedByKey(name, spec.roles, given, roles);
  const { rows, dropped } = treatGaps(name, spec.roles, table, columns, gaps);
  if (rows.rows === 0) {
    throw new InputError({
      code: "no-rows",
      text: message("no-rows", { input: name, dropped: dropped.length }),
      place: placeOf(given),
    });
  }
  return { reading: tableReading(spec.roles, rows, columns), dropped };
}

type RoleNames = ReadonlyMap<string, readonly string[]>;

/** Resolves and checks the columns of each role, refuses duplicate keys, and sorts the rows, each with its file row. */
export function sortedByKey(
  name: string,
  spec: RoleSet,
  given: Table,
  roles: Roles,
): { table: Table; columns: RoleNames } {
  const { table, columns: named } = roleColumns(name, spec, given, roles);
  const columns = withoutEmptyLabels(spec, table, named);
  const keys = keyRoles.flatMap((role) => (spec[role]?.arity === "many" ? [] : [...(columns.get(role) ?? [])]));
  const keyColumns = keys.map((key) => findColumn(table, key) as Column);
  const order = Uint32Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => {
    for (const { values } of keyColumns) {
      const [x, y] = [values[a] ?? "", values[b] ?? ""];
      if (x < y) return -1;
      if (x > y) return 1;
    }
    return a - b;
  });
  const lines = table.lines ?? Uint32Array.from({ length: table.rows }, (_, row) => row + 1);
  const sorted = takeRows({ ...table, lines }, order);
  if (keyColumns.length > 0) refuseDuplicates(name, sorted, keys);
  return { table: sorted, columns };
}

/** A label that may be left out is left out where its column says nothing of any row. */
function withoutEmptyLabels(spec: RoleSet, table: Table, columns: RoleNames): RoleNames {
  const saysSomething = (name: string) => !(findColumn(table, name) as Column).values.every(isEmpty);
  return new Map(
    [...columns].map(([role, names]) => {
      const { kind, arity } = spec[role] as Role;
      return [role, kind === "label" && arity !== "one" ? names.filter(saysSomething) : names];
    }),
  );
}

function refuseDuplicates(name: string, table: Table, keys: readonly string[]): void {
  const columns = keys.map((key) => findColumn(table, key) as Column);
  const problems: Problem[] = [];
  for (let row = 1; row < table.rows; row += 1) {
    if (columns.every(({ values }) => values[row] === values[row - 1])) {
      problems.push({
        code: "duplicate-key",
        text: message("duplicate-key", { input: name, key: columns.map(({ values }) => values[row]).join(" ") }),
        hint: message("duplicate-key-hint"),
        place: placeOf(table, row, keys.join(", ")),
      });
    }
  }
  if (problems.length > 0) throw new InputError(problems);
}

/** Leaves out, refuses or hands on the rows with a gap in a label or in a number role of one column. */
export function treatGaps(
  name: string,
  spec: RoleSet,
  table: Table,
  columns: RoleNames,
  gaps: Gaps,
): { rows: Table; dropped: Dropped[] } {
  const needed = Object.entries(spec).flatMap(([role, { kind, arity, mayLack }]) =>
    (kind === "label" || arity !== "many") && mayLack !== true ? [...(columns.get(role) ?? [])] : [],
  );
  const kept: number[] = [];
  const dropped: Dropped[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const gap = needed.find((column) => isEmpty(findColumn(table, column)?.values[row]));
    if (gap === undefined || gaps === "pass") {
      kept.push(row);
      continue;
    }
    const label = rowLabel(table, columns, row);
    if (gaps === "refuse") {
      throw new InputError({
        code: "gap-refused",
        text: message("gap-refused", { input: name, column: gap, row: label }),
        place: placeOf(table, row, gap),
      });
    }
    dropped.push({ input: name, row: label, reason: missing(table, gap) });
  }
  return { rows: kept.length === table.rows ? table : takeRows(table, kept), dropped };
}

/** That a column has no value, by its title where it has one. */
function missing(table: Table, column: string): Text {
  return message("gap-dropped", { column: findColumn(table, column)?.title ?? column });
}

/** How a row is called in messages: its key, or its number. */
export function rowLabel(table: Table, columns: RoleNames, row: number): string {
  const parts = keyRoles.flatMap((role) =>
    (columns.get(role) ?? []).map((name) => findColumn(table, name)?.values[row]),
  );
  return parts.length > 0 ? parts.join(" ") : `${table.lines?.[row] ?? row + 1}`;
}

/** Where a row of a table stands in the file it was read from. */
export function placeOf(table: Table, row?: number, column?: string): Place {
  return {
    ...(table.source?.file === undefined ? {} : { file: table.source.file }),
    ...(row === undefined ? {} : { row: table.lines?.[row] ?? row + 1 }),
    ...(column === undefined ? {} : { column }),
  };
}

/** An empty label that was handed on is "". */
function labelled(column: Column): Column {
  return column.kind === "number" ? column : { ...column, values: column.values.map((value) => value ?? "") };
}

function tableReading(spec: RoleSet, table: Table, columns: RoleNames): Record<string, unknown> {
  const units: Record<string, string> = {};
  const titles: Record<string, Text> = {};
  const reading: Record<string, unknown> = { n: table.rows, units, titles };
  for (const [role, { arity }] of Object.entries(spec)) {
    const bound = (columns.get(role) ?? []).map((name) => labelled(findColumn(table, name) as Column));
    if (arity === "many") {
      reading[role] = bound.map(({ name, title, values, ...rest }) => ({
        name,
        values,
        ...(title === undefined ? {} : { title }),
        ...("unit" in rest ? { unit: rest.unit } : {}),
      }));
      continue;
    }
    const column = bound[0];
    reading[role] = column?.values;
    if (column !== undefined) titles[role] = column.title ?? same(column.name);
    if (column?.kind === "number") units[role] = column.unit;
  }
  return reading;
}
