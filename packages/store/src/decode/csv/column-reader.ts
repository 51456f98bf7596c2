import type { CellSpans } from "./row-scanner.ts";

const decoder = new TextDecoder();
const [minus, plus, point, zero, nine] = [0x2d, 0x2b, 0x2e, 0x30, 0x39];
/** More digits than that may be more than a double holds: of a whole number, and of any. */
const [mostWhole, mostDigits] = [15, 300];

/** What the bytes of a cell are, as far as they tell without becoming a text. */
export type Glance = "blank" | "digits" | "word" | "look";

/** Reads cells as bytes: a text is made of one only where the bytes leave a doubt. */
export const ColumnReader = {
  textOf({ bytes, starts, ends, quoted }: CellSpans, at: number): string {
    const text = decoder.decode(bytes.subarray(starts[at], ends[at]));
    if (quoted[at] === 0) return text;
    const plain = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
    return quoted[at] === 2 ? plain.replaceAll('""', '"') : plain;
  },

  /** The text of a cell that is known to be ASCII. */
  asciiOf({ bytes, starts, ends }: CellSpans, at: number): string {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return buffer.toString("latin1", starts[at], ends[at]);
  },

  isBlank(cells: CellSpans, at: number): boolean {
    const { bytes, starts, ends } = cells;
    const [start, end] = [starts[at] as number, ends[at] as number];
    if (start >= end) return true;
    const first = bytes[start] as number;
    if ((first > 0x20 && first < 0x80) || (first >= 0xe4 && first <= 0xe9)) return false;
    return ColumnReader.textOf(cells, at).trim() === "";
  },

  /**
   * - digits: a sign, digits and at most one point, no code with a zero in front, and no whole number too long to be held
   * - word: begins with a Latin letter or a Han character, and is no mark for a missing value: neither can begin a number
   */
  glance({ bytes, starts, ends }: CellSpans, at: number): Glance {
    const [start, end] = [starts[at] as number, ends[at] as number];
    if (start >= end) return "blank";
    const first = bytes[start] as number;
    if ((first >= zero && first <= nine) || first === minus || first === plus || first === point) {
      return isDigits(bytes, start, end) ? "digits" : "look";
    }
    const isLatin = (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a);
    if (isLatin) return end - start > longestMark || !mayBeMark(first) ? "word" : "look";
    if (first >= 0xe4 && first <= 0xe9) return startsMark(bytes, start) ? "look" : "word";
    return "look";
  },
};

/** `null` and its kin, with a few blanks around. */
const longestMark = 16;
const mayBeMark = (first: number): boolean => first === 0x6e || first === 0x4e;

/** What marks of missing values in Chinese begin with: 缺, 无, 暂, 空, 不, 未. */
const firstOfMarks = new Set([0xe7bcba, 0xe697a0, 0xe69a82, 0xe7a9ba, 0xe4b88d, 0xe69caa]);

function startsMark(bytes: Uint8Array, at: number): boolean {
  const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
  return firstOfMarks.has((a << 16) | (b << 8) | c);
}

function isDigits(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > mostDigits) return false;
  let at = start;
  const first = bytes[at] as number;
  if (first === minus || first === plus) at += 1;
  let digits = 0;
  let points = 0;
  for (let k = at; k < end; k += 1) {
    const byte = bytes[k] as number;
    if (byte >= zero && byte <= nine) digits += 1;
    else if (byte === point && points === 0) points = 1;
    else return false;
  }
  if (digits === 0) return false;
  if (points === 1) return true;
  return digits <= mostWhole && (first !== zero || digits === 1);
}
