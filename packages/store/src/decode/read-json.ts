import type { Language, Text } from "@conurb/core/language";
import type { Cells } from "@conurb/core/tables";
import { refusal } from "../refuse.ts";
import { refuseTooManyCells } from "./cell-limit.ts";
import { decodeText } from "./encoding.ts";
import type { DecodeOptions, FileData } from "./file-data.ts";
import { type JsonPlace, jsonNumber } from "./json-number.ts";
import { kindOf } from "./maps/feature-cells.ts";
import { geojsonData } from "./maps/read-geojson.ts";
import { topojsonData } from "./maps/read-topojson.ts";
import { sha256Bytes } from "./sha256.ts";

const mapTypes =
  /^(Feature|FeatureCollection|Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)$/;

/**
 * Bytes of JSON to cells: a list of records, records one a line (NDJSON), `{ columns, rows }` with rows as lists or records, the tables
 * of `calc --json` (`layer` says which of several), GeoJSON in one piece or a feature a line, or TopoJSON. Keys that a record lacks and nulls are empty cells,
 * truth values are 1 and 0. A text of digits stays a text.
 */
export async function decodeJson(bytes: Uint8Array, file: string, options: DecodeOptions = {}): Promise<FileData> {
  const { text, encoding } = decodeText(bytes, file, options.encoding);
  const value = parsed(text, file);
  if (isRecord(value) && value["type"] === "Topology") {
    return { ...(await topojsonData(value, bytes, file, options)), encoding };
  }
  if (isRecord(value) && mapTypes.test(String(value["type"]))) {
    return { ...geojsonData(value, bytes, file), encoding };
  }
  const sheet = sheetOf(value, file, options.layer);
  if (sheet.rows.length === 0) throw refusal("file-header-only", { file }, { file });
  return { cells: cellsOf(sheet, bytes, file), encoding };
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const records = recordsByLine(text);
    if (records !== undefined) return records;
    throw refusal("json-broken", { file, reason: (error as Error).message.replace(/[{}<>]/g, " ") }, { file });
  }
}

/** Records that stand one a line; features of a map as their collection. */
function recordsByLine(text: string): unknown {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  if (lines.length < 2 || !lines.every((line) => line.trimStart().startsWith("{"))) return undefined;
  try {
    const records: unknown[] = lines.map((line) => JSON.parse(line));
    const isMap = records.every((record) => isRecord(record) && record["type"] === "Feature");
    return isMap ? { type: "FeatureCollection", features: records } : records;
  } catch {
    return undefined;
  }
}

interface JsonSheet {
  readonly name?: string;
  readonly columns: readonly string[];
  readonly titles?: readonly (Text | undefined)[];
  readonly rows: readonly (readonly unknown[])[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sheetOf(value: unknown, file: string, layer: string | undefined): JsonSheet {
  if (Array.isArray(value)) return sheetOfRows(value, undefined, file);
  if (!isRecord(value)) throw refusal("json-shape", { file }, { file });
  if (Array.isArray(value["columns"]) && Array.isArray(value["rows"])) {
    return sheetOfRows(value["rows"], value["columns"], file);
  }
  const tables = value["tables"];
  if (!isRecord(tables)) throw refusal("json-shape", { file }, { file });
  const names = Object.keys(tables);
  const layers = names.join(", ");
  if (layer !== undefined && !Object.hasOwn(tables, layer)) {
    throw refusal("json-layer-unknown", { file, layer, layers }, { file });
  }
  if (layer === undefined && names.length > 1) throw refusal("json-layer", { file, layers }, { file });
  const name = layer ?? names[0];
  const table = name === undefined ? undefined : tables[name];
  if (!isRecord(table)) throw refusal("json-shape", { file }, { file });
  return { name: name as string, ...sheetOf({ columns: table["columns"], rows: table["rows"] }, file, undefined) };
}

function sheetOfRows(rows: readonly unknown[], declared: readonly unknown[] | undefined, file: string): JsonSheet {
  const heads = declared?.map((column) => headOf(column, file));
  if (heads !== undefined)
    refuseTwice(
      heads.map(({ name }) => name),
      file,
    );
  const columns = heads?.map(({ name }) => name) ?? keysOf(rows, file);
  refuseTooManyCells(file, rows.length * columns.length);
  const known = new Set(columns);
  const made = rows.map((row, at): readonly unknown[] => {
    if (Array.isArray(row) && declared !== undefined) {
      if (row.length === columns.length) return row;
      const values = { file, row: at + 1, found: row.length, expected: columns.length };
      throw refusal("json-row", values, { file, row: at + 1 });
    }
    if (!isRecord(row)) throw refusal("json-shape", { file }, { file, row: at + 1 });
    const extra = Object.keys(row).find((key) => !known.has(key));
    if (extra !== undefined)
      throw refusal("json-column-unknown", { file, row: at + 1, column: extra }, { file, row: at + 1 });
    return columns.map((name) => (Object.hasOwn(row, name) ? row[name] : null));
  });
  return { columns, rows: made, ...(heads === undefined ? {} : { titles: heads.map(({ title }) => title) }) };
}

/** The keys of all records in the order of their coming. */
function keysOf(rows: readonly unknown[], file: string): string[] {
  const keys = new Set<string>();
  for (const [at, row] of rows.entries()) {
    if (!isRecord(row)) throw refusal("json-shape", { file }, { file, row: at + 1 });
    for (const key of Object.keys(row)) keys.add(key);
  }
  return [...keys];
}

function headOf(column: unknown, file: string): { name: string; title?: Text } {
  if (typeof column === "string") return { name: column };
  const { name, title, unit } = (column ?? {}) as { name?: unknown; title?: unknown; unit?: unknown };
  if (typeof name !== "string") throw refusal("json-shape", { file }, { file });
  const words = (language: Language): string => {
    const said = isRecord(title) ? title[language] : title;
    const text = typeof said === "string" ? said : name;
    const plain = typeof unit !== "string" || unit === "1" || unit === "year" || text.endsWith(`(${unit})`);
    return plain ? text : `${text} (${unit})`;
  };
  return { name, title: { en: words("en"), zh: words("zh") } };
}

function refuseTwice(columns: readonly string[], file: string): void {
  const seen = new Set<string>();
  const twice = columns.find((name) => seen.has(name) || !seen.add(name));
  if (twice !== undefined) throw refusal("json-column-twice", { file, column: twice }, { file });
}

function cellsOf({ name, columns, titles, rows }: JsonSheet, bytes: Uint8Array, file: string): Cells {
  const texts = rows.map((row, at) =>
    row.map((value, position) => cellText(value, { file, row: at + 1, column: columns[position] as string })),
  );
  return {
    file,
    ...(name === undefined ? {} : { sheet: name }),
    sha256: sha256Bytes(bytes),
    rows: [columns, ...texts],
    lines: Uint32Array.from({ length: rows.length + 1 }, (_, row) => row),
    kinds: columns.map((_, position) => kindOf(rows.map((row) => row[position]))),
    ...(titles === undefined ? {} : { titles }),
  };
}

function cellText(value: unknown, place: JsonPlace): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  if (typeof value === "object") throw refusal("json-cell", { ...place }, place);
  return typeof value === "number" ? jsonNumber(value, place) : String(value);
}
