import { strToU8, zipSync } from "fflate";

/** The smallest workbooks of the formats that nobody writes any more: one sheet of texts and numbers. */
export type OldCell = string | number;

const u16 = (...values: number[]) => new Uint8Array(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => new Uint8Array(Uint32Array.from(values).buffer);
const f64 = (value: number) => new Uint8Array(Float64Array.of(value).buffer);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));
const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** [MS-XLS]: BOF, BOUNDSHEET and EOF of the book, then LABEL and NUMBER records of the sheet. `locked` adds a FILEPASS. */
export function writeXls(
  rows: readonly (readonly OldCell[])[],
  { name = "数据", locked = false, date1904 = false } = {},
): Uint8Array {
  const record = (id: number, data: Uint8Array) => join(u16(id, data.length), data);
  const begin = (kind: number) => record(0x0809, join(u16(0x0600, kind, 0, 0), u32(0, 0x0006)));
  const end = record(0x000a, new Uint8Array(0));
  const bound = (at: number) => record(0x0085, join(u32(at), Uint8Array.of(0, 0, name.length, 1), utf16(name)));
  const head = join(
    begin(5),
    ...(locked ? [record(0x002f, u16(1, 1, 1))] : []),
    record(0x0022, u16(date1904 ? 1 : 0)),
    record(0x00e0, u16(0, 14, 0, 0, 0, 0, 0, 0, 0, 0)),
  );
  const at = head.length + bound(0).length + end.length;
  const cells = rows.flatMap((row, line) =>
    row.map((value, column) =>
      typeof value === "number"
        ? record(0x0203, join(u16(line, column, 1), f64(value)))
        : record(0x0204, join(u16(line, column, 1, value.length), Uint8Array.of(1), utf16(value))),
    ),
  );
  const stream = join(head, bound(at), end, begin(16), ...cells, end);
  return container("Workbook", join(stream, new Uint8Array(Math.max(0, 4096 - stream.length))));
}

/** [MS-CFB]: header, one FAT sector, one directory sector, one stream. */
export function container(name: string, stream: Uint8Array): Uint8Array {
  const sector = 512;
  const count = Math.ceil(stream.length / sector);
  const end = 0xfffffffe;
  const header = new Uint8Array(sector).fill(0xff, 76);
  const view = new DataView(header.buffer);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  for (const [place, value] of [0x3e, 3, 0xfffe, 9, 6].entries()) view.setUint16(24 + 2 * place, value, true);
  const fields = { 44: 1, 48: 1, 56: 4096, 60: end, 68: end, 76: 0 };
  for (const [place, value] of Object.entries(fields)) view.setUint32(Number(place), value, true);
  const fat = new Uint32Array(sector / 4).fill(0xffffffff);
  fat[0] = 0xfffffffd;
  fat[1] = end;
  for (let at = 0; at < count; at += 1) fat[2 + at] = at === count - 1 ? end : 3 + at;
  const entry = (title: string, kind: number, child: number, start: number, size: number) => {
    const bytes = new Uint8Array(128);
    const own = new DataView(bytes.buffer);
    bytes.set(utf16(title));
    own.setUint16(64, 2 * title.length + 2, true);
    bytes[66] = kind;
    for (const place of [68, 72]) own.setUint32(place, 0xffffffff, true);
    own.setUint32(76, child, true);
    own.setUint32(116, start, true);
    own.setUint32(120, size, true);
    return bytes;
  };
  const directory = join(
    entry("Root Entry", 5, 1, end, 0),
    entry(name, 2, 0xffffffff, 2, stream.length),
    new Uint8Array(256),
  );
  const padded = join(stream, new Uint8Array(count * sector - stream.length));
  return join(header, new Uint8Array(fat.buffer), directory, padded);
}

/** [MS-XLSB]: BrtBundleSh in the book, BrtRowHdr, BrtCellSt and BrtCellReal in the sheet. */
export function writeXlsb(rows: readonly (readonly OldCell[])[], name = "数据"): Uint8Array {
  const size = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...size(value >> 7)]);
  const record = (id: number, data: Uint8Array) =>
    join(Uint8Array.from(id < 128 ? [id] : [id & 255, id >> 8]), Uint8Array.from(size(data.length)), data);
  const wide = (text: string) => join(u32(text.length), utf16(text));
  // an identifier above 127 has its high bit set in the first byte: 156 is 0x9c 0x01
  const book = record(0x019c, join(u32(0, 1), wide("rId1"), wide(name)));
  const sheet = rows.flatMap((row, line) => [
    record(0, u32(line, 0, 0, 0)),
    ...row.map((value, column) =>
      typeof value === "number"
        ? record(5, join(u32(column, 0), f64(value)))
        : record(6, join(u32(column, 0), wide(value))),
    ),
  ]);
  const relation = (id: string, type: string, target: string) =>
    strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
    );
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": relation("rId1", "officeDocument", "xl/workbook.bin"),
    "xl/workbook.bin": book,
    "xl/_rels/workbook.bin.rels": relation("rId1", "worksheet", "worksheets/sheet1.bin"),
    "xl/worksheets/sheet1.bin": join(...sheet),
  });
}
