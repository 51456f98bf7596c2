import type { TextRun } from "docx";
import type { Band } from "../report/bands.ts";
import type { FigureExhibit } from "../report/exhibits.ts";
import type { Media } from "./media.ts";

/** The picture of a figure, or a band of it between two heights from its top, in pixels of the drawing. */
export function imageOf({ figure, name }: FigureExhibit, media: Media, scale: number, band?: Band): TextRun {
  const { svg, title, width } = figure;
  const { from, to } = band ?? { from: 0, to: figure.height };
  return media.add(svg, {
    width: width * scale,
    height: (to - from) * scale,
    ...(band === undefined ? {} : { band: { from: from / figure.height, to: to / figure.height } }),
    name,
    title,
    description: from === 0 ? figure.description : "", // said once to who cannot see the picture
  });
}
