import { heldBy } from "../contract/held-by.ts";
import type { Cell, Origin } from "../contract/method.ts";
import { groupTitle } from "../contract/place-columns.ts";
import { type ColumnsOf, codeOf, findColumn, labelOf, type Table } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";

/** The group of each row's place, empty where the data have none. */
export function groupColumnOf(groupOf: Readonly<Record<string, string>>): ColumnsOf<{ readonly place: string }> {
  return labelOf("group", groupTitle, ({ place }) => heldBy(groupOf, place) ?? "");
}

export function industryColumn(titles: Readonly<Record<string, Text>>): ColumnsOf<{ readonly industry: string }> {
  return codeOf(
    "industry",
    { en: "industry", zh: "行业" },
    ({ industry }) => industry,
    ({ industry }) => heldBy(titles, industry) ?? same(industry),
  );
}

/**
 * What a cell of a table with these place columns rests on: the places' own rows, and all of the base they are held against;
 * of the year in the cell's row, or of all years where it compares some.
 */
export function originOf(
  cell: Cell,
  tables: readonly Table[],
  placeColumns: readonly string[],
  base: "reference" | "data" | "none",
  years: "own" | "all" = "own",
): readonly Origin[] {
  const table = tables.find(({ name }) => name === cell.table);
  if (table === undefined) return [];
  const year = findColumn(table, "year")?.values[cell.row];
  const when = typeof year === "number" && years === "own" ? { year: [year] } : {};
  if (base === "data") return [{ input: "data", where: when }];
  const places = placeColumns.map((name) => String(findColumn(table, name)?.values[cell.row]));
  const own: Origin = { input: "data", where: { place: places, ...when } };
  return base === "none" ? [own] : [own, { input: "reference", where: when }];
}
