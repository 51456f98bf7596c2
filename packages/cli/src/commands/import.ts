import { basename } from "node:path";
import type { Column, Problem, Table } from "@conurb/core/contract";
import { columnName } from "@conurb/core/expression";
import { type Account, requireTable, tableToCsv, typeTable } from "@conurb/core/tables";
import { readData, writeAtomic, writeParquet } from "@conurb/store";
import { encodingOf } from "../calc/read-input.ts";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { datasetOf, studyOf, yamlText } from "../import/declaration.ts";
import { shownProblem } from "../problems.ts";
import { roleNames } from "../role-names.ts";
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
  const declared = { name, file: written ?? file, table, roles, encoding };
  const declaration = given.options.study === true ? studyOf(declared) : datasetOf(declared);
  if (given.options.json) {
    const columns = table.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      unit: unitOf(column) ?? null,
    }));
    terminal.json({ name, file, rows: table.rows, columns, roles, account: account ?? null, notes, declaration });
    return exit.done;
  }
  tell(name, table, roles, account, notes, terminal);
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

/** The roles that column names give away; the number columns left are the values. */
function guessedRoles(table: Table): Record<string, string | readonly string[]> {
  const roles: Record<string, string | readonly string[]> = {};
  for (const [role, pattern] of Object.entries(roleNames)) {
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

/** What was found, on standard error: standard output holds the declaration, ready to be pasted. */
function tell(
  name: string,
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
  for (const note of notes) for (const line of shownProblem(ownHint(note, table), terminal)) terminal.tell(line);
  const [quoted] = table.columns.map((column) => columnName(column.name, name)).filter((each) => each.endsWith("]"));
  if (quoted !== undefined) terminal.tell(terminal.text(say("import-expression", { column: quoted })));
}

/** A unit is said where the declaration below has its place, and none is guessed. */
function ownHint(note: Problem, table: Table): Problem {
  if (note.code !== "unit-undeclared") return note;
  const bare = table.columns.find((column) => column.kind === "number" && column.unit === "1");
  return { ...note, hint: say("import-unit-hint", { column: yamlText(bare?.name ?? "") }) };
}
