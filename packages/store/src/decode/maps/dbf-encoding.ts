import type { Encoding } from "@conurb/core/tables";
import { TwoByteText } from "../two-byte-text.ts";
import type { DbfTable } from "./read-dbf.ts";

/** How the texts of a table are read, and whether that was said by a `.cpg`, by the table itself or by the caller. */
export interface DbfEncoding {
  readonly name: string;
  readonly isSaid: boolean;
  /** What was said, where the texts are not of it. */
  readonly contradicted?: string;
  readonly text: (bytes: Uint8Array) => string;
}

/** Code pages by the number that `.cpg` files and the table's 30th byte use. */
const pages: Readonly<Record<string, string>> = {
  "65001": "utf-8",
  "936": "gb18030",
  "54936": "gb18030",
  "950": "big5",
  "932": "shift_jis",
  "949": "euc-kr",
  "1250": "windows-1250",
  "1251": "windows-1251",
  "1252": "windows-1252",
  "88591": "windows-1252",
};
const drivers: Readonly<Record<number, string>> = { 77: "936", 79: "950", 19: "932", 122: "936", 120: "950" };

export function dbfEncoding(
  table: DbfTable,
  dbf: Uint8Array,
  cpg: Uint8Array | undefined,
  told?: Encoding,
): DbfEncoding {
  const driver = drivers[dbf[29] as number];
  const said = [told, cpg && labelOf(new TextDecoder().decode(cpg)), driver && labelOf(driver)];
  const named = said.find((label) => label !== undefined);
  const texts = textsOf(table);
  const isSaid = named !== undefined && fits(texts, named);
  const name = isSaid ? named : guess(texts);
  const decode = cellDecoder(name);
  const text = (bytes: Uint8Array) => (decode(bytes) ?? "\ufffd").replaceAll("\0", "").trim();
  return { name, isSaid, ...(named === undefined || isSaid ? {} : { contradicted: named }), text };
}

/** The names and texts of a table that say something of its encoding. */
function textsOf({ fields, records, cell }: DbfTable): Uint8Array[] {
  const worded = fields.filter(({ type }) => type === "C");
  const cells = Array.from({ length: records }, (_, record) => worded.map((field) => cell(record, field))).flat();
  return [...fields.map(({ name }) => name), ...cells].filter((bytes) => !bytes.every((byte) => byte < 128));
}

const fits = (texts: readonly Uint8Array[], label: string): boolean => {
  const decode = cellDecoder(label);
  return texts.every((bytes) => decode(bytes) !== undefined);
};

/** What the texts speak for. A cell that would be cut says little: a letter with an accent at its end begins a character of UTF-8 too. */
function guess(texts: readonly Uint8Array[]): string {
  const pairs = new TwoByteText();
  for (const bytes of texts) pairs.add(bytes);
  const speaksFor = (label: string) => {
    const whole = cellDecoder(label, 0);
    return fits(texts, label) && (texts.length === 0 || texts.some((bytes) => whole(bytes) !== undefined));
  };
  return ["utf-8", pairs.encoding].find((label) => label !== undefined && speaksFor(label)) ?? "windows-1252";
}

/** Of a character of GB18030 or UTF-8 that the end of a full cell cuts. */
const longestCut = 3; // bytes

/** Reads a cell, without the character that is cut off at its end; nothing where it is of another encoding. */
function cellDecoder(label: string, longest = longestCut): (bytes: Uint8Array) => string | undefined {
  const decoder = new TextDecoder(label, { fatal: true });
  return (bytes) => {
    for (let cut = 0; cut <= longest; cut += 1) {
      try {
        return decoder.decode(bytes.subarray(0, bytes.length - cut));
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
    return undefined;
  };
}

function labelOf(text: string): string | undefined {
  const name = text.trim().toLowerCase();
  const number = /(\d+)$/.exec(name.replace(/^iso.?8859-?/, "8859"))?.[1] ?? "";
  const label = pages[number] ?? name;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
