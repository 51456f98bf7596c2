import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { InputError } from "@conurb/core/contract";
import { type Encoding, encodings } from "@conurb/core/tables";
import { refusal } from "../../refuse.ts";
import { refuseOtherFormats } from "../decode-csv.ts";
import { isText, lineEnds, markOf, whereFaulty } from "../encoding.ts";
import { asRefusal } from "../read-file.ts";
import { TwoByteText } from "../two-byte-text.ts";

const chunkSize = 4_194_304; // bytes

async function* chunks(path: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(path, "r");
    try {
      for (;;) {
        const { bytesRead, buffer } = await handle.read(new Uint8Array(chunkSize), 0, chunkSize);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw asRefusal(error, file);
  }
}

/** The same bytes in pieces that end where a line does, so that no character is cut in an encoding of bytes. */
async function* linePieces(path: string, file: string): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks(path, file)) {
    const end = afterLastLine(chunk);
    if (end === 0) {
      rest.push(chunk);
      continue;
    }
    yield rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([...rest, chunk.subarray(0, end)]);
    rest = end === chunk.length ? [] : [chunk.slice(end)];
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

/** Where the last whole line ends, at \n, or at \r in a file that has no other; a \r at the very end may yet be half of \r\n. */
function afterLastLine(chunk: Uint8Array): number {
  const newline = chunk.lastIndexOf(0x0a);
  return (newline >= 0 ? newline : chunk.subarray(0, -1).lastIndexOf(0x0d)) + 1;
}

/** A file's text as UTF-8 without a byte order mark, piece by piece; a text of another encoding is turned into it on the way. */
export async function* utf8Pieces(
  path: string,
  file: string,
  encoding: Encoding,
  isTold: boolean,
): AsyncGenerator<Uint8Array> {
  if (encoding === "utf-8") {
    let isFirst = true;
    for await (const chunk of chunks(path, file)) {
      yield isFirst && markOf(chunk) === "utf-8" ? chunk.subarray(3) : chunk;
      isFirst = false;
    }
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of chunks(path, file)) yield Buffer.from(decoder.decode(chunk, { stream: true }));
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (!isTold && !encoding.startsWith("utf")) throw await unknownEncoding(path, file);
    const at = await firstFault(path, file, encoding);
    throw refusal("encoding-wrong", { file, encoding, ...at }, { file, line: at.line });
  }
}

export interface CsvOverview {
  readonly size: number;
  readonly sha256: string;
  readonly encoding: Encoding;
}

/** One pass over a file: its hash, whether it is text, and its encoding as `decodeText` finds it out. A second one where it is not UTF-8. */
export async function csvOverview(path: string, file: string, told: Encoding | undefined): Promise<CsvOverview> {
  const hash = createHash("sha256");
  let size = 0;
  let plain = true;
  let head: Uint8Array | undefined;
  let hasNul = false;
  for await (const piece of linePieces(path, file)) {
    hash.update(piece);
    hasNul ||= piece.includes(0);
    head ??= piece.slice(0, headSize);
    size += piece.length;
    plain &&= isUtf8(piece);
  }
  head ??= new Uint8Array();
  if (size === 0) throw refusal("file-empty", { file }, { file });
  // what tells a file that is no text may lie beyond its head
  refuseOtherFormats(hasNul ? Buffer.concat([head, Uint8Array.of(0)]) : head, file, told);
  const sha256 = hash.digest("hex");
  const named = told ?? markOf(head);
  if (named !== undefined) {
    if (told === undefined && named.startsWith("utf-16") && !isText(head, named)) {
      throw refusal("file-not-text", { file, encoding: named }, { file });
    }
    if (named !== "utf-8" || plain) return { size, sha256, encoding: named };
    const at = await firstFault(path, file, named);
    throw refusal("encoding-wrong", { file, encoding: named, ...at }, { file, line: at.line });
  }
  if (plain) return { size, sha256, encoding: "utf-8" };
  const pairs = new TwoByteText();
  for await (const piece of linePieces(path, file)) pairs.add(piece);
  if (pairs.encoding !== undefined) return { size, sha256, encoding: pairs.encoding };
  throw await unknownEncoding(path, file);
}

async function unknownEncoding(path: string, file: string): Promise<InputError> {
  const at = await firstFault(path, file, "utf-8");
  return refusal("encoding-unknown", { file, ...at, encodings: encodings.join(", ") }, { file, line: at.line });
}

const headSize = 131_072;

/** The first byte that does not fit, and its line, both counted from 1. */
async function firstFault(path: string, file: string, encoding: Encoding): Promise<{ byte: number; line: number }> {
  let [bytes, lines] = [0, 0];
  for await (const piece of linePieces(path, file)) {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(piece);
    } catch {
      const at = whereFaulty(piece, encoding);
      return { byte: bytes + at.byte, line: lines + at.line };
    }
    bytes += piece.length;
    lines += lineEnds(piece);
  }
  return { byte: bytes, line: lines };
}
