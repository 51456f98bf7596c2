import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { figureFiles, type ReportDocument } from "@conurb/figures/publish";
import { writeChanged } from "../study/write-output.ts";
import type { Asked } from "./asked.ts";
import type { RasterPool } from "./raster-pool.ts";
import { writeBytes } from "./write-bytes.ts";

const pixelsAnInch = 96;
const usualDpi = 600;
const mmAnInch = 25.4;

/** Writes the figures of a report as files that stand alone, at the width asked for in print; `pool` makes pixels. */
export async function writeFigures(
  out: string,
  document: ReportDocument,
  { figures, width, dpi = usualDpi }: Asked,
  pool: RasterPool,
): Promise<void> {
  const { language } = document;
  await setImmediate(); // what other threads are to draw goes out before this one is busy with its own
  const pixels = width === undefined ? undefined : (width / mmAnInch) * pixelsAnInch;
  const write = async ({ name, svg, csv }: ReturnType<typeof figureFiles>[number]): Promise<void> => {
    const [wide, high] = sizeOf(svg);
    const scale = pixels === undefined ? 1 : pixels / wide;
    const file = (ending: string) => join(out, "figures", `${name}.${language}.${ending}`);
    const sized = scale === 1 ? svg : inMm(svg, wide * scale, high * scale);
    await Promise.all([
      figures.includes("svg") && writeChanged(file("svg"), sized),
      writeChanged(join(out, "figures", `${name}.csv`), csv),
      figures.includes("png") &&
        pool
          .begin([{ svg, scale: (scale * dpi) / pixelsAnInch, dpi }], language, "file")
          .then(({ pictures }) => pictures)
          .then(([made]) => made && writeBytes(file("png"), made.png)),
    ]);
  };
  await Promise.all(figureFiles(document, pixels).map(write));
}

function sizeOf(svg: string): readonly [number, number] {
  const [, width, height] = /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return [Number(width), Number(height)];
}

/** The same drawing with its size in print. */
function inMm(svg: string, width: number, height: number): string {
  const mm = (pixels: number) => `${((pixels / pixelsAnInch) * mmAnInch).toFixed(2)}mm`;
  return svg.replace(/width="\d+" height="\d+"/, `width="${mm(width)}" height="${mm(height)}"`);
}
