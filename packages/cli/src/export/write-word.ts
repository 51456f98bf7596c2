import type { ReportModel } from "@conurb/figures";
import type { ReportDocument } from "@conurb/figures/publish";
import { renderWord } from "@conurb/figures/word";
import { leanPng } from "./png.ts";
import type { Rasteriser } from "./rasterise.ts";
import { writeBytes } from "./write-bytes.ts";

const pixelsAnInch = 96;
/** Of the pixels beside the paths. */
const usualDpi = 200;

/** Writes a report as a Word document: its figures as paths, and in pixels for programs that cannot show those. */
export async function writeWord(
  path: string,
  model: ReportModel,
  document: ReportDocument,
  rasteriser: Rasteriser,
  dpi = usualDpi,
): Promise<void> {
  const paint = async (svg: string, width: number) => {
    const own = Number(/^<svg [^>]*?width="(\d+)"/.exec(svg)?.[1] ?? width);
    const made = await rasteriser.rasterise(svg, ((width / own) * dpi) / pixelsAnInch);
    // without a face for its signs a drawing keeps its text, so that the reader's program draws it
    return { svg: rasteriser.lacksHan ? svg : shortened(made.paths), png: leanPng(made, dpi) };
  };
  await writeBytes(path, await renderWord(model, document.language, paint, document));
}

/** Paths to a hundredth of a pixel: half as long, and no eye can tell. */
const shortened = (paths: string): string => paths.replace(/ d="[^"]*"/g, (path) => path.replace(/(\.\d\d)\d+/g, "$1"));
