import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { type Bound, placeOf, sortedByKey } from "./bind.ts";
import { InputError } from "./errors.ts";
import type { Dropped } from "./method.ts";
import { type CompositionSlice, composition } from "./readings.ts";
import { findColumn, labels, makeTable, type NumberColumn, numbers, type Roles, type Table } from "./table.ts";

/** Reads place x industry (x year), long or wide, as one matrix a year. A place with no figure at all is dropped and named. */
export function bindComposition(name: string, given: Table, gaps: "drop" | "refuse" | "pass", roles: Roles): Bound {
  const long = isWide(given, roles) ? lengthen(given, roles) : given;
  const asked = long === given ? roles : withoutValues(roles);
  const { table, columns } = sortedByKey(name, composition().roles, long, asked);
  const column = (role: string) => {
    const bound = columns.get(role)?.[0];
    return bound === undefined ? undefined : findColumn(table, bound);
  };
  const places = column("place")?.values as readonly string[];
  const industries = column("industry")?.values as readonly string[];
  const years = column("year")?.values as Float64Array | undefined;
  const groups = column("group")?.values as readonly string[] | undefined;
  const value = column("value") as NumberColumn;

  if (gaps === "refuse") {
    const gap = value.values.findIndex(Number.isNaN);
    if (gap >= 0) {
      throw new InputError({
        code: "gap-refused",
        text: message("gap-refused", { input: name, column: value.name, row: `${places[gap]} ${industries[gap]}` }),
        place: placeOf(table, gap, value.name),
      });
    }
  }
  const byYear = new Map<number | undefined, number[]>();
  for (let row = 0; row < table.rows; row += 1) {
    const year = years?.[row];
    const rows = byYear.get(year);
    if (rows === undefined) byYear.set(year, [row]);
    else rows.push(row);
  }
  const dropped: Dropped[] = [];
  const slices = [...byYear]
    .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
    .map(([year, rows]) => slice(name, year, rows, places, industries, value.values, dropped));
  if (slices.every((each) => each.places.length === 0)) {
    throw new InputError({
      code: "no-rows",
      text: message("no-rows", { input: name, dropped: dropped.length }),
      place: placeOf(given),
    });
  }
  return {
    reading: {
      slices,
      industryTitles: industryTitles(table, industries),
      unit: value.unit,
      groupOf: groups === undefined ? {} : Object.fromEntries(places.map((place, row) => [place, groups[row] ?? ""])),
    },
    dropped,
  };
}

function slice(
  input: string,
  year: number | undefined,
  rows: readonly number[],
  places: readonly string[],
  industries: readonly string[],
  values: Float64Array,
  dropped: Dropped[],
): CompositionSlice {
  const columnsOf = [...new Set(rows.map((row) => industries[row] as string))].sort();
  const withFigures = new Set(rows.filter((row) => !Number.isNaN(values[row])).map((row) => places[row] as string));
  for (const place of new Set(rows.map((row) => places[row] as string))) {
    if (withFigures.has(place)) continue;
    const row = year === undefined ? place : `${place} ${year}`;
    dropped.push({ input, row, reason: message("place-without-figures") });
  }
  const rowsOf = [...withFigures].sort();
  const rowAt = new Map(rowsOf.map((place, at) => [place, at]));
  const columnAt = new Map(columnsOf.map((industry, at) => [industry, at]));
  const matrix = new Float64Array(rowsOf.length * columnsOf.length).fill(Number.NaN);
  for (const row of rows) {
    const at = rowAt.get(places[row] as string);
    if (at === undefined) continue;
    matrix[at * columnsOf.length + (columnAt.get(industries[row] as string) as number)] = values[row] as number;
  }
  return { year, places: rowsOf, industries: columnsOf, values: matrix };
}

function industryTitles(table: Table, industries: readonly string[]): Record<string, Text> {
  const [en, zh] = [findColumn(table, "industry_en"), findColumn(table, "industry_zh")];
  return Object.fromEntries(
    industries.map((industry, row) => {
      const title = { en: String(en?.values[row] ?? industry), zh: String(zh?.values[row] ?? industry) };
      return [industry, en === undefined && zh === undefined ? same(industry) : title];
    }),
  );
}

/** Wide: no column of industries anywhere, and more than one number column that could be one. */
function isWide(table: Table, roles: Roles): boolean {
  return (roles.industry ?? table.roles?.industry) === undefined && findColumn(table, "industry") === undefined;
}

function withoutValues(roles: Roles): Roles {
  const { value: _, ...rest } = roles;
  return rest;
}

function lengthen(table: Table, roles: Roles): Table {
  const kept = new Set(["place", "year", "group"].flatMap((role) => roles[role] ?? table.roles?.[role] ?? role));
  const asked = roles.value;
  const melted = table.columns.filter(
    (column): column is NumberColumn =>
      column.kind === "number" &&
      !kept.has(column.name) &&
      (asked === undefined || [asked].flat().includes(column.name)),
  );
  const rows = melted.flatMap(() => Array.from({ length: table.rows }, (_, row) => row));
  const carried = table.columns.filter(({ name }) => kept.has(name));
  const columns = [
    ...carried.map((column) =>
      column.kind === "label"
        ? labels(
            column.name,
            rows.map((row) => column.values[row] as string),
          )
        : numbers(
            column.name,
            column.unit,
            rows.map((row) => column.values[row] as number),
          ),
    ),
    labels(
      "industry",
      melted.flatMap(({ name }) => Array.from({ length: table.rows }, () => name)),
    ),
    numbers(
      "value",
      melted[0]?.unit ?? "1",
      melted.flatMap(({ values }) => [...values]),
    ),
  ];
  const lines = Uint32Array.from(rows, (row) => table.lines?.[row] ?? row + 1);
  return makeTable(table.name, [], columns, { lines, ...(table.source ? { source: table.source } : {}) });
}
