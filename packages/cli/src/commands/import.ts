import { basename } from "node:path";
import type { Column, Problem, Roles, Table } from "@conurb/core/contract";
import { columnName } from "@conurb/core/expression";
import { requireTable, type TypedTable, tableToCsv, typeTable } from "@conurb/core/tables";
import { readData, writeAtomic, writeParquet } from "@conurb/store";
import { encodingOf } from "../calc/read-input.ts";
import { type Command, textOption } from "../command.ts";
import { exit, UsageError } from "../exit.ts";
import { type Declared, datasetOf, studyOf, yamlText } from "../import/declaration.ts";
import { guessedFlag, guessedRoles } from "../import/guessed-roles.ts";
import { pathInStudy } from "../import/path-in-study.ts";
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
  const { path, remark } = await pathInStudy(written ?? file);
  const declared: Declared = {
    name,
    file: path,
    table,
    roles,
    ...(encoding === "gb18030" && written === undefined ? { encoding } : {}),
  };
  const lines = given.options.study === true ? studyOf(declared) : datasetOf(declared);
  const declaration = [`# ${terminal.text(remark)}`, ...lines];
  if (given.options.json) {
    const columns = table.columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      unit: unitOf(column) ?? null,
    }));
    terminal.json({ name, file, rows: table.rows, columns, roles, account, notes, declaration });
    return exit.done;
  }
  tell(name, table, roles, account, notes, terminal);
  for (const line of declaration) terminal.print(line);
  return exit.done;
};
export default importFile;

async function readTyped(file: string, name: string, encoding: string | undefined) {
  const asked = encodingOf(encoding);
  const { cells, encoding: found } = await readData(file, asked === undefined ? {} : { encoding: asked });
  const plain = typeTable(cells, { name });
  const flag = guessedFlag(requireTable(plain));
  if (flag === undefined) return { ...plain, table: requireTable(plain), encoding: found };
  const typed = typeTable(cells, { name, roles: { flag } });
  const note: Problem = {
    code: "flag-guessed",
    text: say("import-flag", { name, column: flag }),
    hint: say("import-flag-hint"),
    place: { file: cells.file, column: flag },
  };
  return { ...typed, table: requireTable(typed), notes: [...typed.notes, note], encoding: found };
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
  roles: Roles,
  { cells, read, flagged, missing, refused }: TypedTable["account"],
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
  terminal.tell(terminal.text(say("import-account", { rows: table.rows, cells, read, flagged, missing, refused })));
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
