import { refusal } from "../../refuse.ts";
import { refuseTooManyCells } from "../cell-limit.ts";
import { StataCursor } from "./stata-cursor.ts";
import { bytesOf, longString, numberTypes, releases, type Widths, widestString } from "./stata-types.ts";

export interface StataVariable {
  readonly type: number;
  /** Where in a row its cell begins. */
  readonly at: number;
  readonly size: number;
  readonly name: Uint8Array;
  readonly format: Uint8Array;
  readonly labelSet: Uint8Array;
  readonly title: Uint8Array;
}

/** A file taken apart, its texts still bytes. */
export interface StataParts {
  readonly release: number;
  readonly widths: Widths;
  readonly little: boolean;
  readonly rows: number;
  readonly rowSize: number;
  readonly variables: readonly StataVariable[];
  readonly view: DataView;
  readonly dataAt: number;
  /** By `variable:row`, both from 1. */
  readonly longStrings: ReadonlyMap<string, Uint8Array>;
  /** By the name of the set, its bytes read as Latin letters. */
  readonly labelSets: ReadonlyMap<string, ReadonlyMap<number, Uint8Array>>;
}

/** Takes a file apart by its marks, and refuses one whose lengths do not fit before anything is made of them. */
export function stataParts(bytes: Uint8Array, file: string): StataParts {
  const cursor = new StataCursor(bytes, file);
  const { release, widths } = openHeader(cursor);
  cursor.pass("</release>");
  cursor.pass("<byteorder>");
  cursor.little = byteOrder(cursor);
  cursor.pass("</byteorder>");
  cursor.pass("<K>");
  const count = cursor.whole(widths.count);
  cursor.pass("</K>");
  cursor.pass("<N>");
  const rows = cursor.whole(widths.rows);
  cursor.pass("</N>");
  cursor.pass("<label>");
  cursor.skip(cursor.whole(widths.datasetLabel));
  cursor.pass("</label>");
  cursor.pass("<timestamp>");
  cursor.skip(cursor.whole(1));
  cursor.pass("</timestamp>");
  cursor.pass("</header>");
  between(cursor, "map", () => cursor.skip(14 * 8));
  const variables = readVariables(cursor, count, release, widths);
  if (rows === 0 || count === 0) throw refusal("file-header-only", { file }, { file });
  const last = variables.at(-1) as StataVariable;
  const rowSize = last.at + last.size;
  const dataAt = between(cursor, "data", () => cursor.skip(rows * rowSize));
  refuseTooManyCells(file, rows * count);
  const longStrings = between(cursor, "strls", () => readLongStrings(cursor, widths));
  const labelSets = between(cursor, "value_labels", () => readLabelSets(cursor, widths));
  cursor.pass("</stata_dta>");
  const { view, little } = cursor;
  return { release, widths, little, rows, rowSize, variables, view, dataAt, longStrings, labelSets };
}

function openHeader(cursor: StataCursor): { release: number; widths: Widths } {
  const { file, bytes } = cursor;
  const old = bytes[0] as number;
  if (!cursor.sees("<stata_dta>") && old >= 102 && old <= 115) {
    throw refusal("stata-release", { file, release: old }, { file });
  }
  cursor.pass("<stata_dta>");
  cursor.pass("<header>");
  cursor.pass("<release>");
  const release = Number(String.fromCharCode(...cursor.take(3)));
  const widths = releases[release];
  if (widths === undefined) {
    if (Number.isInteger(release)) throw refusal("stata-release", { file, release }, { file });
    cursor.refuse("its release is no number");
  }
  return { release, widths };
}

function byteOrder(cursor: StataCursor): boolean {
  const order = String.fromCharCode(...cursor.take(3));
  if (order !== "LSF" && order !== "MSF") cursor.refuse("its byte order is neither LSF nor MSF");
  return order === "LSF";
}

function between<T>(cursor: StataCursor, part: string, read: () => T): T {
  cursor.pass(`<${part}>`);
  const found = read();
  cursor.pass(`</${part}>`);
  return found;
}

function readVariables(cursor: StataCursor, count: number, release: number, widths: Widths): StataVariable[] {
  const { file } = cursor;
  const least = 2 + 2 * widths.name + widths.format + widths.label;
  if (count * least > cursor.bytes.length) {
    const values = { file, part: "variable_types", needed: String(count * least), size: String(cursor.bytes.length) };
    throw refusal("stata-truncated", values, { file });
  }
  const each = <T>(part: string, read: () => T): T[] =>
    between(cursor, part, () => Array.from({ length: count }, read));
  const types = each("variable_types", () => cursor.whole(2));
  const names = each("varnames", () => cursor.field(widths.name));
  between(cursor, "sortlist", () => cursor.skip((count + 1) * (release === 119 ? 4 : 2)));
  const formats = each("formats", () => cursor.field(widths.format));
  const labelSets = each("value_label_names", () => cursor.field(widths.name));
  const titles = each("variable_labels", () => cursor.field(widths.label));
  between(cursor, "characteristics", () => {
    while (cursor.sees("<ch>")) between(cursor, "ch", () => cursor.skip(cursor.whole(4)));
  });
  let at = 0;
  return types.map((type, index) => {
    const size = sizeOf(type);
    if (size === undefined) cursor.refuse(`variable ${index + 1} is of type ${type}, which there is none of`);
    const variable = {
      type,
      at,
      size,
      name: names[index] as Uint8Array,
      format: formats[index] as Uint8Array,
      labelSet: labelSets[index] as Uint8Array,
      title: titles[index] as Uint8Array,
    };
    at += size;
    return variable;
  });
}

function sizeOf(type: number): number | undefined {
  if (type >= 1 && type <= widestString) return type;
  if (type === longString) return 8;
  const number = numberTypes[type];
  return number === undefined ? undefined : bytesOf[number];
}

function readLongStrings(cursor: StataCursor, { longRow }: Widths): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  while (cursor.sees("GSO")) {
    cursor.pass("GSO");
    const [variable, row, type] = [cursor.whole(4), cursor.whole(longRow), cursor.whole(1)];
    const text = cursor.take(cursor.whole(4));
    if (type !== 129 && type !== 130) cursor.refuse("a long string is neither binary nor text");
    found.set(`${variable}:${row}`, type === 130 && text.at(-1) === 0 ? text.subarray(0, -1) : text);
  }
  return found;
}

function readLabelSets(cursor: StataCursor, { name }: Widths): Map<string, ReadonlyMap<number, Uint8Array>> {
  const sets = new Map<string, ReadonlyMap<number, Uint8Array>>();
  while (cursor.sees("<lbl>")) {
    between(cursor, "lbl", () => {
      cursor.skip(4);
      const key = nameKey(cursor.field(name));
      cursor.skip(3);
      const [entries, size] = [cursor.whole(4), cursor.whole(4)];
      if (entries > mostLabels) cursor.refuse(`a set has ${entries} value labels, and Stata allows ${mostLabels}`);
      const table = cursor.skip(entries * 8);
      const text = cursor.take(size);
      const set = new Map<number, Uint8Array>();
      for (let at = 0; at < entries; at += 1) {
        const offset = cursor.view.getUint32(table + 4 * at, cursor.little);
        if (offset > size) cursor.refuse("a value label lies outside the texts of its set");
        const rest = text.subarray(offset);
        const end = rest.indexOf(0);
        set.set(
          cursor.view.getInt32(table + 4 * (entries + at), cursor.little),
          end < 0 ? rest : rest.subarray(0, end),
        );
      }
      sets.set(key, set);
    });
  }
  return sets;
}

/** Of one set. */
const mostLabels = 65_536;

export const nameKey = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
