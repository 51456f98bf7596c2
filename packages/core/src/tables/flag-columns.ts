import { type Column, findColumn, type Table } from "../contract/table.ts";

/**
 * The columns of a table, behind each number the flags of its figures as words in a column `NAME_flag`: for files whose cells carry no
 * flags. Flags that a column of the table tells for the whole row are not told again.
 */
export function withFlagColumns(table: Table): readonly Column[] {
  const { columns, roles } = table;
  const told = typeof roles?.flag === "string" ? findColumn(table, roles.flag) : undefined;
  const names = new Set(columns.map(({ name }) => name));
  return columns.flatMap((column): Column[] => {
    if (column.kind !== "number") return [column];
    const { flags } = column;
    if (!flags?.some((flag, row) => flag !== null && flag !== told?.values[row])) return [column];
    const title = column.title ?? { en: column.name, zh: column.name };
    return [
      column,
      {
        kind: "label",
        name: flagColumn(column.name, names),
        title: { en: `${title.en}: flag`, zh: `${title.zh}：标记` },
        values: flags,
      },
    ];
  });
}

/** The name of the column for another's flags, which none of the table's columns has. */
export function flagColumn(name: string, taken: ReadonlySet<string>): string {
  let own = `${name}_flag`;
  while (taken.has(own)) own += "_";
  return own;
}
