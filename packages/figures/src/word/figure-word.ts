import { AlignmentType, type FileChild, Paragraph } from "docx";
import type { Shown } from "../report/document.ts";
import type { FigureExhibit } from "../report/exhibits.ts";
import type { FigureParts } from "./abreast.ts";
import { caption, notes } from "./captions.ts";
import { imageOf } from "./image.ts";
import type { Media } from "./media.ts";
import { inStrips, stripsOf } from "./strips.ts";

/** A figure that does not part: its picture, and caption, notes and source under it. */
export function figureParts(
  exhibit: FigureExhibit,
  shown: Shown,
  media: Media,
  { scale, isAlone }: { readonly scale: number; readonly isAlone: boolean },
): FigureParts {
  const picture = new Paragraph({ style: "Picture", children: [imageOf(exhibit, media, scale)] });
  // justified, a narrow column would be full of holes
  return { picture, told: told(exhibit, shown, isAlone ? {} : { alignment: AlignmentType.LEFT }) };
}

/** A figure alone: one that may part goes on over the page by itself, and says on every page which it is if it is about to. */
export function figureAlone(
  exhibit: FigureExhibit,
  shown: Shown,
  media: Media,
  { scale, parts }: { readonly scale: number; readonly parts: boolean },
): FileChild[] {
  const { figure } = exhibit;
  if (stripsOf(figure, scale).length < 2) {
    const { picture, told } = figureParts(exhibit, shown, media, { scale, isAlone: true });
    return [picture, ...told];
  }
  const running = parts ? `${shown.label}\u2002${figure.title}` : "";
  return [inStrips(exhibit, media, scale, running), ...told(exhibit, shown, {})];
}

function told(
  { figure, drawing }: FigureExhibit,
  { label, evidence, source }: Shown,
  layout: Parameters<typeof notes>[1],
): Paragraph[] {
  const { dek, title } = figure;
  const space = drawing.context.language === "zh" ? "　" : "  ";
  const texts = [[dek, ...figure.notes].filter((text) => text !== "").join(space), ...evidence, source];
  const isTold = texts.some((text) => text !== "");
  return [caption(label, title, isTold), ...notes(texts, layout)];
}
