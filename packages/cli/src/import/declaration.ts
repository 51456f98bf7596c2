import type { Column, Roles, Table } from "@conurb/core/contract";
import { say } from "../say.ts";

/** A file as a study is to declare it: by its path from the study's folder. */
export interface Declared {
  readonly name: string;
  readonly file: string;
  readonly table: Table;
  readonly roles: Roles;
  /** Said where it should not be left to be found out again. */
  readonly encoding?: string;
}

/** The lines of a study that declare this file. */
export function datasetOf({ name, file, table, roles, encoding }: Declared): string[] {
  const units = table.columns.flatMap((column) => {
    if (column.kind !== "number") return [];
    const isValue = [roles.value, roles.values].flat().includes(column.name);
    return isValue ? [[column.name, column.unit] as const] : [];
  });
  return [
    "datasets:",
    `  ${name}:`,
    `    file: ${yamlText(file)}`,
    ...(encoding === undefined ? [] : [`    encoding: ${encoding}`]),
    ...(Object.keys(roles).length === 0 ? [] : [`    roles: ${flow(Object.entries(roles))}`]),
    ...(units.length === 0 ? [] : [`    units: ${flow(units)}`]),
  ];
}

/** A whole study: the file, and how far apart its places lie in the first figure that allows the question. */
export function studyOf(declared: Declared): string[] {
  const { name, table, roles } = declared;
  const values = [roles.value ?? roles.values ?? []].flat();
  const figure = table.columns.find((column) => values.includes(column.name) && isAmount(column));
  const lines = [
    "conurb: 1",
    `title: ${flow([
      ["zh", name],
      ["en", name],
    ])}`,
    ...datasetOf(declared),
  ];
  if (figure === undefined || roles.place === undefined || roles.industry !== undefined) return lines;
  const title = say("import-study");
  const year = table.columns.find((column) => column.name === roles.year);
  const where = year === undefined ? "" : `, where: { ${yamlText(year.name)}: ${lastOf(year)} }`;
  return [
    ...lines,
    "analyses:",
    "  gap:",
    `    title: ${flow(Object.entries(title))}`,
    "    use: inequality/theil",
    `    on: { data: { from: ${name}, roles: { value: ${yamlText(figure.name)} }${where} } }`,
  ];
}

/** Amounts can be shared out: none is negative, and one is more than nothing. */
const isAmount = ({ kind, values }: Column): boolean =>
  kind === "number" && !values.some((value) => Number(value) < 0) && values.some((value) => Number(value) > 0);

const lastOf = ({ values }: Column): string =>
  [...values].map((value) => String(value ?? "")).reduce((last, value) => (value > last ? value : last), "");

const flow = (entries: readonly (readonly [string, string | readonly string[]])[]): string => {
  const shown = entries.map(([key, value]) => {
    const text = typeof value === "string" ? yamlText(value) : `[${value.map(yamlText).join(", ")}]`;
    return `${yamlText(key)}: ${text}`;
  });
  return `{ ${shown.join(", ")} }`;
};

export const yamlText = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
