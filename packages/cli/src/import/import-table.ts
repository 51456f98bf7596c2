import type { Column, Problem, Roles, Table } from "@conurb/core/contract";
import { columnName } from "@conurb/core/expression";
import type { DatedPlace } from "@conurb/core/places";
import { requireTable, type TypedTable, typeTable } from "@conurb/core/tables";
import { type DecodedData, openAtlas } from "@conurb/store";
import { type ExitCode, exit } from "../exit.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { namedPlaces } from "./atlas-words.ts";
import { type Declared, datasetsOf, studyOf } from "./declaration.ts";
import { guessedFlag, guessedRoles } from "./guessed-roles.ts";
import { interpolationOf, tellInterpolation } from "./interpolation.ts";
import { confirmLines, type NamedPlaces, placesOfPage, tellPlaces } from "./page-places.ts";
import { pathInStudy } from "./path-in-study.ts";
import { columnsJson, tellColumns } from "./tell-columns.ts";
import { tellMissing, tellSome } from "./tell-page.ts";
import { writeTable } from "./write-table.ts";
import { yamlText } from "./yaml-lines.ts";

export interface TableAsked {
  readonly file: string;
  readonly data: DecodedData;
  /** The name of the dataset. */
  readonly name: string;
  /** The layer of the file that was read, where one was asked for. */
  readonly layer: string | undefined;
  readonly projection: string | undefined;
  readonly out: string | undefined;
  readonly asStudy: boolean;
  readonly interpolate: readonly string[];
  readonly json: boolean;
}

/** A file whose first row names its columns, or that is a table by its format. */
export async function importTable(asked: TableAsked, terminal: Terminal): Promise<ExitCode> {
  const { file, name, data, layer, out } = asked;
  const { table, account, missingAs, notes } = typedCells(data, name);
  const roles = guessedRoles(table);
  const interpolation = interpolationOf(file, table, roles, asked.interpolate);
  if (out !== undefined) await writeTable(table, out);
  const { path, remark } = await pathInStudy(out ?? file);
  const declared: Declared = {
    name,
    file: path,
    table,
    roles,
    ...(data.encoding !== undefined && data.encoding !== "utf-8" && out === undefined
      ? { encoding: data.encoding }
      : {}),
    ...(layer === undefined || out !== undefined ? {} : { sheet: layer }),
    ...(asked.interpolate.length === 0 ? {} : { interpolate: asked.interpolate }),
    ...(asked.projection === undefined || out !== undefined ? {} : { projection: asked.projection }),
  };
  const places = namedPlacesOf(table, roles, await namedPlaces(openAtlas()));
  const lines = asked.asStudy ? studyOf(declared) : datasetsOf([declared]);
  const declaration = [`# ${terminal.text(remark)}`, ...lines, ...confirmLines(places, terminal)];
  if (asked.json) {
    const columns = columnsJson(table);
    const matches = places.flatMap(({ matching }) => matching.matches);
    const read = { name, file, rows: table.rows, columns, roles, account, missingAs, places: matches, notes };
    terminal.json({ ...read, ...(interpolation.length === 0 ? {} : { interpolation }), declaration });
    return exit.done;
  }
  tellTable(name, table, roles, { account, missingAs, notes }, terminal);
  tellInterpolation(interpolation, terminal);
  for (const each of places) tellPlaces(each, terminal);
  for (const line of declaration) terminal.print(line);
  return exit.done;
}

/** Names of places that a study would give their codes; names that no list has are the file's own. */
function namedPlacesOf(table: Table, roles: Roles, places: readonly DatedPlace[]): readonly NamedPlaces[] {
  const found = placesOfPage({ ...table, roles }, places);
  const isKnown = found?.matching.matches.some(({ code, candidates }) => code !== undefined || candidates.length > 0);
  return found !== undefined && isKnown ? [found] : [];
}

/** The cells with their kinds; a column that holds flags in words is taken for one, and that is told. */
export function typedCells({ cells, notes: ofFile = [] }: DecodedData, name: string) {
  const plain = typeTable(cells, { name });
  const flag = guessedFlag(requireTable(plain));
  if (flag === undefined) return { ...plain, notes: [...ofFile, ...plain.notes], table: requireTable(plain) };
  const flagged = typeTable(cells, { name, roles: { flag } });
  const note: Problem = {
    code: "flag-guessed",
    text: say("import-flag", { name, column: flag }),
    hint: say("import-flag-hint"),
    place: { file: cells.file, column: flag },
  };
  return { ...flagged, table: requireTable(flagged), notes: [...ofFile, ...flagged.notes, note] };
}

/** What was found, on standard error: standard output holds the declaration, ready to be pasted. */
export function tellTable(
  name: string,
  table: Table,
  roles: Roles,
  { account, missingAs, notes }: Pick<TypedTable, "account" | "missingAs" | "notes">,
  terminal: Terminal,
): void {
  const why = (_: Column, role: string) =>
    terminal.text(say(role.startsWith("value") ? "role-by-numbers" : "role-by-name"));
  tellColumns(table, roles, terminal, why);
  const { cells, read, flagged, missing, refused } = account;
  terminal.tell(terminal.text(say("import-account", { rows: table.rows, cells, read, flagged, missing, refused })));
  tellMissing(missingAs, terminal);
  tellSome(
    notes.map((note) => ownHint(note, table)),
    notes.length,
    terminal,
  );
  const [quoted] = table.columns.map((column) => columnName(column.name, name)).filter((each) => each.endsWith("]"));
  if (quoted !== undefined) terminal.tell(terminal.text(say("import-expression", { column: quoted })));
}

/** A unit is said where the declaration below has its place, and none is guessed. */
function ownHint(note: Problem, table: Table): Problem {
  if (note.code !== "unit-undeclared") return note;
  const bare = table.columns.find((column) => column.kind === "number" && column.unit === "1");
  return { ...note, hint: say("import-unit-hint", { column: yamlText(bare?.name ?? "") }) };
}
