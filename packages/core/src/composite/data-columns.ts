import { type ColumnsOf, codeOf } from "../contract/table.ts";
import type { Text } from "../language/text.ts";
import { keyColumns } from "./key-columns.ts";
import type { CompositeData } from "./scale.ts";

/** Place, year and perhaps group, where the rows of a table are about rows of the data. */
export function dataColumns(
  data: CompositeData,
  { group }: { readonly group: boolean },
): ColumnsOf<{ readonly row: number }> {
  return {
    names: ["place", "year", "group"],
    from: (rows) =>
      keyColumns(
        data,
        rows.map(({ row }) => row),
        group,
      ).columns,
  };
}

/** The rows of the data, by position. */
export function dataRows({ place }: CompositeData): { readonly row: number }[] {
  return place.map((_, row) => ({ row }));
}

interface Named {
  readonly id: string;
  readonly title: Text;
}

export function indicatorColumn<Row>(pick: (row: Row) => Named): ColumnsOf<Row> {
  return codeOf(
    "indicator",
    { en: "indicator", zh: "指标" },
    (row) => pick(row).id,
    (row) => pick(row).title,
  );
}

export function nodeColumn<Row>(pick: (row: Row) => Named): ColumnsOf<Row> {
  return codeOf(
    "node",
    { en: "aspect", zh: "维度" },
    (row) => pick(row).id,
    (row) => pick(row).title,
  );
}
