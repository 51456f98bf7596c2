export { type ArchiveLimits, readArchive } from "./archive/read-archive.ts";
export { type Unpacked, unpack } from "./archive/unpack.ts";
export { writeArchive } from "./archive/write-archive.ts";
export type * from "./atlas/atlas.ts";
export type * from "./atlas/descriptor.ts";
export { openAtlas } from "./atlas/open-atlas.ts";
export { convertCsv } from "./decode/csv/convert-csv.ts";
export { type CsvSurvey, type SurveyOptions, surveyCsv } from "./decode/csv/survey-csv.ts";
export { type CsvOptions, type DecodedCsv, decodeCsv } from "./decode/decode-csv.ts";
export { type Format, type FormatName, formatNamed, formats } from "./decode/formats.ts";
export { type Looks, looksLike } from "./decode/looks-like.ts";
export type * from "./decode/maps/boundaries.ts";
export { centroid } from "./decode/maps/centroid.ts";
export {
  type DecodedData,
  type DecodeOptions,
  decodeData,
  type FileData,
  type ReadOptions,
  readCells,
  readData,
} from "./decode/read-data.ts";
export { readBytes, sizeLimit } from "./decode/read-file.ts";
export { decodeWorkbook, type Workbook, type WorkbookOptions } from "./decode/read-workbook.ts";
export { sha256Bytes, sha256File } from "./decode/sha256.ts";
export { writeParquet } from "./export/export-parquet.ts";
export { type StataExport, type StataExportOptions, tableToStata, writeStata } from "./export/export-stata.ts";
export { tablesToXlsx, type WorkbookAbout, type WorkbookTable } from "./export/export-xlsx.ts";
export { type KeyPair, keyIn, newKey, openKeyOf, seal, unseal } from "./private/sealed.ts";
export { insideFolder } from "./results/inside-folder.ts";
export { withLock } from "./results/lock.ts";
export { openResults, type ResultStore } from "./results/result-store.ts";
export { asDiskRefusal, removeLeftovers, writeAtomic } from "./results/write-atomic.ts";
export { cube, cubeSums } from "./sql/cube.ts";
export {
  type CubeCondition,
  type CubeKey,
  type CubeMeasure,
  type CubeQuery,
  cubeQuery,
} from "./sql/cube-query.ts";
export { type DuckDbOptions, openDuckDb } from "./sql/duckdb.ts";
export type * from "./sql/port.ts";
export { unportable } from "./sql/portable.ts";
