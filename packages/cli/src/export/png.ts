import { crc32, deflateSync } from "node:zlib";

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const metresAnInch = 0.0254;

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
  const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
  const { palette, at } = paletteOf(pixels);
  const rows = Buffer.alloc((width + 1) * height); // each row begins with its filter, 0
  let [colour, index] = [-1, 0];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const pixel = pixels[row * width + column] as number;
      if (pixel !== colour) [colour, index] = [pixel, at.get(pixel) as number];
      rows[row * (width + 1) + column + 1] = index;
    }
  }
  return png(width, height, 3, [density(dpi), chunk("PLTE", Buffer.from(palette.flatMap(rgb)))], rows);
}

function png(width: number, height: number, colours: 2 | 3, more: readonly Buffer[], rows: Buffer): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  header.writeUInt8(colours, 9); // 2 as they are, 3 by palette
  const data = chunk("IDAT", deflateSync(rows));
  return Buffer.concat([signature, chunk("IHDR", header), ...more, data, chunk("IEND", Buffer.alloc(0))]);
}

function paletteOf(pixels: Uint32Array) {
  const counts = new Map<number, number>();
  let [colour, run] = [pixels[0] as number, 0];
  for (const pixel of pixels) {
    if (pixel !== colour) {
      counts.set(colour, (counts.get(colour) ?? 0) + run);
      [colour, run] = [pixel, 0];
    }
    run += 1;
  }
  counts.set(colour, (counts.get(colour) ?? 0) + run);
  const byUse = [...counts].sort(([a, most], [b, other]) => other - most || a - b).map(([each]) => each);
  const palette = byUse.slice(0, 256);
  const at = new Map(byUse.map((each, nth) => [each, nth < palette.length ? nth : nearest(each, palette)]));
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
