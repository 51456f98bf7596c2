import { expect, it } from "vitest";
import { plainFont } from "./plain-font.ts";

type Tables = Readonly<Record<string, Buffer>>;

/** A table of names with one record: the family, in UTF-16 as Windows has it. */
function named(family: string): Buffer {
  const text = Buffer.from(family, "utf16le").swap16();
  const head = Buffer.alloc(18);
  // format, records, where the texts begin; platform, encoding, language, name, length, place
  for (const [nth, value] of [0, 1, 18, 3, 1, 0x0409, 1, text.length, 0].entries()) head.writeUInt16BE(value, 2 * nth);
  return Buffer.concat([head, text]);
}

/** A file of faces that share it, their tables after all directories. */
function collection(faces: readonly Tables[]): Buffer {
  const directories = faces.map((tables) => 12 + 16 * Object.keys(tables).length);
  const start = 12 + 4 * faces.length;
  const parts: Buffer[] = [];
  let at = start + directories.reduce((sum, length) => sum + length, 0);
  const heads = faces.map((tables) => {
    const head = Buffer.alloc(12 + 16 * Object.keys(tables).length);
    head.write("OTTO", "latin1");
    head.writeUInt16BE(Object.keys(tables).length, 4);
    for (const [nth, [tag, content]] of Object.entries(tables).entries()) {
      head.write(tag, 12 + 16 * nth, "latin1");
      head.writeUInt32BE(at, 20 + 16 * nth);
      head.writeUInt32BE(content.length, 24 + 16 * nth);
      parts.push(content);
      at += content.length;
    }
    return head;
  });
  const top = Buffer.alloc(start);
  top.write("ttcf", "latin1");
  top.writeUInt32BE(faces.length, 8);
  for (const nth of faces.keys())
    top.writeUInt32BE(start + directories.slice(0, nth).reduce((sum, length) => sum + length, 0), 12 + 4 * nth);
  return Buffer.concat([top, ...heads, ...parts]);
}

function tablesIn(font: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(font);
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, nth) => {
      const at = 12 + 16 * nth;
      const from = bytes.readUInt32BE(at + 8);
      return [
        bytes.toString("latin1", at, at + 4),
        bytes.toString("latin1", from, from + bytes.readUInt32BE(at + 12)),
      ] as const;
    }),
  );
}

const outlines = (text: string): Tables => ({
  "CFF ": Buffer.from(text),
  GPOS: Buffer.from("kern!"),
  GSUB: Buffer.from("rules"),
});
const file = collection([
  { ...outlines("Tokyo"), name: named("Sans J") },
  { ...outlines("Beijing"), name: named("Sans SC") },
]);

it("takes the one face that is asked for, with its outlines and kerning and without its other forms", () => {
  const font = plainFont(file, "Sans SC");
  expect(Buffer.from(font).toString("latin1", 0, 4)).toBe("OTTO");
  const tables = tablesIn(font);
  expect([...tables.keys()]).toEqual(["CFF ", "GPOS", "name"]);
  expect(tables.get("CFF ")).toBe("Beijing");
  expect(tables.get("GPOS")).toBe("kern!");
  expect(font.length).toBeLessThan(file.length);
});

it("gives back what it cannot read, and a file without the family", () => {
  expect(plainFont(file, "Serif")).toBe(file);
  const broken = file.subarray(0, file.length - 40);
  expect(plainFont(broken, "Sans SC")).toBe(broken);
  const nothing = Buffer.from("no font");
  expect(plainFont(nothing, "Sans SC")).toBe(nothing);
});
