import type { Column, Roles, Table } from "@conurb/core/contract";
import { say } from "../say.ts";
import { type Plain, yamlEntry, yamlFlow, yamlText } from "./yaml-lines.ts";

/** A file as a study is to declare it: by its path from the study's folder. */
export interface Declared {
  readonly name: string;
  readonly file: string;
  readonly table: Table;
  readonly roles: Roles;
  /** Of a register of policies. */
  readonly kind?: "register";
  /** Said where it should not be left to be found out again. */
  readonly encoding?: string;
  /** Where the file is a page: its sheet, how that is read, and which of its tables this is. */
  readonly sheet?: string | readonly string[];
  readonly layout?: Plain;
  readonly part?: number;
  /** Of a map that does not say its own. */
  readonly projection?: string;
  /** Columns whose gaps the study is to fill between observed years. */
  readonly interpolate?: readonly string[];
  /** What to cite, as the file itself says. */
  readonly source?: string;
}

/** The lines of a study that declare these tables. */
export function datasetsOf(declared: readonly Declared[]): string[] {
  return ["datasets:", ...declared.flatMap(datasetOf)];
}

function datasetOf(declared: Declared): string[] {
  const entries = Object.entries(entryOf(declared));
  return [
    `  ${declared.name}:`,
    ...entries.flatMap(([key, value]) => (value === undefined ? [] : yamlEntry(key, value, "    "))),
  ];
}

/** What a study says of the table, in the order in which it is said. */
function entryOf(declared: Declared): { readonly [key: string]: Plain | undefined } {
  const { file, table, roles, kind, encoding, sheet, layout, part, projection, interpolate, source } = declared;
  const units = table.columns.flatMap((column) => {
    if (column.kind !== "number") return [];
    const isValue = [roles.value, roles.values].flat().includes(column.name);
    return isValue ? [[column.name, column.unit] as const] : [];
  });
  return {
    file,
    kind,
    encoding,
    sheet,
    projection,
    layout,
    table: part,
    roles: Object.keys(roles).length === 0 ? undefined : roles,
    units: units.length === 0 ? undefined : Object.fromEntries(units),
    interpolate,
    source,
  };
}

/** A whole study: the file, and how far apart its places lie in the first figure that allows the question. */
export function studyOf(
  declared: Declared,
  others: readonly Declared[] = [],
  called: Plain = { zh: declared.name, en: declared.name },
): string[] {
  const { name, table, roles } = declared;
  const values = [roles.value ?? roles.values ?? []].flat();
  const figure = table.columns.find((column) => values.includes(column.name) && isAmount(column));
  const lines = ["conurb: 1", `title: ${yamlFlow(called)}`, ...datasetsOf([declared, ...others])];
  if (figure === undefined || roles.place === undefined || roles.industry !== undefined) return lines;
  const title = say("import-study");
  const year = table.columns.find((column) => column.name === roles.year);
  const where = year === undefined ? "" : `, where: { ${yamlText(year.name)}: ${lastOf(year)} }`;
  return [
    ...lines,
    "analyses:",
    "  gap:",
    `    title: ${yamlFlow({ en: title.en, zh: title.zh })}`,
    "    use: inequality/theil",
    `    on: { data: { from: ${name}, roles: { value: ${yamlText(figure.name)} }${where} } }`,
  ];
}

/** Amounts can be shared out: none is negative, and one is more than nothing. */
const isAmount = ({ kind, values }: Column): boolean =>
  kind === "number" && !values.some((value) => Number(value) < 0) && values.some((value) => Number(value) > 0);

const lastOf = ({ values }: Column): string =>
  [...values].map((value) => String(value ?? "")).reduce((last, value) => (value > last ? value : last), "");
