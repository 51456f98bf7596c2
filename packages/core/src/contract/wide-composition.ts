import { message } from "../language/message.ts";
import { same } from "../language/text.ts";
import { convert } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { unitsAgree } from "../units/unit.ts";
import { InputError, type Problem } from "./errors.ts";
import { label, number } from "./readings.ts";
import { roleColumns } from "./role-columns.ts";
import {
  findColumn,
  labels,
  makeTable,
  type NumberColumn,
  numbers,
  type Roles,
  type Table,
  takeRows,
} from "./table.ts";
import { wholeAndParts } from "./whole-and-parts.ts";

/** Wide: no column says which industry a row is about, so that every column of numbers is one. */
export function isWide(table: Table, roles: Roles): boolean {
  return (roles.industry ?? table.roles?.industry) === undefined && findColumn(table, "industry") === undefined;
}

/**
 * A wide composition as a long one, in the unit of its first industry. The industries are the columns asked for as `value`;
 * else those that the table calls its values; else its number columns that have no other part. Their titles stay with them.
 */
export function lengthen(name: string, given: Table, asked: Roles): Table {
  const parts = { place: label.one, year: number.optional, group: label.optional, value: number.many };
  const { value, values, indicators, ...others } = given.roles ?? {};
  const declared = [...new Set([value ?? [], values ?? [], indicators ?? []].flat())];
  const roles = { ...others, ...(declared.length > 0 ? { value: declared } : {}) };
  const { table, columns } = roleColumns(name, parts, { ...given, roles }, asked);

  const named = (role: string) => columns.get(role) ?? [];
  const industries = named("value").map((each) => findColumn(table, each) as NumberColumn);
  requireNoWhole(name, industries, table);
  const keptNames = new Set(["place", "year", "group"].flatMap(named));
  const kept = { ...table, columns: table.columns.filter((column) => keptNames.has(column.name)) };
  const rows = industries.flatMap(() => Array.from({ length: table.rows }, (_, row) => row));
  const repeated = <T>(each: (column: NumberColumn) => T) =>
    industries.flatMap((column) => Array.from({ length: table.rows }, () => each(column)));
  const title = (column: NumberColumn) => column.title ?? same(column.name);
  return makeTable(
    table.name,
    [],
    [
      ...takeRows(kept, rows).columns,
      labels(
        "industry",
        repeated((column) => column.name),
      ),
      labels(
        "industry_en",
        repeated((column) => title(column).en),
      ),
      labels(
        "industry_zh",
        repeated((column) => title(column).zh),
      ),
      numbers(
        "value",
        industries[0]?.unit ?? "1",
        inOneUnit(name, industries, table).flatMap((each) => [...each]),
      ),
    ],
    {
      roles: {
        place: named("place"),
        ...(columns.has("year") ? { year: named("year") } : {}),
        ...(columns.has("group") ? { group: named("group") } : {}),
        industry: "industry",
        value: "value",
      },
      lines: Uint32Array.from(rows, (row) => table.lines?.[row] ?? row + 1),
      ...(table.source ? { source: table.source } : {}),
    },
  );
}

/** A total beside the industries that it is of would be one more industry, and they would be counted twice. */
function requireNoWhole(input: string, industries: readonly NumberColumn[], { source }: Table): void {
  const found = wholeAndParts(industries);
  if (found === undefined) return;
  const { whole, parts } = found;
  throw new InputError({
    code: "industry-total",
    text: message("industry-total", {
      input,
      whole: whole.name,
      parts: parts.map((each) => each.name).join(" + "),
    }),
    hint: message("industry-total-hint", { parts: parts.map((each) => JSON.stringify(each.name)).join(", ") }),
    place: { ...(source?.file === undefined ? {} : { file: source.file }), column: whole.name },
  });
}

/** The figures of every industry in the unit of the first. */
function inOneUnit(input: string, industries: readonly NumberColumn[], table: Table): Float64Array[] {
  const problems: Problem[] = [];
  const file = table.source?.file;
  const converted = industries.map((column) => {
    const { name: first, unit } = industries[0] as NumberColumn;
    if (column.unit === unit) return column.values;
    if (unitsAgree(parseUnit(column.unit), parseUnit(unit))) return convert(column.values, column.unit, unit);
    problems.push({
      code: "unit-mismatch",
      text: message("industry-units", { input, first, firstUnit: unit, column: column.name, unit: column.unit }),
      hint: message("industry-units-hint"),
      place: { ...(file === undefined ? {} : { file }), column: column.name },
    });
    return column.values;
  });
  if (problems.length > 0) throw new InputError(problems);
  return converted;
}
