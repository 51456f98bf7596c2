import type { LabelColumn, NumberColumn, Problem, Table } from "@conurb/core/contract";
import type { Language } from "@conurb/core/language";
import { withFlagColumns } from "@conurb/core/tables";
import { largest, longString, missingDouble, typeCodes, widestString } from "../decode/stata/stata-types.ts";
import { problem, refusal } from "../refuse.ts";
import { writeAtomic } from "../results/write-atomic.ts";
import { type Labels, labelsInLanguages, titlesOf, variableLabels, writeCharacteristics } from "./stata-languages.ts";
import { stataNames } from "./stata-names.ts";
import { type Coded, codedColumns, writeValueLabels } from "./stata-value-labels.ts";
import { ByteWriter } from "./stata-writer.ts";

export interface StataExport {
  readonly bytes: Uint8Array;
  /** Columns that Stata does not allow to keep their names. */
  readonly notes: readonly Problem[];
}

export interface StataExportOptions {
  /** The language of the labels that Stata shows first; English unless given. `label language` changes to the other. */
  readonly language?: Language;
  /** A unit in Chinese words; as it is unless given. */
  readonly chineseUnit?: (unit: string) => string;
}

/**
 * A table as a Stata file of format 118 (Stata 14 and later), in UTF-8 with the least significant byte first. Variable labels are the
 * columns' titles with their units, in both languages; gaps are `.`, texts longer than 2,045 bytes become strL, flags become a variable
 * of their own. A column that stands beside its codes, as labelled values are read, becomes one variable with value labels again.
 * Numbers take the smallest type that holds them exactly. There is no time stamp, so the same table gives the same bytes.
 */
export function tableToStata(
  table: Table,
  { language = "en", chineseUnit = (unit) => unit }: StataExportOptions = {},
): StataExport {
  const columns = codedColumns(withFlagColumns(table));
  if (columns.length > mostColumns) {
    throw refusal("stata-write-size", { columns: columns.length, limit: mostColumns });
  }
  const names = stataNames(columns.map(({ column }) => column.name));
  const variables = columns.map(({ column, codes }, at): Variable => {
    const name = names[at] as string;
    const labels = variableLabels(column, chineseUnit);
    if (codes === undefined)
      return { name, labels, ...(column.kind === "number" ? numberVariable(column) : textVariable(column)) };
    return { name, labels, set: { name, texts: codes.texts }, ...numberVariable(codes.column) };
  });
  const bytes = fileOf(variables, table.rows, titlesOf(table), language);
  const renamed = columns.flatMap(({ column: { name } }, at) => (name === names[at] ? [] : [`${name} → ${names[at]}`]));
  const notes = renamed.length === 0 ? [] : [problem("stata-write-names", { names: renamed.join(", ") })];
  return { bytes, notes };
}

/** Writes a table as a Stata file, whole or not at all, and says which columns had to be renamed. */
export async function writeStata(
  table: Table,
  path: string,
  options: StataExportOptions = {},
): Promise<readonly Problem[]> {
  const { bytes, notes } = tableToStata(table, options);
  await writeAtomic(path, bytes);
  return notes;
}

const mostColumns = 32_767;
const encoder = new TextEncoder();

interface Content {
  readonly format: string;
  readonly type: number;
  readonly write: (out: ByteWriter, row: number, longs: Map<number, Uint8Array>, index: number) => void;
}
interface Variable extends Content {
  readonly name: string;
  readonly labels: Labels;
  readonly set?: Coded;
}

function textVariable(column: LabelColumn): Content {
  const texts = column.values.map((value) => encoder.encode(value ?? ""));
  const widest = texts.reduce((most, { length }) => Math.max(most, length), 1);
  if (widest <= widestString && !texts.some((text) => text.includes(0))) {
    const write: Content["write"] = (out, row) => out.field(texts[row] as Uint8Array, widest);
    return { type: widest, format: `%${Math.min(widest, 244)}s`, write };
  }
  const write: Content["write"] = (out, row, longs, index) => {
    const text = texts[row] as Uint8Array;
    out.whole(text.length === 0 ? 0 : index + 1, 2);
    out.whole(text.length === 0 ? 0 : row + 1, 6);
    if (text.length > 0) longs.set(row, text);
  };
  return { type: longString, format: "%9s", write };
}

function numberVariable({ values, unit, name }: NumberColumn): Content {
  const [least, most] = range(values);
  const whole = values.every((value) => Number.isNaN(value) || (Number.isInteger(value) && !Object.is(value, -0)));
  const year = whole && unit === "year" && least >= 100 && most <= 9999;
  const small = (type: "byte" | "int" | "long") => whole && least >= -largest[type] && most <= largest[type];
  const gap = (type: "byte" | "int" | "long", value: number) => (Number.isNaN(value) ? largest[type] + 1 : value);
  const at = (row: number) => values[row] as number;
  if (small("byte")) {
    return { type: typeCodes.byte, format: "%8.0g", write: (out, row) => out.int8(gap("byte", at(row))) };
  }
  if (small("int")) {
    const format = year ? "%ty" : "%8.0g";
    return { type: typeCodes.int, format, write: (out, row) => out.int16(gap("int", at(row))) };
  }
  if (small("long")) {
    return { type: typeCodes.long, format: "%12.0g", write: (out, row) => out.int32(gap("long", at(row))) };
  }
  const limit = 2 ** 1023;
  const row = values.findIndex((value) => Math.abs(value) >= limit);
  if (row >= 0) throw refusal("stata-write-value", { column: name, value: String(values[row]), row: row + 1 });
  const write: Content["write"] = (out, each) => {
    if (!Number.isNaN(at(each))) return out.double(at(each));
    out.whole(0, 4);
    out.whole(missingDouble.first, 4);
  };
  return { type: typeCodes.double, format: "%10.0g", write };
}

function range(values: Float64Array): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The parts of a file in their order; the map at its head is filled in as they begin. */
function fileOf(variables: readonly Variable[], rows: number, titles: Labels, language: Language): Uint8Array {
  const out = new ByteWriter();
  const begins: number[] = [0];
  const part = (name: string, write: () => void) => {
    begins.push(out.size);
    out.text(`<${name}>`);
    write();
    out.text(`</${name}>`);
  };
  const fields = (texts: readonly string[], size: number) => {
    for (const text of texts) out.field(encoder.encode(text), size);
  };
  out.text("<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>");
  out.whole(variables.length, 2);
  out.text("</K><N>");
  out.whole(rows, 8);
  out.text("</N><label>");
  const label = encoder.encode(titles[language]);
  out.whole(label.length, 2);
  out.raw(label);
  out.text("</label><timestamp>\0</timestamp></header>");
  part("map", () => out.raw(new Uint8Array(14 * 8)));
  part("variable_types", () => {
    for (const { type } of variables) out.whole(type, 2);
  });
  const names = variables.map(({ name }) => name);
  part("varnames", () => fields(names, 129));
  part("sortlist", () => out.raw(new Uint8Array((variables.length + 1) * 2)));
  const formats = variables.map(({ format }) => format);
  part("formats", () => fields(formats, 57));
  const sets = variables.map(({ set }) => set?.name ?? "");
  part("value_label_names", () => fields(sets, 129));
  const labels = variables.map((variable) => variable.labels[language]);
  part("variable_labels", () => fields(labels, 321));
  part("characteristics", () => writeCharacteristics(out, labelsInLanguages(variables, titles, language)));
  const longs = variables.map(() => new Map<number, Uint8Array>());
  part("data", () => {
    for (let row = 0; row < rows; row += 1) {
      for (const [index, variable] of variables.entries())
        variable.write(out, row, longs[index] as Map<number, Uint8Array>, index);
    }
  });
  part("strls", () => {
    for (let row = 0; row < rows; row += 1) {
      for (const [index, texts] of longs.entries()) {
        const text = texts.get(row);
        if (text !== undefined) longText(out, index, row, text);
      }
    }
  });
  part("value_labels", () => {
    for (const { set } of variables) if (set !== undefined) writeValueLabels(out, set);
  });
  begins.push(out.size);
  out.text("</stata_dta>");
  begins.push(out.size);
  const map = (begins[1] as number) + "<map>".length;
  for (const [at, begin] of begins.entries()) out.patch(map + 8 * at, begin);
  return out.bytes();
}

function longText(out: ByteWriter, index: number, row: number, text: Uint8Array): void {
  out.text("GSO");
  out.whole(index + 1, 4);
  out.whole(row + 1, 8);
  out.whole(130, 1);
  out.whole(text.length + 1, 4);
  out.raw(text);
  out.whole(0, 1);
}
