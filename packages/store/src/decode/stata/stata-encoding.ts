import { InputError, type Problem } from "@conurb/core/contract";
import type { Encoding } from "@conurb/core/tables";
import { problem, refusal } from "../../refuse.ts";
import { decodeText } from "../encoding.ts";

/** Enough bytes beyond ASCII to tell the encoding by. */
const looked = 1_000_000;

export interface StataText {
  readonly encoding: Encoding;
  readonly text: (bytes: Uint8Array) => string;
  readonly notes: readonly Problem[];
}

/**
 * How the texts of a file are read. From 118 on they are UTF-8; before, they are in whatever the writer's Windows had. Texts
 * that are not UTF-8 are taken for GB18030 where they look Chinese, else for Windows-1252, and a note says so.
 */
export function stataText(texts: Iterable<Uint8Array>, file: string, release: number, told?: Encoding): StataText {
  const encoding = told ?? guess(texts, file);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const text = (bytes: Uint8Array): string => {
    if (isAscii(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    try {
      return decoder.decode(bytes);
    } catch {
      throw refusal("stata-text", { file, encoding }, { file });
    }
  };
  const notes =
    encoding === "utf-8" || told !== undefined
      ? []
      : [problem(release < 118 ? "stata-encoding" : "stata-encoding-odd", { file, encoding, release }, { file })];
  return { encoding, text, notes };
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 128);

function guess(texts: Iterable<Uint8Array>, file: string): Encoding {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (const bytes of texts) {
    if (isAscii(bytes)) continue;
    parts.push(bytes, Uint8Array.of(0x0a));
    size += bytes.length;
    if (size > looked) break;
  }
  try {
    return decodeText(Buffer.concat([Uint8Array.of(0x0a), ...parts]), file).encoding;
  } catch (error) {
    if (error instanceof InputError) return "windows-1252";
    throw error;
  }
}
