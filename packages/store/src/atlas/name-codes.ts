import { type Column, findColumn, labels, type Table } from "@conurb/core/contract";
import { type Language, same, type Text } from "@conurb/core/language";
import { readIndustries, readNames, rowsOf } from "./code-lists.ts";
import type { Shelf } from "./open-atlas.ts";

/** Beside a column of codes their names in both languages, `x_en` and `x_zh`, where the descriptor says who names them. */
export async function nameCodes(shelf: Shelf, id: string, table: Table): Promise<Table> {
  const { resource } = await shelf.entry(id);
  let named = table;
  if (resource.shape === "composition" && resource.industries !== undefined) {
    const industries = await readIndustries(shelf, id);
    const names = new Map([...industries].map(([code, { name }]) => [code, name]));
    named = addNames(named, resource.roles.industry as string, names, {
      prefix: "industry",
      title: { en: "Industry", zh: "行业" },
    });
  }
  for (const [column, list] of Object.entries(resource.names ?? {})) {
    named = addNames(named, column, await readNames(shelf, list));
  }
  return named;
}

/** A title is plain in its own language and says in the other which one the names are in. */
function addNames(
  table: Table,
  column: string,
  names: ReadonlyMap<string, Text>,
  { prefix = column, title }: { readonly prefix?: string; readonly title?: Text } = {},
): Table {
  const codes = findColumn(table, column) as Column;
  const { en, zh } = title ?? codes.title ?? same(column);
  const inLanguage = (language: Language, titles: Text) =>
    labels(
      `${prefix}_${language}`,
      rowsOf(table).map((row) => names.get(String(codes.values[row]))?.[language] ?? null),
      titles,
    );
  const added = [inLanguage("en", { en, zh: `${zh}（英文）` }), inLanguage("zh", { en: `${en} (Chinese)`, zh })];
  return { ...table, columns: table.columns.flatMap((each) => (each === codes ? [each, ...added] : [each])) };
}
