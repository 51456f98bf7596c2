import { type IParagraphOptions, Paragraph, SimpleField, TextRun } from "docx";
import { lines, linesOf } from "./paper.ts";

/** Heights of lines in pixels, with the spacing that the styles give them, in a face with the high lines of Han. */
export const noteLine = 14.5;
const captionLine = 16.5;
const [noteSize, captionSize] = [11.5, 12];

/** How high a caption is about to be, in pixels. */
export const captionHeight = (text: string, width: number): number =>
  8 + linesOf(text, captionSize, width) * captionLine;

/** How high notes are about to be, in pixels, with what stands below them. */
export const notesHeight = (texts: readonly string[], width: number): number =>
  texts
    .filter((text) => text.trim() !== "")
    .reduce((sum, text) => sum + linesOf(text, noteSize, width) * noteLine + 3, 20);

/** "Figure 3  Title", its number a field, so that Word can refer to it and list it. */
export function caption(label: string, title: string, keepNext: boolean): Paragraph {
  const [, word = "", number = ""] = /^(.*?)(\d+)$/.exec(label) ?? [];
  return new Paragraph({
    style: "Caption",
    keepNext,
    children: [
      new TextRun(word),
      new SimpleField(`SEQ ${word.trim()} \\* ARABIC`, number),
      new TextRun(`\u2002${title}`),
    ],
  });
}

export function notes(texts: readonly string[], layout: Pick<IParagraphOptions, "alignment"> = {}): Paragraph[] {
  const said = texts.filter((text) => text !== "");
  return said.map(
    (text, at) =>
      new Paragraph({
        ...layout,
        style: "Note",
        keepLines: true,
        keepNext: at < said.length - 1,
        ...(at === 0 ? { spacing: { before: 60, ...lines(252), after: 40 } } : {}),
        ...(at === said.length - 1 ? { spacing: { before: at === 0 ? 60 : 0, ...lines(252), after: 240 } } : {}),
        children: [new TextRun(text)],
      }),
  );
}
