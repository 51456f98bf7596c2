import { type Column, labels, makeTable, type NumberColumn, type Table } from "../contract/table.ts";
import { DecimalTotal, decimalsOf } from "../tables/exact-sum.ts";
import type { EditionGroup, RowPath } from "./edition-groups.ts";
import { type EditionLog, type Naming, saysRefused } from "./edition-log.ts";

/** The table of the edition: one row a group, its figures added up where they add up. */
export function assemble(
  table: Table,
  judged: readonly EditionGroup[],
  place: string,
  additive: readonly string[],
  log: EditionLog,
  name: Naming,
): Table {
  const groups = judged.map(({ rows }) => rows);
  const flags = judged.map(({ flag }) => flag);
  const leads = groups.map((group) => group.find(({ code, path }) => code === path.code) ?? (group[0] as RowPath));
  const columns = table.columns.map((column): Column => {
    if (column.name === place) {
      const codes = leads.map(({ path }) => path.code);
      return column.kind === "label" ? { ...column, values: codes } : labels(place, codes, column.title);
    }
    if (column.kind === "label") return { ...column, values: groups.map((group) => oneLabel(column.values, group)) };
    const isKey = table.key.includes(column.name);
    return isKey ? takeNumbers(column, leads) : added(column, groups, flags, additive.includes(column.name), log, name);
  });
  const { lines, rows: _, columns: __, ...rest } = table;
  const made = makeTable(table.name, table.key, columns);
  return lines === undefined
    ? { ...rest, ...made }
    : { ...rest, ...made, lines: Uint32Array.from(leads, ({ row }) => lines[row] as number) };
}

/** What all rows of a merged place say; nothing where they differ. */
function oneLabel(values: readonly (string | null)[], group: readonly RowPath[]): string | null {
  const said = new Set(group.map(({ row }) => values[row] ?? null));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

function takeNumbers(column: NumberColumn, leads: readonly RowPath[]): NumberColumn {
  const { flags, lines, origins, ...rest } = column;
  const rows = leads.map(({ row }) => row);
  return {
    ...rest,
    values: Float64Array.from(rows, (row) => column.values[row] as number),
    ...(flags === undefined ? {} : { flags: rows.map((row) => flags[row] ?? null) }),
    ...(lines === undefined ? {} : { lines: Uint32Array.from(rows, (row) => lines[row] as number) }),
    ...(origins === undefined ? {} : { origins: Float64Array.from(rows, (row) => origins[row] as number) }),
  };
}

/** Sums where places merged; a gap in one of them is a gap in the sum, and so is a measure that does not add up. */
function added(
  column: NumberColumn,
  groups: readonly (readonly RowPath[])[],
  flags: readonly (string | null)[],
  isAdditive: boolean,
  log: EditionLog,
  name: Naming,
): NumberColumn {
  const decimals = decimalsOf(column.values);
  const leads = groups.map((group) => group[0] as RowPath);
  const values = Float64Array.from(groups, (group) => {
    const [{ path, row, year }] = group as [RowPath];
    if (group.length === 1) return column.values[row] as number;
    const parts = group.map((each) => column.values[each.row] as number);
    if (!isAdditive) {
      const [codes, rows] = [group.map(({ code }) => code), group.map((each) => each.row)];
      const text = saysRefused(column.name, codes, path.code, name);
      const entry = {
        action: "refused",
        code: path.code,
        to: [path.code],
        column: column.name,
        changes: [],
        text,
      } as const;
      if (!parts.every(Number.isNaN)) log.add(entry, year, rows);
      return Number.NaN;
    }
    if (parts.some(Number.isNaN)) return Number.NaN;
    const total = new DecimalTotal(decimals);
    for (const part of parts) total.add(part);
    return total.value();
  });
  const together = groups.map((group, at) => {
    const own = group.map(({ row }) => column.flags?.[row] ?? null);
    const all = [...new Set([...own, flags[at] ?? null].flatMap((flag) => flag?.split(";") ?? []))];
    return all.length === 0 ? null : all.join(";");
  });
  const taken = takeNumbers(column, leads);
  const { origins } = taken;
  return {
    ...taken,
    values,
    ...(together.some((flag) => flag !== null) ? { flags: together } : {}),
    ...(origins === undefined ? {} : { origins: origins.map((origin, at) => (groups[at]?.length === 1 ? origin : 0)) }),
  };
}
