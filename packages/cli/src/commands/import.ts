import { basename } from "node:path";
import type { Column, Problem, Table } from "@conurb/core/contract";
import { type Account, requireTable, tableToCsv, typeTable } from "@conurb/core/tables";
import { readData, writeAtomic, writeParquet } from "@conurb/store";
import { encodingOf } from "../calc/read-input.ts";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { shownProblem } from "../problems.ts";
import { say } from "../say.ts";
import { shownNumber } from "../terminal/numbers.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { textTable } from "../terminal/text-table.ts";

const importFile: Command = async (given, terminal) => {
  const file = given.words[0] as string;
  const name = datasetName(textOption(given, "name"), file);
  const { table, account, notes, encoding } = await readTyped(file, name, textOption(given, "encoding"));
  const roles = guessedRoles(table);
  const written = textOption(given, "out");
  if (written !== undefined) await writeTable(table, written);
  const declaration = snippet(name, written ?? file, table, roles, encoding);
  if (given.options.json) {
    const columns = table.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      unit: unitOf(column) ?? null,
    }));
    terminal.json({ name, file, rows: table.rows, columns, roles, account: account ?? null, notes, declaration });
    return exit.done;
  }
  tell(table, roles, account, notes, terminal);
  for (const line of declaration) terminal.print(line);
  return exit.done;
};
export default importFile;

async function readTyped(file: string, name: string, encoding: string | undefined) {
  const asked = encodingOf(encoding);
  const data = await readData(file, asked === undefined ? {} : { encoding: asked });
  if (data.kind === "table") return { table: data.table, account: undefined, notes: [], encoding: undefined };
  const typed = typeTable(data.cells, { name });
  return { table: requireTable(typed), account: typed.account, notes: typed.notes, encoding: data.encoding };
}

/** Names that mark a column's part in the tables of this trade. */
const marks = {
  place:
    /^(place|code|area_?code|region_?code|city_?code|adcode|fips|cbsa|nuts\d?|itl\d|行政区划代码|地区代码|城市代码|代码|地区|城市)$/i,
  year: /^(year|年份|年度|年)$/i,
  industry: /^(industry|sector|naics\d*|isic|nace|行业|行业代码|产业)$/i,
  from: /^(from|origin|origin_code|code_a|起点|来源地|始发地)$/i,
  to: /^(to|destination|destination_code|code_b|终点|目的地|到达地)$/i,
  lon: /^(lon|lng|longitude|经度)$/i,
  lat: /^(lat|latitude|纬度)$/i,
} as const;

/** The roles that column names give away; the number columns left are the values. */
function guessedRoles(table: Table): Record<string, string | readonly string[]> {
  const roles: Record<string, string | readonly string[]> = {};
  for (const [role, pattern] of Object.entries(marks)) {
    const column = table.columns.find(({ name }) => pattern.test(name));
    if (column !== undefined) roles[role] = column.name;
  }
  const taken = new Set(Object.values(roles).flat());
  const values = table.columns
    .filter(({ kind, name }) => kind === "number" && !taken.has(name))
    .map(({ name }) => name);
  if (values.length === 1) roles.value = values[0] as string;
  else if (values.length > 1) roles.values = values;
  return roles;
}

const unitOf = (column: Column): string | undefined =>
  column.kind === "number" && column.unit !== "1" ? column.unit : undefined;

function datasetName(asked: string | undefined, file: string): string {
  if (asked !== undefined) {
    if (/^[a-z][a-z0-9_]*$/.test(asked)) return asked;
    throw new UsageError(say("import-name", { name: asked }));
  }
  const made = basename(file)
    .replace(/\.[^.]+$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "");
  return made === "" ? "data" : made;
}

async function writeTable(table: Table, path: string): Promise<void> {
  if (path.endsWith(".parquet")) await writeParquet(table, path);
  else if (path.endsWith(".csv")) await writeAtomic(path, tableToCsv(table));
  else throw new UsageError(say("import-format", { file: path }));
}

/** The lines of a study that declare this file. */
function snippet(
  name: string,
  file: string,
  table: Table,
  roles: Readonly<Record<string, string | readonly string[]>>,
  encoding: string | undefined,
): string[] {
  const units = table.columns.flatMap((column) => {
    if (column.kind !== "number") return [];
    const isValue = [roles.value, roles.values].flat().includes(column.name);
    return isValue ? [[column.name, column.unit] as const] : [];
  });
  const flow = (entries: readonly (readonly [string, string | readonly string[]])[]) =>
    `{ ${entries.map(([key, value]) => `${yamlText(key)}: ${typeof value === "string" ? yamlText(value) : `[${value.map(yamlText).join(", ")}]`}`).join(", ")} }`;
  return [
    "datasets:",
    `  ${name}:`,
    `    file: ${yamlText(file)}`,
    ...(encoding === "gb18030" && !file.endsWith(".parquet") ? ["    encoding: gb18030"] : []),
    ...(Object.keys(roles).length === 0 ? [] : [`    roles: ${flow(Object.entries(roles))}`]),
    ...(units.length === 0 ? [] : [`    units: ${flow(units)}`]),
  ];
}

const yamlText = (text: string): string =>
  /^[\p{L}_][\p{L}\p{N}_./ -]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);

/** What was found, on standard error: standard output holds the declaration, ready to be pasted. */
function tell(
  table: Table,
  roles: Readonly<Record<string, string | readonly string[]>>,
  account: Account | undefined,
  notes: readonly Problem[],
  terminal: Terminal,
): void {
  const roleOf = new Map(
    Object.entries(roles).flatMap(([role, columns]) => [columns].flat().map((name) => [name, role])),
  );
  const heads = ["column", "role", "kind", "unit", "first"].map((part) =>
    terminal.text(say(`import-${part}` as "import-unit")),
  );
  const rows = table.columns.map((column) => [
    column.name,
    roleOf.get(column.name) ?? "",
    terminal.text(say(column.kind === "number" ? "kind-number" : "kind-label")),
    unitOf(column) ?? "",
    shownNumber(column.values[0]),
  ]);
  for (const line of textTable([heads, ...rows])) terminal.tell(line);
  if (account !== undefined) {
    const { cells, read, flagged, missing, refused } = account;
    terminal.tell(terminal.text(say("import-account", { rows: table.rows, cells, read, flagged, missing, refused })));
  }
  for (const note of notes) for (const line of shownProblem(note, terminal)) terminal.tell(line);
}
