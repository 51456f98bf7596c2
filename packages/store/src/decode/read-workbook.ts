import { InputError, type Problem } from "@conurb/core/contract";
import {
  type CellMark,
  cellAddress,
  cellKey,
  columnLetters,
  type Sheet,
  type SheetValue,
  usedRange,
} from "@conurb/core/sheets";
import type { Sheet as DecodedSheet, Workbook as DecodedWorkbook } from "hucre";
import { widestSheet } from "./formats.ts";
import { looksLike } from "./looks-like.ts";
import { sha256Bytes } from "./sha256.ts";
import {
  archiveFormat,
  archiveParts,
  hasOtherShown,
  isPercentFormat,
  isScaledFormat,
  readableOds,
} from "./workbook-archive.ts";
import * as say from "./workbook-refusals.ts";

export interface WorkbookOptions {
  /** Names of the sheets to read; all of them, hidden ones too, unless given. */
  readonly sheets?: readonly string[];
}

export interface Workbook {
  readonly format: "xlsx" | "xlsb" | "xls" | "ods" | "html";
  readonly sheets: readonly Sheet[];
  /** Macros, links to other files, a date system, an ending that does not fit. */
  readonly notes: readonly Problem[];
}

/**
 * The sheets of a workbook's bytes: XLSX, XLSM, XLSB, XLS or ODS by its contents, whatever the name says, and a web page with tables
 * that is named as one. Sizes are bounded by the archive's directory before anything is unpacked; macros are never run, other files
 * never opened.
 */
export async function decodeWorkbook(
  bytes: Uint8Array,
  file: string,
  options: WorkbookOptions = {},
): Promise<Workbook> {
  const isOle = startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);
  const isPage = looksLike(bytes, file).kind === "web-tables";
  if (!isOle && !isPage && !startsWith(bytes, [0x50, 0x4b])) throw say.notWorkbook(file, looksOf(bytes, file));
  const notes: Problem[] = [];
  const { format, decoded } = await sound(file, () =>
    (isPage ? decodePage : isOle ? decodeLegacy : decodeArchive)(bytes, file, notes),
  );
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending !== undefined && !endings[format].includes(ending)) notes.push(say.otherEnding(file, format));
  const sha256 = sha256Bytes(bytes);
  const wanted = options.sheets;
  const names = decoded.sheets.map(({ name }) => name);
  for (const name of wanted ?? []) if (!names.includes(name)) throw say.noSheet(file, name, names);
  const sheets = decoded.sheets
    .filter(({ name }) => wanted === undefined || wanted.includes(name))
    .map((sheet) => {
      const scaled = scaledCells(sheet);
      if (scaled.length > 0) notes.push(say.scaledShown(file, sheet.name, scaled));
      return asSheet(sheet, file, sha256);
    });
  return { format, sheets, notes };
}

const endings: Readonly<Record<Workbook["format"], readonly string[]>> = {
  xlsx: ["xlsx", "xlsm", "xltx", "xltm", "et"],
  xlsb: ["xlsb"],
  xls: ["xls", "xlt", "et"],
  ods: ["ods", "ots"],
  html: ["html", "htm"],
};

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

function looksOf(bytes: Uint8Array, file: string) {
  if (bytes.length === 0) return { en: "an empty file", zh: "空文件" };
  const looks = looksLike(bytes, file);
  if (looks.kind === "other") return looks.name;
  return looks.kind === "parquet" ? { en: "Parquet", zh: "Parquet 文件" } : { en: "plain text", zh: "纯文本" };
}

interface Decoded {
  readonly format: Workbook["format"];
  readonly decoded: DecodedWorkbook;
}

async function decodePage(bytes: Uint8Array, file: string, notes: Problem[]): Promise<Decoded> {
  const { decodeWebTables } = await import("./read-web-table.ts");
  const decoded = await decodeWebTables(bytes, file);
  notes.push(say.hiddenUnknown(file, "html"));
  return { format: "html", decoded };
}

async function decodeLegacy(bytes: Uint8Array, file: string, notes: Problem[]): Promise<Decoded> {
  if (holds(bytes, "EncryptedPackage") || isLockedXls(bytes)) throw say.withPassword(file);
  if (!holds(bytes, "Workbook") && !holds(bytes, "Book")) {
    throw say.notWorkbook(file, {
      en: "another Office file (Word, mail)",
      zh: "其他 Office 文件（如 Word 文档、邮件）",
    });
  }
  const { readXls } = await import("hucre/xlsx");
  const decoded = await readXls(bytes);
  if (holds(bytes, "_VBA_PROJECT")) notes.push(say.macros(file));
  notes.push(say.hiddenUnknown(file, "xls"));
  return { format: "xls" as const, decoded };
}

async function decodeArchive(bytes: Uint8Array, file: string, notes: Problem[]): Promise<Decoded> {
  const parts = archiveParts(bytes, file);
  const format = archiveFormat(bytes, parts, file);
  const names = [...parts.keys()];
  if (names.some((name) => /vbaProject\.bin$|^Basic\//i.test(name))) notes.push(say.macros(file));
  if (format === "ods") {
    const { readOds } = await import("hucre/ods");
    const plain = readableOds(bytes);
    if (/table:visibility="(collapse|filter)"|table:display="false"/.test(plain.content))
      notes.push(say.hiddenSomewhere(file));
    const readStyles = plain.content.includes('office:value-type="percentage"');
    return { format, decoded: await readOds(plain.bytes, { readStyles }) };
  }
  const { readXlsb, readXlsx } = await import("hucre/xlsx");
  const isLinked = names.some((name) => name.startsWith("xl/externalLinks/externalLink"));
  if (format === "xlsb") {
    notes.push(say.hiddenUnknown(file, format));
    if (isLinked) notes.push(say.externalLinks(file, []));
    return { format, decoded: await readXlsb(bytes) };
  }
  const readStyles = hasOtherShown(bytes);
  const decoded = await readXlsx(bytes, { readStyles });
  const targets = (decoded.externalLinks ?? []).map(({ target }) => target);
  if (isLinked || targets.length > 0) notes.push(say.externalLinks(file, targets));
  if (decoded.dateSystem === "1904") notes.push(say.otherDates(file));
  return { format, decoded };
}

/** What the decoder cannot read is the file's fault, whichever error it throws on hostile bytes. */
async function sound<Found>(file: string, decode: () => Promise<Found>): Promise<Found> {
  try {
    return await decode();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Error && error.name === "EncryptedFileError") throw say.withPassword(file);
    throw /over the \d+ limit|over \d+ cells|exceeds limit|too many cells/i.test(reason)
      ? say.tooManyCells(file, reason)
      : say.broken(file, reason);
  }
}

const latin = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether the container has a stream of this name. */
const holds = (bytes: Uint8Array, name: string): boolean => latin(bytes).includes(Buffer.from(name, "utf16le"));

/** A locked XLS has a FILEPASS record among the first of its workbook stream. */
function isLockedXls(bytes: Uint8Array): boolean {
  const begin = latin(bytes).indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  if (begin < 0) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = begin;
  for (let record = 0; record < 12 && at + 4 <= bytes.length; record += 1) {
    if (view.getUint16(at, true) === 0x2f) return true;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}

const formulaMark: CellMark = { formula: true };
const dateMark: CellMark = { date: true };
const errorMark: CellMark = { error: true };
const percentMark: CellMark = { percent: true };

function asSheet(decoded: DecodedSheet, file: string, sha256: string): Sheet {
  const marks = new Map<number, CellMark>();
  const rows = decoded.rows as (SheetValue[] | undefined)[];
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row];
    // the older formats leave holes for rows without a cell
    if (cells === undefined) rows[row] = [];
    else datesAsText(cells, (column) => marks.set(cellKey(row, column), dateMark));
  }
  const held = rows as SheetValue[][];
  for (const [address, { type, formula, style }] of decoded.cells ?? []) {
    const [row, column] = address.split(",").map(Number) as [number, number];
    const key = cellKey(row, column);
    const value = held[row]?.[column];
    const mark: CellMark = {
      ...marks.get(key),
      ...(formula === undefined ? {} : formulaMark),
      ...(type === "error" || (formula !== undefined && isFailure(value)) ? errorMark : {}),
      ...(typeof value === "number" && isPercentFormat(style?.numFmt ?? "") ? percentMark : {}),
    };
    if (formula !== undefined && (value === null || value === undefined)) {
      // a formula whose value was never stored is no blank: it is refused with its own text
      (held[row] as SheetValue[])[column] = `=${formula}`;
      marks.set(key, { ...mark, ...errorMark });
    } else if (Object.keys(mark).length > 0) marks.set(key, mark);
  }
  const sheet: Sheet = {
    file,
    sheet: decoded.name,
    sha256,
    hidden: decoded.hidden === true || decoded.veryHidden === true,
    rows: held,
    marks,
    merges: (decoded.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: [...(decoded.rowDefs ?? [])]
      .flatMap(([row, { hidden }]) => (hidden ? [row] : []))
      .sort((a, b) => a - b),
    hiddenColumns: (decoded.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  };
  const { columns } = usedRange(sheet);
  if (columns > widestSheet) throw say.tooWide(file, decoded.name, columnLetters(columns - 1), columns, widestSheet);
  return sheet;
}

/** Addresses of the numbers that a format shows a thousand or ten thousand times smaller. */
const scaledCells = ({ cells = new Map() }: DecodedSheet): string[] =>
  [...cells].flatMap(([address, { value, style }]) => {
    if (typeof value !== "number" || !isScaledFormat(style?.numFmt ?? "")) return [];
    const [row, column] = address.split(",").map(Number) as [number, number];
    return [cellAddress(row, column)];
  });

const isFailure = (value: SheetValue | undefined): boolean =>
  typeof value === "string" && /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERR!)$/.test(value);

/** The decoder's own cells are kept: a copy of them would take as long as reading them. */
function datesAsText(cells: SheetValue[], mark: (column: number) => void): void {
  for (let column = 0; column < cells.length; column += 1) {
    const value: unknown = cells[column];
    if (value === undefined) cells[column] = null;
    else if (value instanceof Date) {
      cells[column] = isoDate(value);
      mark(column);
    }
  }
}

/** `2015-12-31`, with the time if there is one. */
function isoDate(date: Date): string {
  const time = date.getTime();
  if (Number.isNaN(time)) return "#DATE!";
  const text = date.toISOString();
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}
