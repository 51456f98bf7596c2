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
  const { colours, ids } = coloursOf(new Uint32Array(rgba.buffer, rgba.byteOffset, width * height));
  const { palette, at } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0
  for (let row = 0, from = 0; row < height; row += 1) {
    const end = (row + 1) * (width + 1);
    for (let to = row * (width + 1) + 1; to < end; to += 1, from += 1) rows[to] = at[ids[from] as number] as number;
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

/** The colours of a picture by their numbers, how often each is there, and the number of each pixel's. */
function coloursOf(pixels: Uint32Array) {
  const known = new Map<number, number>();
  const counts: number[] = [];
  const ids = new Uint32Array(pixels.length);
  let [last, id] = [-1, -1];
  for (let pixel = 0; pixel < pixels.length; pixel += 1) {
    const colour = pixels[pixel] as number;
    if (colour !== last) {
      last = colour;
      id = known.get(colour) ?? known.size;
      if (id === counts.length) {
        known.set(colour, id);
        counts.push(0);
      }
    }
    ids[pixel] = id;
    counts[id] = (counts[id] as number) + 1;
  }
  return { colours: [...known.keys()].map((colour, id) => ({ colour, id, count: counts[id] as number })), ids };
}

/** The most used colours, and which of them stands for each. */
function paletteOf(colours: readonly { readonly colour: number; readonly id: number; readonly count: number }[]) {
  const byUse = [...colours].sort((a, b) => b.count - a.count || a.colour - b.colour);
  const palette = byUse.slice(0, 256).map(({ colour }) => colour);
  const at = new Uint8Array(colours.length);
  byUse.forEach(({ colour, id }, rank) => {
    at[id] = rank < palette.length ? rank : nearest(colour, palette);
  });
  return { palette, at };
}

function nearest(colour: number, palette: readonly number[]): number {
  const [red, green, blue] = rgb(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let nth = 0; nth < palette.length; nth += 1) {
    const other = palette[nth] as number;
    const away = (red - (other & 255)) ** 2 + (green - ((other >> 8) & 255)) ** 2 + (blue - ((other >> 16) & 255)) ** 2;
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
