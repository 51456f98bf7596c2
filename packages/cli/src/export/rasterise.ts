import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { findFace } from "./fonts.ts";
import type { Pixels } from "./png.ts";

/** A drawing as pixels, and as paths alone: text drawn with a face that is installed here looks the same everywhere. */
export interface Rastered extends Pixels {
  readonly paths: string;
}
export interface Rasteriser {
  /** `scale` is in pixels a pixel of the drawing. */
  rasterise(svg: string, scale: number): Promise<Rastered>;
  /** No face with Chinese signs is installed: they are left blank. */
  readonly lacksHan: boolean;
}

/** A rasteriser for drawings in one language. It is given the fonts' bytes: the native one reads the file again for every sign. */
export async function openRasteriser(needsHan: boolean): Promise<Rasteriser> {
  const [face, Resvg] = await Promise.all([findFace(needsHan), loaded()]);
  const family = face?.family ?? "sans-serif";
  const fontBuffers = await Promise.all((face?.files ?? []).map((file) => readFile(file)));
  const font = { fontBuffers, defaultFontFamily: family };
  return {
    lacksHan: needsHan && face?.hasHan !== true,
    rasterise: async (svg, scale) => {
      const drawn = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${family}"`);
      const resvg = new Resvg(drawn, { font, fitTo: { mode: "zoom", value: scale }, background: "white" });
      const image = resvg.render();
      try {
        const { width, height } = image;
        return { width, height, rgba: image.pixels.slice(), paths: resvg.toString() };
      } finally {
        image.free();
        resvg.free();
      }
    },
  };
}

let library: Promise<typeof import("@resvg/resvg-wasm").Resvg> | undefined;

/** The library takes its code once a process. */
function loaded(): Promise<typeof import("@resvg/resvg-wasm").Resvg> {
  library ??= (async () => {
    const { initWasm, Resvg } = await import("@resvg/resvg-wasm");
    await initWasm(await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))));
    return Resvg;
  })();
  return library;
}
