import { InputError, type Problem } from "@conurb/core/contract";
import { firstNamed } from "@conurb/core/language";
import { placeWords } from "@conurb/core/places";
import { type Layout, type Page, type Reason, rawText, readSheets, type Sheet, yearInName } from "@conurb/core/sheets";
import { registerHeads } from "@conurb/core/study";
import { openAtlas } from "@conurb/store";
import { type ExitCode, exit } from "../exit.ts";
import { tellProblems } from "../problems.ts";
import { say } from "../say.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { knownVariables, namedPlaces } from "./atlas-words.ts";
import { type Chosen, chooseSheet } from "./choose-sheet.ts";
import { citedBy, citedLines } from "./cited.ts";
import { type Declared, datasetsOf, studyOf } from "./declaration.ts";
import { type Filled, filledTables, gapsFilled } from "./filled-tables.ts";
import { type Interpolation, interpolationOf, tellInterpolation } from "./interpolation.ts";
import { layoutSkeleton, shortLayout } from "./layout-lines.ts";
import type { Book } from "./open-book.ts";
import { confirmLines, type NamedPlaces, placesOfPage, tellPlaces } from "./page-places.ts";
import { pathInStudy } from "./path-in-study.ts";
import { readLayout } from "./read-layout.ts";
import { columnsJson, tellColumns } from "./tell-columns.ts";
import { shellWord, tellAccount, tellReasons, tellSheets, tellSome, tellTotals } from "./tell-page.ts";
import { tidyName, writeTable } from "./write-table.ts";
import { yamlText } from "./yaml-lines.ts";

export interface PageAsked {
  readonly book: Book;
  /** The name of the dataset. */
  readonly name: string;
  readonly sheet: string | undefined;
  /** A file with a layout. */
  readonly layout: string | undefined;
  readonly out: string | undefined;
  readonly asStudy: boolean;
  readonly interpolate: readonly string[];
  readonly json: boolean;
}

/** A page that was read, and how. */
interface Reading {
  readonly chosen: Chosen;
  readonly layout: Layout;
  readonly reasons: readonly Reason[];
  readonly page: Page;
  readonly places: readonly NamedPlaces[];
}

/** Reads one sheet, tells how and what came of it, and declares it so that a study reads it in just this way. */
export async function importPage(asked: PageAsked, terminal: Terminal): Promise<ExitCode> {
  const { book, name } = asked;
  const atlas = openAtlas();
  const places = await namedPlaces(atlas);
  const given = asked.layout === undefined ? undefined : await readLayout(asked.layout);
  const options = { variables: await knownVariables(atlas), places: placeWords(places) };
  const chosen = chooseSheet(book, asked.sheet ?? (book.isWorkbook ? given?.sheet : undefined), options);
  if (given === undefined) refuseRegister(book, chosen);
  const layout = given ?? (chosen.guess.layout && layoutOfAll(chosen.guess.layout, chosen.all));
  if (layout === undefined) return withoutLayout(asked, chosen, terminal);
  const page = readSheets(chosen.all, layout, { name });
  const reasons = given === undefined ? chosen.guess.reasons : [];
  const named = page.tables.flatMap(({ table }) => placesOfPage(table, places) ?? []);
  return tell(asked, { chosen, layout, reasons, page, places: named }, terminal);
}

/** A study reads registers from plain tables: taken for a page, its words would be heads. */
function refuseRegister({ file }: Book, { sheet }: Chosen): void {
  const heads = registerHeads((sheet.rows[0] ?? []).map((value) => rawText(value)));
  if (heads === undefined) return;
  const columns = Object.values(heads).join(", ");
  throw new InputError({
    code: "register-in-workbook",
    text: say("register-in-workbook", { file, sheet: sheet.sheet, columns }),
    hint: say("register-in-workbook-hint"),
    place: { file, sheet: sheet.sheet },
  });
}

/** Its one name, or the names of several. */
const sheetsRead = ({ all: [first, ...others] }: Chosen): string | readonly string[] =>
  others.length === 0 ? first.sheet : [first, ...others].map(({ sheet }) => sheet);

/** The layout of the first sheet for all: the year or place that its name gave is for each sheet what that is called. */
function layoutOfAll(layout: Layout, [first, ...others]: Chosen["all"]): Layout {
  if (others.length === 0) return layout;
  const { sheet } = first;
  const tables = layout.tables.map((block) => ({
    ...block,
    ...(block.year !== undefined && block.year === yearInName(sheet) ? { year: "sheet" as const } : {}),
    ...(block.place !== undefined && block.place === sheet.trim() ? { place: "sheet" } : {}),
  }));
  return { ...layout, tables };
}

/** What follows from a reading: its tables and their declaration, and what would be filled or cannot stand. */
interface Made {
  readonly tables: readonly Filled[];
  readonly interpolation: readonly Interpolation[];
  readonly nothing: readonly Problem[];
  readonly written: string | undefined;
  readonly declaration: readonly string[];
}

async function tell(asked: PageAsked, reading: Reading, terminal: Terminal): Promise<ExitCode> {
  const { book, json } = asked;
  const { page, places } = reading;
  const nothing = nothingRead(page, book.file);
  const tables = filledTables(page);
  const interpolation = tables.flatMap(({ table }) => {
    const own = asked.interpolate.filter((column) => table.columns.some(({ name }) => name === column));
    const isLast = tables.length === 1;
    return interpolationOf(book.file, table, table.roles ?? {}, isLast ? asked.interpolate : own);
  });
  const written = page.problemCount === 0 ? asked.out : undefined;
  const { declared, remark } = await declare(asked, reading, tables, written);
  const [first, ...others] = declared as [Declared, ...Declared[]];
  const declaration = [
    `# ${terminal.text(remark)}`,
    ...citedLines(
      tables.map(({ table }) => table),
      terminal,
    ),
    ...(asked.asStudy ? studyOf(first, others) : datasetsOf(declared)),
    ...confirmLines(places, terminal),
  ];
  (json ? tellJson : tellLines)(asked, reading, { tables, interpolation, nothing, written, declaration }, terminal);
  return page.problemCount === 0 && nothing.length === 0 ? exit.done : exit.failed;
}

function tellJson({ name, book }: PageAsked, reading: Reading, made: Made, terminal: Terminal): void {
  const { chosen, layout, reasons, page, places } = reading;
  const { tables, interpolation, nothing, declaration } = made;
  terminal.json({
    name,
    file: book.file,
    sheet: sheetsRead(chosen),
    sheets: chosen.sheets,
    layout: shortLayout(layout),
    guesses: reasons,
    tables: tables.map(({ table }) => ({ rows: table.rows, columns: columnsJson(table), roles: table.roles ?? {} })),
    account: page.account,
    missingAs: page.missingAs,
    places: places.flatMap(({ matching }) => matching.matches),
    pages: tables.flatMap(({ table }) => table.source?.page ?? []),
    ...(interpolation.length === 0 ? {} : { interpolation }),
    notes: [...book.notes, ...page.notes],
    problems: [...page.problems, ...nothing],
    problemCount: page.problemCount + nothing.length,
    declaration,
  });
}

function tellLines({ book, layout: given }: PageAsked, reading: Reading, made: Made, terminal: Terminal): void {
  const { chosen, reasons, page, places } = reading;
  const { tables, interpolation, nothing, written, declaration } = made;
  if (book.isWorkbook) tellSheets(book.file, chosen.sheets, [sheetsRead(chosen)].flat(), terminal);
  const { sheet } = chosen.sheet;
  if (given === undefined) tellReasons(sheet, reasons, terminal);
  else terminal.tell(terminal.text(say("layout-given", { sheet, file: given })));
  for (const { table } of tables) tellColumns(table, table.roles ?? {}, terminal);
  tellAccount(page, chosen.all.length, terminal);
  tellTotals(tables, terminal);
  tellInterpolation(interpolation, terminal);
  for (const each of places) tellPlaces(each, terminal);
  const notes = [...book.notes, ...ownHints(page.notes, tables)];
  tellSome(notes, notes.length, terminal);
  tellSome([...page.problems, ...nothing], page.problemCount + nothing.length, terminal);
  if (page.problemCount > 0)
    terminal.tell(terminal.errorStyle.red(terminal.text(say("page-refused", { count: page.account.refused }))));
  if (written !== undefined) terminal.tell(terminal.text(say("page-tidy", { file: written, source: book.file })));
  for (const line of declaration) terminal.print(line);
}

/** A layout under which no cell is a figure reads nothing, though nothing is refused. */
function nothingRead({ account, problemCount }: Page, file: string): Problem[] {
  if (problemCount > 0 || account.read + account.flagged > 0) return [];
  return [
    {
      code: "page-reads-nothing",
      text: say("page-reads-nothing", { file }),
      hint: say("page-reads-nothing-hint"),
      place: { file },
    },
  ];
}

/** A unit that a page does not give is said where the declaration has its place; those of many columns in one line. */
function ownHints(notes: readonly Problem[], tables: readonly Filled[]): Problem[] {
  const bare = tables.flatMap(({ table: { columns } }) =>
    columns.filter((column) => column.kind === "number" && column.unit === "1").map(({ name }) => name),
  );
  const isBare = ({ code }: Problem) => code === "unit-undeclared";
  const first = notes.find(isBare);
  if (first !== undefined && bare.length > mostUnits) {
    const [column = ""] = bare;
    const text = say("import-units", { columns: firstNamed(bare) });
    const { file, sheet } = first.place ?? {};
    const place = { ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }) };
    const all: Problem = { code: first.code, text, place, hint: say("import-unit-hint", { column: yamlText(column) }) };
    return notes.flatMap((note) => (note === first ? [all] : isBare(note) ? [] : [note]));
  }
  const own = [...bare];
  return notes.map((note) => {
    const column = isBare(note) ? own.shift() : undefined;
    return column === undefined ? note : { ...note, hint: say("import-unit-hint", { column: yamlText(column) }) };
  });
}

const mostUnits = 3;

async function declare(
  asked: PageAsked,
  { chosen, layout, page }: Reading,
  tables: readonly Filled[],
  written: string | undefined,
) {
  const { book, name } = asked;
  const nameOf = (at: number) => (at === 0 ? name : `${name}_${at + 1}`);
  if (written !== undefined) {
    const files = tables.map((_, at) => tidyName(written, at));
    for (const [at, { table }] of tables.entries()) await writeTable(table, files[at] as string);
    const paths = await Promise.all(files.map(pathInStudy));
    const declared = tables.map(
      ({ table }, at): Declared => ({
        name: nameOf(at),
        file: (paths[at] as (typeof paths)[number]).path,
        table,
        roles: table.roles ?? {},
        ...gapsFilled(table, asked.interpolate),
        ...citedBy(table),
      }),
    );
    return { declared, remark: (paths[0] as (typeof paths)[number]).remark };
  }
  const { path, remark } = await pathInStudy(book.file);
  const declared = tables.map(
    ({ table, part }, at): Declared => ({
      name: nameOf(at),
      file: path,
      table,
      roles: table.roles ?? {},
      ...(book.encoding !== undefined && book.encoding !== "utf-8" ? { encoding: book.encoding } : {}),
      ...(book.isWorkbook ? { sheet: sheetsRead(chosen) } : {}),
      layout: shortLayout(layout),
      ...(page.tables.length > 1 ? { part } : {}),
      ...gapsFilled(table, asked.interpolate),
      ...citedBy(table),
    }),
  );
  return { declared, remark };
}

/** Nothing was recognised: what to do, and a layout to fill in. */
function withoutLayout({ book, sheet: asked, json }: PageAsked, { sheet, sheets }: Chosen, terminal: Terminal) {
  const { file } = book;
  const hint = say("page-without-layout-hint", { file: shellWord(file), quoted: shellWord(sheet.sheet) });
  const isOne = asked !== undefined || book.sheets.length === 1;
  const text = isOne
    ? say("page-without-layout", { file, sheet: sheet.sheet })
    : say("book-without-layout", { file, sheets: sheets.map((each) => each.sheet).join(", ") });
  const problem: Problem = { code: "layout-not-recognised", text, hint, place: { file } };
  const skeleton = layoutSkeleton(sheet as Sheet, terminal);
  if (json) {
    terminal.json({ problems: [problem], sheets, skeleton });
    return exit.failed;
  }
  if (book.isWorkbook) tellSheets(file, sheets, [], terminal);
  tellProblems([problem], terminal);
  for (const line of skeleton) terminal.print(line);
  return exit.failed;
}
