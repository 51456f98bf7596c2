import { type ColumnsOf, ifAny, labelOf, numberOf } from "./table.ts";

export const placeTitle = { en: "place", zh: "地区" };
export const groupTitle = { en: "group", zh: "分组" };
/** Of a value whose column says nothing of itself. */
export const valueTitle = { en: "value", zh: "取值" };

/** The columns that say which place, year and group a row is about. */
export const placeColumn: ColumnsOf<{ readonly place: string }> = labelOf("place", placeTitle, ({ place }) => place);

/** Left out where the rows have no year. */
export const yearColumn: ColumnsOf<{ readonly year?: number | undefined }> = ifAny(
  numberOf("year", "year", { en: "year", zh: "年份" }, ({ year }) => year),
);

export const groupColumn: ColumnsOf<{ readonly group?: string | undefined }> = labelOf(
  "group",
  groupTitle,
  ({ group }) => group,
);
