import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { bindComposition } from "./composition-reading.ts";
import { InputError, type Place, type Problem } from "./errors.ts";
import type { Dropped } from "./method.ts";
import type { CompositionInput, EdgesInput, RoleSet, TableInput } from "./readings.ts";
import { roleColumns } from "./role-columns.ts";
import { type Column, type Roles, type Table, takeRows } from "./table.ts";

/** The roles that together tell one row of an input from another; the door sorts by them, so row order never matters. */
const keyRoles = ["from", "to", "place", "industry", "year"] as const;

export interface Bound {
  readonly reading: unknown;
  readonly dropped: readonly Dropped[];
}

type Gaps = "drop" | "refuse" | "pass";

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
  const { kept, dropped } = treatGaps(name, spec.roles, table, columns, gaps);
  const rows = kept.length === table.rows ? table : takeRows(table, kept);
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

/** Resolves and checks the columns of each role, refuses duplicate keys, and sorts the rows. */
export function sortedByKey(
  name: string,
  spec: RoleSet,
  given: Table,
  roles: Roles,
): { table: Table; columns: RoleNames } {
  const { table, columns } = roleColumns(name, spec, given, roles);
  const keys = keyRoles.flatMap((role) => (spec[role]?.arity === "many" ? [] : [...(columns.get(role) ?? [])]));
  const keyColumns = keys.map((key) => table.columns.find((column) => column.name === key) as Column);
  const order = Uint32Array.from({ length: table.rows }, (_, row) => row).sort((a, b) => {
    for (const { values } of keyColumns) {
      const [x, y] = [values[a] ?? "", values[b] ?? ""];
      if (x !== y) return x < y ? -1 : 1;
    }
    return a - b;
  });
  const sorted = takeRows(table, order);
  if (keyColumns.length > 0) refuseDuplicates(name, sorted, keys);
  return { table: sorted, columns };
}

function refuseDuplicates(name: string, table: Table, keys: readonly string[]): void {
  const columns = keys.map((key) => table.columns.find((column) => column.name === key) as Column);
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

function treatGaps(name: string, spec: RoleSet, table: Table, columns: RoleNames, gaps: Gaps) {
  const needed = Object.entries(spec).flatMap(([role, { kind, arity }]) =>
    kind === "number" && arity !== "many" ? [...(columns.get(role) ?? [])] : [],
  );
  const kept: number[] = [];
  const dropped: Dropped[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const gap = needed.find((column) => Number.isNaN(cell(table, column, row)));
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
  return { kept, dropped };
}

/** That a column has no value, by its title where it has one. */
function missing(table: Table, column: string): Text {
  const { en, zh } = table.columns.find(({ name }) => name === column)?.title ?? same(column);
  return { en: message("gap-dropped", { column: en }).en, zh: message("gap-dropped", { column: zh }).zh };
}

function cell(table: Table, column: string, row: number): number {
  return (table.columns.find((each) => each.name === column) as Column).values[row] as number;
}

/** How a row is called in messages: its key, or its number. */
export function rowLabel(table: Table, columns: RoleNames, row: number): string {
  const parts = keyRoles.flatMap((role) =>
    (columns.get(role) ?? []).map((name) => table.columns.find((column) => column.name === name)?.values[row]),
  );
  return parts.length > 0 ? parts.join(" ") : `${(table.lines?.[row] ?? row) + 0}`;
}

/** Where a row of a table stands in the file it was read from. */
export function placeOf(table: Table, row?: number, column?: string): Place {
  return {
    ...(table.source?.file === undefined ? {} : { file: table.source.file }),
    ...(row === undefined ? {} : { row: table.lines?.[row] ?? row + 1 }),
    ...(column === undefined ? {} : { column }),
  };
}

function tableReading(spec: RoleSet, table: Table, columns: RoleNames): Record<string, unknown> {
  const units: Record<string, string> = {};
  const titles: Record<string, Text> = {};
  const reading: Record<string, unknown> = { n: table.rows, units, titles };
  for (const [role, { arity }] of Object.entries(spec)) {
    const bound = (columns.get(role) ?? []).map(
      (name) => table.columns.find((column) => column.name === name) as Column,
    );
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
