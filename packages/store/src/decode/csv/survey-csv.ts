import { type Encoding, type Surveyed, type TableSchema, TableSurvey } from "@conurb/core/tables";
import { refusal } from "../../refuse.ts";
import { type CsvOptions, refuseWideText } from "../decode-csv.ts";
import { findDelimiter } from "../find-delimiter.ts";
import { ColumnReader } from "./column-reader.ts";
import { csvOverview, utf8Pieces } from "./csv-bytes.ts";
import type { CellSpans, RowSink } from "./row-scanner.ts";
import { scanRows } from "./scan-rows.ts";

export interface SurveyOptions extends CsvOptions {
  /** What refusals call the file; its path unless given. */
  readonly name?: string;
  /** How many of the first rows to keep; 20 unless given. */
  readonly sample?: number;
}

export interface CsvSurvey extends Surveyed {
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly encoding: Encoding;
  readonly delimiter: string;
  /** The header and the first rows. */
  readonly sample: readonly (readonly string[])[];
}

const looked = 65_536; // characters

/**
 * Reads a CSV file of any size as a stream, and says of it what `decodeCsv` and `typeTable` say together: columns with kinds and
 * units, problems, notes and the account of every cell. Memory does not grow with the file. The file is read twice: once for its hash and
 * encoding, once for its cells.
 */
export async function surveyCsv(path: string, schema: TableSchema, options: SurveyOptions = {}): Promise<CsvSurvey> {
  const { name: file = path, sample: sampled = 20 } = options;
  const overview = await csvOverview(path, file, options.encoding);
  const pieces = () => utf8Pieces(path, file, overview.encoding, options.encoding !== undefined);
  const delimiter = options.delimiter ?? (await delimiterOf(pieces()));
  const sink = new SurveySink(file, schema, sampled);
  await scanRows(pieces(), { delimiter, file }, sink);
  if (sink.survey === undefined) throw refusal("file-empty", { file }, { file });
  if (sink.lines === 1) throw refusal("file-header-only", { file }, { file });
  const { size, sha256, encoding } = overview;
  return { file, sha256, size, encoding, delimiter, sample: sink.sample, ...sink.survey.finish() };
}

async function delimiterOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const { default: Papa } = await import("papaparse");
  let text = "";
  for await (const piece of pieces) {
    text += new TextDecoder().decode(piece.subarray(0, 4 * looked + 4));
    if (text.length > looked) break;
  }
  const plain = text.replace(/\r\n?/g, "\n");
  return findDelimiter(
    plain,
    (head, delimiter, preview) => Papa.parse<string[]>(head, { newline: "\n", delimiter, preview }).data,
  );
}

/** Tells each row's cells to the survey, as texts only where their bytes leave a doubt. */
class SurveySink implements RowSink {
  survey: TableSurvey | undefined;
  readonly sample: string[][] = [];
  /** Rows that are not blank, the header among them. */
  lines = 0;
  readonly #file: string;
  readonly #schema: TableSchema;
  readonly #sampled: number;

  constructor(file: string, schema: TableSchema, sampled: number) {
    this.#file = file;
    this.#schema = schema;
    this.#sampled = sampled;
  }

  row(cells: CellSpans, line: number): void {
    this.lines += 1;
    if (this.sample.length <= this.#sampled) {
      this.sample.push(Array.from({ length: cells.count }, (_, at) => ColumnReader.textOf(cells, at)));
    }
    const { survey } = this;
    if (survey === undefined) {
      refuseWideText(cells.count, this.#file);
      const header = this.sample[0] as string[];
      this.survey = new TableSurvey({ file: this.#file }, header, line, this.#schema);
      return;
    }
    if (!anyFilled(cells)) return;
    const { width, flagPosition, tallies } = survey;
    let beyond = 0;
    for (let at = width; at < cells.count; at += 1) if (!ColumnReader.isBlank(cells, at)) beyond += 1;
    survey.addRow(line, cells.count, beyond);
    let flagged = flagPosition >= 0 && flagPosition < cells.count && !ColumnReader.isBlank(cells, flagPosition);
    for (const at of survey.yearPositions) {
      if (at < cells.count && !isShort(cells, at)) flagged = survey.isOfVintage(line, at, cells.text(at)) || flagged;
    }
    for (let at = 0; at < width; at += 1) {
      const tally = tallies[at];
      if (tally === undefined) {
        if (at < cells.count && !ColumnReader.isBlank(cells, at)) survey.addUnnamed(at);
      } else if (at >= cells.count) tally.short += 1;
      else if (tally.isSettledLabel) {
        if (ColumnReader.isBlank(cells, at)) tally.blank += 1;
      } else {
        const glance = ColumnReader.glance(cells, at);
        if (glance === "blank") tally.blank += 1;
        else if (glance === "digits" && (tally.takesDigits || (tally.takesYears && isShort(cells, at)))) {
          tally.addPlain(line, tally.hasPlain ? "" : cells.text(at), flagged);
        } else if (glance === "word" && tally.takesDigits) {
          tally.addWord(line, tally.hasWords ? "" : cells.text(at));
        } else tally.add(line, cells.text(at), flagged);
      }
    }
  }
}

/** Four characters at most, and all of them digits: a sign or a point stands in no year. */
function isShort({ bytes, starts, ends }: CellSpans, at: number): boolean {
  const [start, end] = [starts[at] as number, ends[at] as number];
  if (end - start > 4) return false;
  for (let k = start; k < end; k += 1) if ((bytes[k] as number) < 0x30) return false;
  return true;
}

function anyFilled(cells: CellSpans): boolean {
  for (let at = 0; at < cells.count; at += 1) if (!ColumnReader.isBlank(cells, at)) return true;
  return false;
}
