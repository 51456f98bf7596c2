import { InputError } from "@conurb/core/contract";
import { decodeText, type Encoding } from "../encoding.ts";
import type { DbfTable } from "./read-dbf.ts";

/** How the texts of a table are read, and whether that was said by a `.cpg`, by the table itself or by the caller. */
export interface DbfEncoding {
  readonly name: string;
  readonly isSaid: boolean;
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
  const said = told ?? (cpg === undefined ? undefined : labelOf(new TextDecoder().decode(cpg)));
  const driver = drivers[dbf[29] as number];
  const known = said ?? (driver === undefined ? undefined : labelOf(driver));
  if (known !== undefined) return { name: known, isSaid: true, text: reader(known) };
  const name = guess(table);
  return { name, isSaid: false, text: reader(name) };
}

const reader = (label: string) => {
  const decoder = new TextDecoder(label);
  return (bytes: Uint8Array): string => decoder.decode(bytes).replaceAll("\0", "").trim();
};

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

const looked = 500_000; // bytes

function guess({ fields, records, cell }: DbfTable): string {
  const parts: Uint8Array[] = [Uint8Array.of(0x0a)];
  for (let record = 0, size = 0; record < records && size < looked; record += 1) {
    for (const field of fields) {
      const bytes = field.type === "C" ? cell(record, field) : field.name;
      if (bytes.every((byte) => byte < 128)) continue;
      parts.push(bytes, Uint8Array.of(0x0a));
      size += bytes.length;
    }
  }
  try {
    return decodeText(Buffer.concat(parts), "").encoding;
  } catch (error) {
    if (error instanceof InputError) return "windows-1252";
    throw error;
  }
}
