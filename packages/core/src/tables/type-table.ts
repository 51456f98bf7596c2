import { InputError, type Problem } from "../contract/errors.ts";
import { labels, makeTable, type Roles, type Source, type Table } from "../contract/table.ts";
import { same, type Text } from "../language/text.ts";
import { CellProblems, lineOf } from "./cell-problems.ts";
import type { Cells } from "./cells.ts";
import { type ColumnKind, declaredKind } from "./column-kind.ts";
import { type Heading, readHeader } from "./header.ts";
import { numberColumn } from "./number-column.ts";
import { withPlainCodes } from "./point-codes.ts";
import { withQuotients } from "./quotients.ts";
import { checkSheet, checkWidths } from "./sheet-checks.ts";
import { guessKind, type SheetColumn } from "./sheet-column.ts";
import { noteUnits } from "./unit-notes.ts";
import { Vintages } from "./vintages.ts";
import { flagOfVintage } from "./year-vintage.ts";

/** One column as a Frictionless descriptor or a study declares it. */
export interface Field {
  readonly name: string;
  /** `number`, `integer` and `year` are numbers; any other type is a label. Left out: guessed, a number if it has a unit. */
  readonly type?: string;
  readonly unit?: string;
  readonly title?: Text;
}

export interface TableSchema {
  /** Name of the data set. */
  readonly name: string;
  readonly title?: Text;
  readonly fields?: readonly Field[];
  readonly key?: readonly string[];
  readonly roles?: Roles;
  /** Exactly what counts as missing beside an empty cell; left out: -, ..., NA, 缺 and their kin. */
  readonly missingValues?: readonly string[];
  readonly cite?: readonly string[];
}

/** What became of the cells under the header: `read + flagged + missing + refused = cells`. */
export interface Account {
  readonly cells: number;
  /** Values and labels taken as they are. */
  readonly read: number;
  /** Values taken, which carry a flag. */
  readonly flagged: number;
  readonly missing: number;
  readonly refused: number;
}

export interface TypedTable {
  /** Not there when the file has no rows or no usable header. Refused cells are `NaN` in it. */
  readonly table: Table | undefined;
  /** What is wrong, each with file, row and column: the first thousand. A table with problems is not to be computed with. */
  readonly problems: readonly Problem[];
  /** How many problems there are in all. */
  readonly problemCount: number;
  /** What a reader should know: a unit taken from a header, a column of numbers with one word in it. */
  readonly notes: readonly Problem[];
  readonly account: Account;
  /** What the missing cells of number columns say that are not empty, and how often: `{ "…": 3, 缺: 1 }`. */
  readonly missingAs: Readonly<Record<string, number>>;
}

/**
 * Types a sheet by a schema, or by what the cells look like. Never throws: everything wrong is collected. Rows without
 * any cell are passed over; file rows are kept in `lines`.
 */
export function typeTable(cells: Cells, schema: TableSchema): TypedTable {
  const problems = new CellProblems(cells, schema.name);
  const notes = new CellProblems(cells, schema.name);
  const headings = readHeader(cells, problems);
  const rows = cells.rows.flatMap((row, at) => (at > 0 && row.some((cell) => cell.trim() !== "") ? [at] : []));
  checkSheet(headings, rows.length, cells, schema, problems);
  const ragged = checkWidths(cells, rows, problems);

  const count = { cells: ragged.extra, read: 0, flagged: 0, missing: 0, refused: ragged.extra };
  const said = new Map<string, number>();
  const flags = flagsOf(cells, rows, headings, schema.roles);
  const ofYears = vintagesOf(cells, rows, headings, schema, notes);
  const sheets = withQuotients(
    headings.map((heading) => sheetColumn(heading, cells, rows, schema)),
    notes,
  );
  const columns = sheets.map((sheet) => {
    const { heading } = sheet;
    const told = declaredKind(heading.name, sheet.field, schema.roles) ?? cells.kinds?.[heading.position];
    const kind = told ?? guessKind(sheet, notes);
    const ofCells = cells.flags?.[heading.position];
    const carries = carriesFlags(heading.name, kind, schema);
    const ofRow = carries ? withCellFlags(flags, ofYears, rows) : undefined;
    const own = withCellFlags(ofRow, ofCells, rows);
    const isGuessed = told === undefined;
    const { column, missing, refused, marks } =
      kind === "label"
        ? labelColumn(withPlainCodes(sheet, schema, notes))
        : numberColumn({ ...sheet, isGuessed }, kind, own, schema, problems);
    for (const [mark, times] of marks) said.set(mark, (said.get(mark) ?? 0) + times);
    const flagged =
      column.kind === "number" && own !== undefined
        ? own.filter((flag, row) => flag !== null && !Number.isNaN(column.values[row])).length
        : 0;
    count.cells += rows.length;
    count.missing += missing;
    count.refused += refused;
    count.flagged += flagged;
    count.read += rows.length - missing - refused - flagged;
    return column;
  });
  noteUnits(columns, headings, schema, notes);

  const broken =
    rows.length === 0 || headings.length === 0 || problems.list.some(({ code }) => code.startsWith("column-"));
  const table = broken
    ? undefined
    : makeTable(schema.name, schema.key ?? [], columns, {
        ...(schema.title === undefined ? {} : { title: schema.title }),
        ...(schema.roles === undefined ? {} : { roles: schema.roles }),
        source: sourceOf(cells, schema),
        lines: Uint32Array.from(rows, (row) => lineOf(cells, row)),
      });
  const missingAs = Object.fromEntries(said);
  const { list, count: problemCount } = problems;
  return { table, problems: list, problemCount, notes: notes.list, account: count, missingAs };
}

/** The table, or an InputError with the problems that are listed and the count of the others. */
export function requireTable({ table, problems, problemCount }: TypedTable): Table {
  if (table !== undefined && problemCount === 0) return table;
  const more = problemCount - problems.length;
  const rest: Problem[] =
    more > 0 ? [{ code: "more-problems", text: { en: `and ${more} more`, zh: `另有 ${more} 处` } }] : [];
  throw new InputError([...problems, ...rest]);
}

function sheetColumn(heading: Heading, cells: Cells, rows: readonly number[], schema: TableSchema): SheetColumn {
  const field = withTitle(
    schema.fields?.find(({ name }) => name === heading.name),
    heading,
    cells,
  );
  const { missingValues } = schema;
  return {
    heading,
    field,
    rows,
    texts: rows.map((row) => cells.rows[row]?.[heading.position]),
    isFlag: schema.roles?.["flag"] === heading.name,
    ...(missingValues === undefined ? {} : { missingValues: new Set(missingValues) }),
  };
}

/** The file's own title where none is declared. */
function withTitle(field: Field | undefined, { name, position }: Heading, { titles }: Cells): Field | undefined {
  const own = titles?.[position];
  return own === undefined || field?.title !== undefined
    ? field
    : { name, ...field, title: typeof own === "string" ? same(own) : own };
}

const noMarks: ReadonlyMap<string, number> = new Map();

/** Text as it stands, without the space around it. An empty flag says that there is no flag: it is read. */
function labelColumn({ heading, field, texts, isFlag, missingValues }: SheetColumn) {
  const values = texts.map((text) => {
    const trimmed = text?.trim() ?? "";
    return trimmed === "" || missingValues?.has(trimmed) ? null : trimmed;
  });
  const refused = texts.filter((text) => text === undefined).length;
  const empty = values.filter((value) => value === null).length - refused;
  const column = labels(heading.name, values, field?.title);
  return { column, missing: isFlag ? 0 : empty, refused, marks: noMarks };
}

function flagsOf(cells: Cells, rows: readonly number[], headings: readonly Heading[], roles: Roles | undefined) {
  const flag = headings.find(({ name }) => name === roles?.["flag"]);
  if (flag === undefined) return undefined;
  return rows.map((row) => {
    const text = cells.rows[row]?.[flag.position]?.trim() ?? "";
    return text === "" ? null : text;
  });
}

/** Years that say themselves that their figures are not the last word, by row: said once of each. */
function vintagesOf(
  cells: Cells,
  rows: readonly number[],
  headings: readonly Heading[],
  { fields, roles }: TableSchema,
  notes: CellProblems,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const vintages = new Vintages();
  for (const { name, position } of headings) {
    const field = fields?.find((each) => each.name === name);
    if ((declaredKind(name, field, roles) ?? cells.kinds?.[position]) !== "year") continue;
    for (const row of rows) {
      const vintage = vintages.add(cells.rows[row]?.[position] ?? "", row, position);
      if (vintage !== undefined) found.set(row, flagOfVintage(vintage));
    }
  }
  vintages.tell(headings, notes);
  return found;
}

/** What the file says of a single cell joins what its row says of all. */
function withCellFlags(
  flags: readonly (string | null)[] | undefined,
  told: ReadonlyMap<number, string> | undefined,
  rows: readonly number[],
): readonly (string | null)[] | undefined {
  if (told === undefined || told.size === 0) return flags;
  return rows.map((row, at) => {
    const both = [flags?.[at], told.get(row)].filter((flag) => flag !== null && flag !== undefined);
    return both.length === 0 ? null : both.join(";");
  });
}

/** A row's flag belongs to its values: the declared ones, or every number that is no key and no coordinate. */
export function carriesFlags(name: string, kind: ColumnKind, { roles = {}, key = [] }: TableSchema): boolean {
  if (kind === "label" || kind === "year" || key.includes(name)) return false;
  const values = [roles["value"], roles["values"]].flat().filter((each) => each !== undefined);
  return values.length > 0 ? values.includes(name) : !["lon", "lat", "year"].some((role) => roles[role] === name);
}

function sourceOf(cells: Cells, { name, cite }: TableSchema): Source {
  return {
    dataset: name,
    file: cells.file,
    ...(cells.sha256 === undefined ? {} : { sha256: cells.sha256 }),
    ...(cite === undefined ? {} : { cite }),
  };
}
