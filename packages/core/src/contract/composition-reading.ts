import { message } from "../language/message.ts";
import { same, type Text } from "../language/text.ts";
import { type Bound, type Gaps, placeOf, sortedByKey, treatGaps } from "./bind.ts";
import { InputError } from "./errors.ts";
import type { Dropped } from "./method.ts";
import { type CompositionSlice, composition, label } from "./readings.ts";
import { findColumn, type NumberColumn, type Roles, type Table } from "./table.ts";
import { isWide, lengthen } from "./wide-composition.ts";

/**
 * Reads place x industry (x year), long or wide, as one matrix a year. A place with no figure at all is dropped and named,
 * and so is one without a group where others have one.
 */
export function bindComposition(name: string, given: Table, gaps: Gaps, roles: Roles): Bound {
  const wide = isWide(given, roles);
  const long = wide ? lengthen(name, given, roles) : given;
  const { table: sorted, columns } = sortedByKey(name, composition().roles, long, wide ? {} : roles);
  const ofPlaces = new Map([...columns].filter(([role]) => role !== "industry"));
  const grouped = treatGaps(name, { group: label.optional }, sorted, ofPlaces, gaps);
  const table = grouped.rows;
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
        place: placeOf(table, gap, wide ? industries[gap] : value.name),
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
  const dropped = [...new Map(grouped.dropped.map((each) => [each.row, each])).values()];
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
