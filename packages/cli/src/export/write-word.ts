import type { ReportModel } from "@conurb/figures";
import type { ReportDocument } from "@conurb/figures/publish";
import { renderWord } from "@conurb/figures/word";
import type { RasterPool } from "./raster-pool.ts";
import { writeBytes } from "./write-bytes.ts";

const pixelsAnInch = 96;
/** Of the pixels beside the paths. */
const usualDpi = 200;

/** Writes a report as a Word document: its figures as paths, and in pixels for programs that cannot show those. */
export async function writeWord(
  path: string,
  model: ReportModel,
  document: ReportDocument,
  pool: RasterPool,
  dpi = usualDpi,
): Promise<void> {
  const { language } = document;
  const paint = async (svg: string, width: number) => {
    const own = Number(/^<svg [^>]*?width="(\d+)"/.exec(svg)?.[1] ?? width);
    const made = await pool.paint(svg, ((width / own) * dpi) / pixelsAnInch, dpi, language, "document");
    // without a face for its signs a drawing keeps its text, so that the reader's program draws it
    return (await pool.lacksHan(language)) ? { svg, png: made.png } : made;
  };
  await writeBytes(path, await renderWord(model, language, paint, document));
}
