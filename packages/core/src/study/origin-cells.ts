import type { Origin } from "../contract/method.ts";
import type { Input, RecordInput } from "../contract/readings.ts";
import { keyRoles, roleColumns } from "../contract/role-columns.ts";
import { findColumn, type Roles, type Table } from "../contract/table.ts";
import { isWide, lengthen } from "../contract/wide-composition.ts";

export interface TableCell {
  readonly row: number;
  readonly column: string;
}

/** Which columns of a table an origin may speak of: those behind each role, and those meant where it names none. */
interface Parts {
  readonly roles: ReadonlyMap<string, readonly string[]>;
  readonly meant: readonly string[];
}

/** The cells of an input that an origin names, as the door resolved its columns. */
export function inputCells(
  input: string,
  spec: Exclude<Input, RecordInput>,
  table: Table,
  asked: Roles,
  origin: Origin,
): TableCell[] {
  return cellsOf(table, origin, partsOf(input, spec, table, asked));
}

/** The cells of another table of the same result that an origin names. */
export function ownCells(table: Table, origin: Origin): TableCell[] {
  const meant = table.columns.flatMap(({ kind, name }) =>
    kind === "number" && !table.key.includes(name) ? [name] : [],
  );
  return cellsOf(table, origin, { roles: new Map(), meant });
}

function partsOf(input: string, spec: Exclude<Input, RecordInput>, table: Table, asked: Roles): Parts {
  if (spec.shape === "composition" && isWide(table, asked)) {
    const long = lengthen(input, table, asked);
    const roles = new Map(Object.entries(long.roles ?? {}).map(([role, columns]) => [role, [columns].flat()]));
    return { roles, meant: [...new Set(findColumn(long, "industry")?.values as readonly string[])] };
  }
  const roles = roleColumns(input, spec.roles, table, asked).columns;
  const named = (wanted: (role: string) => boolean) =>
    Object.keys(spec.roles).flatMap((role) => (wanted(role) ? [...(roles.get(role) ?? [])] : []));
  const numbers = named((role) => spec.roles[role]?.kind === "number" && role !== "year");
  // pairs that say nothing but that they are there rest on their labels
  return { roles, meant: numbers.length > 0 ? numbers : named((role) => keyRoles.some((key) => key === role)) };
}

/** Rows by the labels of roles, columns by role or name. */
function cellsOf(table: Table, origin: Origin, { roles, meant }: Parts): TableCell[] {
  const columnsFor = (role: string): readonly string[] => roles.get(role) ?? [role];
  const conditions = Object.entries(origin.where ?? {}).flatMap(([role, wanted]) => {
    const column = findColumn(table, columnsFor(role)[0] as string);
    return column === undefined ? [] : [{ values: column.values, wanted: new Set(wanted.map(String)) }];
  });
  const named = origin.columns?.flatMap((name) => columnsFor(name)) ?? meant;
  const columns = named.filter((name) => findColumn(table, name) !== undefined);
  const cells: TableCell[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    if (!conditions.every(({ values, wanted }) => wanted.has(String(values[row])))) continue;
    for (const column of columns) cells.push({ row, column });
  }
  return cells;
}
