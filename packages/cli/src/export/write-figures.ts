import { join } from "node:path";
import { figureFiles, type ReportDocument } from "@conurb/figures/publish";
import { writeChanged } from "../study/write-output.ts";
import type { Asked } from "./asked.ts";
import { fullPng } from "./png.ts";
import type { Rasteriser } from "./rasterise.ts";
import { writeBytes } from "./write-bytes.ts";

const pixelsAnInch = 96;
const usualDpi = 600;
const mmAnInch = 25.4;

/** Writes the figures of a report as files that stand alone, at the width asked for in print. */
export async function writeFigures(
  out: string,
  document: ReportDocument,
  { figures, width, dpi }: Asked,
  rasteriser: () => Promise<Rasteriser>,
): Promise<void> {
  const { language } = document;
  const pixels = width === undefined ? undefined : (width / mmAnInch) * pixelsAnInch;
  for (const { name, svg, csv } of figureFiles(document, pixels)) {
    const [wide, high] = sizeOf(svg);
    const scale = pixels === undefined ? 1 : pixels / wide;
    const file = (ending: string) => join(out, "figures", `${name}.${language}.${ending}`);
    if (figures.includes("svg"))
      await writeChanged(file("svg"), scale === 1 ? svg : inMm(svg, wide * scale, high * scale));
    if (figures.includes("png")) {
      const made = await (await rasteriser()).rasterise(svg, (scale * (dpi ?? usualDpi)) / pixelsAnInch);
      await writeBytes(file("png"), fullPng(made, dpi ?? usualDpi));
    }
    await writeChanged(join(out, "figures", `${name}.csv`), csv);
  }
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
