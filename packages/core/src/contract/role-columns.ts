import { message } from "../language/message.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Text } from "../language/text.ts";
import { InputError, type Problem } from "./errors.ts";
import type { Role, RoleSet } from "./readings.ts";
import type { Column, LabelColumn, NumberColumn, Roles, Table } from "./table.ts";

const shownProblems = 20;

/** The roles that together tell one row of an input from another; the door sorts by them, so row order never matters. */
export const keyRoles = ["from", "to", "place", "industry", "year"] as const;

/**
 * Finds the columns of each role. What is asked for by name comes first, then what the data set says of itself, then a
 * column called like the role. `number.many` takes every number column that has no other part, `number.named` none but those asked for; a single number role
 * takes the only number column left.
 */
export function roleColumns(
  input: string,
  spec: RoleSet,
  given: Table,
  asked: Roles,
): { table: Table; columns: Map<string, readonly string[]> } {
  const names = given.columns.map((column) => column.name);
  const columns = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  const { file } = given.source ?? {};
  const refuse = (
    code: "role-unknown" | "role-without-column" | "role-needed" | "role-takes-one",
    values: { readonly role: string; readonly column?: string; readonly columns?: string },
    hint: Text | undefined,
  ) =>
    problems.push({
      code,
      text: message(code, { input, columns: names.join(", "), roles: Object.keys(spec).join(", "), ...values }),
      ...(hint === undefined ? {} : { hint }),
      // where it stands among the roles: who asked for them knows the rest of the way
      place: { ...(file === undefined ? {} : { file }), path: values.role },
    });

  for (const role of Object.keys(asked)) {
    if (!Object.hasOwn(spec, role)) refuse("role-unknown", { role }, suggestion(role, Object.keys(spec)));
  }
  for (const [role, { arity }] of Object.entries(spec)) {
    const wanted = asked[role] ?? given.roles?.[role] ?? (names.includes(role) ? role : undefined);
    if (wanted === undefined) continue;
    const list = typeof wanted === "string" ? [wanted] : [...wanted];
    for (const column of list) {
      if (!names.includes(column)) refuse("role-without-column", { role, column }, suggestion(column, names));
    }
    if (arity !== "many" && list.length > 1) {
      refuse("role-takes-one", { role, columns: list.join(", ") }, message("role-takes-one-hint", { role }));
    }
    columns.set(role, list);
  }
  const claimed = () => new Set([...columns.values()].flat());
  const declared = new Set(Object.values(given.roles ?? {}).flat());
  const loose = () => {
    const taken = claimed();
    return given.columns.filter(
      ({ kind, name }) => kind === "number" && !taken.has(name) && !(declared.has(name) && !isValue(given, name)),
    );
  };
  for (const [role, { kind, arity, asNamed }] of Object.entries(spec)) {
    if (columns.has(role) || kind !== "number") continue;
    if (arity === "many") columns.set(role, asNamed ? [] : loose().map(({ name }) => name));
    else if (arity === "one" && loose().length === 1) columns.set(role, [(loose()[0] as Column).name]);
  }
  for (const [role, { arity }] of Object.entries(spec)) {
    if (arity === "one" && (columns.get(role) ?? []).length === 0) {
      refuse("role-needed", { role }, message("role-needed-hint", { role }));
    }
  }
  if (problems.length > 0) throw new InputError(problems);
  return { table: typed(input, spec, columns, given), columns };
}

/** Whether the data set itself calls this column a value rather than a label, coordinate or year. */
function isValue(table: Table, column: string): boolean {
  const { value, values } = table.roles ?? {};
  return [value, values].flat().includes(column);
}

/** The table with each bound column in the kind that its role asks for. */
function typed(input: string, spec: RoleSet, columns: ReadonlyMap<string, readonly string[]>, table: Table): Table {
  const kinds = new Map<string, { role: string; kind: Role["kind"]; arity: Role["arity"] }>();
  for (const [role, list] of columns) for (const name of list) kinds.set(name, { role, ...(spec[role] as Role) });
  const problems: Problem[] = [];
  const converted = table.columns.map((column): Column => {
    const wanted = kinds.get(column.name);
    if (wanted === undefined) return column;
    const tellsRowsApart =
      wanted.kind === "label" ? wanted.arity === "one" : keyRoles.some((key) => key === wanted.role);
    if (tellsRowsApart) refuseEmpty(input, wanted.role, column, table, problems);
    if (wanted.kind === "label") return column.kind === "label" ? column : asLabels(column);
    if (column.kind === "label") return asNumbers(input, column, table, problems);
    refuseInfinite(input, column, table, problems);
    return column;
  });
  if (problems.length > 0) throw new InputError(problems.slice(0, shownProblems));
  return { ...table, columns: converted };
}

function asNumbers(input: string, column: LabelColumn, table: Table, problems: Problem[]): NumberColumn {
  const values = Float64Array.from(column.values, (text, row) => {
    if (text === null || text.trim() === "") return Number.NaN;
    const value = Number(text);
    if (!Number.isFinite(value)) {
      problems.push({
        code: "not-a-number",
        text: message("not-a-number", { input, column: column.name, value: text }),
        place: cellPlace(table, row, column.name),
      });
    }
    return value;
  });
  const { title } = column;
  return { kind: "number", name: column.name, unit: "1", values, ...(title === undefined ? {} : { title }) };
}

/** A quotient by 0, or more than a number holds: no method has an answer to it. */
function refuseInfinite(input: string, { name, values }: NumberColumn, table: Table, problems: Problem[]): void {
  const row = values.findIndex((value) => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY);
  if (row < 0) return;
  problems.push({
    code: "not-a-number",
    text: message("not-a-number", { input, column: name, value: String(values[row]) }),
    place: cellPlace(table, row, name),
  });
}

function asLabels(column: NumberColumn): LabelColumn {
  const values = Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)));
  return { kind: "label", name: column.name, values, ...(column.title === undefined ? {} : { title: column.title }) };
}

/** Whether a cell holds nothing: no number, no label. */
export function isEmpty(cell: string | number | null | undefined): boolean {
  return typeof cell === "number" ? Number.isNaN(cell) : (cell ?? "").trim() === "";
}

function refuseEmpty(input: string, role: string, column: Column, table: Table, problems: Problem[]): void {
  column.values.forEach((value, row) => {
    if (!isEmpty(value)) return;
    problems.push({
      code: "label-missing",
      text: message("label-missing", { input, column: column.name, role }),
      place: cellPlace(table, row, column.name),
    });
  });
}

function cellPlace(table: Table, row: number, column: string) {
  const file = table.source?.file;
  return { ...(file === undefined ? {} : { file }), row: table.lines?.[row] ?? row + 1, column };
}
