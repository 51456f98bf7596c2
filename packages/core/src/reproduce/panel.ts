import { InputError, type Problem } from "../contract/errors.ts";
import type { AnyMethod, RawInputs } from "../contract/method.ts";
import type { Input, RoleSet } from "../contract/readings.ts";
import { findColumn, type Roles, type Table } from "../contract/table.ts";
import { suggestion } from "../language/suggestion.ts";
import type { Locate } from "../study/locate.ts";
import type { Cells } from "../tables/cells.ts";
import { type Field, requireTable, typeTable } from "../tables/type-table.ts";
import { decimalsOf, halfOf, type PrintedColumn, printedColumn } from "./printed.ts";
import { filledRows, inlineCells, withoutFractions } from "./table-cells.ts";
import type { RowsWritten, TableFile } from "./table-schema.ts";

/** Where a published column stands in a result: a column of one of its tables, of the rows that `where` names. */
export interface Target {
  readonly table: string;
  readonly column: string;
  readonly where: Readonly<Record<string, string | number>>;
}

export interface PublishedColumn extends PrintedColumn {
  readonly target: Target;
}
export interface PublishedScalar {
  readonly name: string;
  readonly value: number;
  readonly decimals: number;
  readonly half: number;
}

/** A number column of the panel that was rounded when it was printed. */
export interface RoundedColumn {
  readonly name: string;
  readonly half: number;
  readonly decimals: number;
}

/** A published table, read: what goes into the method, and what has to come out of it. */
export interface Panel {
  readonly file: TableFile;
  readonly method: AnyMethod;
  /** The method that reads the panel: composite/index where levels come of a recipe first, else the method itself. */
  readonly reader: AnyMethod;
  /** The input that the panel is. */
  readonly input: string;
  readonly inputs: RawInputs;
  readonly roles: Readonly<Record<string, Roles>>;
  readonly rounded: readonly RoundedColumn[];
  /** The rows that the published figures stand in, with the columns that tell them apart. */
  readonly rows: Table;
  readonly columns: readonly PublishedColumn[];
  readonly scalars: readonly PublishedScalar[];
  readonly locate: Locate;
}

/** Reads the rows of a file beside the table's own, as `sheet` and `layout` say. */
export type ReadCells = (written: RowsWritten & { readonly file: string }) => Promise<Cells>;

/** Reads the rows of a table's file and of the files beside it; everything wrong is thrown with its place. */
export async function readPanel(
  file: TableFile,
  locate: Locate,
  methods: { readonly method: AnyMethod; readonly index: AnyMethod },
  readCells: ReadCells,
): Promise<Panel> {
  const { method } = methods;
  const takesRecipe = Object.hasOwn(method.inputs as object, "recipe");
  const reader = file.recipe === undefined || takesRecipe ? method : methods.index;
  const input = firstTable(reader);
  const roleSet = (reader.inputs as Record<string, Input & { roles: RoleSet }>)[input]?.roles ?? {};
  const isExact = (column: string) => file.exact === true || file.exact.includes(column);
  const cells = withoutFractions(await cellsOf(file, ["data"], locate, readCells), isExact);
  const printed =
    file.printed === undefined ? cells : await cellsOf(file.printed, ["printed", "data"], locate, readCells);
  const names = headerOf(cells);
  const inRoles = new Set(Object.values(file.roles).flat());
  const isPublished = (name: string) => Object.hasOwn(file.published, name) && !inRoles.has(name);
  const read = names.filter(isPublished);
  const whole = typed("data", cells, roleSet, file.roles, read);
  const data: Table = { ...whole, columns: whole.columns.filter(({ name }) => !isPublished(name)) };
  const rows =
    printed === cells ? whole : typed("printed", printed, roleSet, file.roles, headerOf(printed).filter(isPublished));
  const further = await furtherInputs(file, method, locate, readCells);
  return {
    file,
    method,
    reader,
    input,
    inputs: { [input]: data, ...further.inputs },
    roles: { [input]: file.roles, ...further.roles },
    rounded: data.columns.flatMap((column) => {
      if (column.kind === "label" || isExact(column.name) || isKey(column.name, file.roles)) return [];
      const decimals = file.decimals[column.name] ?? longestOf(textsOf(cells, names.indexOf(column.name)));
      return [{ name: column.name, decimals, half: halfOf(decimals) }];
    }),
    rows,
    columns: publishedColumns(file, printed, locate),
    scalars: Object.entries(file.scalars).map(([name, told]) => {
      const decimals = file.decimals[name] ?? decimalsOf(String(told));
      return { name, value: Number(told), decimals, half: halfOf(decimals) };
    }),
    locate,
  };
}

const firstTable = (method: AnyMethod): string =>
  Object.entries(method.inputs as Record<string, Input>).find(([, { shape }]) => shape !== "record")?.[0] ?? "data";

/** A year or another number that tells rows apart is no figure that was rounded. */
const isKey = (column: string, roles: Roles): boolean => column === (roles.year ?? "year");

async function cellsOf(
  written: RowsWritten,
  path: readonly string[],
  locate: Locate,
  readCells: ReadCells,
): Promise<Cells> {
  const { data, file = "" } = written;
  if (data === undefined) return filledRows(await readCells({ ...written, file }));
  const { file: own = "", line = 0 } = locate(path);
  return filledRows(inlineCells(data, own, line + 1));
}

/** Columns in the kind that their role asks for, so that a code keeps its zeros; published figures are read as they are printed. */
function typed(name: string, cells: Cells, roleSet: RoleSet, roles: Roles, published: readonly string[] = []): Table {
  const there = headerOf(cells);
  const printed = published.map((column): Field => ({ name: column, type: "string" }));
  const fields = Object.entries(roleSet).flatMap(([role, { kind }]): Field[] =>
    [roles[role] ?? role]
      .flat()
      .filter((column) => there.includes(column))
      .map((column) => ({ name: column, type: kind === "label" ? "string" : "number" })),
  );
  return requireTable(typeTable(cells, { name, fields: [...fields, ...printed] }));
}

const headerOf = (cells: Cells): string[] => (cells.rows[0] ?? []).map((name) => name.trim());
const textsOf = (cells: Cells, at: number): string[] => cells.rows.slice(1).map((row) => (row[at] ?? "").trim());
const longestOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(decimalsOf));

function publishedColumns(file: TableFile, cells: Cells, locate: Locate): PublishedColumn[] {
  const names = headerOf(cells);
  const problems: Problem[] = [];
  const { pair } = file;
  const asked = pair === undefined ? Object.entries(file.published) : pair.map((name) => [name, "-.-"] as const);
  const key = pair === undefined ? "published" : "pair";
  const columns = asked.flatMap(([name, given]): PublishedColumn[] => {
    const { of, where = {} } = typeof given === "string" ? { of: given } : given;
    const [table = "", column = ""] = of.split(".");
    const at = names.indexOf(name);
    const place = locate([key, name]);
    if (at < 0) {
      const hint = suggestion(name, names);
      const list = names.join(", ");
      const text = {
        en: `${key} names column ${name}, which is not there; the columns are ${list}`,
        zh: `${key} 中的列 ${name} 不存在；现有列：${list}`,
      };
      problems.push({ code: "table-column", text, place, ...(hint === undefined ? {} : { hint }) });
      return [];
    }
    if (column === "") {
      const text = {
        en: `published.${name} is ${of}, expected TABLE.COLUMN of the result`,
        zh: `published.${name} 为 ${of}，应为“结果表.列”`,
      };
      problems.push({ code: "table-target", text, place });
      return [];
    }
    const rowPlace = (row: number) => ({ file: cells.file, line: Number(cells.lines?.[row + 1] ?? row + 2) });
    const printed = printedColumn(name, textsOf(cells, at), file.decimals[name], rowPlace);
    return [{ ...printed, target: { table, column, where } }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return columns;
}

/** Inputs beside the panel: tables with rows of their own, and records as they are. */
async function furtherInputs(file: TableFile, method: AnyMethod, locate: Locate, readCells: ReadCells) {
  const inputs: Record<string, unknown> = {};
  const roles: Record<string, Roles> = {};
  for (const [name, given] of Object.entries(file.inputs)) {
    const spec = (method.inputs as Record<string, Input>)[name];
    if (spec === undefined || spec.shape === "record") {
      inputs[name] = given; // what the method has no input for, the door refuses by name
      continue;
    }
    const rows = given as RowsWritten & { roles: Roles };
    const cells = await cellsOf(rows, ["inputs", name, "data"], locate, readCells);
    inputs[name] = typed(name, cells, spec.roles, rows.roles);
    roles[name] = rows.roles;
  }
  return { inputs, roles };
}

/** How a row is called: what tells it apart from the others. */
export function rowNames(panel: Panel): string[] {
  const { rows, file } = panel;
  const roleSet = (panel.reader.inputs as Record<string, { roles?: RoleSet }>)[panel.input]?.roles ?? {};
  const keys = Object.entries(roleSet).flatMap(([role, { kind, arity }]) =>
    role === "year" || (kind === "label" && arity === "one") ? [file.roles[role] ?? role].flat() : [],
  );
  const columns = [...new Set(keys)].flatMap((name) => findColumn(rows, name) ?? []);
  return Array.from({ length: rows.rows }, (_, row) =>
    columns.length === 0 ? String(row + 1) : columns.map(({ values }) => String(values[row] ?? "")).join(" "),
  );
}
