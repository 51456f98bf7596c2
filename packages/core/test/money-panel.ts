import {
  findColumn,
  labels,
  makeTable,
  type NumberColumn,
  numbers,
  type PriceBasis,
  type Table,
} from "../src/contract/table.ts";

export const by = { en: "the yearbook", zh: "统计年鉴" };

/** GDP by place and year. */
export function panel(
  rows: readonly (readonly [string, number, number])[],
  unit = "100 million yuan",
  prices?: PriceBasis,
): Table {
  const title = { en: "GDP", zh: "地区生产总值" };
  return makeTable(
    "panel",
    ["place", "year"],
    [
      labels(
        "place",
        rows.map(([place]) => place),
      ),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        "gdp",
        unit,
        rows.map(([, , value]) => value),
        { title, ...(prices === undefined ? {} : { prices }) },
      ),
    ],
  );
}

/** Figures by year, by place as well where a place is given. */
export const index = (rows: readonly (readonly [string | null, number, number])[]): Table =>
  makeTable(
    "deflators",
    [],
    [
      ...(rows[0]?.[0] === null
        ? []
        : [
            labels(
              "place",
              rows.map(([place]) => place),
            ),
          ]),
      numbers(
        "year",
        "year",
        rows.map(([, year]) => year),
      ),
      numbers(
        "value",
        "1",
        rows.map(([, , value]) => value),
      ),
    ],
  );

export const gdp = (table: Table) => findColumn(table, "gdp") as NumberColumn;
/** Chained products and quotients of three-digit decimals. */
export const rounding = 10;
