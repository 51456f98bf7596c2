import { findColumn, type NumberColumn, type Table } from "@conurb/core/contract";
import { roleOfHead } from "@conurb/core/sheets";

/** Why a column of numbers is no indicator. */
export type LeftOut = "year" | "code" | "coordinate" | "part" | "empty";

export interface FigureColumns {
  /** Columns that an indicator can be made of, in the table's order. */
  readonly columns: readonly NumberColumn[];
  readonly left: readonly { readonly column: NumberColumn; readonly why: LeftOut }[];
  /** Years in which one of them has a figure; none where the table knows no years. */
  readonly years: readonly number[];
  /** Why nothing can be made of the table at all. */
  readonly refused?: "noPlaces" | "byIndustry" | "noFigures";
}

const coordinate = /^(lon|lng|longitude|lat|latitude)\b|^(经度|纬度)/i;
const figureRoles = ["value", "values"];

/** The columns of a table that say how much of something a place has: no parts, codes or positions, and not empty. */
export function figureColumns(table: Table): FigureColumns {
  const parts = Object.entries(table.roles ?? {}).flatMap(([role, names]) =>
    figureRoles.includes(role) ? [] : [names].flat().map((name) => [name, role] as const),
  );
  const roleOf = new Map(parts);
  const why = ({ name, unit, values }: NumberColumn): LeftOut | undefined => {
    const role = roleOf.get(name);
    const head = roleOfHead(name.normalize("NFKC").trim());
    if (role === "year" || unit === "year" || head === "year") return "year";
    if (role === "lon" || role === "lat" || unit === "degree" || coordinate.test(name)) return "coordinate";
    if (role === "place" || head === "code" || head === "serial") return "code";
    if (role !== undefined) return "part";
    return values.some(Number.isFinite) ? undefined : "empty";
  };
  const numbers = table.columns.filter((column): column is NumberColumn => column.kind === "number");
  const columns = numbers.filter((column) => why(column) === undefined);
  const left = numbers.flatMap((column) => {
    const reason = why(column);
    return reason === undefined ? [] : [{ column, why: reason }];
  });
  const refused = refusalOf(table, columns);
  return { columns, left, years: yearsOf(table, columns), ...(refused === undefined ? {} : { refused }) };
}

function refusalOf(table: Table, columns: readonly NumberColumn[]): FigureColumns["refused"] {
  const { place = "place", industry } = table.roles ?? {};
  if (typeof place !== "string" || findColumn(table, place) === undefined) return "noPlaces";
  if (industry !== undefined) return "byIndustry";
  return columns.length === 0 ? "noFigures" : undefined;
}

function yearsOf(table: Table, columns: readonly NumberColumn[]): readonly number[] {
  const { year = "year" } = table.roles ?? {};
  const stated = typeof year === "string" ? findColumn(table, year) : undefined;
  if (stated === undefined) return [];
  const years = Array.from(stated.values, Number);
  const told = years.filter((_, row) => columns.some(({ values }) => Number.isFinite(values[row])));
  return [...new Set(told)].filter(Number.isFinite).sort((a, b) => a - b);
}
