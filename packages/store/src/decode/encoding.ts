import type { Text } from "@conurb/core/language";
import { type Encoding, encodings } from "@conurb/core/tables";
import { refusal } from "../refuse.ts";
import { TwoByteText } from "./two-byte-text.ts";

/** Text of a file, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

const leaveOut: Text = { en: "leave encoding out: it is recognised", zh: "删去 encoding 即自动识别" };

/** Reads bytes as text: by the byte order mark, else as UTF-8 without a single fault, else as what its pairs of bytes speak for, else refuses. */
export function decodeText(bytes: Uint8Array, file: string, encoding?: Encoding): DecodedText {
  const named = encoding ?? markOf(bytes);
  if (named !== undefined) {
    if (encoding === undefined && named.startsWith("utf-16") && !isText(bytes, named))
      throw refusal("file-not-text", { file, encoding: named }, { file });
    const text = decoded(bytes, named);
    if (text !== undefined) return { text, encoding: named };
    const at = whereFaulty(bytes, named);
    const hint = encoding === undefined ? undefined : leaveOut;
    throw refusal("encoding-wrong", { file, encoding: named, ...at }, { file, line: at.line }, hint);
  }
  const plain = decoded(bytes, "utf-8");
  if (plain !== undefined) return { text: plain, encoding: "utf-8" };
  const pairs = new TwoByteText();
  pairs.add(bytes);
  const text = pairs.encoding && decoded(bytes, pairs.encoding);
  if (pairs.encoding !== undefined && text !== undefined) return { text, encoding: pairs.encoding };
  const at = whereFaulty(bytes, "utf-8");
  throw refusal("encoding-unknown", { file, ...at, encodings: encodings.join(", ") }, { file, line: at.line });
}

export function markOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const looked = 131_072; // bytes

/** From this share on of characters that no text has, two bytes in front were no byte order mark. */
const strange = 1 / 50;

/**
 * Nearly any bytes are characters of UTF-16, so the mark alone proves little: of bytes at random, one character in eight
 * is half a pair, a control, or none at all. Text has hardly any of these.
 */
export function isText(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, looked)).replace(/\ufffd$/, "");
  const odd = text.match(/[^\P{Cc}\t\n\r]|[\p{Cn}\p{Co}\ufffd]/gu)?.length ?? 0;
  return odd < Math.max(1, text.length * strange);
}

/** The first byte that does not fit, counted from 1, and its line. */
export function whereFaulty(bytes: Uint8Array, encoding: Encoding): { byte: number; line: number } {
  const fits = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  const byte = Math.min(bad, bytes.length);
  return { byte, line: 1 + lineEnds(bytes.subarray(0, byte - 1)) };
}

/** Ends of lines: \n, \r\n and \r. */
export function lineEnds(bytes: Uint8Array): number {
  let ends = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) ends += 1;
  }
  return ends;
}
