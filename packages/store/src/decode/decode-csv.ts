import type { Cells, Encoding } from "@conurb/core/tables";
import { refusal } from "../refuse.ts";
import { decodeText } from "./encoding.ts";
import { findDelimiter } from "./find-delimiter.ts";
import { formatOfEnding, widestSheet } from "./formats.ts";
import { looksLike } from "./looks-like.ts";
import { sha256Bytes } from "./sha256.ts";

export interface CsvOptions {
  /** Found out unless given. */
  readonly encoding?: Encoding;
  /** Found out among comma, tab, semicolon and bar unless given. */
  readonly delimiter?: string;
}
export interface DecodedCsv {
  readonly cells: Cells;
  readonly encoding: Encoding;
  readonly delimiter: string;
}

/**
 * Bytes of a CSV or TSV file to cells; `file` is what refusals call it. Cells stay as they stand, but that line ends
 * inside them become `\n`. Blank lines are no rows.
 */
export async function decodeCsv(bytes: Uint8Array, file: string, options: CsvOptions = {}): Promise<DecodedCsv> {
  if (bytes.length === 0) throw refusal("file-empty", { file }, { file });
  refuseOtherFormats(bytes, file, options.encoding);
  const { text, encoding } = decodeText(bytes, file, options.encoding);
  const { default: Papa } = await import("papaparse");
  const plain = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const parse = (part: string, delimiter: string, preview = 0) =>
    Papa.parse<string[]>(part, { newline: "\n", delimiter, preview });
  const delimiter =
    options.delimiter ?? findDelimiter(plain, (head, candidate, rows) => parse(head, candidate, rows).data);
  // titles may stand over the widest row
  refuseWideText(Math.max(...parse(plain, delimiter, 20).data.map(({ length }) => length)), file);
  const { data, errors } = parse(plain, delimiter);
  const lines = linesOf(data);
  const quote = errors.find(({ type }) => type === "Quotes");
  if (quote !== undefined) {
    const line = lines[Math.min(quote.row ?? 0, lines.length - 1)] ?? 1;
    const code = quote.code === "MissingQuotes" ? "csv-quote-open" : "csv-quote-inside";
    throw refusal(code, { file, line }, { file, line, row: line });
  }
  const filled = [...data.keys()].filter((row) => !isBlank(data[row] as string[]));
  if (filled.length === 0) throw refusal("file-empty", { file }, { file });
  if (filled.length === 1) {
    const named = formatOfEnding(file);
    if (named === undefined || named.isText) throw refusal("file-header-only", { file }, { file });
    throw refusal("file-not-as-named", { file, looks: named.looks }, { file });
  }
  const cells: Cells = {
    file,
    sha256: sha256Bytes(bytes),
    rows: filled.map((row) => data[row] as string[]),
    lines: Uint32Array.from(filled, (row) => lines[row] as number),
  };
  return { cells, encoding, delimiter };
}

/** The file line on which each row starts: a quoted cell may hold line ends. */
function linesOf(rows: readonly (readonly string[])[]): Uint32Array {
  const lines = new Uint32Array(rows.length);
  let line = 1;
  rows.forEach((row, at) => {
    lines[at] = line;
    line += 1;
    for (const cell of row) {
      for (let end = cell.indexOf("\n"); end >= 0; end = cell.indexOf("\n", end + 1)) line += 1;
    }
  });
  return lines;
}

const isBlank = (row: readonly string[]): boolean => row.length === 1 && (row[0] as string).trim() === "";

/** A text has as many columns as a sheet of a workbook may have. */
export function refuseWideText(columns: number, file: string): void {
  if (columns > widestSheet) throw refusal("file-too-wide", { file, columns, limit: widestSheet }, { file });
}

/** A text whose encoding is named may hold any bytes, but not the first ones of a workbook or of Parquet. */
export function refuseOtherFormats(bytes: Uint8Array, file: string, encoding: Encoding | undefined): void {
  const looks = looksLike(bytes, file);
  if (looks.kind === "parquet") throw refusal("file-is-parquet", { file }, { file });
  if (looks.kind === "workbook" || looks.kind === "web-tables") throw refusal("file-is-workbook", { file }, { file });
  if (looks.kind === "other" && encoding === undefined)
    throw refusal("file-is-binary", { file, looks: looks.name }, { file }, looks.mend);
}
