import { crc32, deflateRawSync } from "node:zlib";
import type { Deflated } from "@conurb/figures/word";

/** Of the compressor: half the work of its usual level, for a tenth more bytes. */
const swift = 3;

/** Bytes as an archive keeps them. */
export const deflated = (bytes: Uint8Array): Deflated => ({
  deflated: deflateRawSync(bytes, { level: swift }),
  size: bytes.length,
  crc: crc32(bytes),
});
