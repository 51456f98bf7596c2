import type { Problem } from "@conurb/core/contract";
import { problem, refusal } from "../../refuse.ts";
import type { DecodeOptions, FileData } from "../file-data.ts";
import { sha256Bytes } from "../sha256.ts";
import { businessCalendar, datePart, dateText, isYearFormat } from "./stata-dates.ts";
import { type StataText, stataText } from "./stata-encoding.ts";
import { nameKey, type StataParts, type StataVariable, stataParts } from "./stata-parts.ts";
import { largest, longString, missingName, numberTypes, readNumber } from "./stata-types.ts";

interface SheetColumn {
  readonly name: string;
  readonly title: string | undefined;
  readonly kind: "number" | "label" | "year";
  readonly cells: readonly string[];
  readonly flags?: ReadonlyMap<number, string>;
}

/**
 * Bytes of a Stata file (117, 118, 119; Stata 13 and later) to cells. Labelled values become their labels where every
 * value of the variable has one; dates are written as dates; variable labels become titles. A missing value is an empty
 * cell, and `.a` to `.z` stay beside it as its flag, by its label if it has one. Numbers are written so that the same
 * double is read again: a float of .1 is .10000000149011612, as it stands in the file.
 */
export async function decodeStata(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<FileData> {
  const parts = stataParts(bytes, file);
  const reading = stataText(textsOf(parts), file, parts.release, options.encoding);
  const notes: Problem[] = [...reading.notes];
  const columns = parts.variables.flatMap((variable, index) =>
    columnsOf(variable, index, { parts, reading, file, notes, codes: options.codes === true }),
  );
  const cells = {
    file,
    sha256: sha256Bytes(bytes),
    rows: [
      columns.map(({ name }) => name),
      ...Array.from({ length: parts.rows }, (_, row) => columns.map((column) => column.cells[row] as string)),
    ],
    lines: Uint32Array.from({ length: parts.rows + 1 }, (_, row) => row),
    kinds: columns.map(({ kind }) => kind),
    titles: columns.map(({ title }) => title),
    flags: columns.map(({ flags }) => flags),
  };
  return { cells, encoding: reading.encoding, notes };
}

/** Every text of the file: names, labels, cells. */
function* textsOf(parts: StataParts): Generator<Uint8Array> {
  for (const { name, title } of parts.variables) yield* [name, title];
  for (const set of parts.labelSets.values()) yield* set.values();
  yield* parts.longStrings.values();
  for (const variable of parts.variables) {
    if (numberTypes[variable.type] !== undefined || variable.type === longString) continue;
    for (let row = 0; row < parts.rows; row += 1) yield shortText(cellBytes(parts, variable, row));
  }
}

function cellBytes({ view, dataAt, rowSize }: StataParts, variable: StataVariable, row: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + dataAt + row * rowSize + variable.at, variable.size);
}

function shortText(cell: Uint8Array): Uint8Array {
  const end = cell.indexOf(0);
  return end < 0 ? cell : cell.subarray(0, end);
}

const noText = new Uint8Array();

/** The long string that a cell refers to; the same bytes for all cells that refer to it. */
function longText(parts: StataParts, cell: Uint8Array, index: number, row: number, file: string): Uint8Array {
  const { longStrings, little, widths } = parts;
  const whole = (from: number, to: number): number => {
    const part = cell.slice(from, to);
    return (little ? part.reverse() : part).reduce((value, byte) => value * 256 + byte, 0);
  };
  const [owner, ownerRow] = [whole(0, widths.referred), whole(widths.referred, 8)];
  if (owner === 0 && ownerRow === 0) return noText;
  const found = longStrings.get(`${owner}:${ownerRow}`);
  if (found !== undefined) return found;
  throw refusal("stata-long-string", { file, row: row + 1, column: index + 1 }, { file, row: row + 1 });
}

interface Reading {
  readonly parts: StataParts;
  readonly reading: StataText;
  readonly file: string;
  readonly notes: Problem[];
  readonly codes: boolean;
}

function columnsOf(variable: StataVariable, index: number, given: Reading): SheetColumn[] {
  const { parts, reading, file, notes } = given;
  const name = reading.text(variable.name);
  const title = reading.text(variable.title).trim() || undefined;
  if (numberTypes[variable.type] === undefined) {
    const long = once((bytes) => reading.text(bytes).replaceAll("\0", ""));
    const cells = Array.from({ length: parts.rows }, (_, row) => {
      const cell = cellBytes(parts, variable, row);
      if (variable.type !== longString) return reading.text(shortText(cell));
      return long(longText(parts, cell, index, row, file));
    });
    return [{ name, title, kind: "label", cells }];
  }
  const { values, missing } = numbersOf(parts, variable);
  const set = parts.labelSets.get(nameKey(variable.labelSet));
  const flags = flagsOf(missing, set, reading);
  const format = nameKey(variable.format);
  const part = datePart(format);
  const plain = Array.from(values, (value) => (Number.isNaN(value) ? "" : String(value)));
  if (part !== undefined) {
    const cells = Array.from(values, (value) => (Number.isNaN(value) ? "" : dateText(value, part)));
    return [{ name, title, kind: "label", cells, flags }];
  }
  const calendar = businessCalendar(format);
  if (calendar !== undefined) {
    notes.push(problem("stata-business-days", { file, column: name, calendar }, { file, column: name }));
  }
  const numeric: SheetColumn = { name, title, kind: isYearFormat(format) ? "year" : "number", cells: plain, flags };
  const labelled = set === undefined ? 0 : values.filter((value) => set.has(value)).length;
  if (set === undefined || labelled === 0) return [numeric];
  const present = values.filter((value) => !Number.isNaN(value)).length;
  if (labelled < present) {
    notes.push(problem("stata-labels-some", { file, column: name, labelled, present }, { file, column: name }));
    return [numeric];
  }
  const label = once(reading.text);
  const cells = Array.from(values, (value) => label(set.get(value) ?? noText));
  if (flags.size > 0) {
    notes.push(problem("stata-missing-kinds", { file, column: name, cells: flags.size }, { file, column: name }));
  }
  const text: SheetColumn = { name, title, kind: "label", cells, flags };
  return given.codes ? [text, { ...numeric, name: `${name}_code` }] : [text];
}

/** A text that many cells share is one string, however long it is. */
function once(read: (bytes: Uint8Array) => string): (bytes: Uint8Array) => string {
  const known = new Map<Uint8Array, string>();
  return (bytes) => {
    const text = known.get(bytes) ?? read(bytes);
    known.set(bytes, text);
    return text;
  };
}

function numbersOf(parts: StataParts, variable: StataVariable) {
  const { view, dataAt, rowSize, rows, little } = parts;
  const type = numberTypes[variable.type] as "double";
  const values = new Float64Array(rows);
  const missing = new Map<number, number>();
  for (let row = 0; row < rows; row += 1) {
    const found = readNumber(view, dataAt + row * rowSize + variable.at, type, little);
    values[row] = typeof found === "number" ? found : Number.NaN;
    if (typeof found !== "number") missing.set(row, found.code);
  }
  return { values, missing };
}

/** Why a value is missing, by the row of `cells`: `.a` and its kin, or their labels. A plain `.` says nothing. */
function flagsOf(
  missing: ReadonlyMap<number, number>,
  set: ReadonlyMap<number, Uint8Array> | undefined,
  { text }: StataText,
): Map<number, string> {
  const flags = new Map<number, string>();
  for (const [row, code] of missing) {
    const name = missingName(code);
    if (name === ".") continue;
    const label = set?.get(largest.long + 1 + code);
    flags.set(row + 1, label === undefined ? name : text(label).replaceAll(";", ",").trim() || name);
  }
  return flags;
}
