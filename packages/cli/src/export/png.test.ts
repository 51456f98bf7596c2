import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { fullPng, leanPng } from "./png.ts";

/** Chunks of a PNG by their names. */
function chunksOf(png: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}

const opaque = (colours: readonly number[]) =>
  new Uint8Array(Uint32Array.from(colours.map((colour) => (colour | 0xff000000) >>> 0)).buffer);

it("keeps every colour of a picture that has few, and says its density", () => {
  const chunks = chunksOf(
    leanPng({ width: 2, height: 2, rgba: opaque([0x0000ff, 0xffffff, 0xffffff, 0x00ff00]) }, 600),
  );
  expect([...chunks.keys()]).toEqual(["IHDR", "pHYs", "PLTE", "IDAT", "IEND"]);
  expect(chunks.get("pHYs")?.readUInt32BE(0)).toBe(23622); // 600 / .0254
  const palette = chunks.get("PLTE") as Buffer;
  const rows = inflateSync(chunks.get("IDAT") as Buffer);
  const colour = (index: number) => [...palette.subarray(3 * index, 3 * index + 3)];
  expect([1, 2, 4, 5].map((at) => colour(rows[at] as number))).toEqual([
    [255, 0, 0],
    [255, 255, 255],
    [255, 255, 255],
    [0, 255, 0],
  ]);
});

it("keeps the most used of many colours, and takes the nearest for the rest", () => {
  const shades = Array.from({ length: 300 }, (_, at) => (at < 150 ? at : 0x010000 * (at - 100)));
  const rgba = opaque([...shades, ...shades.slice(0, 256)]);
  const chunks = chunksOf(leanPng({ width: 556, height: 1, rgba }, 200));
  const palette = chunks.get("PLTE") as Buffer;
  const rows = inflateSync(chunks.get("IDAT") as Buffer);
  expect(palette).toHaveLength(3 * 256);
  for (let at = 0; at < 256; at += 1) expect(palette[3 * (rows[1 + at] as number)]).toBe((shades[at] as number) & 255);
});

it("keeps all colours where the whole picture is asked for", () => {
  const shades = Array.from({ length: 600 }, (_, at) => at * 0x0101);
  const chunks = chunksOf(fullPng({ width: 300, height: 2, rgba: opaque(shades) }, 300));
  expect([...chunks.keys()]).toEqual(["IHDR", "pHYs", "IDAT", "IEND"]);
  const rows = inflateSync(chunks.get("IDAT") as Buffer);
  expect(rows).toHaveLength(2 * (1 + 3 * 300));
  const pixel = (at: number) => 1 + Math.floor(at / 300) + 3 * at;
  const colours = shades.map((_, at) => [...rows.subarray(pixel(at), pixel(at) + 3)]);
  expect(colours).toEqual(shades.map((shade) => [shade & 255, (shade >> 8) & 255, (shade >> 16) & 255]));
});
