import type { Resvg as Drawing } from "@resvg/resvg-wasm";
import type { Face } from "./fonts.ts";
import type { Pixels } from "./png.ts";

/** A drawing as pixels, and, where asked for, as paths alone: text drawn with a face that is installed here looks the same everywhere. */
export interface Rastered extends Pixels {
  readonly paths: string;
}

export interface RasterOptions {
  /** Pixels a pixel of the drawing. */
  readonly scale: number;
  readonly face: Face | undefined;
  readonly paths: boolean;
  readonly readFont: ReadFont;
}

/** The bytes of a font file; the native library, which takes names of files, reads the file again for every sign. */
export type ReadFont = (file: string, face: Face) => Promise<Uint8Array>;

/** Draws with one face. The heavier font is read only where something is bold. */
export async function rasterise(
  Resvg: typeof Drawing,
  svg: string,
  { scale, face, paths, readFont }: RasterOptions,
): Promise<Rastered> {
  const { family = "sans-serif", files = [] } = face ?? {};
  const needed = /font-weight="(?:[6-9]00|bold)"/.test(svg) ? files : files.slice(0, 1);
  const fontBuffers = await Promise.all(face === undefined ? [] : needed.map((file) => readFont(file, face)));
  const drawn = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${family}"`);
  const font = { fontBuffers, defaultFontFamily: family };
  const resvg = new Resvg(drawn, { font, fitTo: { mode: "zoom", value: scale }, background: "white" });
  try {
    const image = resvg.render();
    const { width, height } = image;
    const rgba = image.pixels; // a copy, which outlives the image
    image.free();
    return { width, height, rgba, paths: paths ? resvg.toString() : "" };
  } finally {
    resvg.free();
  }
}
