export type * from "./atlas/atlas.ts";
export type * from "./atlas/descriptor.ts";
export { openAtlas } from "./atlas/open-atlas.ts";
export { type CsvOptions, type DecodedCsv, decodeCsv } from "./decode/decode-csv.ts";
export { type Encoding, encodings } from "./decode/encoding.ts";
export { type FileData, type ReadOptions, readCells, readData } from "./decode/read-data.ts";
export { decodeParquet } from "./decode/read-parquet.ts";
export { sha256Bytes, sha256File } from "./decode/sha256.ts";
export { writeParquet } from "./export/export-parquet.ts";
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
