import { brotliDecompressSync, unzipSync } from "node:zlib";
import type { CompressionCodec, Compressors, FileMetaData } from "hyparquet";
import { decompressLz4, decompressLz4Raw, decompressZstd } from "hyparquet-compressors";
import { refusal } from "../refuse.ts";
import { sizeLimit } from "./read-file.ts";

type Unpack = (page: Uint8Array, size: number) => Uint8Array;

/** Unpacks one page, which may not be larger than it is said to be. */
const paged =
  (unpack: Unpack): Unpack =>
  (page, size) => {
    if (size > sizeLimit()) throw new Error(`a page of ${size} bytes`);
    return unpack(page, size);
  };

/** What the decoder does not unpack by itself. */
export const codecs: Compressors = {
  GZIP: paged((page, size) => unzipSync(page, { maxOutputLength: Math.max(1, size) })),
  BROTLI: paged((page, size) => brotliDecompressSync(page, { maxOutputLength: Math.max(1, size) })),
  ZSTD: paged((page, size) => decompressZstd(page, new Uint8Array(size))),
  LZ4: paged(decompressLz4),
  LZ4_RAW: paged(decompressLz4Raw),
};

/** A file whose columns are packed in a way that is not read here is sound all the same: it is refused for what it is. */
export function refuseCodecs({ row_groups: groups }: FileMetaData, file: string): void {
  const readable: ReadonlySet<CompressionCodec> = new Set([
    "UNCOMPRESSED",
    "SNAPPY",
    ...Object.keys(codecs),
  ] as never[]);
  for (const { meta_data: meta } of groups.flatMap(({ columns }) => columns)) {
    if (meta === undefined || readable.has(meta.codec)) continue;
    const values = { file, codec: meta.codec, codecs: [...readable].join(", ") };
    throw refusal("parquet-codec", values, { file });
  }
}
