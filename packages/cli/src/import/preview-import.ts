import type { Column, Problem, Roles, Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { confirmKey, type DatedPlace, placeWords } from "@conurb/core/places";
import { columnLetters, type Reason, readPage, type Sheet, sheetOfCells, usedRange } from "@conurb/core/sheets";
import { registerHeads } from "@conurb/core/study";
import { type DecodedData, decodeData, openAtlas } from "@conurb/store";
import { say } from "../say.ts";
import { knownVariables, namedPlaces } from "./atlas-words.ts";
import { chooseSheet, type SheetLine } from "./choose-sheet.ts";
import { citedBy } from "./cited.ts";
import { type Declared, datasetsOf, studyOf } from "./declaration.ts";
import { filledTables, gapsFilled } from "./filled-tables.ts";
import { guessedRoles } from "./guessed-roles.ts";
import type { ImportChoices } from "./import-choices.ts";
import { declaredRegister } from "./import-register.ts";
import { typedCells } from "./import-table.ts";
import { shortLayout } from "./layout-lines.ts";
import { hasPlacesAcross, looksLikePage } from "./looks-like-page.ts";
import { type Book, isWorkbook, openBook } from "./open-book.ts";
import { placesOfPage } from "./page-places.ts";
import { type GridRow, gridOf } from "./preview-grid.ts";
import { layoutIn } from "./read-layout.ts";
import { type Plain, yamlEntry } from "./yaml-lines.ts";

/** A file's bytes, and the path by which a study is to name it. */
export interface GivenFile {
  readonly bytes: Uint8Array;
  readonly file: string;
  /** The dataset's name unless another is chosen. */
  readonly name: string;
}

/** A table as the study would have it: its columns and its first rows. */
export interface PreviewTable {
  readonly rows: number;
  readonly roles: Roles;
  readonly columns: readonly PreviewColumn[];
}
export interface PreviewColumn {
  readonly name: string;
  readonly title?: Text;
  readonly kind: Column["kind"];
  readonly unit?: string;
  /** Whether the file says the unit itself. */
  readonly hasOwnUnit: boolean;
  readonly values: readonly (string | number | null)[];
  readonly flags?: readonly (string | null)[];
}

/** A name in the file and the place it is taken for, or may be. */
export interface PreviewName {
  readonly key: string;
  readonly given: string;
  readonly status: string;
  readonly code?: string;
  readonly place?: Text;
  readonly reason: Text;
  readonly rows: number;
  readonly candidates: readonly { readonly code: string; readonly name: Text }[];
}

/** What `conurb import` would make of a file with these choices: nothing is written. */
export interface ImportPreview {
  readonly name: string;
  readonly file: string;
  readonly format: string;
  readonly encoding?: string;
  readonly sheets?: readonly SheetLine[];
  readonly sheet?: string;
  /** The first rows of the sheet and its last, as they stand. */
  readonly grid: { readonly rows: readonly GridRow[]; readonly height: number; readonly width: number };
  /** Of a page: how it is read. Nothing where no table was recognised, or where the first row names the columns. */
  readonly layout?: Plain;
  readonly isPage: boolean;
  readonly reasons: readonly Reason[];
  readonly tables: readonly PreviewTable[];
  readonly account?: Readonly<Record<string, number>>;
  readonly missingAs: Readonly<Record<string, number>>;
  readonly names: readonly PreviewName[];
  readonly notes: readonly Problem[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** The lines of the study that declare it; none while there are problems. */
  readonly lines: readonly string[];
  /** A study of its own. */
  readonly study: readonly string[];
}

/** Reads a file as `conurb import` does, by these choices where they are made, and says what came of each. */
export async function previewImport(given: GivenFile, choices: ImportChoices): Promise<ImportPreview> {
  const { bytes, file } = given;
  const { encoding, sheet, layout } = choices;
  const options = encoding === undefined ? {} : { encoding };
  if (layout !== undefined || isWorkbook(bytes, file)) {
    return previewPage(given, await openBook(bytes, file, options), choices);
  }
  const data = await decodeData(bytes, file, { ...options, ...(sheet === undefined ? {} : { layer: sheet }) });
  if (data.format === "csv" && (await isPageOf(data, choices)))
    return previewPage(given, await openBook(bytes, file, options), choices);
  return previewTable(given, data, choices);
}

async function isPageOf({ cells }: DecodedData, { kind }: ImportChoices): Promise<boolean> {
  if (kind !== undefined) return kind === "page";
  return looksLikePage(cells) || (await hasPlacesAcross(cells));
}

async function previewPage(given: GivenFile, book: Book, choices: ImportChoices): Promise<ImportPreview> {
  const { file } = given;
  const name = choices.name ?? given.name;
  const atlas = openAtlas();
  const places = await namedPlaces(atlas);
  const known = { variables: await knownVariables(atlas), places: placeWords(places) };
  const { sheet, guess, sheets } = chooseSheet(book, book.isWorkbook ? choices.sheet : undefined, known);
  const layout = choices.layout === undefined ? guess.layout : layoutIn(choices.layout, file);
  const common = {
    name,
    file,
    format: book.isWorkbook ? "workbook" : "csv",
    ...(book.encoding === undefined ? {} : { encoding: book.encoding }),
    ...(book.isWorkbook ? { sheets, sheet: sheet.sheet } : {}),
    grid: gridOf(sheet),
    isPage: true,
    reasons: choices.layout === undefined ? guess.reasons : [],
  };
  if (layout === undefined) {
    const text = say("page-without-layout", { file, sheet: sheet.sheet });
    const problem: Problem = { code: "layout-not-recognised", text, place: { file } };
    return { ...common, ...nothing, layout: startingLayout(sheet), problems: [problem], problemCount: 1 };
  }
  const page = readPage(sheet, layout, { name });
  // each as the page has it, and with the units that were chosen
  const filled = filledTables(page).map((each) => ({
    ...each,
    own: each.table,
    table: withUnits(each.table, choices.units),
  }));
  const declared = filled.map(
    ({ table, part }, at): Declared => ({
      name: at === 0 ? name : `${name}_${at + 1}`,
      file,
      table,
      roles: table.roles ?? {},
      ...(book.encoding !== undefined && book.encoding !== "utf-8" ? { encoding: book.encoding } : {}),
      ...(book.isWorkbook ? { sheet: sheet.sheet } : {}),
      layout: shortLayout(layout),
      ...(page.tables.length > 1 ? { part } : {}),
      ...gapsFilled(table, choices.interpolate ?? []),
      ...citedBy(table),
    }),
  );
  return {
    ...common,
    layout: shortLayout(layout),
    tables: filled.map(({ table, own }) => previewOf(table, table.roles ?? {}, own)),
    account: page.account,
    missingAs: page.missingAs,
    names: filled.flatMap(({ table }) => namesIn(table, places, choices)),
    notes: [...book.notes, ...page.notes],
    problems: page.problems,
    problemCount: page.problemCount,
    ...linesOf(page.problemCount === 0 ? declared : [], choices),
  };
}

async function previewTable(given: GivenFile, data: DecodedData, choices: ImportChoices): Promise<ImportPreview> {
  const { file } = given;
  const name = choices.name ?? given.name;
  const { table: typed, account, missingAs, notes } = typedCells(data, name);
  const heads = registerHeads(data.cells.rows[0] ?? []);
  const register = heads === undefined ? undefined : declaredRegister(data, heads);
  const roles = choices.roles ?? register?.roles ?? guessedRoles(typed);
  const table = withUnits({ ...typed, roles }, choices.units);
  const declared: Declared = {
    name,
    file,
    table,
    roles,
    ...(register === undefined ? {} : { kind: register.kind }),
    ...(data.encoding !== undefined && data.encoding !== "utf-8" ? { encoding: data.encoding } : {}),
    ...(choices.sheet === undefined ? {} : { sheet: choices.sheet }),
    ...gapsFilled(table, choices.interpolate ?? []),
  };
  const places = await namedPlaces(openAtlas());
  return {
    name,
    file,
    format: data.format,
    ...(data.encoding === undefined ? {} : { encoding: data.encoding }),
    grid: gridOf(sheetOfCells(data.cells)),
    isPage: false,
    reasons:
      heads === undefined
        ? []
        : [{ code: "register", text: say("register-recognised", { file, columns: Object.values(heads).join(", ") }) }],
    tables: [previewOf(table, roles, typed)],
    account: { ...account },
    missingAs,
    names: namesIn(table, places, choices),
    notes,
    problems: [],
    problemCount: 0,
    ...linesOf([declared], choices),
  };
}

const nothing = { tables: [], missingAs: {}, names: [], notes: [], lines: [], study: [] } as const;

function linesOf(
  [first, ...others]: readonly Declared[],
  { title, confirm = {} }: ImportChoices,
): Pick<ImportPreview, "lines" | "study"> {
  if (first === undefined) return { lines: [], study: [] };
  const names = Object.keys(confirm).length === 0 ? [] : yamlEntry("places", { confirm });
  return {
    lines: datasetsOf([first, ...others]).slice(1),
    study: [...studyOf(first, others, title), ...names],
  };
}

/** Units are chosen for columns whose file says none. */
function withUnits(table: Table, units: ImportChoices["units"] = {}): Table {
  const columns = table.columns.map((column): Column => {
    const unit = Object.hasOwn(units, column.name) ? units[column.name] : undefined;
    return column.kind === "number" && column.unit === "1" && unit !== undefined ? { ...column, unit } : column;
  });
  return { ...table, columns };
}

const shownRows = 12;
const longest = 80; // characters of a cell that are shown

function previewOf(table: Table, roles: Roles, own: Table): PreviewTable {
  const rows = Math.min(table.rows, shownRows);
  const columns = table.columns.map((column, at): PreviewColumn => {
    const { name, title, kind } = column;
    const from = own.columns[at];
    const values = Array.from({ length: rows }, (_, row): string | number | null => {
      const value = column.values[row] as string | number | null;
      return typeof value === "string" ? short(value) : Number.isNaN(value) ? null : value;
    });
    return {
      name,
      ...(title === undefined ? {} : { title }),
      kind,
      ...(kind === "number" ? { unit: column.unit } : {}),
      hasOwnUnit: from?.kind === "number" && from.unit !== "1",
      values,
      ...(kind === "number" && column.flags !== undefined ? { flags: column.flags.slice(0, rows) } : {}),
    };
  });
  return { rows: table.rows, roles, columns };
}

const short = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function namesIn(table: Table, places: readonly DatedPlace[], { confirm = {} }: ImportChoices): PreviewName[] {
  const named = placesOfPage(table, places, confirm);
  if (named === undefined) return [];
  const { matches } = named.matching;
  // a name may be settled in some of its years alone: it is shown once, by what is still to be answered
  const [settled, open] = [true, false].map((is) => matches.filter(({ code }) => (code !== undefined) === is));
  const once = new Map([...(settled ?? []), ...(open ?? [])].map((match) => [confirmKey(match), match]));
  return [...new Set(matches.map(confirmKey))]
    .flatMap((key) => once.get(key) ?? [])
    .map(
      (match): PreviewName => ({
        key: confirmKey(match),
        given: short(match.given),
        status: match.status,
        ...(match.code === undefined ? {} : { code: match.code }),
        ...(match.place === undefined ? {} : { place: match.place.name }),
        reason: match.reason,
        rows: match.rows,
        candidates: match.candidates.map(({ place, name }) => ({ code: place.code, name })),
      }),
    );
}

/** Something to begin with, where nothing was recognised. */
function startingLayout(sheet: Sheet): Plain {
  const { rows, columns } = usedRange(sheet);
  const last = Math.max(rows, 2);
  return {
    tables: [
      { rows: [2, last], columns: ["A", columnLetters(Math.max(columns - 1, 1))], head: [1], by: { place: "A" } },
    ],
  };
}
