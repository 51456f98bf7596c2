import type { InputError } from "@conurb/core/contract";
import type { Cells } from "@conurb/core/tables";
import type { FileMetaData, SchemaElement } from "hyparquet";
import { refusal } from "../refuse.ts";
import { mostCells } from "./cell-limit.ts";
import { codecs, refuseCodecs } from "./parquet-codecs.ts";
import { storedTime, timeText } from "./parquet-times.ts";
import { sha256Bytes } from "./sha256.ts";

/**
 * Bytes of a Parquet file to cells and the kinds of their columns: numbers (truth values as 1 and 0), labels, dates as
 * `2024-05-31`, times with all their digits and with `Z` where the file says so, nulls as empty cells. A decimal fraction becomes the
 * double nearest to it; a whole number that no double holds is refused. Numbers are written so that the same double is read again.
 */
export async function decodeParquet(bytes: Uint8Array, file: string, limit: number = mostCells()): Promise<Cells> {
  const { parquetMetadata, parquetRead } = await import("hyparquet");
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const columns = new Map<string, unknown[]>();
  let metadata: FileMetaData;
  let elements: readonly SchemaElement[];
  try {
    metadata = parquetMetadata(buffer);
    elements = metadata.schema.slice(1);
    for (const element of elements) {
      if (element.num_children !== undefined || element.repetition_type === "REPEATED") {
        throw refusal("parquet-column", { file, column: element.name, found: nested }, { file, column: element.name });
      }
    }
    const rows = Number(metadata.num_rows);
    if (rows * elements.length > limit) throw tooLarge(file, rows * elements.length, limit);
    refuseCodecs(metadata, file);
    for (const { name } of elements) columns.set(name, new Array(rows).fill(null));
    const filled = new Map<string, number>();
    await parquetRead({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata: { ...metadata, schema: metadata.schema.map(asStored) },
      compressors: codecs,
      utf8: false,
      parsers: { dateFromDays: (days) => isoDate(days), timestampFromNanoseconds: (count) => count },
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = columns.get(columnName) as unknown[];
        for (let at = 0; at < columnData.length; at += 1) column[rowStart + at] = columnData[at];
        filled.set(columnName, (filled.get(columnName) ?? 0) + columnData.length);
      },
    });
    for (const { name } of elements) {
      if ((filled.get(name) ?? 0) !== rows || columns.get(name)?.length !== rows) {
        throw new Error(`column ${name} has ${filled.get(name) ?? 0} rows of ${rows}`);
      }
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name === "InputError") throw error;
    throw refusal("parquet-unreadable", { file, reason: error.message }, { file });
  }
  if (Number(metadata.num_rows) === 0) throw refusal("file-header-only", { file }, { file });
  const sheet = elements.map((element) => ({
    cells: columns.get(element.name) as unknown[],
    ...asColumn(element, columns.get(element.name) as unknown[], file),
  }));
  const rows = Array.from({ length: Number(metadata.num_rows) }, (_, row) =>
    sheet.map(({ cells, text }) => (isGap(cells[row]) ? "" : text(cells[row], row))),
  );
  return {
    file,
    sha256: sha256Bytes(bytes),
    rows: [elements.map(({ name }) => name), ...rows],
    lines: Uint32Array.from({ length: rows.length + 1 }, (_, row) => row),
    kinds: sheet.map(({ kind }) => kind),
  };
}

function tooLarge(file: string, cells: number, limit: number): InputError {
  const round = (count: number) => String(Number(count.toPrecision(2)));
  return refusal("parquet-too-large", { file, cells: round(cells), limit: round(limit) }, { file });
}

const nested = { en: "lists or records", zh: "列表或嵌套结构" };
const noTime = { en: "a time that no calendar has", zh: "超出日历范围的时间" };
const blob = { en: "bytes that are no text", zh: "非文本字节" };

const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement): boolean =>
  converted === "DECIMAL" || logical?.type === "DECIMAL";

/**
 * Decimals and times are read as the whole numbers behind them: the library's own reading multiplies decimals by 0.1 to a power, and
 * drops what is less than a thousandth of a second.
 */
function asStored(element: SchemaElement): SchemaElement {
  if (!isDecimal(element) && storedTime(element) === undefined) return element;
  const { converted_type: _, logical_type: __, ...raw } = element;
  return raw;
}

interface SheetColumn {
  readonly kind: "number" | "label";
  readonly text: (cell: unknown, row: number) => string;
}

function asColumn(element: SchemaElement, cells: readonly unknown[], file: string): SheetColumn {
  const { name } = element;
  if (isDecimal(element)) {
    const scale = element.scale ?? 0;
    const text = (cell: unknown, row: number) =>
      scale > 0 ? String(Number(`${unscaled(cell)}e-${scale}`)) : numberText(unscaled(cell), name, row, file);
    return { kind: "number", text };
  }
  const time = storedTime(element);
  if (time !== undefined) {
    const text = (cell: unknown, row: number) => {
      const found = timeText(BigInt(cell as number | bigint), time);
      if (found !== undefined) return found;
      throw refusal("parquet-column", { file, column: name, found: noTime }, { file, column: name, row: row + 1 });
    };
    return { kind: "label", text };
  }
  const filled = cells.find((cell) => !isGap(cell));
  const isNumber =
    filled === undefined
      ? /^(INT|FLOAT|DOUBLE)/.test(element.type ?? "") && !isDay(element)
      : typeof filled === "number" || typeof filled === "bigint" || typeof filled === "boolean";
  return isNumber
    ? { kind: "number", text: (cell, row) => numberText(cell as number | bigint | boolean, name, row, file) }
    : { kind: "label", text: (cell, row) => asText(cell, name, row, file) };
}

const isGap = (cell: unknown): boolean => cell === null || cell === undefined;

const isDay = ({ converted_type, logical_type }: SchemaElement): boolean =>
  converted_type === "DATE" || logical_type?.type === "DATE";

function numberText(cell: number | bigint | boolean, column: string, row: number, file: string): string {
  const value = Number(cell);
  if (typeof cell === "bigint" && !Number.isSafeInteger(value)) {
    throw refusal("parquet-integer-inexact", { file, column, value: String(cell) }, { file, column, row: row + 1 });
  }
  if (value === Infinity || value === -Infinity) {
    throw refusal("parquet-infinite", { file, column, row: row + 1 }, { file, column, row: row + 1 });
  }
  return Number.isNaN(value) ? "" : String(value);
}

function asText(cell: unknown, column: string, row: number, file: string): string {
  if (typeof cell === "string") return cell;
  if (cell instanceof Uint8Array) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(cell);
    } catch {
      throw refusal("parquet-column", { file, column, found: blob }, { file, column, row: row + 1 });
    }
  }
  throw refusal("parquet-column", { file, column, found: nested }, { file, column, row: row + 1 });
}

const isoDate = (days: number | null | undefined): string | null =>
  days === null || days === undefined ? null : new Date(days * 86_400_000).toISOString().slice(0, 10);

/** The whole number behind a stored decimal: two's complement, most significant byte first. */
function unscaled(cell: unknown): bigint {
  if (!(cell instanceof Uint8Array)) return BigInt(cell as number | bigint);
  let value = 0n;
  for (const byte of cell) value = value * 256n + BigInt(byte);
  return BigInt.asIntN(cell.length * 8, value);
}
