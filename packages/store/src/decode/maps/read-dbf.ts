import { refusal } from "../../refuse.ts";
import { refuseTooManyCells } from "../cell-limit.ts";

export interface DbfField {
  readonly name: Uint8Array;
  readonly type: string;
  /** Where in a record it begins, after the mark of deletion. */
  readonly at: number;
  readonly size: number;
}

export interface DbfTable {
  readonly fields: readonly DbfField[];
  readonly records: number;
  readonly deleted: number;
  readonly cell: (record: number, field: DbfField) => Uint8Array;
}

/** Texts, numbers, dates and truth values as they are printed: what shapefiles may have. Other types of dBASE are binary or elsewhere. */
const readTypes = "CNFDL";

/** The fields and records of a dBASE table, its cells still bytes; one whose lengths do not fit is refused. */
export function dbfTable(bytes: Uint8Array, file: string, layer: string): DbfTable {
  const broken = (reason: string) => refusal("map-broken", { file, reason: `${layer}.dbf ${reason}` }, { file });
  if (bytes.length < 33) throw broken("is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [records, headerSize, recordSize] = [
    view.getUint32(4, true),
    view.getUint16(8, true),
    view.getUint16(10, true),
  ];
  const fields: DbfField[] = [];
  let at = 1;
  for (let head = 32; head + 32 <= Math.min(headerSize, bytes.length) && bytes[head] !== 0x0d; head += 32) {
    const name = upToNul(bytes.subarray(head, head + 11));
    const type = String.fromCharCode(bytes[head + 11] as number);
    if (!readTypes.includes(type)) throw broken(`holds a field of type ${type}, expected ${[...readTypes].join(", ")}`);
    const size = (bytes[head + 16] as number) + (type === "C" ? 256 * (bytes[head + 17] as number) : 0);
    fields.push({ name, type, at, size });
    at += size;
  }
  if (fields.length === 0) throw broken("has no fields");
  if (at !== recordSize) throw broken(`has records of ${recordSize} bytes, and its fields make ${at}`);
  const needed = headerSize + records * recordSize;
  if (needed > bytes.length) throw broken(`ends too early: ${needed} bytes are needed and ${bytes.length} are there`);
  refuseTooManyCells(file, records * fields.length);
  let deleted = 0;
  for (let record = 0; record < records; record += 1) {
    if (bytes[headerSize + record * recordSize] === 0x2a) deleted += 1;
  }
  return {
    fields,
    records,
    deleted,
    cell: (record, field) => {
      const from = headerSize + record * recordSize + field.at;
      return bytes.subarray(from, from + field.size);
    },
  };
}

export function upToNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
