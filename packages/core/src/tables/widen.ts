import { InputError, type Problem } from "../contract/errors.ts";
import {
  type Column,
  makeTable,
  type NumberColumn,
  numbers,
  type Roles,
  type Table,
  takeRows,
} from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { convert } from "../units/convert.ts";
import { isMoney } from "../units/money.ts";
import { cellsByVariable, gridRows, shownProblems, textsOf, variableNames } from "./long-rows.ts";
import { requireColumn } from "./require-column.ts";
import { unitOfVariable } from "./variable-unit.ts";

/** Names of the columns of a long panel. */
export interface LongColumns {
  readonly variable: string;
  readonly value: string;
  /** Left out: what the table's roles say, or the value's own unit. */
  readonly unit?: string;
  /** Left out: what the table's roles say, or the value's own flags. */
  readonly flag?: string;
  /** Columns that tell rows apart; left out: the table's key without the variable, or its roles place and year. */
  readonly key?: readonly string[];
  /** Title of each variable. */
  readonly titles?: Readonly<Record<string, Text>>;
}

/**
 * A long panel (place, year, variable, value, unit) as one column a variable, rows and columns sorted, so that the order
 * of the file does not matter. Flags and file rows are kept by cell. A variable in two scales is converted to the more
 * frequent one and noted; in two dimensions it is refused (`unit-changes`), as is a repeated key (`duplicate-key`).
 */
export function widen(
  table: Table,
  columns: LongColumns,
): { readonly table: Table; readonly notes: readonly Problem[] } {
  const value = requireColumn(table, columns.value);
  if (value.kind !== "number") throw notNumbers(table, columns.value);
  const variables = variableNames(table, columns.variable);
  const key = keyOf(table, columns).map((name) => requireColumn(table, name));
  const { rowOf, firstRows } = gridRows(key, table.rows);
  const cells = cellsByVariable(table, variables, rowOf, key);
  const unitName = columns.unit ?? roleName(table, "unit");
  const units = unitName === undefined ? undefined : requireColumn(table, unitName);
  const flagName = columns.flag ?? roleName(table, "flag");
  const flags = flagName === undefined ? value.flags : textsOf(requireColumn(table, flagName));

  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const wide = [...cells.keys()].sort().map((name): NumberColumn => {
    const rows = cells.get(name) as readonly number[];
    const { unit, from } = unitOfVariable(table, name, rows, value.unit, units, { problems, notes });
    return wideColumn(name, rows, {
      rowOf,
      size: firstRows.length,
      table,
      value,
      flags,
      unit,
      from,
      title: columns.titles?.[name],
    });
  });
  if (problems.length > 0) throw new InputError(problems.slice(0, shownProblems));
  const keyColumns = takeRows({ name: table.name, rows: table.rows, key: [], columns: key }, firstRows).columns;
  const names = wide.map(({ name }) => name);
  const { title, source } = table;
  const made = makeTable(
    table.name,
    key.map(({ name }) => name),
    [...keyColumns, ...wide],
    {
      ...(title === undefined ? {} : { title }),
      ...(source === undefined ? {} : { source }),
      roles: { ...rolesOf(table, keyColumns), values: names },
    },
  );
  return { table: made, notes };
}

function notNumbers(table: Table, column: string): InputError {
  return new InputError({
    code: "not-a-number",
    text: {
      en: `${table.name}: column ${column} holds labels, expected the numbers of a long panel`,
      zh: `${table.name}：列 ${column} 是文字，应为长表的数值列`,
    },
  });
}

const roleName = (table: Table, role: string): string | undefined => {
  const name = table.roles?.[role];
  return typeof name === "string" && table.columns.some((column) => column.name === name) ? name : undefined;
};

function keyOf(table: Table, { variable, key }: LongColumns): readonly string[] {
  const declared = key ?? table.key.filter((name) => name !== variable);
  if (declared.length > 0) return declared;
  return ["place", "year"].flatMap((role) => roleName(table, role) ?? []);
}

interface WideParts {
  readonly rowOf: Uint32Array;
  readonly size: number;
  readonly table: Table;
  readonly value: NumberColumn;
  readonly flags: readonly (string | null)[] | undefined;
  readonly unit: string;
  /** The unit that a long row is written in, where it is another one. */
  readonly from: ReadonlyMap<number, string>;
  readonly title: Text | undefined;
}

function wideColumn(name: string, rows: readonly number[], parts: WideParts): NumberColumn {
  const { rowOf, size, table, value, flags, unit, from, title } = parts;
  const values = new Float64Array(size).fill(Number.NaN);
  const lines = new Uint32Array(size);
  const origins = value.origins === undefined ? undefined : new Float64Array(size);
  const cellFlags: (string | null)[] = new Array(size).fill(null);
  for (const row of rows) {
    const at = rowOf[row] as number;
    const other = from.get(row);
    const given = value.values[row] as number;
    values[at] = other === undefined ? given : convert(given, other, unit);
    lines[at] = value.lines?.[row] ?? table.lines?.[row] ?? row + 1;
    if (origins !== undefined) origins[at] = value.origins?.[row] as number;
    cellFlags[at] = flags?.[row] || null;
  }
  return numbers(name, unit, values, {
    lines,
    ...(value.prices === undefined || !isMoney(unit) ? {} : { prices: value.prices }),
    ...(origins === undefined ? {} : { origins }),
    ...(title === undefined ? {} : { title }),
    ...(cellFlags.some((flag) => flag !== null) ? { flags: cellFlags } : {}),
  });
}

/** The parts that the columns of the key play. */
function rolesOf(table: Table, key: readonly Column[]): Roles {
  const names = new Set(key.map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(table.roles ?? {}).filter(([, columns]) => [columns].flat().every((name) => names.has(name))),
  );
}
