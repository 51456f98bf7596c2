import type { Language, Text } from "@conurb/core/language";
import { problem, refusal } from "../refuse.ts";
import { type CsvOptions, type DecodedCsv, decodeCsv } from "./decode-csv.ts";
import type { DecodeOptions, FileData } from "./file-data.ts";
import { type FormatName, formatNamed, formats } from "./formats.ts";
import { looksLike } from "./looks-like.ts";
import { readBytes } from "./read-file.ts";

export type { DecodeOptions, FileData } from "./file-data.ts";

export interface ReadOptions extends DecodeOptions {
  /** What refusals and the source of the table call the file; its path unless given. */
  readonly name?: string;
}

/** What was read, and as which format. */
export interface DecodedData extends FileData {
  readonly format: FormatName;
}

/** Reads a data file by its contents, not by its name's ending, and refuses what it cannot read, saying what it looks like. */
export async function readData(path: string, options: ReadOptions = {}): Promise<DecodedData> {
  const { name = path, ...rest } = options;
  return decodeData(await readBytes(path, name), name, rest);
}

/** The cells of a data file's bytes, in any of `formats` but workbooks; `file` is what refusals call it. */
export async function decodeData(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<DecodedData> {
  const looks = looksLike(bytes, file);
  if (looks.format === undefined && options.encoding === undefined) throw unknownFormat(file, looks.name, looks.mend);
  const found = looks.format ?? "csv";
  // a workbook is refused by the reader of plain text, which says how to go on
  const { decode = decodeCsv } = formatNamed(found);
  const { cells, encoding, notes = [], boundaries, nodes } = (await decode(bytes, file, options)) as FileData;
  const ending = otherEnding(file, found);
  const said = ending === undefined ? notes : [ending, ...notes];
  return {
    format: found,
    cells,
    ...(encoding === undefined ? {} : { encoding }),
    ...(said.length === 0 ? {} : { notes: said }),
    ...(boundaries === undefined ? {} : { boundaries }),
    ...(nodes === undefined ? {} : { nodes }),
  };
}

function unknownFormat(file: string, looks: Text, mend: Text | undefined) {
  const titles = (language: Language) => formats.map(({ title }) => title[language]);
  const all = { en: titles("en").join(", "), zh: titles("zh").join("、") };
  return refusal("file-format-unknown", { file, looks, formats: all }, { file }, mend);
}

/** A note where the name ends as files of another format do. */
function otherEnding(file: string, found: FormatName) {
  const ending = /\.([a-z\d]+)$/i.exec(file)?.[1]?.toLowerCase();
  const { endings, title } = formatNamed(found);
  if (ending === undefined || endings.includes(ending)) return undefined;
  if (!formats.some((format) => format.endings.includes(ending))) return undefined;
  return problem("file-ending", { file, format: title }, { file });
}

/** Reads a CSV or TSV file; other formats are refused here. */
export async function readCells(
  path: string,
  options: CsvOptions & { readonly name?: string } = {},
): Promise<DecodedCsv> {
  const { name = path, ...csv } = options;
  return decodeCsv(await readBytes(path, name), name, csv);
}
