import { type Column, labels, numbers } from "../contract/table.ts";
import type { CompositeData } from "./scale.ts";

/** Columns that say which place (and year) a row of a result is about. */
export function keyColumns(
  { place, year, group }: CompositeData,
  rows: ArrayLike<number>,
  withGroup: boolean,
): { key: string[]; columns: Column[] } {
  const pick = <T>(values: ArrayLike<T>) => Array.from(rows, (row) => values[row]);
  const columns: Column[] = [labels("place", pick(place), { en: "place", zh: "地区" })];
  if (year !== undefined) columns.push(numbers("year", "year", pick(year), { title: { en: "year", zh: "年份" } }));
  // views name the column, so it is there even where no places are grouped
  if (withGroup) columns.push(labels("group", pick(group ?? place.map(() => null)), { en: "group", zh: "分组" }));
  return { key: year === undefined ? ["place"] : ["place", "year"], columns };
}
