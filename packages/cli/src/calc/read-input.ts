import { access } from "node:fs/promises";
import { heldBy, InputError, type Roles, type Table } from "@conurb/core/contract";
import type { Text } from "@conurb/core/language";
import { comparisonCells, pageCells } from "@conurb/core/sheets";
import { type Cells, type Encoding, encodings, type Field, requireTable, typeTable } from "@conurb/core/tables";
import { type CsvOptions, decodeData, readBytes } from "@conurb/store";
import { UsageError } from "../exit.ts";
import { guessedPage } from "../import/guessed-page.ts";
import { hasPlacesAcross, looksLikePage } from "../import/looks-like-page.ts";
import { type Book, findSheet, isWorkbook, openBook } from "../import/open-book.ts";
import { coordinateRoles } from "../role-names.ts";
import { say } from "../say.ts";
import { readStandardInput } from "../standard-input.ts";
import { columnMeant } from "./column-meant.ts";

/** A file of rows before its columns are typed: what they are depends on the roles that they play. */
export interface Opened {
  readonly columns: readonly string[];
  /** What was taken for granted in reading it. */
  readonly notes: readonly Text[];
  table(parts: Parts): Table;
}

/** What columns are to be: by the roles that they play, and the units that they are said to be in. */
export interface Parts {
  readonly roles: Roles;
  readonly kinds: Readonly<Record<string, "label" | "number">>;
  readonly units: Readonly<Record<string, string>>;
}

export interface Reading {
  readonly encoding?: string;
  readonly sheet?: string;
  /** What flags name that may be columns: a file that has one of them is read as it stands. */
  readonly asked: ReadonlySet<string>;
}

export async function openRows(input: string, file: string, reading: Reading): Promise<Opened> {
  const { encoding } = reading;
  const asked = encodingOf(encoding);
  const options = asked === undefined ? {} : { encoding: asked };
  const bytes = file === "-" ? await readStandardInput() : await readBytes(file);
  const { cells, notes, units } = await cellsOf(bytes, file, options, reading);
  const columns = (cells.rows[0] ?? []).map((name) => name.trim());
  return {
    columns,
    notes,
    table: (parts) =>
      withCoordinates(typed(input, cells, columns, { ...parts, units: { ...units, ...parts.units } }), parts.roles),
  };
}

/** The cells under a head of one row; those of a workbook or page as its layout is guessed. */
async function cellsOf(bytes: Uint8Array, file: string, options: CsvOptions, { sheet, asked }: Reading) {
  if (!isWorkbook(bytes, file)) {
    const { cells, format } = await decodeData(bytes, file, {
      ...options,
      ...(sheet === undefined ? {} : { layer: sheet }),
    });
    const isNamed = cells.rows[0]?.some((name) => asked.has(name.trim())) === true;
    const seemsPage = async () => looksLikePage(cells) || (!isNamed && (await hasPlacesAcross(cells)));
    const isPage = format === "csv" && (sheet !== undefined || (await seemsPage()));
    if (!isPage) return { cells, notes: [], units: {} };
  }
  const book = await openBook(bytes, file, options);
  const matrix = matrixIn(book, sheet);
  if (matrix !== undefined) return { cells: matrix, notes: [say("calc-matrix", { file })], units: {} };
  const { table, note } = await guessedPage(book, sheet);
  const cells = pageCells(table);
  const units = table.columns.flatMap((column) => (column.kind === "number" ? [[column.name, column.unit]] : []));
  const head = table.columns.map(({ name }) => name);
  return { cells: { ...cells, rows: [head, ...cells.rows.slice(1)] }, notes: [note], units: Object.fromEntries(units) };
}

/** Judgements in pairs on the sheet that is asked for, or on the first that is seen. */
function matrixIn(book: Book, asked: string | undefined): Cells | undefined {
  const sheet = asked === undefined ? book.sheets.find(({ hidden }) => !hidden) : findSheet(book, asked);
  return sheet && comparisonCells(sheet);
}

export function encodingOf(asked: string | undefined): Encoding | undefined {
  const found = encodings.find((each) => each === asked);
  if (asked !== undefined && found === undefined) {
    const told = say("encoding-unknown", { value: asked, encodings: encodings.join(", ") });
    throw new UsageError(told, say("encoding-hint"));
  }
  return found;
}

/** Columns that play a part are typed by it, so that a code keeps its zeros and a word among numbers is refused. */
function typed(input: string, cells: Cells, columns: readonly string[], { roles, kinds, units }: Parts): Table {
  const played = new Map(
    Object.entries(kinds).flatMap(([role, kind]) =>
      [roles[role] ?? role].flat().map((name) => [name, kind === "label" ? "string" : "number"] as const),
    ),
  );
  const fields = columns.flatMap((name): Field[] => {
    const [type, unit] = [played.get(name), heldBy(units, name)];
    if (type === undefined && unit === undefined) return [];
    return [{ name, ...(type === undefined ? {} : { type }), ...(unit === undefined ? {} : { unit }) }];
  });
  return requireTable(typeTable(cells, { name: input, ...(fields.length === 0 ? {} : { fields }) }));
}

/** The table with what it says of its coordinates: they are no figures, and weights are made of them. */
function withCoordinates(table: Table, roles: Roles): Table {
  const asked = ["lon", "lat"].flatMap((role) => (roles[role] === undefined ? [] : [[role, roles[role]]]));
  return {
    ...table,
    roles: { ...table.roles, ...coordinateRoles(table.columns, roles), ...Object.fromEntries(asked) },
  };
}

/** `gdp=10000 yuan,green=percent` as units by column; a column that no input has is refused. */
export function unitsOf(asked: string | undefined, columns: readonly string[]): Record<string, string> {
  if (asked === undefined) return {};
  return Object.fromEntries(
    asked.split(",").map((part) => {
      const at = part.lastIndexOf("=");
      const [column, unit] = [columnMeant(part.slice(0, at).trim(), columns), part.slice(at + 1).trim()];
      if (column !== undefined && at > 0 && unit !== "") return [column, unit];
      const hint = /[，、]/.test(part)
        ? say("full-width-comma-hint", { flag: "units", value: asked.replace(/[，、]/g, ",") })
        : undefined;
      throw new UsageError(say("usage-units", { part, columns: columns.join(", ") }), hint);
    }),
  );
}

const largestRecord = 4_000_000; // characters

/** Reads a record (a recipe, a game) from a YAML or JSON file, or as it is written on the command line. */
export async function readRecord(input: string, given: string): Promise<unknown> {
  const written = /^\s*[[{]/.test(given);
  const file = written ? `--${input}` : given;
  const text = written ? given : await readText(given);
  if (text.length > largestRecord) throw recordRefusal(file, say("record-too-large", { file, largest: largestRecord }));
  const { LineCounter, parseDocument } = await import("yaml");
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line } = counter.linePos(fault.pos[0]);
    throw recordRefusal(file, say("record-unreadable", { file, reason: fault.message }), line);
  }
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    throw recordRefusal(file, say("record-aliases", { file }));
  }
}

async function readText(file: string): Promise<string> {
  if (file === "-") return new TextDecoder().decode(await readStandardInput());
  const { readFile } = await import("node:fs/promises");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const text =
      code === "ENOENT" ? say("file-missing", { file }) : say("record-unreadable", { file, reason: code ?? "?" });
    throw recordRefusal(file, text);
  }
}

function recordRefusal(file: string, text: Text, line?: number): InputError {
  return new InputError({ code: "record-unreadable", text, place: { file, ...(line === undefined ? {} : { line }) } });
}

export const fileExists = (file: string): Promise<boolean> =>
  file === "-"
    ? Promise.resolve(true)
    : access(file).then(
        () => true,
        () => false,
      );
