/** Tables of a font that only shape its text: ligatures and rare forms, and setting from top to bottom. Kerning is kept. */
const unneeded = new Set(["GSUB", "BASE", "VORG", "vhea", "vmtx", "DSIG"]);
const [headerLength, recordLength] = [12, 16];
/** In the table of names: the family, and the family under which programs that know more than four styles list it. */
const familyNames = [1, 16];

/**
 * One face of a font file, without the tables that a figure's words never use. The file of a Chinese face holds five of them, each
 * with thousands of rules for forms of signs, which the drawing library reads again for every word: a quarter of the time. A file that
 * is not as expected is given back as it is.
 */
export function plainFont(file: Uint8Array, family: string): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  try {
    const face = facesOf(bytes).find((at) => familiesOf(bytes, at).includes(family));
    return face === undefined ? file : withTables(bytes, face);
  } catch (error) {
    if (error instanceof RangeError) return file; // an offset beyond the end
    throw error;
  }
}

/** Where each face's directory of tables begins. */
function facesOf(bytes: Buffer): number[] {
  if (bytes.toString("latin1", 0, 4) !== "ttcf") return [0];
  return Array.from({ length: bytes.readUInt32BE(8) }, (_, nth) => bytes.readUInt32BE(12 + 4 * nth));
}

interface FontTable {
  readonly tag: string;
  readonly record: Buffer;
  readonly content: Buffer;
}

function tablesOf(bytes: Buffer, face: number): FontTable[] {
  return Array.from({ length: bytes.readUInt16BE(face + 4) }, (_, nth) => {
    const at = face + headerLength + recordLength * nth;
    const [from, length] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    if (from + length > bytes.length) throw new RangeError("a table beyond the end of the font");
    const record = bytes.subarray(at, at + recordLength);
    return { tag: bytes.toString("latin1", at, at + 4), record, content: bytes.subarray(from, from + length) };
  });
}

function familiesOf(bytes: Buffer, face: number): string[] {
  const names = tablesOf(bytes, face).find(({ tag }) => tag === "name")?.content;
  if (names === undefined) return [];
  const texts = names.readUInt16BE(4);
  return Array.from({ length: names.readUInt16BE(2) }, (_, nth) => 6 + 12 * nth)
    .filter((at) => familyNames.includes(names.readUInt16BE(at + 6)))
    .map((at) => {
      const from = texts + names.readUInt16BE(at + 10);
      const text = names.subarray(from, from + names.readUInt16BE(at + 8));
      const isRoman = names.readUInt16BE(at) === 1; // the old Macintosh's names: a byte a letter
      return isRoman ? text.toString("latin1") : new TextDecoder("utf-16be").decode(text);
    });
}

function withTables(bytes: Buffer, face: number): Uint8Array {
  const kept = tablesOf(bytes, face).filter(({ tag }) => !unneeded.has(tag));
  const starts = headerLength + recordLength * kept.length;
  const padded = kept.map(({ content }) => Math.ceil(content.length / 4) * 4);
  const made = Buffer.alloc(padded.reduce((sum, length) => sum + length, starts));
  bytes.copy(made, 0, face, face + 4);
  made.writeUInt16BE(kept.length, 4);
  let to = starts;
  for (const [nth, { record, content }] of kept.entries()) {
    const at = headerLength + recordLength * nth;
    record.copy(made, at);
    made.writeUInt32BE(to, at + 8);
    content.copy(made, to);
    to += padded[nth] as number;
  }
  return made;
}
