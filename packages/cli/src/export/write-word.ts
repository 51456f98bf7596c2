import { dirname } from "node:path";
import type { ReportModel } from "@conurb/figures";
import type { ReportDocument } from "@conurb/figures/publish";
import { type Paint, type Picture, renderWord } from "@conurb/figures/word";
import { deflated } from "./deflated.ts";
import { keptIn, paintRest } from "./kept-pictures.ts";
import type { RasterPool } from "./raster-pool.ts";
import type { Sized } from "./raster-worker.ts";
import { writeBytes } from "./write-bytes.ts";

const pixelsAnInch = 96;
/** Of the pixels beside the paths. */
const usualDpi = 144;

/** Writes a report as a Word document: its figures as paths, and in pixels for programs that cannot show those. */
export async function writeWord(
  path: string,
  model: ReportModel,
  document: ReportDocument,
  pool: RasterPool,
  dpi = usualDpi,
): Promise<void> {
  const { language } = document;
  const paint: Paint = async (asked) => {
    const drawings = asked.map(({ svg, width }) => {
      const own = Number(/^<svg [^>]*?width="(\d+)"/.exec(svg)?.[1] ?? width);
      return { svg, scale: ((width / own) * dpi) / pixelsAnInch, dpi };
    });
    const file = keptIn(dirname(path), language);
    const painting = await paintRest(file, drawings, await pool.maker(language), (rest) =>
      pool.begin(rest, language, "document"),
    );
    if (!(await pool.lacksHan(language, drawings))) return painting;
    // without a face for its signs a drawing keeps its text, so that the reader's program draws it
    const written = (made: readonly Picture[]) =>
      made.map(({ png }, at) => ({ svg: (drawings[at] as Sized).svg, png }));
    return { pictures: painting.pictures.then(written) };
  };
  await writeBytes(path, await renderWord(model, language, { paint, deflate: deflated }, document));
}
