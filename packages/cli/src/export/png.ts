import { crc32, deflateSync } from "node:zlib";

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const metresAnInch = 0.0254;
/** Of the compressor: half the work of its fourth level, for a seventh more bytes. */
const swift = 1;

/** Pixels as they were drawn: red, green, blue and opacity, a byte each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

/** An opaque picture as a PNG of all its colours, which says how large it is printed. */
export function fullPng({ width, height, rgba }: Pixels, dpi: number): Uint8Array {
  const rows = Buffer.alloc((3 * width + 1) * height); // each row begins with its filter, 0
  let to = 0;
  for (let from = 0; from < 4 * width * height; from += 4) {
    if (from % (4 * width) === 0) to += 1;
    rows[to] = rgba[from] as number;
    rows[to + 1] = rgba[from + 1] as number;
    rows[to + 2] = rgba[from + 2] as number;
    to += 3;
  }
  return png(width, height, 2, [density(dpi)], rows);
}

/**
 * An opaque picture as a PNG of at most 256 colours, a third as large as one of all: those most used stand as they are, and the
 * rest, shades at the edges of letters and lines, become the nearest of them.
 */
export function leanPng({ width, height, rgba }: Pixels, dpi: number): Uint8Array {
  const runs = runsOf(new Uint32Array(rgba.buffer, rgba.byteOffset, width * height), width);
  const { palette, at } = paletteOf(runs);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0
  let [from, to] = [0, 0];
  for (let run = 0; run < runs.count; run += 1) {
    if (from % width === 0) to += 1;
    const entry = at[runs.ids[run] as number] as number;
    const length = (runs.ends[run] as number) - from;
    if (entry !== 0) for (let at = to; at < to + length; at += 1) rows[at] = entry; // the ground stands there already
    from += length;
    to += length;
  }
  return png(width, height, 3, [density(dpi), chunk("PLTE", Buffer.from(palette.flatMap(rgb)))], rows, swift);
}

function png(
  width: number,
  height: number,
  colours: 2 | 3,
  more: readonly Buffer[],
  rows: Buffer,
  level?: number,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colours, 9); // 2 as they are, 3 by palette
  const data = chunk("IDAT", deflateSync(rows, level === undefined ? {} : { level }));
  return Buffer.concat([signature, chunk("IHDR", header), ...more, data, chunk("IEND", Buffer.alloc(0))]);
}

/** Pixels of one colour beside one another in a row, of which a drawing has far fewer than pixels. */
interface Runs {
  readonly count: number;
  /** Where each ends, and the number of its colour. */
  readonly ends: Uint32Array;
  readonly ids: Uint32Array;
  /** Each colour by its number, and how many pixels have it. */
  readonly colours: readonly number[];
  readonly pixels: readonly number[];
}

function runsOf(picture: Uint32Array, width: number): Runs {
  const known = new Map<number, number>();
  const pixels: number[] = [];
  const [ends, ids] = [new Uint32Array(picture.length), new Uint32Array(picture.length)];
  let count = 0;
  for (let row = 0; row < picture.length; row += width) {
    for (let from = row; from < row + width; count += 1) {
      const colour = picture[from] as number;
      let end = from + 1;
      while (end < row + width && picture[end] === colour) end += 1;
      let id = known.get(colour);
      if (id === undefined) {
        id = known.size;
        known.set(colour, id);
        pixels.push(0);
      }
      pixels[id] = (pixels[id] as number) + end - from;
      ids[count] = id;
      ends[count] = end;
      from = end;
    }
  }
  return { count, ends, ids, colours: [...known.keys()], pixels };
}

/** The most used colours, and which of them stands for each. */
function paletteOf({ colours, pixels }: Runs) {
  const use = colours.map((colour, id) => ({ colour, id, count: pixels[id] as number }));
  const byUse = use.sort((a, b) => b.count - a.count || a.colour - b.colour);
  const palette = byUse.slice(0, 256).map(({ colour }) => colour);
  const parts = Uint8Array.from(palette.flatMap(rgb));
  const at = new Uint8Array(colours.length);
  for (const [rank, { colour, id }] of byUse.entries()) at[id] = rank < palette.length ? rank : nearest(colour, parts);
  return { palette, at };
}

/** Which of the colours, given by their parts, is nearest. */
function nearest(colour: number, parts: Uint8Array): number {
  const [red, green, blue] = rgb(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let nth = 0; 3 * nth < parts.length; nth += 1) {
    const [r, g, b] = [parts[3 * nth] as number, parts[3 * nth + 1] as number, parts[3 * nth + 2] as number];
    const away = (red - r) * (red - r) + (green - g) * (green - g) + (blue - b) * (blue - b);
    if (away < least) [best, least] = [nth, away];
  }
  return best;
}

/** Red is the lowest byte on every machine that runs Node. */
const rgb = (colour: number): [number, number, number] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

function density(dpi: number): Buffer {
  const data = Buffer.alloc(9);
  const dotsAMetre = Math.round(dpi / metresAnInch);
  data.writeUInt32BE(dotsAMetre, 0);
  data.writeUInt32BE(dotsAMetre, 4);
  data.writeUInt8(1, 8);
  return chunk("pHYs", data);
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}
