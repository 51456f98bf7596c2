import type { Column, Roles, Table } from "@conurb/core/contract";
import { roleOfHead } from "@conurb/core/sheets";
import { roleNames } from "../role-names.ts";

const flagName = /^(flags?|标记|备注)$/i;

/** The roles that column names give away; the number columns left are the values. */
export function guessedRoles(table: Table): Roles {
  const roles: Record<string, string | readonly string[]> = {};
  for (const [role, pattern] of Object.entries(roleNames)) {
    const named = table.columns.find(({ name }) => pattern.test(name))?.name;
    const column = named ?? (role === "place" && !hasEnds(table) ? headedAsPlaces(table) : undefined);
    if (column !== undefined) roles[role] = column;
  }
  const [years, ...others] = table.columns.filter(holdsYears);
  if (roles["year"] === undefined && years !== undefined && others.length === 0) roles["year"] = years.name;
  const flag = guessedFlag(table);
  if (flag !== undefined) roles.flag = flag;
  const taken = new Set(Object.values(roles).flat());
  const values = table.columns
    .filter(({ kind, name }) => kind === "number" && !taken.has(name))
    .map(({ name }) => name);
  if (values.length === 1) roles.value = values[0] as string;
  else if (values.length > 1) roles.values = values;
  return roles;
}

/** As the file itself says of a column by another name; a life expectancy of 78 years is none. */
const holdsYears = (column: Column): boolean =>
  column.kind === "number" &&
  column.unit === "year" &&
  column.values.every((value) => Number.isNaN(value) || (value >= 1800 && value < 2200));

const hasEnds = ({ columns }: Table): boolean => columns.some(({ name }) => roleNames.from.test(name));

/** The column of words that is headed 省份, 省（区、市）, 地级市 or the like; of several the one that tells most places apart. */
function headedAsPlaces({ columns }: Table): string | undefined {
  const kinds = ({ values }: Column) => new Set<unknown>(values as readonly unknown[]).size;
  const headed = columns.filter(
    ({ kind, name }) => kind === "label" && roleOfHead(name.normalize("NFKC").trim()) === "place",
  );
  return headed.reduce<Column | undefined>(
    (best, each) => (best === undefined || kinds(each) > kinds(best) ? each : best),
    undefined,
  )?.name;
}

/** The column that says of each row's figures what is to be known of them, in words; codes and empty cells say nothing. */
export function guessedFlag(table: Table): string | undefined {
  return table.columns.find((column) => flagName.test(column.name) && holdsWords(column))?.name;
}

function holdsWords({ kind, values }: Column): boolean {
  if (kind !== "label") return false;
  const filled = Array.from(values as readonly (string | null)[]).filter((value) => value !== null);
  return filled.length > 0 && filled.every((value) => /\p{L}/u.test(value));
}
