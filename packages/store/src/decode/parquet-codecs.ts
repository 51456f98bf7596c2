import * as zlib from "node:zlib";
import type { CompressionCodec, Compressors, FileMetaData } from "hyparquet";
import { refusal } from "../refuse.ts";
import { sizeLimit } from "./read-file.ts";

type Unpack = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array;

// Node has it from 22.15 on
const { zstdDecompressSync } = zlib as unknown as { zstdDecompressSync?: Unpack };

/** Unpacks one page, which may not be larger than it is said to be. */
const paged =
  (unpack: Unpack) =>
  (page: Uint8Array, size: number): Uint8Array => {
    if (size > sizeLimit()) throw new Error(`a page of ${size} bytes`);
    return unpack(page, { maxOutputLength: Math.max(1, size) });
  };

/** What the decoder does not unpack by itself. */
export const codecs: Compressors = {
  GZIP: paged(zlib.unzipSync),
  BROTLI: paged(zlib.brotliDecompressSync),
  ...(zstdDecompressSync === undefined ? {} : { ZSTD: paged(zstdDecompressSync) }),
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
