import type { Cell, Origin } from "../contract/method.ts";
import { findColumn, type Table } from "../contract/table.ts";
import type { CompositeData } from "./scale.ts";

/** A cell about one indicator, by its row's label or by its column, rests on that indicator's whole column. */
export function traceToColumn(
  { table, row, column }: Cell,
  tables: readonly Table[],
  { data }: { readonly data: CompositeData },
): readonly Origin[] {
  const found = tables.find(({ name }) => name === table);
  const own = found === undefined ? undefined : findColumn(found, "indicator")?.values[row];
  const name = typeof own === "string" ? own : column;
  return data.indicators.some((each) => each.name === name)
    ? [{ input: "data", columns: [name] }]
    : [{ input: "data" }];
}
