import { refusal } from "../../refuse.ts";

/** The first word of a record says what it is; these have parts of points, those a list of points. */
const withParts = new Set([3, 5, 13, 15, 23, 25]);
const withPoints = new Set([8, 18, 28]);
const single = new Set([1, 11, 21]);

/**
 * Holds a .shp file to its own lengths before the decoder reads it: records end where they say, parts follow one another, and no
 * record stands for more points than it holds.
 */
export function checkShp(bytes: Uint8Array, file: string, layer: string): { readonly records: number } {
  const broken = (reason: string) => refusal("map-broken", { file, reason: `${layer}.shp ${reason}` }, { file });
  if (bytes.length < 100) throw broken("is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getInt32(0) !== 9994) throw broken("does not begin as a shapefile does");
  const kind = view.getInt32(32, true);
  let at = 100;
  let records = 0;
  while (at < bytes.length) {
    records += 1;
    const where = `record ${records}`;
    if (at + 8 > bytes.length) throw broken(`ends within the head of ${where}`);
    const size = view.getInt32(at + 4) * 2;
    if (size < 4 || at + 8 + size > bytes.length) {
      throw broken(`ends too early: ${where} has ${size} bytes, and ${bytes.length - at - 8} are there`);
    }
    const type = view.getInt32(at + 8, true);
    if (type !== 0 && type !== kind) throw broken(`holds a shape of type ${type} in ${where}, expected ${kind}`);
    checkRecord(view, at + 8, size, type, (reason) => broken(`${where} ${reason}`));
    at += 8 + size;
  }
  return { records };
}

function checkRecord(view: DataView, at: number, size: number, type: number, broken: (reason: string) => Error): void {
  if (type === 0) return;
  if (single.has(type)) {
    if (size < (type === 11 ? 28 : 20)) throw broken("is too short for a point");
    return;
  }
  const hasParts = withParts.has(type);
  if (!hasParts && !withPoints.has(type)) throw broken(`is of type ${type}, which is not read`);
  if (size < (hasParts ? 44 : 40)) throw broken("is too short");
  const parts = hasParts ? view.getInt32(at + 36, true) : 0;
  const points = view.getInt32(at + (hasParts ? 40 : 36), true);
  const head = hasParts ? 44 : 40;
  const heights = type === 13 || type === 15 || type === 18 ? 16 + points * 8 : 0;
  if (parts < 0 || points < 0 || head + parts * 4 + points * 16 + heights > size) {
    throw broken(`holds fewer than the ${points} points in ${parts} parts that it is said to have`);
  }
  let last = 0;
  for (let part = 0; part < parts; part += 1) {
    const begin = view.getInt32(at + head + 4 * part, true);
    if (begin < last || begin > points || (part === 0 && begin !== 0)) throw broken("has parts out of order");
    last = begin;
  }
}
