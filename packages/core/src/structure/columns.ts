import type { Cell, Origin } from "../contract/method.ts";
import { findColumn, type LabelColumn, labels, type NumberColumn, numbers, type Table } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";

/** The column of years, where the data have one. */
export function yearColumn(rows: readonly { readonly year: number | undefined }[]): NumberColumn[] {
  if (rows.every(({ year }) => year === undefined)) return [];
  const years = rows.map(({ year }) => year ?? Number.NaN);
  return [numbers("year", "year", years, { title: { en: "year", zh: "年份" } })];
}

/** The column of groups, empty where the data have none. */
export function groupColumn(
  rows: readonly { readonly place: string }[],
  groupOf: Readonly<Record<string, string>>,
): LabelColumn {
  const groups = rows.map(({ place }) => groupOf[place] ?? "");
  return labels("group", groups, { en: "group", zh: "组" });
}

export function industryColumns(
  rows: readonly { readonly industry: string }[],
  titles: Readonly<Record<string, Text>>,
): LabelColumn[] {
  const title = (industry: string) => titles[industry] ?? same(industry);
  return [
    labels(
      "industry",
      rows.map(({ industry }) => industry),
      { en: "industry", zh: "行业代码" },
    ),
    labels(
      "industry_en",
      rows.map(({ industry }) => title(industry).en),
      { en: "industry (English)", zh: "行业（英文）" },
    ),
    labels(
      "industry_zh",
      rows.map(({ industry }) => title(industry).zh),
      { en: "industry (Chinese)", zh: "行业" },
    ),
  ];
}

/** What a cell of a table with these place columns rests on: the places' own rows, and all of the base they are held against. */
export function originOf(
  cell: Cell,
  tables: readonly Table[],
  placeColumns: readonly string[],
  base: "reference" | "data" | "none",
): readonly Origin[] {
  const table = tables.find(({ name }) => name === cell.table);
  if (table === undefined) return [];
  const year = findColumn(table, "year")?.values[cell.row];
  const when = typeof year === "number" ? { year: [year] } : {};
  if (base === "data") return [{ input: "data", where: when }];
  const places = placeColumns.map((name) => String(findColumn(table, name)?.values[cell.row]));
  const own: Origin = { input: "data", where: { place: places, ...when } };
  return base === "none" ? [own] : [own, { input: "reference", where: when }];
}
