import { heldBy, InputError, type Problem, type Table } from "@conurb/core/contract";
import { suggestion } from "@conurb/core/language";
import { type DatasetDeclaration, registerColumns } from "@conurb/core/study";
import { type Field, requireTable, type TypedTable, typeTable, widen } from "@conurb/core/tables";
import { type Atlas, decodeData, insideFolder, readBytes, sha256File } from "@conurb/store";
import { isWorkbook } from "../import/open-book.ts";
import { coordinateRoles } from "../role-names.ts";
import { say } from "../say.ts";
import { loadPage } from "./load-page.ts";

export interface Wanted {
  readonly name: string;
  readonly declaration: DatasetDeclaration;
  readonly folder: string;
  readonly atlas: Atlas;
  readonly threads: number;
}

/** Reads a declared dataset into a typed table: from the atlas, from a file of the study, or summed by SQL. */
export async function loadDataset(wanted: Wanted): Promise<Table> {
  const { name, declaration } = wanted;
  const table =
    declaration.atlas === undefined ? await fromNamedFile(wanted) : await fromAtlas(wanted, declaration.atlas);
  refuseOtherBytes(name, declaration, table.source?.sha256);
  const cite = declaration.source === undefined ? table.source?.cite : [declaration.source];
  const source = { ...table.source, dataset: name, ...(cite === undefined ? {} : { cite }) };
  return withDeclared({ ...table, source }, declaration);
}

async function fromAtlas({ name, declaration, atlas }: Wanted, id: string): Promise<Table> {
  const table = declaration.reference ? await atlas.reference(id) : await atlas.load(id);
  if (table === undefined) {
    const text = say("dataset-no-reference", { id });
    throw new InputError({ code: "dataset-no-reference", text, place: { path: `datasets.${name}.reference` } });
  }
  const { variable, value, unit, flag, place, year } = table.roles ?? {};
  if (typeof variable !== "string" || typeof value !== "string") return table;
  const variables = await atlas.variables(id);
  const { table: wide } = widen(table, {
    variable,
    value,
    ...(typeof unit === "string" ? { unit } : {}),
    ...(typeof flag === "string" ? { flag } : {}),
    titles: Object.fromEntries([...variables].map(([each, { name }]) => [each, name])),
  });
  const kept = { ...(place === undefined ? {} : { place }), ...(year === undefined ? {} : { year }) };
  const keys = new Set(Object.values(kept).flat());
  const values = wide.columns.flatMap(({ kind, name }) => (kind === "number" && !keys.has(name) ? [name] : []));
  return { ...wide, roles: { ...kept, values } };
}

/** A file that cannot be read as a whole is told with the line of the study that names it. */
async function fromNamedFile(wanted: Wanted): Promise<Table> {
  try {
    const table = await fromFile(wanted);
    if (wanted.declaration.cube !== undefined && wanted.declaration.layout === undefined) return table;
    return { ...table, roles: { ...coordinateRoles(table.columns, wanted.declaration.roles), ...table.roles } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const path = `datasets.${wanted.name}.file`;
    const named = (problem: Problem): Problem => {
      const { place } = problem;
      const isWhole = place?.file !== undefined && place.row === undefined && place.path === undefined;
      return isWhole ? { ...problem, place: { ...place, path } } : problem;
    };
    throw new InputError(error.problems.map(named));
  }
}

async function fromFile(wanted: Wanted): Promise<Table> {
  const { name, declaration, folder, threads } = wanted;
  const file = declaration.file as string;
  if (declaration.cube !== undefined && declaration.layout === undefined) {
    const path = await insideFolder(folder, file);
    return cubeOf(name, path, file, declaration.cube, declaration.units ?? {}, threads);
  }
  const bytes = await readBytes(await insideFolder(folder, file), file);
  if (declaration.layout !== undefined || isWorkbook(bytes, file)) {
    const table = await loadPage(name, declaration, bytes, file);
    refuseUnknownColumns(name, declaration, new Set(table.columns.map((column) => column.name)), file);
    return table;
  }
  return requireTable(await typedFile(wanted, bytes));
}

/** A file with one row of names, as the study declares it, and what became of its cells. */
export async function typedFile(
  { name, declaration }: Pick<Wanted, "name" | "declaration">,
  bytes: Uint8Array,
): Promise<TypedTable> {
  const file = declaration.file as string;
  const { encoding, projection } = declaration;
  const sheet = onlySheet(name, declaration);
  const { cells, format } = await decodeData(bytes, file, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { layer: sheet }),
    ...(projection === undefined ? {} : { projection }),
  });
  if (sheet !== undefined && format === "csv") {
    const place = { path: `datasets.${name}.sheet` };
    throw new InputError({ code: "sheet-unknown", text: say("sheet-of-text", { file, sheet }), place });
  }
  const columns = (cells.rows[0] ?? []).map((column) => column.trim());
  refuseUnknownColumns(name, declaration, new Set(columns), file);
  const { units = {}, titles = {} } = declaration;
  // what a register's own columns hold is read as a register: a year is no number there
  const ofRegister = declaration.kind === "register" ? textColumns(declaration) : new Set<string>();
  const declared = columns.flatMap((column): Field[] => {
    const [unit, title] = [heldBy(units, column), heldBy(titles, column)];
    const type = ofRegister.has(column) && unit === undefined ? { type: "string" } : {};
    if (unit === undefined && title === undefined && type.type === undefined) return [];
    return [
      { name: column, ...type, ...(unit === undefined ? {} : { unit }), ...(title === undefined ? {} : { title }) },
    ];
  });
  return typeTable(cells, {
    name,
    ...(declaration.title === undefined ? {} : { title: declaration.title }),
    ...(declared.length === 0 ? {} : { fields: declared }),
    ...(declaration.roles === undefined ? {} : { roles: declaration.roles }),
  });
}

function onlySheet(name: string, { sheet, file = "" }: DatasetDeclaration): string | undefined {
  if (typeof sheet !== "object") return sheet;
  const place = { path: `datasets.${name}.sheet` };
  throw new InputError({ code: "sheets-of-table", text: say("sheets-of-table", { file }), place });
}

function textColumns({ roles = {} }: DatasetDeclaration): ReadonlySet<string> {
  const parts: readonly string[] = registerColumns;
  const named = Object.entries(roles).flatMap(([role, column]) => (parts.includes(role) ? [column].flat() : []));
  return new Set([...parts, ...named]);
}

function refuseUnknownColumns(
  name: string,
  { roles = {}, units = {}, titles = {}, encoding }: DatasetDeclaration,
  known: ReadonlySet<string>,
  file: string,
): void {
  const named = [
    ...Object.entries(roles).flatMap(([role, columns]) => [columns].flat().map((column) => ["roles", role, column])),
    ...Object.keys(units).map((column) => ["units", column, column]),
    ...Object.keys(titles).map((column) => ["titles", column, column]),
  ];
  const problems = named
    .filter(([, , column]) => !known.has(column as string))
    .map(([part, key, column]) => {
      const hint =
        suggestion(column as string, [...known]) ?? (encoding === undefined ? undefined : say("encoding-hint"));
      return {
        code: "dataset-column-unknown",
        text: say("dataset-column-unknown", { file, column: column as string, columns: [...known].join(", ") }),
        ...(hint === undefined ? {} : { hint }),
        place: { path: `datasets.${name}.${part}.${key}` },
      };
    });
  if (problems.length > 0) throw new InputError(problems);
}

async function cubeOf(
  name: string,
  path: string,
  file: string,
  { by, sum }: { by: readonly string[]; sum: Readonly<Record<string, number>> },
  units: Readonly<Record<string, string>>,
  threads: number,
): Promise<Table> {
  const { cube, openDuckDb } = await import("@conurb/store");
  const port = await openDuckDb({ files: { [name]: path }, threads });
  try {
    const table = await cube(port, {
      from: name,
      by,
      sum: Object.entries(sum).map(([column, scale]) => {
        const unit = heldBy(units, column);
        return { column, scale, ...(unit === undefined ? {} : { unit }) };
      }),
    });
    return { ...table, source: { dataset: name, file, sha256: await sha256File(path) } };
  } finally {
    await port.close();
  }
}

/** The roles and titles that the study declares stand before those that the data bring along. */
function withDeclared(table: Table, { roles, titles = {}, units = {}, title, file }: DatasetDeclaration): Table {
  const columns = table.columns.map((column) => {
    const told = heldBy(titles, column.name) ?? column.title;
    const titled = told === undefined ? column : { ...column, title: told };
    const unit = heldBy(units, column.name);
    return titled.kind === "number" && unit !== undefined && file !== undefined ? { ...titled, unit } : titled;
  });
  return {
    ...table,
    columns,
    ...(title === undefined ? {} : { title }),
    ...(roles === undefined ? {} : { roles: { ...table.roles, ...roles } }),
  };
}

function refuseOtherBytes(name: string, declaration: DatasetDeclaration, found: string | undefined): void {
  const { sha256: expected, file, atlas } = declaration;
  if (expected === undefined || found === undefined || expected === found) return;
  throw new InputError({
    code: "dataset-other-bytes",
    text: say("dataset-other-bytes", { file: file ?? atlas ?? name, found, expected }),
    hint: say("dataset-other-bytes-hint"),
    place: { path: `datasets.${name}.sha256` },
  });
}
