import { InputError } from "../contract/errors.ts";
import { type Column, findColumn, type Table } from "../contract/table.ts";
import { suggestion } from "../language/suggestion.ts";

/** The column of this name, or `column-unknown` with the columns there are. */
export function requireColumn(table: Table, name: string): Column {
  const column = findColumn(table, name);
  if (column !== undefined) return column;
  const names = table.columns.map((each) => each.name);
  const hint = suggestion(name, names);
  throw new InputError({
    code: "column-unknown",
    text: {
      en: `${table.name}: no column ${name}; the columns are ${names.join(", ")}`,
      zh: `${table.name}：没有列 ${name}；现有列：${names.join(", ")}`,
    },
    ...(hint === undefined ? {} : { hint }),
  });
}
